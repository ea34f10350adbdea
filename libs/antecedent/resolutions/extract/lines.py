"""Placed rows → printed lines with their spans."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from antecedent.resolutions.extract.characters import clean
from antecedent.resolutions.extract.columns import Placed
from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.rows import Row, gap, parted
from antecedent.resolutions.extract.tags import Elements, element_of
from antecedent.resolutions.models import Box, Line, Span

ASCENT, DESCENT = 0.8, 0.22  # of a line's box over and under its baseline, in font sizes
WIDE = 2.5  # font sizes: a wider gap parts what stands side by side, unless a number stands before it
WIDEST = 8.0  # and a gap as wide as this parts a number too


def lines_of(page: int, placed: Iterable[Placed], elements: Elements | None = None) -> list[Line]:
    """Lines in the order given; what stands side by side in one row with a wide gap is two lines."""
    return [_line(page, part, column, elements) for row, column in placed for part in _split_at_wide_gaps(row)]


def _split_at_wide_gaps(row: Row) -> list[Row]:
    parts = [[row[0]]]
    for left, right in pairwise(row):
        if (space := gap(left, right)) > WIDE and (space > WIDEST or not _is_number(parts[-1])):
            parts.append([])
        parts[-1].append(right)
    return parts


def _is_number(part: Row) -> bool:
    """A number, letter or bullet before a tab: '1.', '(a)', '14.AA'."""
    text = "".join(piece.text for piece in part).replace(" ", "")
    return len(text) <= 8 and (not text[-1].isalnum() or part[0].raised or any(c.isdigit() for c in text))


def _line(page: int, row: Row, column: int, elements: Elements | None) -> Line:
    runs: list[tuple[str, Row]] = []
    for i, piece in enumerate(row):
        glue = _glue(row[i - 1], piece) if i else None
        if runs and _same_style(runs[-1][1][-1], piece):
            runs[-1] = (runs[-1][0] + ("" if glue is None else " ") + piece.text, [*runs[-1][1], piece])
            continue
        if glue and runs:
            runs[-1] = (runs[-1][0] + " ", runs[-1][1])
        runs.append(((" " if glue == "" else "") + piece.text, [piece]))
    spans = [_span(clean(text), run) for text, run in runs]
    element = element_of(row, elements) if elements else None
    tag, block = element or (None, None)
    return Line(page=page, box=_around(spans), spans=tuple(spans), column=column, tag=tag, block=block)


def _glue(left: Piece, right: Piece) -> str | None:
    """None where they touch; ' ' when the space goes with the left one, '' when with the right one."""
    if not parted(left, right):
        return None
    return "" if left.change != right.change and right.space_change == right.change else " "


def _same_style(left: Piece, right: Piece) -> bool:
    return (
        left.size == right.size
        and left.font == right.font
        and left.raised == right.raised
        and left.change == right.change
        and left.style.italic == right.style.italic
        and left.style.bold == right.style.bold
    )


def _span(text: str, run: Row) -> Span:
    first, style = run[0], run[0].style
    box = Box(first.x0, first.y - ASCENT * first.size, run[-1].x1, first.y + DESCENT * first.size)
    return Span(
        text=text,
        box=box,
        size=first.size,
        font=first.font,
        bold=style.bold,
        italic=style.italic,
        raised=first.raised,
        change=first.change,
    )


def _around(spans: list[Span]) -> Box:
    """Around all spans; raised ones count for the width alone."""
    if len(spans) == 1:
        return spans[0].box
    level = [span.box for span in spans if not span.raised] or [span.box for span in spans]
    return Box(
        min(span.box.x0 for span in spans),
        min(box.top for box in level),
        max(span.box.x1 for span in spans),
        max(box.bottom for box in level),
    )


def merge_spans(line: Line) -> Line:
    """Joins neighbouring spans that no longer differ."""
    spans: list[Span] = []
    for span in line.spans:
        last = spans[-1] if spans else None
        if last and replace(last, text="", box=span.box) == replace(span, text=""):
            box = Box(last.box.x0, last.box.top, span.box.x1, span.box.bottom)
            spans[-1] = replace(last, text=last.text + span.text, box=box)
        else:
            spans.append(span)
    return replace(line, spans=tuple(spans))
