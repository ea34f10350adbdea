"""Lays rows on pages: columns, footnotes at their page's foot, and what is printed around the text."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.looks.lines import Part, Row, Word, break_lines, family, words_of
from tests.looks.look import Look
from tests.looks.tags import NOTE, Tags
from tests.looks.text import Block, Note, Run, Text

BLACK, RED, GREY = Color(0, 0, 0), Color(0.75, 0.05, 0.05), Color(0.85, 0.85, 0.85)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A row with its height, its block's index and the notes that must stand on its page."""

    row: Row
    height: float
    block: int
    above: float = 0.0
    notes: tuple[Note, ...] = ()
    cells: tuple[tuple[Row, ...], ...] = ()  # of a table's line
    new_page: bool = False


@dataclass
class Frame:
    """A column of a page, filled from the top, its notes from the bottom."""

    left: float
    width: float
    top: float
    bottom: float
    rows: list[Placed] = field(default_factory=list[Placed])
    notes: list[Row] = field(default_factory=list[Row])
    used: float = 0.0


def typeset(text: Text, look: Look) -> bytes:
    """The PDF; the same bytes for the same text and look (but for compressed images)."""
    pages = list(_paginate(text, look))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=look.paper, invariant=1, pageCompression=0)
    canvas.setTitle(str(text.meta.get("title") or "Untitled"))
    tags = Tags(canvas, look.tags, text)
    for number, frames in enumerate(pages, 1):
        _draw_furniture(canvas, look, number, len(pages))
        for frame in frames:
            _draw_frame(canvas, look, frame, tags)
        tags.end_page()
        canvas.showPage()
    tags.finish()
    canvas.save()
    return out.getvalue()


def column_width(look: Look) -> float:
    return (look.paper[0] - 2 * look.margin - (look.columns - 1) * _gutter(look)) / look.columns


def _gutter(look: Look) -> float:
    return 40.0 if look.line_numbers else 22.0


def _paginate(text: Text, look: Look) -> Iterator[list[Frame]]:
    frames, index = _frames(look), 0
    note_height = look.size * 0.8 * 1.2
    for placed in _rows(text, look):
        notes = [row for note in placed.notes for row in _note_rows(note, look)]
        frame = frames[index]
        above = placed.above if frame.rows else 0.0
        foot = (len(frame.notes) + len(notes)) * note_height + (8 if frame.notes or notes else 0)
        if frame.rows and (placed.new_page or frame.used + above + placed.height + foot > frame.top - frame.bottom):
            index += 1
            if index == len(frames) or placed.new_page:
                yield frames
                frames, index = _frames(look), 0
            frame, above = frames[index], 0.0
        frame.rows.append(replace(placed, above=above))
        frame.notes += notes
        frame.used += above + placed.height
    yield frames


def _frames(look: Look) -> list[Frame]:
    width = column_width(look)
    top = look.paper[1] - look.margin - (0 if not look.header else 8)
    lefts = (look.margin + n * (width + _gutter(look)) for n in range(look.columns))
    return [Frame(left=left, width=width, top=top, bottom=look.margin) for left in lefts]


def _rows(text: Text, look: Look) -> Iterator[Placed]:
    """All rows of a text in order, x measured from the left of their column."""
    fresh = False
    for index, block in enumerate(text.blocks):
        if block.role == "break":
            fresh = True
            continue
        made = _table_rows(block, index, look) if block.role == "table" else _block_rows(block, index, look)
        for placed in made:
            yield replace(placed, new_page=fresh)
            fresh = False
    if look.notes == "end":
        for note in (note for block in text.blocks for note in block.notes):
            for row in _note_rows(note, look):
                yield Placed(row=row, height=look.size * 0.8 * 1.2, block=NOTE)


def _block_rows(block: Block, index: int, look: Look) -> Iterator[Placed]:
    size = {"title": look.size * 1.25, "masthead": look.size * 0.95}.get(block.role, look.size)
    centred = block.role == "title" or block.kind == "heading"
    number = words_of(_number(block, look), look, size, bold=False)
    start, first, left = _indents(block, number, look)
    width = column_width(look)
    called = {note.marker: note for note in block.notes}
    for n, row in enumerate(break_lines(words_of(block.runs, look, size, bold=centred), first, left, width, look)):
        placed = _centre(row, width) if centred else replace(row, number=tuple(number), start=start) if n == 0 else row
        yield Placed(
            row=placed,
            height=size * look.leading,
            block=index,
            above=(look.gap + (6 if centred else 0)) if n == 0 else 0.0,
            notes=tuple(called[mark] for mark in row.marks if look.notes == "foot"),
        )


