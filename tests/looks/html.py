"""The same texts and looks through a browser-like engine: its own line breaking, hyphens, footnotes and tags."""

from html import escape

from tests.looks.look import Look
from tests.looks.text import Block, Note, Run, Text

FONTS = {
    "Times": "Liberation Serif, serif",
    "Helvetica": "Liberation Sans, sans-serif",
    "DejaVu": "DejaVu Serif, serif",
}
HEAD = ("masthead", "title")
LEADS = {
    "bold": "font-style: normal; font-weight: bold",
    "underlined": "font-style: normal; text-decoration: underline",
}
HEADINGS = {
    "centred": "",
    "bold": "font-size: 1em; text-align: left",
    "capitals": "font-size: 1em; font-weight: normal; text-align: left",
    "italic": "font-size: 1em; font-weight: normal; text-align: left",
}
PAGE = """
@counter-style stars {{ system: symbolic; symbols: "*"; suffix: "" }}
@page {{ size: {width}pt {height}pt; margin: {margin}pt;
  @top-{right} {{ content: "{header}"; white-space: pre; font-size: 8pt; {rule} }}
  @bottom-center {{ content: {folio}; font-size: 8pt }}
  @bottom-left {{ content: "{job}"; white-space: pre; font-size: 8pt }}
  @footnote {{ {parted}padding-top: 3pt }} }}
@page :left {{ @top-{right} {{ content: none }}
  @top-{left} {{ content: "{even}"; white-space: pre; font-size: 8pt }} }}
html {{ font: {size}pt/{leading} {family}; text-align: {align}; hyphens: {hyphens} }}
main {{ columns: {columns}; column-gap: 22pt; column-fill: auto }}
p, h1, h2 {{ margin: {gap}pt 0 0 0; orphans: 1; widows: 1 }}
h1, h2 {{ font-size: 1.1em; text-align: center; break-after: avoid; hyphens: none }}
h2 {{ {heading} }}
h1 {{ letter-spacing: {spacing}em }}
.head {{ {wide} }}
.centred {{ text-align: center }} .right {{ text-align: right }}
p.led {{ text-indent: {indent}pt }}
em {{ {lead} }}
.note {{ float: footnote; font-size: {notes_size}em; text-indent: 0; text-align: left }}
::footnote-call {{ content: {call}; font-size: 0.65em; vertical-align: super; line-height: 0 }}
::footnote-marker {{ content: {call} ". " }}
ins {{ text-decoration: underline }} del {{ text-decoration: line-through }}
td, th {{ border: 0.5pt solid black; padding: 2pt 4pt; text-align: left; vertical-align: top }}
table {{ border-collapse: collapse; width: 100% }}
.stamp {{ position: fixed; top: 40%; left: 10%; font-size: 90pt; color: #ddd; transform: rotate(-45deg); z-index: -1 }}
"""


def typeset_html(text: Text, look: Look) -> bytes:
    """The PDF, tagged rightly where the look has tags of any kind."""
    from weasyprint import HTML

    options = {"pdf_tags": True} if look.tags != "none" else {}
    return HTML(string=page(text, look)).write_pdf(**options)  # type: ignore[no-any-return]


def page(text: Text, look: Look) -> str:
    """The whole document as HTML."""
    stamp = f'<div class="stamp">{look.watermark}</div>' if look.watermark else ""
    head = "\n".join(_head(block, n, look) for n, block in enumerate(text.blocks) if block.role in HEAD)
    body = "\n".join(_block(block, look) for block in text.blocks if block.role not in HEAD)
    calls = [note.marker for block in text.blocks for note in block.notes]
    language = text.meta.get("language", "en")
    style = f"<style>{_style(look, calls)}</style>"
    title = escape(str(text.meta.get("title") or ""))
    opening = f'<!doctype html><html lang="{language}"><title>{title}</title>{style}'
    return f'{opening}{stamp}<main><div class="head">{head}</div>{body}</main></html>'


def _call(calls: list[str]) -> str:
    """How the engine is to count notes so that their marks come out as the text has them."""
    first = calls[0] if calls else "1"
    if first == "*":
        return "counter(footnote, stars)"
    return f"counter(footnote, {'lower-alpha' if first == 'a' else 'decimal'})"


def _style(look: Look, calls: list[str]) -> str:
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
        even="\\A ".join(look.header_even or look.header),
        parted="border-top: 0.5pt solid black; " if look.notes_ruled else "",
        heading=HEADINGS[look.headings],
        spacing=0.35 if look.spaced_title else 0,
        wide="column-span: all" if look.wide_head else "",
        lead=LEADS.get(look.leads, "font-style: italic" if look.leads == "italic" else "font-style: normal"),
        notes_size=look.notes_size,
        call=_call(calls),
        rule="border-bottom: 0.5pt solid black" if look.ruled and look.header else "",
        folio=f'"{folio}"',
        job="\\A ".join(each for each in (look.job, look.bar_code) if each),
        size=look.size,
        leading=look.leading,
        family=FONTS.get(look.family, "serif"),
        align="justify" if look.justified else "left",
        hyphens="auto" if look.hyphenated else "manual",
        columns=look.columns,
        gap=look.gap,
        indent=look.step if look.indent == "first-line" else 0,
    )


def _head(block: Block, n: int, look: Look) -> str:
    inner = "".join(_run(run, {}, look) for run in block.runs)
    if block.role == "title":
        return f"<h1>{inner}</h1>"
    side = {"centred": "centred", "split": "right" if n == 0 else ""}.get(look.masthead, "")
    return f'<p class="{side}">{inner}</p>'


def _block(block: Block, look: Look) -> str:
    if block.role == "break":
        return '<div style="break-before: page"></div>'
    if block.role == "table":
        return f"<table>{''.join(_row(cells, n) for n, cells in enumerate(block.rows))}</table>"
    notes = {note.marker: note for note in block.notes}
    inner = "".join(_run(run, notes, look) for run in block.runs)
    if block.kind == "heading":
        return f"<h2>{inner}</h2>"
    number = f"{escape(look.bullets if block.printed == '-' else block.printed)}\u2003" if block.printed else ""
    left = block.depth * look.step
    if look.indent == "hanging" and block.printed:
        return f'<p style="margin-left: {left + look.step}pt; text-indent: -{look.step}pt">{number}{inner}</p>'
    if look.indent == "margin" and block.printed:
        return f'<p style="margin-left: {left}pt; text-indent: -{look.step + 4}pt">{number}{inner}</p>'
    name = "led" if not block.depth and block.role == "paragraph" else ""
    return f'<p class="{name}" style="margin-left: {left}pt">{number}{inner}</p>'


def _row(cells: tuple[str, ...], n: int) -> str:
    tag = "td" if n else "th"
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _run(run: Run, notes: dict[str, Note], look: Look) -> str:
    if run.mark:
        return f'<span class="note">{escape(notes[run.mark].text)}</span>'
    inner = escape(run.text)
    if run.italic:
        inner = f"<em>{inner}</em>"
    if run.bold:
        inner = f"<strong>{inner}</strong>"
    return {"inserted": f"<ins>{inner}</ins>", "deleted": f"<del>{inner}</del>"}.get(run.change or "", inner)
