"""The consolidation table and the texts as they would read, as a Word document and as a workbook."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Pt

from antecedent.resolutions.consolidate import Block, Reading, Row
from antecedent.resolutions.exports import paper
from antecedent.resolutions.exports.workbook import Formats, landscape, workbook, write_changes, write_row
from antecedent.resolutions.models import Edit

COLUMNS = ("Proposed paragraph", "Text", "Source", "Text of the source", "Action", "Comment")
MILLIMETRES = (28, 82, 37, 72, 20, 27)
CHARACTERS = (18, 60, 30, 60, 12, 24)
SHADES = {"new": "E7F4EA", "repeal": "FBEAE8", "split": "F1ECF8", "merge": "F8EFE2", "amend": "EAF1F8"}


def consolidation_docx(texts: Sequence[Reading], rows: Sequence[Row]) -> bytes:
    """The table first, on A4 landscape, then each text as it would read; what goes is struck through."""
    document = paper.landscape(_title(texts))
    document.add_heading(_title(texts), level=1)
    table = paper.table(document, COLUMNS, MILLIMETRES)
    for row in rows:
        _fill(paper.row(table, MILLIMETRES), row)
    for text in texts:
        document.add_page_break()
        _write(document, text)
    return paper.as_bytes(document)


def consolidation_xlsx(texts: Sequence[Reading], rows: Sequence[Row]) -> bytes:
    """The table on the first sheet, a sheet for each text as it would read."""

    def fill(book: Any, formats: Formats) -> None:
        _table(book.add_worksheet("Table"), rows, formats)
        for number, text in enumerate(texts, start=1):
            _reading(book.add_worksheet(f"Text {number}"), text, formats)

    return workbook(_title(texts), fill)


def _title(texts: Sequence[Reading]) -> str:
    return f"Consolidation table: {_name(texts[0])}" if texts else "Consolidation table"


def _table(sheet: Any, rows: Sequence[Row], formats: Formats) -> None:
    landscape(sheet, COLUMNS, CHARACTERS, formats)
    for number, row in enumerate(rows, start=1):
        write_row(sheet, number, _cells(row), CHARACTERS, formats)
        if _shown(row):
            write_changes(sheet, number, 1, _shown(row), formats)
    sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)


def _reading(sheet: Any, text: Reading, formats: Formats) -> None:
    widths = (24, 100)
    landscape(sheet, (text.of or "", text.title or ""), widths, formats)
    for number, block in enumerate(text.blocks, start=1):
        write_row(sheet, number, _line(block), widths, formats, "delete all" if block.repealed_by else "cell")


def _cells(row: Row) -> tuple[str, ...]:
    return (
        "\n".join(label or "" for label, _ in row.proposed),
        "\n".join(text for _, text in row.proposed),
        "\n".join(f"{source.symbol} {source.label or ''}".strip() for source in row.sources),
        "\n".join(source.text for source in row.sources),
        row.action + (", moved" if row.moved and row.action != "move" else ""),
        row.comment,
    )


def _shown(row: Row) -> tuple[Edit, ...]:
    """The changes that stand in the proposed text, or that are all that is known of what was struck out of it."""
    return row.changes if row.proposed or not row.sources else ()


def _fill(cells: Any, row: Row) -> None:
    for place, (cell, text) in enumerate(zip(cells, _cells(row), strict=True)):
        cell.text = "" if place == 1 and _shown(row) else text
    for operation, text in _shown(row):
        paper.edit(cells[1].paragraphs[0], operation, text)
    if row.action in SHADES:
        paper.shade(cells[4], SHADES[row.action])


def _write(document: Any, text: Reading) -> None:
    document.add_heading(_name(text), level=1)
    if text.title:
        document.add_heading(text.title, level=2)
    if text.gone:
        document.add_paragraph("Repealed as a whole.")
    formula = text.formula
    for block in text.blocks:
        if formula and block.kind != "preambular":
            paper.run(document.add_paragraph(), formula, italic=True)
            formula = None
        _write_block(document, block)


def _write_block(document: Any, block: Block) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18 * block.depth)
    words = paper.edit(paragraph, "delete" if block.repealed_by else "equal", " ".join(filter(None, _line(block))))
    words.bold = block.kind == "heading"
    if block.repealed_by:
        paper.run(paragraph, f" [repealed by {block.repealed_by}]", soft=True)


def _line(block: Block) -> tuple[str, str]:
    number = block.number or ""
    return (f"{number}." if number.isdecimal() else number, block.text)


def _name(text: Reading) -> str:
    return text.of or text.document[:12]