def _centre(row: Row, width: float) -> Row:
    used = sum(part.width for word in row.words for part in word)
    space = 0.25 * row.words[0][0].size * (len(row.words) - 1)
    return replace(row, x=max(0.0, (width - used - space) / 2), last=True)


def _number(block: Block, look: Look) -> tuple[Run, ...]:
    """The printed number; it is marked as changed where the whole paragraph is."""
    if not block.printed:
        return ()
    changes = {run.change for run in block.runs if run.text.strip()}
    printed = look.bullets if block.printed == "-" else block.printed
    return (Run(text=printed, change=changes.pop() if len(changes) == 1 else None),)


def _indents(block: Block, number: list[Word], look: Look) -> tuple[float, float, float]:
    """Where the number, the first line and the other lines begin."""
    if block.role != "paragraph" or block.kind == "heading":
        return 0.0, 0.0, 0.0
    left = block.depth * look.step
    start = left + (look.step if look.indent == "first-line" and not block.depth else 0)
    after = start + sum(part.width for word in number for part in word) + look.size * 0.7 if number else start
    if look.indent == "hanging" and number:
        return left, max(after, left + look.step), left + look.step
    return start, after, left


def _table_rows(block: Block, index: int, look: Look) -> Iterator[Placed]:
    width, size = column_width(look), look.size * 0.9
    step = width / len(block.rows[0])
    for n, cells in enumerate(block.rows):
        broken: list[tuple[Row, ...]] = []
        for k, cell in enumerate(cells):
            words = words_of((Run(text=cell),), look, size, bold=n == 0)
            broken.append(tuple(break_lines(words, k * step + 3, k * step + 3, (k + 1) * step - 3, look)))
        height = max(len(rows) for rows in broken) * size * 1.2 + 6
        above = 6.0 if n == 0 else 0.0
        yield Placed(row=Row(words=(), x=0, width=width), height=height, block=index, above=above, cells=tuple(broken))


def _note_rows(note: Note, look: Look) -> list[Row]:
    small = replace(look, size=look.size * 0.8)
    words = words_of((Run(text=note.marker, mark=note.marker), Run(text=f" {note.text}")), small, small.size)
    return list(break_lines(words, 0, 0, column_width(look), small))


def _draw_frame(canvas: Canvas, look: Look, frame: Frame, tags: Tags) -> None:
    y = frame.top
    for n, placed in enumerate(frame.rows):
        y -= placed.above + placed.height
        with tags.content(placed.block):
            if placed.cells:
                _draw_cells(canvas, look, frame, placed, y)
            else:
                _draw_row(canvas, look, placed.row, frame.left, y + placed.height * 0.22)
        if look.line_numbers and (n + 1) % look.line_numbers == 0:
            canvas.setFont(family(look.family)[0], 7)
            canvas.drawRightString(frame.left - 12, y + placed.height * 0.22, str(n + 1))
    if frame.notes:
        _draw_notes(canvas, look, frame, tags)


def _draw_notes(canvas: Canvas, look: Look, frame: Frame, tags: Tags) -> None:
    height = look.size * 0.8 * 1.2
    y = frame.bottom + len(frame.notes) * height
    canvas.line(frame.left, y + 3, frame.left + 90, y + 3)
    for row in frame.notes:
        y -= height
        with tags.content(NOTE):
            _draw_row(canvas, look, row, frame.left, y + height * 0.25)


def _draw_cells(canvas: Canvas, look: Look, frame: Frame, placed: Placed, y: float) -> None:
    step = frame.width / len(placed.cells)
    for k, rows in enumerate(placed.cells):
        canvas.rect(frame.left + k * step, y, step, placed.height)
        for n, row in enumerate(rows):
            baseline = y + placed.height - 3 - (n + 0.8) * look.size * 0.9 * 1.2
            _draw_row(canvas, replace(look, justified=False), row, frame.left, baseline)


