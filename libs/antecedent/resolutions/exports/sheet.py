"""The comparison as a workbook, and as CSV: one row a link."""

# xlsxwriter has no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import csv
import io
from collections.abc import Iterator
from typing import Any

import xlsxwriter

from antecedent.resolutions.comparison import Comparison, Row, Side
from antecedent.resolutions.comparison.naming import name_of
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, sentence, verb
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
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST = 32_000  # characters that a cell of Excel takes, less a margin


def comparison_xlsx(comparison: Comparison, context: Context) -> bytes:
    """Three sheets: the comparison with a frozen head and a filter, the repeals, the cited texts."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": f"Comparison: {name_of(comparison.draft)}", "author": "Antecedent"})
        formats = _formats(book)
        _comparison(book.add_worksheet("Comparison"), comparison, formats)
        _listing(book.add_worksheet("Repeals"), ("Text", "How much", "What"), _repeals(comparison), formats)
        _listing(book.add_worksheet("Cited texts"), ("Text", "Standing", "Note"), _standings(context), formats)
    return buffer.getvalue()


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


def _formats(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "top", "font_name": "Calibri", "font_size": 10}
    return {
        "head": book.add_format({**wrapped, "bold": True, "bg_color": "#DCE6F0", "bottom": 1}),
        "cell": book.add_format(wrapped),
        "percent": book.add_format({**wrapped, "num_format": "0%"}),
        "equal": book.add_format({"font_name": "Calibri", "font_size": 10}),
        "insert": book.add_format({"font_name": "Calibri", "font_size": 10, "underline": 1, "font_color": "#14622F"}),
        "delete": book.add_format(
            {"font_name": "Calibri", "font_size": 10, "font_strikeout": True, "font_color": "#9C1C1C"}
        ),
    }


def _comparison(sheet: Any, comparison: Comparison, formats: dict[str, Any]) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header("&L" + sentence(comparison).replace("&", "&&")[:200] + "&R&P / &N")
    _heads(sheet, HEADS, WIDTHS, formats)
    for number, row in enumerate(comparison.rows, start=1):
        for column, value in enumerate(_plain(row)):
            kind = "percent" if isinstance(value, float) else "cell"
            sheet.write(number, column, value, formats[kind])
        _rich(sheet, number, len(HEADS) - 1, row, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(comparison.rows)), len(HEADS) - 1)


def _heads(sheet: Any, heads: tuple[str, ...], widths: tuple[int, ...], formats: dict[str, Any]) -> None:
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(0, column, head, formats["head"])


def _rich(sheet: Any, number: int, column: int, row: Row, formats: dict[str, Any]) -> None:
    """Runs in their own formats; Excel wants at least two of them, and none empty."""
    edits = [edit for edit in row.changes if edit.text]
    if len(edits) < 2 or sum(len(edit.text) for edit in edits) > LONGEST:
        sheet.write_string(number, column, _marked(row), formats["cell"])
        return
    runs = [part for edit in edits for part in (formats[edit.operation], edit.text)]
    sheet.write_rich_string(number, column, *runs, formats["cell"])


def _listing(sheet: Any, heads: tuple[str, ...], rows: Iterator[tuple[str, ...]], formats: dict[str, Any]) -> None:
    _heads(sheet, heads, (44, 30, 60), formats)
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            sheet.write_string(number, column, value, formats["cell"])
    sheet.freeze_panes(1, 0)


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
    if row.relation == "unchanged":
        return ""
    signs = {"insert": "[+{}+]", "delete": "[-{}-]", "equal": "{}"}
    return "".join(signs[operation].format(text) for operation, text in row.changes)[:LONGEST]


def _repeals(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for repeal in comparison.draft.repeals:
        yield repeal.symbol, extent(repeal), verb(repeal)


def _standings(context: Context) -> Iterator[tuple[str, ...]]:
    for symbol, found in sorted(context.standings.items()):
        yield symbol, SAYS[found.status], found.note
