"""The comparison table that secretariats work with: proposed text | source paragraph | what changed."""

# python-docx builds on lxml elements without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

import io
from collections.abc import Iterable
from typing import Any

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from antecedent.resolutions.comparison import Comparison, Row, Side
from antecedent.resolutions.comparison.naming import name_of
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, percent, sentence, verb
from antecedent.resolutions.standing import Context

INSERTED, DELETED, SOFT = RGBColor(0x14, 0x62, 0x2F), RGBColor(0x9C, 0x1C, 0x1C), RGBColor(0x5B, 0x66, 0x75)
SHADES = {"new": "E7F4EA", "deleted": "FBEAE8", "split": "F1ECF8", "merged": "F8EFE2", "amended": "EAF1F8"}
WIDTHS = (Mm(92), Mm(82), Mm(92))
FLAGGED = ("repealed", "revised", "partly-repealed")


def comparison_docx(comparison: Comparison, context: Context) -> bytes:
    """A4 landscape, the table's head on every page, rows unbroken; insertions underlined, deletions struck."""
    document: Any = new_document()
    _page(document)
    document.core_properties.title = f"Comparison: {name_of(comparison.draft)}"
    document.core_properties.author = "Antecedent"
    document.add_heading(comparison.draft.title or name_of(comparison.draft), level=1)
    _paragraph(document, _compared(comparison), soft=True)
    _paragraph(document, sentence(comparison))
    table = _table(document, ("Proposed text", "Source paragraph", "What changed"))
    for row in comparison.rows:
        _add_row(table, row)
    _repeals(document, comparison)
    _standings(document, context)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _compared(comparison: Comparison) -> str:
    others = [name_of(prior) for prior in comparison.priors if prior != comparison.base]
    base = name_of(comparison.base) if comparison.base else "no earlier text"
    also = f"; also with {', '.join(others)}" if others else ""
    return f"{name_of(comparison.draft)} compared with {base}{also}"


def _page(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin = section.bottom_margin = Mm(16)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(10)
    style.paragraph_format.space_after = Pt(3)
    _page_number(section.footer.paragraphs[0])


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


def _table(document: Any, heads: Iterable[str]) -> Any:
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    table.autofit = False
    for cell, head, width in zip(table.rows[0].cells, heads, WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(head).bold = True
        _shade(cell, "DCE6F0")
    _flag(table.rows[0], "w:tblHeader")
    return table


def _add_row(table: Any, row: Row) -> None:
    added = table.add_row()
    _flag(added, "w:cantSplit")
    for cell, width in zip(added.cells, WIDTHS, strict=True):
        cell.width = width
    _side(added.cells[0], row.draft, row, "Not carried over.")
    nothing = "No source in the texts compared." if row.relation == "deleted" else "No source: new text."
    _side(added.cells[1], row.prior, row, nothing)
    _changed(added.cells[2], row)


def _side(cell: Any, side: Side, row: Row, nothing: str) -> None:
    blank = cell.paragraphs[0]
    if not side.texts:
        _run(blank, nothing, soft=True, italic=True)
        return
    if side is row.prior and row.other and side.document:
        _run(blank, f"From {name_of(side.document)}", soft=True, italic=True)
        blank = cell.add_paragraph()
    for text in side.texts:
        page = f", page {text.boxes[0].page}" if text.boxes else ""
        _run(blank, f"{text.label}{page}", soft=True)
        body = cell.add_paragraph()
        for piece in text.pieces:
            if piece.mark:
                _run(body, piece.mark).font.superscript = True
            else:
                _edit(body, "delete" if not text.paragraph.text else "equal", piece.text)
        for note in text.footnotes:
            _run(cell.add_paragraph(), f"{note.marker} {note.text}", soft=True)
        if text is not side.texts[-1]:
            blank = cell.add_paragraph()


def _changed(cell: Any, row: Row) -> None:
    head = cell.paragraphs[0]
    _run(head, WORDS[row.relation]).bold = True
    if row.moved:
        _run(head, ", moved")
    if row.relation in ("amended", "split", "merged"):
        _run(head, f"  {percent(row.score)} alike", soft=True)
    if row.relation in SHADES:
        _shade(cell, SHADES[row.relation])
    if row.relation in ("amended", "split", "merged"):
        body = cell.add_paragraph()
        for operation, text in row.changes:
            _edit(body, operation, text)
    for text in row.draft.texts:
        for repeal in text.repeals:
            _run(cell.add_paragraph(), f"{verb(repeal)} {repeal.symbol} ({extent(repeal)})").bold = True
    for hint in row.hints:
        _run(cell.add_paragraph(), f"See also {hint.name} ({percent(hint.score)} alike)", soft=True)


def _edit(paragraph: Any, operation: str, text: str) -> None:
    run = _run(paragraph, text)
    if operation == "insert":
        run.font.underline, run.font.color.rgb = True, INSERTED
    elif operation == "delete":
        run.font.strike, run.font.color.rgb = True, DELETED


def _repeals(document: Any, comparison: Comparison) -> None:
    if not comparison.draft.repeals:
        return
    document.add_heading("What it repeals", level=2)
    for repeal in comparison.draft.repeals:
        _paragraph(document, f"{verb(repeal)} {repeal.symbol} ({extent(repeal)})", style="List Bullet")


def _standings(document: Any, context: Context) -> None:
    flagged = [(symbol, found) for symbol, found in sorted(context.standings.items()) if found.status in FLAGGED]
    if not flagged:
        return
    document.add_heading("Cited texts that no longer stand as cited", level=2)
    for symbol, found in flagged:
        _paragraph(document, f"{symbol}: {SAYS[found.status]} {found.note}".rstrip(), style="List Bullet")


def _paragraph(document: Any, text: str, soft: bool = False, style: str | None = None) -> None:
    _run(document.add_paragraph(style=style), text, soft=soft)


def _run(paragraph: Any, text: str, soft: bool = False, italic: bool = False) -> Any:
    run = paragraph.add_run(text)
    run.italic = italic or None
    if soft:
        run.font.color.rgb, run.font.size = SOFT, Pt(8.5)
    return run


def _shade(cell: Any, fill: str) -> None:
    element = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:fill"), fill)
    cell._tc.get_or_add_tcPr().append(element)


def _flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
