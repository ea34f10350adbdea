"""Numbers of lines in a margin or between columns, as drafts under negotiation have them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.rows import Row

FEWEST = 3  # numbers of lines in a column of them; fewer are taken for text
FEWEST_EACH = 4  # where each line has one: lists count so too
FEWEST_SMALL = 2  # where they are smaller than the text
REACH = 0.45  # of the width of the text: a line that stands further off is of another column
NEAR = 1.0  # points: ends that stand no further apart stand in one column


@dataclass(slots=True)
class Margins:
    """Where the pages read so far have numbers of their lines: there even a single one is no text."""

    known: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])  # right end, size

    def take(self, rows: list[Row]) -> tuple[list[Row], list[Piece]]:
        """The rows without the numbers of their lines, and those numbers."""
        single = [piece for row in rows for n, piece in enumerate(row) if _may_number(row, n)]
        numbers: list[Piece] = []
        taken: set[int] = set()
        columns = [*_columns(single, lambda p: p.x1), *_columns(single, lambda p: p.x0)]
        for column in sorted(columns, key=len, reverse=True):
            fresh = [piece for piece in column if id(piece) not in taken]
            if fresh and (_count_lines(fresh, rows) or self._is_known(fresh, rows)):
                self.known.append((fresh[0].x1, fresh[0].size))
                numbers += fresh
                taken |= set(map(id, fresh))
        if not taken:
            return rows, []
        rest = [[piece for piece in row if id(piece) not in taken] for row in rows]
        return [row for row in rest if row], numbers

    def _is_known(self, numbers: list[Piece], rows: list[Row]) -> bool:
        """They stand and look as on the pages before, go up, and nothing else stands in their column."""
        places = [(abs(piece.x1 - x), abs(piece.size - size)) for piece in numbers for x, size in self.known]
        steps = [int(after.text) - int(before.text) for before, after in pairwise(numbers)]
        seen = any(x < NEAR and size < 0.1 for x, size in places) and min(steps, default=1) > 0
        return seen and _alone(numbers, _within(numbers, rows))


def _may_number(row: Row, n: int) -> bool:
    piece = row[n]
    if not (piece.text.isdigit() and len(piece.text) < 5) or piece.raised:
        return False
    free = 0.6 * piece.size  # of its own: the number of a paragraph may stand close behind
    before = n == 0 or piece.x0 - row[n - 1].x1 > free
    return before and (n + 1 == len(row) or row[n + 1].x0 - piece.x1 > free)


def _columns(pieces: Sequence[Piece], end: Callable[[Piece], float]) -> Iterator[list[Piece]]:
    """Pieces that end, or begin, at one place, each column from top to bottom; one that begins anew is another."""
    column: list[Piece] = []
    for piece in sorted(pieces, key=end):
        if column and end(piece) - end(column[-1]) > NEAR:
            yield from _runs(column)
            column = []
        column.append(piece)
    yield from _runs(column)


def _runs(column: list[Piece]) -> Iterator[list[Piece]]:
    run: list[Piece] = []
    for piece in sorted(column, key=lambda p: p.y):
        if run and int(piece.text) <= int(run[-1].text):
            yield run
            run = []
        run.append(piece)
    yield run


def _count_lines(numbers: list[Piece], rows: list[Row]) -> bool:
    """They go up by one step, nothing else stands in their column, and they are as many as the lines beside them."""
    step = _step(numbers)
    within = _within(numbers, rows)
    if step is None or not _alone(numbers, within):
        return False
    return any(_number_each(numbers, beside, step) for beside in _lines_beside(numbers, within))


def _number_each(numbers: list[Piece], beside: list[Piece], step: int) -> bool:
    if step == 1:
        fewest = FEWEST_SMALL if _small(numbers, beside) else FEWEST_EACH
        return len(numbers) >= fewest and 0.7 * len(numbers) <= len(beside) < len(numbers) / 0.7
    counts = [sum(before.y + 1 < line.y <= after.y + 1 for line in beside) for before, after in pairwise(numbers)]
    return len(numbers) >= FEWEST and sum(abs(count - step) <= 1 for count in counts) >= 0.8 * len(counts)


def _step(numbers: list[Piece]) -> int | None:
    """By how much they go up, all but a few that were not seen; None where they do not."""
    steps = Counter(int(after.text) - int(before.text) for before, after in pairwise(numbers))
    if not steps:
        return None
    step, count = steps.most_common(1)[0]
    even = all(each > 0 and each % step == 0 for each in steps) if step in (1, 2, 5, 10) else False
    return step if even and count >= 0.8 * (len(numbers) - 1) else None


def _within(numbers: list[Piece], rows: list[Row]) -> list[Row]:
    """The rows from the first number to the last."""
    return [row for row in rows if numbers[0].y - 1 <= row[0].y <= numbers[-1].y + 1]


def _alone(numbers: list[Piece], within: list[Row]) -> bool:
    taken = set(map(id, numbers))
    left, right = min(piece.x0 for piece in numbers), max(piece.x1 for piece in numbers)
    return not any(p.x0 < right and p.x1 > left for row in within for p in row if id(p) not in taken)


def _lines_beside(numbers: list[Piece], within: list[Row]) -> Iterator[list[Piece]]:
    """The first pieces of the lines right of the numbers, the last ones of those left of them, near ones and all."""
    left, right = min(piece.x0 for piece in numbers), max(piece.x1 for piece in numbers)
    width = max(row[-1].x1 for row in within) - min(row[0].x0 for row in within)
    for reach in (REACH * width, width):
        yield [piece for row in within if (piece := next((p for p in row if 0 <= p.x0 - right < reach), None))]
        yield [piece for row in within if (piece := next((p for p in row[::-1] if 0 <= left - p.x1 < reach), None))]


def _small(numbers: list[Piece], beside: list[Piece]) -> bool:
    return bool(beside) and numbers[0].size < 0.85 * beside[len(beside) // 2].size
