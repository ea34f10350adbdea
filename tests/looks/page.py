"""Lays rows on pages: columns, footnotes at their page's foot, and what is printed around the text."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.looks.around import draw_furniture
from tests.looks.lines import Part, Row, Word, break_lines, family, words_of
from tests.looks.look import Look
from tests.looks.tags import NOTE, Tags
from tests.looks.text import Block, Note, Run, Text

BLACK, RED = Color(0, 0, 0), Color(0.75, 0.05, 0.05)
HEAD = ("masthead", "title")


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
    lines = 0
    for number, frames in enumerate(pages, 1):
        with tags.artifact():
            draw_furniture(canvas, look, number, len(pages))
        for frame in frames:
            lines = _draw_frame(canvas, look, frame, tags, lines if look.line_numbers_go_on else 0)
        tags.end_page()
        canvas.showPage()
    tags.finish()
    canvas.save()
    return out.getvalue()


def column_width(look: Look) -> float:
    return (look.paper[0] - 2 * look.margin - (look.columns - 1) * _gutter(look)) / look.columns


def _gutter(look: Look) -> float:
    return 40.0 if look.line_numbers else 22.0


def _note_height(look: Look) -> float:
    return look.size * look.notes_size * 1.2


def _paginate(text: Text, look: Look) -> Iterator[list[Frame]]:
    head = _head(text, look)
    frames, index = _frames(look, head), len(head)
    note_height = _note_height(look)
    for placed in _rows(text, look, skipped=len(head) > 0):
        notes = [row for note in placed.notes for row in _note_rows(note, look)]
        frame = frames[index]
        above = placed.above if frame.rows else 0.0
        foot = (len(frame.notes) + len(notes)) * note_height + (8 if frame.notes or notes else 0)
        if frame.rows and (placed.new_page or frame.used + above + placed.height + foot > frame.top - frame.bottom):
            index += 1
            if index == len(frames) or placed.new_page:
                yield frames
                frames, index = _frames(look, []), 0
            frame, above = frames[index], 0.0
        frame.rows.append(replace(placed, above=above))
        frame.notes += notes
        frame.used += above + placed.height
    yield frames


def _head(text: Text, look: Look) -> list[Frame]:
    """Masthead and title over all columns, where the look has them so."""
    if look.columns == 1 or not look.wide_head:
        return []
    wide = replace(look, columns=1)
    (frame,) = _frames(wide, [])
    heads = ((n, block) for n, block in enumerate(text.blocks) if block.role in HEAD)
    frame.rows = [placed for n, block in heads for placed in _block_rows(block, n, wide)]
    frame.bottom = frame.top - sum(placed.above + placed.height for placed in frame.rows) - 8
    return [frame]


def _frames(look: Look, head: list[Frame]) -> list[Frame]:
    width = column_width(look)
    top = head[0].bottom if head else look.paper[1] - look.margin - (0 if not look.header else 8)
    lefts = (look.margin + n * (width + _gutter(look)) for n in range(look.columns))
    return [*head, *(Frame(left=left, width=width, top=top, bottom=look.margin) for left in lefts)]


def _rows(text: Text, look: Look, *, skipped: bool) -> Iterator[Placed]:
    """All rows of a text in order, x measured from the left of their column; without its head where that stands."""
    fresh = False
    for index, block in enumerate(text.blocks):
        if skipped and block.role in HEAD:
            continue
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
                yield Placed(row=row, height=_note_height(look), block=NOTE)


def _block_rows(block: Block, index: int, look: Look) -> Iterator[Placed]:
    size = {"title": look.size * 1.25, "masthead": look.size * 0.95}.get(block.role, look.size)
    heads = block.role == "title" or block.kind == "heading"
    bold = block.role == "title" or (heads and look.headings in ("centred", "bold"))
    spaced = 0.35 * size if block.role == "title" and look.spaced_title else 0.0
    side = _side(block, index, look)
    number = words_of(_number(block, look), look, size)
    start, first, left = _indents(block, number, look)
    width = column_width(look)
    called = {note.marker: note for note in block.notes}
    words = words_of(block.runs, look, size, bold=bold, spacing=spaced)
    for n, row in enumerate(break_lines(words, first, left, width, look)):
        placed = (
            _aligned(row, width, side) if side else replace(row, number=tuple(number), start=start) if n == 0 else row
        )
        yield Placed(
            row=placed,
            height=size * look.leading,
            block=index,
            above=(look.gap + (6 if heads else 0)) if n == 0 else 0.0,
            notes=tuple(called[mark] for mark in row.marks if look.notes == "foot"),
        )


def _side(block: Block, index: int, look: Look) -> float | None:
    """Which share of the free width stands at the left: none at the left, half centred, all at the right."""
    if block.role == "title" or (block.kind == "heading" and look.headings == "centred"):
        return 0.5
    if block.role == "masthead" and look.masthead == "centred":
        return 0.5
    return 1.0 if block.role == "masthead" and look.masthead == "split" and index == 0 else None


def _aligned(row: Row, width: float, side: float) -> Row:
    used = sum(part.width for word in row.words for part in word)
    space = _natural(row) * (len(row.words) - 1)
    return replace(row, x=max(0.0, (width - used - space) * side), last=True)


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
    if look.indent == "margin" and number:
        return left - max(look.step, after - start), left, left
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
    small = replace(look, size=look.size * look.notes_size)
    words = words_of((Run(text=note.marker, mark=note.marker), Run(text=f" {note.text}")), small, small.size)
    return list(break_lines(words, 0, 0, column_width(look), small))


def _draw_frame(canvas: Canvas, look: Look, frame: Frame, tags: Tags, lines: int) -> int:
    """Gives the number of the last line."""
    y = frame.top
    for placed in frame.rows:
        lines += 1
        y -= placed.above + placed.height
        with tags.content(placed.block):
            if placed.cells:
                _draw_cells(canvas, look, frame, placed, y)
            else:
                _draw_row(canvas, look, placed.row, frame.left, y + placed.height * 0.22)
        if look.line_numbers and lines % look.line_numbers == 0:
            with tags.artifact():
                _draw_line_number(canvas, look, frame, lines, y + placed.height * 0.22)
    if frame.notes:
        _draw_notes(canvas, look, frame, tags)
    return lines


def _draw_line_number(canvas: Canvas, look: Look, frame: Frame, number: int, y: float) -> None:
    canvas.setFont(family(look.family)[0], 7)
    if look.line_numbers_right:
        canvas.drawString(frame.left + frame.width + 12, y, str(number))
    else:
        canvas.drawRightString(frame.left - (look.step + 20 if look.indent == "margin" else 12), y, str(number))


def _draw_notes(canvas: Canvas, look: Look, frame: Frame, tags: Tags) -> None:
    height = _note_height(look)
    y = frame.bottom + len(frame.notes) * height
    if look.notes_ruled:
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


def _natural(row: Row) -> float:
    """Between words that are not stretched."""
    return max(0.25 * part.size + 1.5 * part.spacing for word in row.words for part in word)


def _gap(row: Row, look: Look) -> float:
    natural = _natural(row)
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
    return (a.font, a.size, a.raised, a.change, a.underlined) == (b.font, b.size, b.raised, b.change, b.underlined)


def _show(canvas: Canvas, look: Look, string: str, style: Part, x: float, end: float, y: float, gap: float) -> None:
    canvas.setFillColor(RED if look.coloured and style.change else BLACK)
    text = canvas.beginText(x, y + (style.size * 0.55 if style.raised else 0))
    text.setFont(style.font, style.size)
    space = pdfmetrics.stringWidth(" ", style.font, style.size)
    text.setWordSpace(round(gap - space - style.spacing, 3) if " " in string else 0)
    if style.spacing:
        text.setCharSpace(style.spacing)
    text.textOut(string)
    text.setWordSpace(0)
    if style.spacing:
        text.setCharSpace(0)
    canvas.drawText(text)
    _draw_change(canvas, "inserted" if style.underlined else style.change, x, end, y, style.size)
    canvas.setFillColor(BLACK)


def _draw_change(canvas: Canvas, change: str | None, x0: float, x1: float, y: float, size: float) -> None:
    if change:
        canvas.setLineWidth(0.6)
        level = y - size * 0.13 if change == "inserted" else y + size * 0.27
        canvas.line(x0, level, x1, level)
