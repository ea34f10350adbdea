"""Pieces of words → printed lines: by baseline, with raised marks beside the words that they stand at."""

from collections.abc import Iterable
from itertools import pairwise

from antecedent.resolutions.extract.glyphs import Piece, Sheet
from antecedent.resolutions.models import Box, Line, Span

ASCENT, DESCENT = 0.8, 0.22  # of a line's box over and under its baseline, in font sizes


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a page from top to bottom; what stands side by side with a wide gap is two lines."""
    rows = _attach_raised(_rows(sheet.pieces))
    lines = [_line(sheet.number, part) for row in rows for part in _split_at_wide_gaps(row)]
    return sorted(lines, key=lambda line: (round(line.box.bottom), line.box.x0))


def _rows(pieces: Iterable[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.y):
        if rows and abs(rows[-1][-1].y - piece.y) < 0.1 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda p: p.x0) for row in rows]


def _attach_raised(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Moves small pieces over a baseline into the row that they stand at."""
    kept = list(rows)
    for above, row in pairwise(rows):
        size = max(piece.size for piece in row)
        raised = [p for p in above if p.size < 0.8 * size and 0.1 * size < row[0].y - p.y < 0.7 * size]
        touching = [p for p in raised if any(-size < p.x0 - q.x1 < size for q in row)]
        for piece in touching:
            piece.raised = True
            above.remove(piece)
        row.extend(touching)
        row.sort(key=lambda p: p.x0)
    return [row for row in kept if row]


def _split_at_wide_gaps(row: list[Piece]) -> list[list[Piece]]:
    parts = [[row[0]]]
    for left, right in pairwise(row):
        if right.x0 - left.x1 > 5 * max(left.size, right.size):
            parts.append([])
        parts[-1].append(right)
    return parts


def _line(page: int, pieces: list[Piece]) -> Line:
    spans: list[Span] = []
    run: list[Piece] = []
    text = ""
    for piece in pieces:
        glue = " " if run and _is_gap(run[-1], piece) else ""
        if run and _style(run[0]) == _style(piece):
            text += glue + piece.text
            run.append(piece)
            continue
        if run:
            spans.append(_span(text + glue, run))
        text, run = piece.text, [piece]
    spans.append(_span(text, run))
    return Line(
        page=page, box=_around([span.box for span in spans if not span.raised] or [spans[0].box]), spans=tuple(spans)
    )


def _is_gap(left: Piece, right: Piece) -> bool:
    return right.x0 - left.x1 > 0.12 * max(left.size, right.size)


def _style(piece: Piece) -> tuple[str, float, bool, bool, bool]:
    return piece.font, piece.size, piece.bold, piece.italic, piece.raised


def _span(text: str, run: list[Piece]) -> Span:
    first = run[0]
    box = Box(first.x0, first.y - ASCENT * first.size, run[-1].x1, first.y + DESCENT * first.size)
    return Span(
        text=text, box=box, size=first.size, font=first.font, bold=first.bold, italic=first.italic, raised=first.raised
    )


def _around(boxes: list[Box]) -> Box:
    return Box(
        min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
    )
