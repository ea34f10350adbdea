"""PDF bytes → Extraction: the lines that a PDF prints, in reading order, with what is known of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.aligned import take_aligned_tables
from antecedent.resolutions.extract.changes import runs_by, settle_changes
from antecedent.resolutions.extract.characters import settle_hyphens
from antecedent.resolutions.extract.columns import Columns, Placed, are_text
from antecedent.resolutions.extract.continued import place_tables
from antecedent.resolutions.extract.direction import as_read
from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.extract.furniture import mark_furniture
from antecedent.resolutions.extract.limits import DEFAULT, Limits, check_kind, is_whole
from antecedent.resolutions.extract.lines import lines_of
from antecedent.resolutions.extract.margins import Margins
from antecedent.resolutions.extract.notes import mark_footnotes
from antecedent.resolutions.extract.rows import Row, rows_of
from antecedent.resolutions.extract.scans import Pictures, Reader, Word, warning
from antecedent.resolutions.extract.sheets import Sheet, Source
from antecedent.resolutions.extract.slashes import raise_slashed
from antecedent.resolutions.extract.tables import take_ruled_tables
from antecedent.resolutions.models import Extraction, Line, Page, Table

__all__ = ["DEFAULT", "EXTRACTOR_VERSION", "Limits", "Reader", "Word", "extract"]

EXTRACTOR_VERSION = "8"

_CUT_OFF = "The file has no end and nothing in it can be read: it was cut off on its way. Fetch it again."
_MAY_BE_CUT_OFF = "The file has no end: it may have been cut off on its way. Fetch it again if something is missing."


def extract(data: bytes, *, limits: Limits = DEFAULT, ocr: Reader | None = None) -> Extraction:
    """Reads a PDF; raises Rejected with a code and the way out. `ocr` reads the pages that are pictures."""
    check_kind(data)
    limits.check_bytes(len(data))
    source = _opened(data)
    limits.check_pages(source.count)
    margins, columns = Margins(), Columns()
    pictures = Pictures(ocr) if ocr else None
    pages = [_read(source.sheet(index, pictures), margins, columns) for index in range(source.count)]
    lines = [line for page in pages for line in page.lines]
    if not lines and not any(page.tables for page in pages):
        raise _without_text(data, pictures)
    lines, tracked = settle_changes(settle_hyphens(lines))
    lines = mark_furniture(lines, [page.page for page in pages])
    lines = mark_footnotes(raise_slashed(lines), {page.page.number: page.rules for page in pages})
    unread = [page.page.number for page in pages if page.unread]
    return Extraction(
        pages=tuple(page.page for page in pages),
        lines=tuple(lines),
        tables=place_tables([table for page in pages for table in page.tables], lines),
        tagged=source.tagged,
        tracked_changes=tracked,
        warnings=(*source.warnings, *_said_of(unread, pictures), *(() if is_whole(data) else (_MAY_BE_CUT_OFF,))),
    )


def _opened(data: bytes) -> Source:
    try:
        return Source(data)
    except Rejected as error:
        if error.code == "damaged" and not is_whole(data):
            raise Rejected("damaged", _CUT_OFF) from error
        raise


def _without_text(data: bytes, pictures: Pictures | None) -> Rejected:
    if not is_whole(data):
        return Rejected("damaged", _CUT_OFF)
    return Rejected("no-text", f"The file has no text. {_way_out(pictures)} for a digital copy.")


def _said_of(unread: list[int], pictures: Pictures | None) -> list[str]:
    foreign = pictures.foreign if pictures else None
    return [warning(unread, read=pictures is not None, foreign=foreign)] if unread else []


def _way_out(pictures: Pictures | None) -> str:
    if pictures is None:
        return "Install tesseract, so that OCR reads it, or ask"
    if pictures.foreign:
        return f"It is a picture in {pictures.foreign} script: install tesseract's language for it, or ask"
    return "OCR found no words in it either: ask"


@dataclass(frozen=True, slots=True)
class _Read:
    """A page read by itself, before it is compared with the others."""

    page: Page
    lines: list[Line]
    tables: list[Table]
    rules: list[Rule]  # horizontal ones
    unread: bool  # a picture without words


def _read(sheet: Sheet, margins: Margins, columns: Columns) -> _Read:
    page = Page(
        number=sheet.number,
        width=sheet.width,
        height=sheet.height,
        source=sheet.source,
    )
    ruled, pieces = take_ruled_tables(sheet.number, sheet.pieces, sheet.rules)
    rows, numbers = margins.take(rows_of(pieces))
    aligned, placed = _arranged(sheet, rows, columns)
    lines = [as_read(line) for line in lines_of(sheet.number, placed, sheet.elements)]
    aside = lines_of(sheet.number, [Placed([piece], 0) for piece in numbers])
    aside += lines_of(sheet.number, [Placed(row, 0) for row in rows_of(sheet.aside)])
    lines += [replace(line, role="furniture") for line in aside]
    tables = sorted([*ruled, *aligned], key=lambda table: table.box.top)
    rules = [rule for rule in sheet.rules if rule.horizontal and not _inside(rule, ruled)]
    if any(span.change for line in lines for span in line.spans):  # what marks words parts no notes from the text
        rules = [rule for rule in rules if not runs_by(rule, sheet.pieces)]
    return _Read(page, lines, tables, rules, sheet.unread)


def _arranged(sheet: Sheet, rows: list[Row], columns: Columns) -> tuple[list[Table], list[Placed]]:
    """Tables without rules, and the other rows in reading order: lines side by side in columns of text are no table."""
    trial = Columns([*columns.known])
    placed = trial.in_reading_order(rows)
    tables, kept = take_aligned_tables(sheet.number, rows, sheet.height)
    if not tables and not any(part.column for part in placed):
        return [], placed
    if not any(part.column for part in placed) or (len(kept) < 0.5 * len(rows) and not are_text(placed)):
        return tables, columns.in_reading_order(kept)
    columns.known = trial.known
    tables, arranged = list[Table](), list[Placed]()
    for column, group in groupby(placed, key=lambda part: part.column):
        found, kept = take_aligned_tables(sheet.number, [part.row for part in group], sheet.height)
        tables += found
        arranged += [Placed(row, column) for row in kept]
    return tables, arranged


def _inside(rule: Rule, tables: Sequence[Table]) -> bool:
    return any(table.box.top - 3 <= rule.y <= table.box.bottom + 3 for table in tables)
