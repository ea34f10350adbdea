"""The same texts and looks through a browser-like engine: its own line breaking, hyphens, footnotes and tags."""

from html import escape

from tests.looks.look import Look
from tests.looks.text import Block, Note, Run, Text

FONTS = {
    "Times": "Liberation Serif, serif",
    "Helvetica": "Liberation Sans, sans-serif",
    "DejaVu": "DejaVu Serif, serif",
}
PAGE = """
@page {{ size: {width}pt {height}pt; margin: {margin}pt;
  @top-{right} {{ content: "{header}"; white-space: pre; font-size: 8pt; {rule} }}
  @bottom-center {{ content: {folio}; font-size: 8pt }}
  @bottom-left {{ content: "{job}"; font-size: 8pt }}
  @footnote {{ border-top: 0.5pt solid black; padding-top: 3pt }} }}
@page :left {{ @top-{right} {{ content: none }}
  @top-{left} {{ content: "{header}"; white-space: pre; font-size: 8pt }} }}
html {{ font: {size}pt/{leading} {family}; text-align: {align}; hyphens: {hyphens} }}
main {{ columns: {columns}; column-gap: 22pt; column-fill: auto }}
p, h1, h2 {{ margin: {gap}pt 0 0 0; orphans: 1; widows: 1 }}
h1, h2 {{ font-size: 1.1em; text-align: center; break-after: avoid; hyphens: none }}
p.led {{ text-indent: {indent}pt }}
.note {{ float: footnote; font-size: 0.8em; text-indent: 0; text-align: left }}
::footnote-call {{ font-size: 0.65em; vertical-align: super; line-height: 0 }}
ins {{ text-decoration: underline }} del {{ text-decoration: line-through }}
td, th {{ border: 0.5pt solid black; padding: 2pt 4pt; text-align: left; vertical-align: top }}
table {{ border-collapse: collapse; width: 100% }}
.stamp {{ position: fixed; top: 40%; left: 10%; font-size: 90pt; color: #ddd; transform: rotate(-45deg); z-index: -1 }}
"""


def typeset_html(text: Text, look: Look) -> bytes:
    """The PDF, tagged where the look's tags are right."""
    from weasyprint import HTML

    options = {"pdf_tags": True} if look.tags == "right" else {}
    return HTML(string=page(text, look)).write_pdf(**options)  # type: ignore[no-any-return]


def page(text: Text, look: Look) -> str:
    """The whole document as HTML."""
    stamp = f'<div class="stamp">{look.watermark}</div>' if look.watermark else ""
    body = "\n".join(_block(block, look) for block in text.blocks)
    language = text.meta.get("language", "en")
    style = f"<style>{_style(look)}</style>"
    title = escape(str(text.meta.get("title") or ""))
    head = f'<!doctype html><html lang="{language}"><title>{title}</title>{style}'
    return f"{head}{stamp}<main>{body}</main></html>"


def _style(look: Look) -> str:
    side = "left" if look.header_side == "left" else "right"
    other = "right" if look.header_side == "right" else "left"
    folio = look.page_number.replace("{page}", '" counter(page) "').replace("{pages}", '" counter(pages) "')
    return PAGE.format(
        width=look.paper[0],
        height=look.paper[1],
        margin=look.margin,
        right=side if look.header_side != "centre" else "center",
        left=other if look.header_side != "centre" else "center",
        header="\\A ".join(look.header),
        rule="border-bottom: 0.5pt solid black" if look.ruled and look.header else "",
        folio=f'"{folio}"',
        job=look.job,
        size=look.size,
        leading=look.leading,
        family=FONTS.get(look.family, "serif"),
        align="justify" if look.justified else "left",
        hyphens="auto" if look.hyphenated else "manual",
        columns=look.columns,
        gap=look.gap,
        indent=look.step if look.indent == "first-line" else 0,
    )


def _block(block: Block, look: Look) -> str:
    if block.role == "break":
        return '<div style="break-before: page"></div>'
    if block.role == "table":
        return f"<table>{''.join(_row(cells, n) for n, cells in enumerate(block.rows))}</table>"
    notes = {note.marker: note for note in block.notes}
    inner = "".join(_run(run, notes, look) for run in block.runs)
    if block.role == "title" or block.kind == "heading":
        return f"<h2>{inner}</h2>" if block.kind else f"<h1>{inner}</h1>"
    number = f"{escape(look.bullets if block.printed == '-' else block.printed)}\u2003" if block.printed else ""
    left = block.depth * look.step
    if look.indent == "hanging" and block.printed:
        return f'<p style="margin-left: {left + look.step}pt; text-indent: -{look.step}pt">{number}{inner}</p>'
    name = "led" if not block.depth and block.role == "paragraph" else ""
    return f'<p class="{name}" style="margin-left: {left}pt">{number}{inner}</p>'


def _row(cells: tuple[str, ...], n: int) -> str:
    tag = "td" if n else "th"
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _run(run: Run, notes: dict[str, Note], look: Look) -> str:
    if run.mark:
        return f'<span class="note">{escape(notes[run.mark].text)}</span>'
    inner = escape(run.text)
    if run.italic and look.italic_leads:
        inner = f"<em>{inner}</em>"
    if run.bold:
        inner = f"<strong>{inner}</strong>"
    return {"inserted": f"<ins>{inner}</ins>", "deleted": f"<del>{inner}</del>"}.get(run.change or "", inner)
