"""Rows → runs of rows in reading order: a gutter that rows leave free parts columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from antecedent.resolutions.extract.rows import Row, gap

BIN = 4.0  # points
FREE = 0.15  # of the usual coverage: what a gutter may have, for headings over both columns
ROWS = 4  # that each column must have
GOING_ON = 0.4  # of the lines of running text that begin with a small letter
HEAD = 5  # rows that a header may have
EDGE = 0.5  # points before what begins a column
SAME = 50.0  # points: gutters no further apart part the same columns

Stretch = tuple[float, float]  # of the width, from x to x


class Placed(NamedTuple):
    """A row, or its part in a column."""

    row: Row
    column: int


@dataclass(slots=True)
class Columns:
    """The gutters of the pages read so far: where one goes on, a few short lines are columns too."""

    known: list[float] = field(default_factory=list[float])

    def in_reading_order(self, rows: list[Row]) -> list[Placed]:
        """Rows from top to bottom; where two columns stand side by side, the left one first."""
        gutter = self._gutter(rows)
        if gutter is None:
            return [Placed(row, 0) for row in rows]
        head = _head(rows, gutter)
        placed = [Placed(row, 0) for row in rows[:head]]
        region: list[Row] = []
        for row in rows[head:]:
            if _crosses(row, gutter):
                placed += self._read_region(region, gutter)
                region = []
                placed.append(Placed(row, 0))
            else:
                region.append(row)
        return placed + self._read_region(region, gutter)

    def _gutter(self, rows: list[Row]) -> float | None:
        """That of a page before, or this page's own between the same columns, whichever suits the page better."""
        known = next((x for x in self.known[::-1] if _is_free(rows, x)), None)
        third = len(rows) // 3  # a head over both columns may cover too much of a short page
        printed = [_printed(row) for row in rows]
        found = (x for part in (printed, printed[third:], printed[: 2 * third]) if (x := _gutter(part)) is not None)
        own = next(found, None)
        if known is None or own is None:
            return own if known is None else known
        return _least_lost([own, known], printed)

    def _read_region(self, rows: list[Row], gutter: float) -> list[Placed]:
        sides = [[part for row in rows if (part := _part(row, gutter, right))] for right in (False, True)]
        if not any(abs(gutter - x) < SAME for x in self.known):
            if not all(_is_prose(side) for side in sides):
                return [Placed(row, 0) for row in rows]
            self.known.append(gutter)
        return [Placed(part, column) for column, side in enumerate(sides) for part in side]


def are_text(placed: Sequence[Placed]) -> bool:
    """Whether two columns are as wide as each other and their lines go on in small letters, unlike cells of a table."""
    sides = [[part.row for part in placed if part.column == column] for column in (0, 1)]
    widths = [median(row[-1].x1 - row[0].x0 for row in side) for side in sides if side]
    going_on = [sum(row[0].text[:1].islower() for row in side) >= GOING_ON * len(side) for side in sides]
    return all(going_on) and len(widths) == 2 and min(widths) > 0.8 * max(widths)


def _head(rows: list[Row], gutter: float) -> int:
    """How many rows at the top stand apart over both columns, on one side or in the middle: a header."""
    if len(rows) < 2:
        return 0
    usual = median(max(0.0, lower[0].y - upper[0].y) for upper, lower in pairwise(rows))
    steps = [lower[0].y - upper[0].y for upper, lower in pairwise(rows[: HEAD + 1])]
    apart = (n for n, step in enumerate(steps, 1) if step > 1.6 * usual and step > 1.5 * rows[n][0].size)
    head = next(apart, 0)
    both = any(_part(row, gutter, False) and _part(row, gutter, True) for row in rows[:head])
    return 0 if both and not any(_crosses(row, gutter) for row in rows[:head]) else head


def _is_free(rows: list[Row], x: float) -> bool:
    """Whether words stand on both sides of a gutter and next to none in it."""
    sides = [any(_part(row, x, right) for row in rows) for right in (False, True)]
    return all(sides) and sum(_crosses(row, x) for row in rows) <= FREE * len(rows) + 1


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


def _gutter(rows: list[list[Stretch]]) -> float | None:
    """The x that hardly any row covers, well inside the text; None in text of one column."""
    if len(rows) < ROWS:
        return None
    left, right = min(row[0][0] for row in rows), max(row[-1][1] for row in rows)
    covered = _coverage(rows, left, int((right - left) / BIN) + 2)
    usual = max(median(covered), 0.3 * max(covered))  # one column may have a few lines only
    low, high = len(covered) // 4, 3 * len(covered) // 4
    free = [i for i in range(low, high) if covered[i] <= FREE * usual]
    if not free:
        return None
    best = min(free, key=lambda i: (covered[i], abs(i - len(covered) / 2)))
    first, last = _strip(covered, best, 0.5 * usual)
    return _before_column(rows, left + first * BIN, left + (last + 2) * BIN) or left + (best + 0.5) * BIN


def _strip(covered: list[int], at: int, most: float) -> tuple[int, int]:
    """The first and the last bin around one that few rows cover, hanging numbers of a column and all."""
    first = last = at
    while first > 0 and covered[first - 1] <= most:
        first -= 1
    while last + 1 < len(covered) and covered[last + 1] <= most:
        last += 1
    return first, last


def _before_column(rows: list[list[Stretch]], low: float, high: float) -> float | None:
    """Where the column after a strip begins: lines end anywhere, but they begin at one place, numbers before them."""
    starts = sorted({start for row in rows for start, _ in row if low < start <= high})
    return _least_lost([start - EDGE for start in starts], rows) if starts else None


def _least_lost(gutters: list[float], rows: list[list[Stretch]]) -> float:
    """The gutter that tears the fewest lines and leaves the fewest heads of lines, such as numbers, left of it; of
    those alike the one that most lines begin at."""
    low = min(gutters)

    def lost(x: float) -> tuple[int, int]:
        stretches = [stretch for row in rows for stretch in row]
        torn = sum(start < x < end or low < start < x for start, end in stretches)
        return torn, -sum(x < start < x + 2 * EDGE for start, _ in stretches)

    return min(gutters, key=lost)


def _printed(row: Row) -> list[Stretch]:
    """From where to where a row prints; the spaces between words count as printed."""
    stretches = [(row[0].x0, row[0].x1)]
    for previous, piece in pairwise(row):
        if gap(previous, piece) > 0.8:
            stretches.append((piece.x0, piece.x1))
        else:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], piece.x1))
    return stretches


def _coverage(rows: list[list[Stretch]], left: float, bins: int) -> list[int]:
    """How many rows print over each stretch of the width."""
    steps = [0] * (bins + 1)
    for row in rows:
        for start, end in row:
            steps[int((start - left) / BIN)] += 1
            steps[min(int((end - left) / BIN), bins)] -= 1
    covered: list[int] = []
    current = 0
    for step in steps[:bins]:
        current += step
        covered.append(current)
    return covered
