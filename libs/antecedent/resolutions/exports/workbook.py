"""Parts of workbooks: formats, sheets that print on landscape pages, rows as high as their text needs."""

# xlsxwriter has no types.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import xlsxwriter

from antecedent.resolutions.models import Edit

LONGEST = 32_000  # characters that a cell of Excel takes, less a margin
SIGNS = {"insert": "[+{}+]", "delete": "[-{}-]", "equal": "{}"}
LINE, HIGHEST = 13.5, 409.0  # points: a line in the size of the cells, the highest row that Excel takes

Value = str | float | int | None
Formats = Mapping[str, Any]


def workbook(title: str, fill: Callable[[Any, Formats], None]) -> bytes:
    """The file that `fill` writes into; texts stay texts, whatever they begin with."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": title, "author": "Antecedent"})
        fill(book, _formats(book))
    return buffer.getvalue()


def _formats(book: Any) -> Formats:
    font = {"font_name": "Calibri", "font_size": 10}
    wrapped = {**font, "text_wrap": True, "valign": "top"}
    come, gone = {"underline": 1, "font_color": "#14622F"}, {"font_strikeout": True, "font_color": "#9C1C1C"}
    return {
        "head": book.add_format({**wrapped, "bold": True, "bg_color": "#DCE6F0", "bottom": 1}),
        "cell": book.add_format(wrapped),
        "percent": book.add_format({**wrapped, "num_format": "0%"}),
        "equal": book.add_format(font),
        "equal all": book.add_format(wrapped),
        "insert": book.add_format({**font, **come}),
        "insert all": book.add_format({**wrapped, **come}),
        "delete": book.add_format({**font, **gone}),
        "delete all": book.add_format({**wrapped, **gone}),
    }


def landscape(sheet: Any, heads: Sequence[str], widths: Sequence[int], formats: Formats) -> None:
    """The head of a sheet, frozen and on every printed page, all columns on one page; widths in characters."""
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write(0, column, head, formats["head"])


def write_row(
    sheet: Any, number: int, values: Sequence[Value], widths: Sequence[int], formats: Formats, style: str = "cell"
) -> None:
    """A row; its height is set, since not every program finds it for itself."""
    for column, value in enumerate(values):
        if isinstance(value, str):
            sheet.write_string(number, column, value[:LONGEST], formats[style])
        else:
            sheet.write(number, column, value, formats["percent" if isinstance(value, float) else style])
    lines = (_lines(str(value), width) for value, width in zip(values, widths, strict=True) if value is not None)
    sheet.set_row(number, min(HIGHEST, LINE * max(1, *lines) + 2))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, at most: words leave some room at the ends of lines."""
    return sum(1 + int(len(line) / (0.95 * width)) for line in text.split("\n"))


def write_changes(sheet: Any, number: int, column: int, changes: Sequence[Edit], formats: Formats) -> None:
    """Runs in their own formats; Excel wants at least two of them, and none empty."""
    edits = [edit for edit in changes if edit.text]
    if sum(len(edit.text) for edit in edits) > LONGEST:
        sheet.write_string(number, column, marked(changes), formats["cell"])
        return
    if len(edits) < 2:
        for operation, text in edits:
            sheet.write_string(number, column, text, formats[f"{operation} all"])
        return
    runs = [part for edit in edits for part in (formats[edit.operation], edit.text)]
    sheet.write_rich_string(number, column, *runs, formats["cell"])


def marked(changes: Sequence[Edit]) -> str:
    """Changes as plain text: [+added+] and [-dropped-]."""
    return "".join(SIGNS[operation].format(text) for operation, text in changes)[:LONGEST]
