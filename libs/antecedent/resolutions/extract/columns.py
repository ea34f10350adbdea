"""Rows → runs of rows in reading order: a gutter that rows leave free parts columns."""

from statistics import median
from typing import NamedTuple

from antecedent.resolutions.extract.rows import Row, gap

BIN = 4.0  # points
FREE = 0.15  # of the usual coverage: what a gutter may have, for headings over both columns
ROWS = 4  # that each column must have


class Placed(NamedTuple):
    """A row, or its part in a column."""

    row: Row
    column: int


def in_reading_order(rows: list[Row]) -> list[Placed]:
    """Rows from top to bottom; where two columns stand side by side, the left one first."""
    gutter = _gutter(rows)
    if gutter is None:
        return [Placed(row, 0) for row in rows]
    placed: list[Placed] = []
    region: list[Row] = []
    for row in rows:
        if _crosses(row, gutter):
            placed += _read_region(region, gutter)
            region = []
            placed.append(Placed(row, 0))
        else:
            region.append(row)
    return placed + _read_region(region, gutter)


def _read_region(rows: list[Row], gutter: float) -> list[Placed]:
    sides = [[part for row in rows if (part := _part(row, gutter, right))] for right in (False, True)]
    if not all(_is_prose(side) for side in sides):
        return [Placed(row, 0) for row in rows]
    return [Placed(part, column) for column, side in enumerate(sides) for part in side]


def _part(row: Row, gutter: float, right: bool) -> Row:
    return [piece for piece in row if (piece.x0 > gutter) == right]


def _is_prose(side: list[Row]) -> bool:
    """Columns of running text fill their width; those of a masthead or a table of figures do not."""
    if len(side) < ROWS:
        return False
    left, right = min(row[0].x0 for row in side), max(row[-1].x1 for row in side)
    return median(row[-1].x1 - row[0].x0 for row in side) > 0.6 * (right - left) and right - left > 100


def _crosses(row: Row, gutter: float) -> bool:
    if any(piece.x0 < gutter < piece.x1 for piece in row):
        return True
    before = [piece for piece in row if piece.x1 <= gutter]
    after = [piece for piece in row if piece.x0 >= gutter]
    return bool(before and after) and gap(before[-1], after[0]) < 0.8


def _gutter(rows: list[Row]) -> float | None:
    """The x that hardly any row covers, well inside the text; None in text of one column."""
    if len(rows) < ROWS:
        return None
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    covered = _coverage(rows, left, int((right - left) / BIN) + 2)
    usual = median(covered)
    low, high = len(covered) // 4, 3 * len(covered) // 4
    free = [i for i in range(low, high) if covered[i] <= FREE * usual]
    if not free:
        return None
    best = min(free, key=lambda i: (covered[i], abs(i - len(covered) / 2)))
    return left + (best + 0.5) * BIN


def _coverage(rows: list[Row], left: float, bins: int) -> list[int]:
    """How many rows print over each stretch of the width; the spaces between words count as printed."""
    steps = [0] * (bins + 1)
    for row in rows:
        previous = None
        for piece in row:
            start = piece.x0 if previous is None or gap(previous, piece) > 0.8 else previous.x1
            steps[int((start - left) / BIN)] += 1
            steps[min(int((piece.x1 - left) / BIN), bins)] -= 1
            previous = piece
    covered: list[int] = []
    current = 0
    for step in steps[:bins]:
        current += step
        covered.append(current)
    return covered
