"""Tables without lines: rows whose parts stand under one another."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.lines import ASCENT, DESCENT
from antecedent.resolutions.extract.rows import Row, gap
from antecedent.resolutions.extract.tables import cell_text
from antecedent.resolutions.models import Box, Cell, Table

APART = 0.9  # font sizes between the parts of a row
NEAR = 3.0  # points: parts no further apart stand under one another
WORDS = 4  # in small letters that the last row of a sentence has; others have twice as many
FEWEST = 3  # rows with more than one part that a table has


def take_aligned_tables(page: int, rows: list[Row], height: float) -> tuple[list[Table], list[Row]]:
    """Tables by alignment alone, and the rows outside them; never the masthead, above the first sentence."""
    parts = [_parts(row) for row in rows]
    tables: list[Table] = []
    kept: list[Row] = []
    at = 0
    while at < len(rows):
        end = _run(parts, at)
        columns = _columns(parts[at:end])
        if (
            end - at >= FEWEST
            and _is_table(parts[at:end], columns)
            and not (page == 1 and rows[at][0].y < 0.4 * height and not any(map(_is_sentence, kept)))
        ):
            tables.append(_table(page, parts[at:end], columns))
            at = end
        else:
            kept.append(rows[at])
            at += 1
    return tables, kept


def _parts(row: Row) -> list[Row]:
    parts = [[row[0]]]
    for left, right in pairwise(row):
        if gap(left, right) > APART:
            parts.append([])
        parts[-1].append(right)
    return parts


def _run(parts: Sequence[list[Row]], at: int) -> int:
    """The rows from `at` that hang together: of several parts, or the further lines of a cell."""
    if len(parts[at]) < 2:
        return at
    starts = [part[0].x0 for part in parts[at]]
    end, last = at + 1, at + 1
    while end < len(parts) and _follows(parts[end - 1], parts[end], starts):
        end += 1
        if len(parts[end - 1]) > 1:
            last = end
    return end if end - last <= 2 else last


def _follows(before: list[Row], row: list[Row], starts: Sequence[float]) -> bool:
    size = row[0][0].size
    if row[0][0].y - before[0][0].y > 3 * size:
        return False
    return all(any(abs(part[0].x0 - start) < NEAR for start in starts) for part in row) and (
        len(row) > 1 or abs(row[0][0].x0 - starts[0]) >= NEAR
    )


def _is_sentence(row: Row) -> bool:
    """Whether a row is of running text, as no masthead has."""
    text = "".join(piece.text for piece in row).rstrip()
    small = sum(word[:1].islower() for piece in row for word in piece.text.split())
    return small >= 2 * WORDS or (small >= WORDS and text.endswith((".", ";", ":", ",")))


def _columns(parts: Sequence[list[Row]]) -> list[float]:
    return [part[0].x0 for part in parts[0]] if parts else []


def _is_table(parts: Sequence[list[Row]], columns: Sequence[float]) -> bool:
    """Several full rows of short cells, the first of them no mere number of a paragraph.

    Of three columns and more one cell of a row may be empty; further lines of cells count for nothing.
    """
    enough = max(2, len(columns) - (len(columns) > 2))
    full = [row for row in parts if len(row) >= enough]
    if len(full) < FEWEST or len(full) < 0.5 * sum(len(row) > 1 for row in parts):
        return False
    if len(columns) > 2:
        return not all(_is_label(row[0]) and _is_label(row[1]) for row in full)
    if len(full) < 0.5 * len(parts) or all(_is_label(row[0]) for row in full):
        return False
    width = median(row[0][-1].x1 - row[0][0].x0 for row in full)
    return width < 0.4 * (max(row[-1][-1].x1 for row in full) - columns[0])


def _is_label(part: Row) -> bool:
    text = "".join(piece.text for piece in part).replace(" ", "")
    return len(text) <= 8 and (any(c.isdigit() for c in text) or not text[-1].isalnum())


def _table(page: int, parts: Sequence[list[Row]], columns: Sequence[float]) -> Table:
    grid: list[list[list[Piece]]] = []
    for row in parts:
        if len(row) > 1 or not grid:
            grid.append([[] for _ in columns])
        for part in row:
            column = min(range(len(columns)), key=lambda i: abs(columns[i] - part[0].x0))
            grid[-1][column] += part
    cells = [
        Cell(text=cell_text(page, pieces), box=_around(pieces), page=page, row=r, column=c)
        for r, row in enumerate(grid)
        for c, pieces in enumerate(row)
        if pieces
    ]
    box = _around([piece for row in grid for pieces in row for piece in pieces])
    return Table(page=page, box=box, cells=tuple(cells), before=0)


def _around(pieces: Sequence[Piece]) -> Box:
    return Box(
        min(p.x0 for p in pieces),
        min(p.y - ASCENT * p.size for p in pieces),
        max(p.x1 for p in pieces),
        max(p.y + DESCENT * p.size for p in pieces),
    )
