"""PDF bytes → Extraction: the lines that a PDF prints, in reading order, with what is known of each."""

from dataclasses import replace

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.changes import settle_changes
from antecedent.resolutions.extract.characters import settle_hyphens
from antecedent.resolutions.extract.columns import Placed, in_reading_order
from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.extract.furniture import mark_furniture
from antecedent.resolutions.extract.limits import DEFAULT, Limits
from antecedent.resolutions.extract.lines import lines_of
from antecedent.resolutions.extract.margins import take_line_numbers
from antecedent.resolutions.extract.notes import mark_footnotes
from antecedent.resolutions.extract.rows import rows_of
from antecedent.resolutions.extract.scans import Reader, Word
from antecedent.resolutions.extract.sheets import Sheet, Source
from antecedent.resolutions.models import Extraction, Line, Page

__all__ = ["DEFAULT", "EXTRACTOR_VERSION", "Limits", "Reader", "Word", "extract"]

EXTRACTOR_VERSION = "2"


def extract(data: bytes, *, limits: Limits = DEFAULT, ocr: Reader | None = None) -> Extraction:
    """Reads a PDF; raises Rejected with a code and the way out. `ocr` reads the pages that are pictures."""
    del ocr  # pages that are pictures are not read yet
    limits.check_bytes(len(data))
    source = Source(data)
    limits.check_pages(source.count)
    lines: list[Line] = []
    pages: list[Page] = []
    rules: dict[int, list[Rule]] = {}
    for index in range(source.count):
        sheet = source.sheet(index)
        kind = "digital" if sheet.pieces else "empty"
        pages.append(Page(number=sheet.number, width=sheet.width, height=sheet.height, source=kind))
        rules[sheet.number] = [rule for rule in sheet.rules if rule.horizontal]
        lines += _lines(sheet)
    if not lines:
        raise Rejected("no-text", "The file has no text. Have its pictures read by OCR, or ask for a digital copy.")
    lines, tracked = settle_changes(settle_hyphens(lines))
    lines = mark_footnotes(mark_furniture(lines, pages), rules)
    return Extraction(pages=tuple(pages), lines=tuple(lines), tagged=source.tagged, tracked_changes=tracked)


def _lines(sheet: Sheet) -> list[Line]:
    rows, numbers = take_line_numbers(rows_of(sheet.pieces))
    lines = lines_of(sheet.number, in_reading_order(rows))
    aside = lines_of(sheet.number, [Placed([piece], 0) for piece in numbers])
    aside += lines_of(sheet.number, [Placed(row, 0) for row in rows_of(sheet.aside)])
    return lines + [replace(line, role="furniture") for line in aside]
