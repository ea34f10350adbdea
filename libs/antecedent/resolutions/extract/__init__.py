"""PDF bytes → Extraction: the lines that a PDF prints, in reading order, with what is known of each."""

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.furniture import mark_furniture
from antecedent.resolutions.extract.glyphs import open_pdf, read_sheet
from antecedent.resolutions.extract.limits import DEFAULT, Limits
from antecedent.resolutions.extract.lines import lines_of
from antecedent.resolutions.extract.notes import mark_footnotes
from antecedent.resolutions.extract.scans import Reader, Word
from antecedent.resolutions.models import Extraction, Line, Page

__all__ = ["DEFAULT", "EXTRACTOR_VERSION", "Limits", "Reader", "Word", "extract"]

EXTRACTOR_VERSION = "1"


def extract(data: bytes, *, limits: Limits = DEFAULT, ocr: Reader | None = None) -> Extraction:
    """Reads a PDF; raises Rejected with a code and the way out. `ocr` reads the pages that are pictures."""
    del ocr  # pages that are pictures are not read yet
    limits.check_bytes(len(data))
    document = open_pdf(data)
    count = int(document.page_count)
    limits.check_pages(count)
    lines: list[Line] = []
    pages: list[Page] = []
    for index in range(count):
        sheet = read_sheet(document, index)
        pages.append(
            Page(
                number=sheet.number,
                width=sheet.width,
                height=sheet.height,
                source="digital" if sheet.pieces else "empty",
            )
        )
        lines += lines_of(sheet)
    if not lines:
        raise Rejected("no-text", "The file has no text. Have its pictures read by OCR, or ask for a digital copy.")
    marked = mark_footnotes(mark_furniture(lines, tuple(pages)))
    return Extraction(pages=tuple(pages), lines=tuple(marked), tagged=bool(document.has_structure_tree()))
