"""The comparison as a workbook, and as CSV: one row a link."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from antecedent.resolutions.comparison import Comparison, Row, Side
from antecedent.resolutions.comparison.naming import name_of
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, sentence, verb
from antecedent.resolutions.exports.workbook import (
    LONGEST,
    Formats,
    landscape,
    marked,
    workbook,
    write_changes,
    write_row,
)  # fmt: skip
from antecedent.resolutions.standing import Context

HEADS = (
    "What happened",
    "Moved",
    "Alike",
    "Draft paragraph",
    "Page",
    "Proposed text",
    "Source document",
    "Source paragraph",
    "Source page",
    "Source text",
    "What changed",
)
WIDTHS = (13, 8, 8, 18, 7, 60, 22, 18, 8, 60, 60)
LISTING = (44, 30, 60)


def comparison_xlsx(comparison: Comparison, context: Context) -> bytes:
    """Three sheets: the comparison with a frozen head and a filter, the repeals, the cited texts."""

    def fill(book: Any, formats: Formats) -> None:
        _comparison(book.add_worksheet("Comparison"), comparison, formats)
        _listing(book.add_worksheet("Repeals"), ("Text", "How much", "What"), _repeals(comparison), formats)
        _listing(book.add_worksheet("Cited texts"), ("Text", "Standing", "Note"), _standings(context), formats)

    return workbook(f"Comparison: {name_of(comparison.draft)}", fill)


def comparison_csv(comparison: Comparison, _context: Context) -> bytes:
    """The same columns, changes marked [+added+] and [-dropped-]; UTF-8 with a mark so that Excel reads it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(HEADS)
    writer.writerows([_harmless(value) for value in (*_plain(row), _marked(row))] for row in comparison.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(value: str | float | int | None) -> str | float | int | None:
    """A spreadsheet would compute a text that begins like a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "@")) else value


def _comparison(sheet: Any, comparison: Comparison, formats: Formats) -> None:
    landscape(sheet, HEADS, WIDTHS, formats)
    sheet.set_header("&L" + sentence(comparison).replace("&", "&&")[:200] + "&R&P / &N")
    for number, row in enumerate(comparison.rows, start=1):
        write_row(sheet, number, (*_plain(row), _marked(row)), WIDTHS, formats)
        if row.relation != "unchanged":
            write_changes(sheet, number, len(HEADS) - 1, row.changes, formats)
    sheet.autofilter(0, 0, max(1, len(comparison.rows)), len(HEADS) - 1)


def _listing(sheet: Any, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]], formats: Formats) -> None:
    landscape(sheet, heads, LISTING, formats)
    for number, row in enumerate(rows, start=1):
        write_row(sheet, number, row, LISTING, formats)


def _plain(row: Row) -> list[str | float | int | None]:
    return [
        WORDS[row.relation],
        "moved" if row.moved else "",
        row.score if row.draft.texts and row.prior.texts else "",
        _labels(row.draft),
        _page(row.draft),
        _text(row.draft),
        name_of(row.prior.document) if row.prior.document and row.prior.texts else "",
        _labels(row.prior),
        _page(row.prior),
        _text(row.prior),
    ]


def _labels(side: Side) -> str:
    return ", ".join(text.label for text in side.texts)


def _text(side: Side) -> str:
    return "\n".join(text.paragraph.text for text in side.texts)[:LONGEST]


def _page(side: Side) -> int | str:
    boxes = [box for text in side.texts for box in text.boxes]
    return boxes[0].page if boxes else ""


def _marked(row: Row) -> str:
    return "" if row.relation == "unchanged" else marked(row.changes)


def _repeals(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for repeal in comparison.draft.repeals:
        yield repeal.symbol, extent(repeal), verb(repeal)


def _standings(context: Context) -> Iterator[tuple[str, ...]]:
    for symbol, found in sorted(context.standings.items()):
        yield symbol, SAYS[found.status], found.note
