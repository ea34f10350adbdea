"""Parts of Word documents: a page, tables whose head repeats and whose rows keep together, marked runs."""

# python-docx builds on lxml elements without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

INSERTED, DELETED, SOFT = RGBColor(0x14, 0x62, 0x2F), RGBColor(0x9C, 0x1C, 0x1C), RGBColor(0x5B, 0x66, 0x75)
HEAD = "DCE6F0"


def landscape(title: str) -> Any:
    """An empty document, A4 on its side, pages numbered."""
    document: Any = new_document()
    document.core_properties.title = title
    document.core_properties.author = "Antecedent"
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(16)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    style.paragraph_format.space_after = Pt(3)
    _page_number(section.footer.paragraphs[0])
    return document


def as_bytes(document: Any) -> bytes:
    """The file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def table(document: Any, heads: Iterable[str], widths: Sequence[int]) -> Any:
    """A table with its head, which every page repeats; widths in millimetres."""
    made = document.add_table(rows=1, cols=len(widths), style="Table Grid")
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for cell, head, width in zip(made.rows[0].cells, heads, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].add_run(head).bold = True
        shade(cell, HEAD)
    _flag(made.rows[0], "w:tblHeader")
    return made


def row(table: Any, widths: Sequence[int]) -> Any:
    """The cells of a new row, which no page's end parts."""
    added = table.add_row()
    _flag(added, "w:cantSplit")
    for cell, width in zip(added.cells, widths, strict=True):
        cell.width = Mm(width)
    return added.cells


def run(paragraph: Any, text: str, soft: bool = False, italic: bool = False) -> Any:
    """Some words; soft ones are small and grey."""
    made = paragraph.add_run(text)
    made.italic = italic or None
    if soft:
        made.font.color.rgb, made.font.size = SOFT, Pt(8.5)
    return made


def edit(paragraph: Any, operation: str, text: str) -> Any:
    """Words that come are underlined, words that go struck through."""
    made = run(paragraph, text)
    if operation == "insert":
        made.font.underline, made.font.color.rgb = True, INSERTED
    elif operation == "delete":
        made.font.strike, made.font.color.rgb = True, DELETED
    return made


def shade(cell: Any, fill: str) -> None:
    """`fill` is a colour as RRGGBB."""
    element = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(element)


def _page_number(paragraph: Any) -> None:
    """A PAGE field: python-docx has no call for it."""
    paragraph.alignment = 2
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        paragraph.add_run()._r.append(element)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