def _draw_row(canvas: Canvas, look: Look, row: Row, left: float, y: float) -> None:
    for word in row.number:
        _draw_words(canvas, look, (word,), left + row.start, y, 0)
    if row.words:
        _draw_words(canvas, look, row.words, left + row.x, y, _gap(row, look))


def _gap(row: Row, look: Look) -> float:
    natural = 0.25 * max(part.size for word in row.words for part in word)
    if not look.justified or row.last or len(row.words) < 2:
        return natural
    used = sum(part.width for word in row.words for part in word)
    return max(natural * 0.8, (row.width - used) / (len(row.words) - 1))


def _draw_words(canvas: Canvas, look: Look, words: tuple[Word, ...], x: float, y: float, gap: float) -> None:
    """Draws the words, alike neighbours as one string; where the look has no spaces each word for itself."""
    string, style, start = "", words[0][0], x
    for n, word in enumerate(words):
        for k, part in enumerate(word):
            new_word = n > 0 and k == 0
            if string and (not _alike(part, style) or (new_word and not look.spaces)):
                _show(canvas, look, string, style, start, x, y, gap)
                string, start = "", x
                if new_word and look.spaces:
                    string = " " if part.change == style.change and not part.raised else ""
                    start += 0 if string else gap
                elif new_word:
                    start += gap
            elif string and new_word:
                string += " "
            x += gap if new_word else 0
            string, style = string + part.text, part
            x += part.width
    _show(canvas, look, string, style, start, x, y, gap)


def _alike(a: Part, b: Part) -> bool:
    return (a.font, a.size, a.raised, a.change) == (b.font, b.size, b.raised, b.change)


def _show(canvas: Canvas, look: Look, string: str, style: Part, x: float, end: float, y: float, gap: float) -> None:
    canvas.setFillColor(RED if look.coloured and style.change else BLACK)
    text = canvas.beginText(x, y + (style.size * 0.55 if style.raised else 0))
    text.setFont(style.font, style.size)
    space = pdfmetrics.stringWidth(" ", style.font, style.size)
    text.setWordSpace(round(gap - space, 3) if " " in string else 0)
    text.textOut(string)
    text.setWordSpace(0)
    canvas.drawText(text)
    _draw_change(canvas, style.change, x, end, y, style.size)
    canvas.setFillColor(BLACK)


def _draw_change(canvas: Canvas, change: str | None, x0: float, x1: float, y: float, size: float) -> None:
    if change:
        canvas.setLineWidth(0.6)
        level = y - size * 0.13 if change == "inserted" else y + size * 0.27
        canvas.line(x0, level, x1, level)


def _draw_furniture(canvas: Canvas, look: Look, number: int, pages: int) -> None:
    width, height = look.paper
    font, size = family(look.family)[0], 8.5
    canvas.setFont(font, size)
    if look.watermark:
        canvas.saveState()
        canvas.setFillColor(GREY)
        canvas.setFont(font, 90)
        canvas.translate(width / 2, height / 2)
        canvas.rotate(45)
        canvas.drawCentredString(0, 0, look.watermark)
        canvas.restoreState()
    side = look.header_side if look.header_side != "alternate" else ("left", "right")[number % 2]
    for n, line in enumerate(look.header):
        _draw_aligned(canvas, side, look, line, height - look.margin * 0.45 - (n - 1) * size)
    if look.header and look.ruled:
        canvas.line(look.margin, height - look.margin + 2, width - look.margin, height - look.margin + 2)
    folio = look.page_number.format(page=number, pages=pages)
    canvas.drawCentredString(width / 2, height - 16 if look.page_number_top else look.margin * 0.5, folio)
    if look.job:
        canvas.drawString(look.margin, look.margin * 0.5, look.job)


def _draw_aligned(canvas: Canvas, side: str, look: Look, line: str, y: float) -> None:
    if side == "centre":
        canvas.drawCentredString(look.paper[0] / 2, y, line)
    elif side == "left":
        canvas.drawString(look.margin, y, line)
    else:
        canvas.drawRightString(look.paper[0] - look.margin, y, line)
