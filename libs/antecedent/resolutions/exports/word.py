"""The comparison table that secretariats work with: proposed text | source paragraph | what changed."""

# python-docx builds on lxml elements without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from typing import Any

from antecedent.resolutions.comparison import Comparison, Row, Side
from antecedent.resolutions.comparison.naming import name_of
from antecedent.resolutions.exports import paper
from antecedent.resolutions.exports.paper import edit, run, shade
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, percent, sentence, verb
from antecedent.resolutions.standing import Context

SHADES = {"new": "E7F4EA", "deleted": "FBEAE8", "split": "F1ECF8", "merged": "F8EFE2", "amended": "EAF1F8"}
WIDTHS = (92, 82, 92)  # millimetres
FLAGGED = ("repealed", "revised", "partly-repealed")


def comparison_docx(comparison: Comparison, context: Context) -> bytes:
    """A4 landscape, the table's head on every page, rows unbroken; insertions underlined, deletions struck."""
    document = paper.landscape(f"Comparison: {name_of(comparison.draft)}")
    document.add_heading(comparison.draft.title or name_of(comparison.draft), level=1)
    _paragraph(document, _compared(comparison), soft=True)
    _paragraph(document, sentence(comparison))
    table = paper.table(document, ("Proposed text", "Source paragraph", "What changed"), WIDTHS)
    for row in comparison.rows:
        _add_row(table, row)
    _repeals(document, comparison)
    _standings(document, context)
    return paper.as_bytes(document)


def _compared(comparison: Comparison) -> str:
    others = [name_of(prior) for prior in comparison.priors if prior != comparison.base]
    base = name_of(comparison.base) if comparison.base else "no earlier text"
    also = f"; also with {', '.join(others)}" if others else ""
    return f"{name_of(comparison.draft)} compared with {base}{also}"


def _add_row(table: Any, row: Row) -> None:
    draft, prior, changes = paper.row(table, WIDTHS)
    _side(draft, row.draft, row, "Not carried over.")
    nothing = "No source in the texts compared." if row.relation == "deleted" else "No source: new text."
    _side(prior, row.prior, row, nothing)
    _changed(changes, row)


def _side(cell: Any, side: Side, row: Row, nothing: str) -> None:
    blank = cell.paragraphs[0]
    if not side.texts:
        run(blank, nothing, soft=True, italic=True)
        return
    if side is row.prior and row.other and side.document:
        run(blank, f"From {name_of(side.document)}", soft=True, italic=True)
        blank = cell.add_paragraph()
    for text in side.texts:
        page = f", page {text.boxes[0].page}" if text.boxes else ""
        run(blank, f"{text.label}{page}", soft=True)
        body = cell.add_paragraph()
        for piece in text.pieces:
            if piece.mark:
                run(body, piece.mark).font.superscript = True
            else:
                edit(body, "delete" if not text.paragraph.text else "equal", piece.text)
        for note in text.footnotes:
            run(cell.add_paragraph(), f"{note.marker} {note.text}", soft=True)
        if text is not side.texts[-1]:
            blank = cell.add_paragraph()


def _changed(cell: Any, row: Row) -> None:
    head = cell.paragraphs[0]
    run(head, WORDS[row.relation]).bold = True
    if row.moved:
        run(head, ", moved")
    if row.relation in ("amended", "split", "merged"):
        run(head, f"  {percent(row.score)} alike", soft=True)
    if row.relation in SHADES:
        shade(cell, SHADES[row.relation])
    if row.relation in ("amended", "split", "merged"):
        body = cell.add_paragraph()
        for operation, text in row.changes:
            edit(body, operation, text)
    for text in row.draft.texts:
        for repeal in text.repeals:
            run(cell.add_paragraph(), f"{verb(repeal)} {repeal.symbol} ({extent(repeal)})").bold = True
    for hint in row.hints:
        run(cell.add_paragraph(), f"See also {hint.name} ({percent(hint.score)} alike)", soft=True)


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
    run(document.add_paragraph(style=style), text, soft=soft)
