"""Numbers of lines in the margin, as drafts under negotiation have them."""

from itertools import pairwise
from statistics import median

from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.rows import Row, gap

FEWEST = 4  # numbers of lines on a page; fewer are taken for text


def take_line_numbers(rows: list[Row]) -> tuple[list[Row], list[Piece]]:
    """The rows without the numbers of their lines, and those numbers."""
    for end in (0, -1):
        numbers = [row[end] for row in rows if _may_number(row, end)]
        if len(numbers) >= FEWEST and _count_lines(numbers, rows, end):
            taken = set(map(id, numbers))
            rest = [[piece for piece in row if id(piece) not in taken] for row in rows]
            return [row for row in rest if row], numbers
    return rows, []


def _may_number(row: Row, end: int) -> bool:
    piece = row[end]
    if not (piece.text.isdigit() and len(piece.text) < 4) or piece.raised:
        return False
    return len(row) == 1 or gap(*(row[:2] if end == 0 else row[-2:])) > 0.6


def _count_lines(numbers: list[Piece], rows: list[Row], end: int) -> bool:
    """They go up by one step, stand in a column outside the text, and at even distances or at nearly every line."""
    values = [int(piece.text) for piece in numbers]
    steps = {after - before for before, after in pairwise(values)}
    if len(steps) != 1 or (step := steps.pop()) not in (1, 2, 5, 10) or not _outside(numbers, rows, end):
        return False
    within = [row for row in rows if numbers[0].y - 1 <= row[0].y <= numbers[-1].y + 1]
    if step == 1:
        return len(numbers) > 0.7 * len(within)
    distances = [after.y - before.y for before, after in pairwise(numbers)]
    return max(distances) < 1.6 * median(distances) and len(within) > 2 * len(numbers)


def _outside(numbers: list[Piece], rows: list[Row], end: int) -> bool:
    taken = set(map(id, numbers))
    text = [piece for row in rows for piece in row if id(piece) not in taken]
    if not text:
        return False
    if end == 0:
        return max(piece.x1 for piece in numbers) < min(piece.x0 for piece in text) + 1
    return min(piece.x0 for piece in numbers) > max(piece.x1 for piece in text) - 1
