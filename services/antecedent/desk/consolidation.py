"""The consolidation table and the texts as they would read, as a Word document and as a workbook."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, RGBColor
from xlsxwriter import Workbook

from antecedent.resolutions.consolidate import Block, Reading, Row

COLUMNS = ("Proposed paragraph", "Text", "Source", "Text of the source", "Action", "Comment")
_GONE, _COME = RGBColor(0xB9, 0x1C, 0x1C), RGBColor(0x15, 0x65, 0x34)


def consolidation_docx(texts: Sequence[Reading], rows: Iterable[Row]) -> bytes:
    """The table first, in landscape, then each text as it would read; what goes is struck through."""
    document: Any = new_document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading(f"Consolidation table: {_name(texts[0])}" if texts else "Consolidation table", level=1)
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for row in rows:
        _fill(table.add_row().cells, row)
    for text in texts:
        document.add_page_break()
        _write(document, text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def consolidation_xlsx(texts: Sequence[Reading], rows: Iterable[Row]) -> bytes:
    """The table on the first sheet, a sheet for each text as it would read."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        struck = book.add_format({"text_wrap": True, "valign": "top", "font_strikeout": True, "font_color": "#B91C1C"})
        sheet = book.add_worksheet("Table")
        sheet.write_row(0, 0, COLUMNS, bold)
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 3, 50)
        sheet.freeze_panes(1, 0)
        for place, row in enumerate(rows, start=1):
            sheet.write_row(place, 0, _cells(row), wrap)
        for count, text in enumerate(texts, start=1):
            page = book.add_worksheet(f"Text {count}")
            page.write_row(0, 0, (text.of or "", text.title or ""), bold)
            page.set_column(1, 1, 100)
            for place, block in enumerate(text.blocks, start=1):
                page.write_row(place, 0, _line(block), struck if block.repealed_by else wrap)
    return out.getvalue()


def _cells(row: Row) -> tuple[str, ...]:
    return (
        "\n".join(label or "" for label, _ in row.proposed),
        "\n".join(text for _, text in row.proposed),
        "\n".join(f"{source.symbol} {source.label or ''}".strip() for source in row.sources),
        "\n".join(source.text for source in row.sources),
        row.action + (", moved" if row.moved and row.action != "move" else ""),
        row.comment,
    )


def _fill(cells: Any, row: Row) -> None:
    """The proposed text shows its changes: what comes is underlined, what goes struck through."""
    for place, (cell, text) in enumerate(zip(cells, _cells(row), strict=True)):
        cell.text = "" if place == 1 and row.changes and row.proposed else text
    for edit in row.changes if row.proposed else ():
        run = cells[1].paragraphs[0].add_run(edit.text)
        if edit.operation == "insert":
            run.underline, run.font.color.rgb = True, _COME
        elif edit.operation == "delete":
            run.font.strike, run.font.color.rgb = True, _GONE


def _write(document: Any, text: Reading) -> None:
    document.add_heading(_name(text), level=1)
    if text.title:
        document.add_heading(text.title, level=2)
    if text.gone:
        document.add_paragraph("Repealed as a whole.")
    formula = text.formula
    for block in text.blocks:
        if formula and block.kind != "preambular":
            document.add_paragraph().add_run(formula).italic = True
            formula = None
        _write_block(document, block)


def _write_block(document: Any, block: Block) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18 * block.depth)
    run = paragraph.add_run(f"{_line(block)[0]} {block.text}".strip())
    run.bold = block.kind == "heading"
    if block.repealed_by:
        run.font.strike, run.font.color.rgb = True, _GONE
        paragraph.add_run(f" [repealed by {block.repealed_by}]")


def _line(block: Block) -> tuple[str, str]:
    number = block.number or ""
    return (f"{number}." if number.isdecimal() else number, block.text)


def _name(text: Reading) -> str:
    return text.of or text.document[:12]
