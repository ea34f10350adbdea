# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
"""Ruled tables: the grid that rules draw, its cells with what is printed in them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from antecedent.resolutions.extract.characters import SOFT_HYPHEN
from antecedent.resolutions.extract.columns import Placed
from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.extract.glyphs import Piece, words_of
from antecedent.resolutions.extract.lines import lines_of
from antecedent.resolutions.extract.rows import rows_of
from antecedent.resolutions.models import Box, Cell, Table

NEAR = 3.0  # points: rules no further apart are one
Bounds = tuple[float, float, float, float]


def take_ruled_tables(page: int, pieces: list[Piece], rules: Sequence[Rule]) -> tuple[list[Table], list[Piece]]:
    """Tables of at least two rows and two columns, and the pieces outside them."""
    if not _may_hold_tables(rules):
        return [], pieces
    tables: list[Table] = []
    for bounds in _grids([*rules, *_left_out(rules)]):
        table, rest = _table(page, bounds, pieces)
        if table is not None:
            tables.append(table)
            pieces = rest
    return tables, pieces


def _may_hold_tables(rules: Sequence[Rule]) -> bool:
    """Whether there are rules enough for two rows and two columns; pdfplumber takes long to load and is asked last."""
    upright = sorted((rule for rule in rules if not rule.horizontal), key=_middle)
    if len(upright) < 2 or len(rules) - len(upright) < 3:
        return False
    lines: list[list[Rule]] = []
    for rule in upright:
        if not lines or _middle(rule) - _middle(lines[-1][-1]) > NEAR:
            lines.append([])
        lines[-1].append(rule)
    return sum(max(rule.y1 for rule in line) - min(rule.y0 for rule in line) > NEAR for line in lines) >= 2


def _left_out(rules: Sequence[Rule]) -> Iterable[Rule]:
    """The level rules that a page break leaves out of a torn row: where three upright ones end or begin together."""
    levels = [rule.y for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if not rule.horizontal]
    for ends in ({rule: rule.y0 for rule in upright}, {rule: rule.y1 for rule in upright}):
        for y in {round(end) for end in ends.values()}:
            if any(abs(level - y) <= NEAR for level in levels):
                continue
            together = sorted(_middle(rule) for rule in upright if abs(ends[rule] - y) <= 1)
            if len({round(x) for x in together}) > 2:
                yield Rule(x0=together[0], y0=y, x1=together[-1], y1=y)


def _middle(rule: Rule) -> float:
    return (rule.x0 + rule.x1) / 2


def _grids(rules: Iterable[Rule]) -> list[list[Bounds]]:
    """Cells of each grid (method of pdfplumber: rules → crossings → smallest rectangles → those that touch)."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    edges = merge_edges([_edge(rule) for rule in rules], NEAR, NEAR, NEAR, NEAR)
    return list(cells_to_tables(intersections_to_cells(edges_to_intersections(edges, NEAR, NEAR))))


def _edge(rule: Rule) -> dict[str, Any]:
    x, y = _middle(rule), rule.y
    x0, x1, top, bottom = (rule.x0, rule.x1, y, y) if rule.horizontal else (x, x, rule.y0, rule.y1)
    return {
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
        "orientation": "h" if rule.horizontal else "v",
        "object_type": "line",
    }


def _table(page: int, bounds: Sequence[Bounds], pieces: list[Piece]) -> tuple[Table | None, list[Piece]]:
    columns = _steps(x for cell in bounds for x in (cell[0], cell[2]))
    rows = _steps(y for cell in bounds for y in (cell[1], cell[3]))
    if len(columns) < 3 or len(rows) < 3:
        return None, pieces
    held: dict[Bounds, list[Piece]] = {cell: [] for cell in bounds}
    rest: list[Piece] = []
    for word in (word for piece in pieces for word in words_of(piece)):
        cell = next((cell for cell in bounds if _holds(cell, word)), None)
        (rest if cell is None else held[cell]).append(word)
    if sum(bool(inside) for inside in held.values()) < 4:
        return None, pieces
    cells = [_cell(page, cell, held[cell], rows, columns) for cell in sorted(bounds, key=lambda c: (c[1], c[0]))]
    box = Box(columns[0], rows[0], columns[-1], rows[-1])
    return Table(page=page, box=box, cells=tuple(cells), before=0), rest


def _steps(values: Iterable[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > NEAR:
            steps.append(value)
    return steps


def _holds(cell: Bounds, piece: Piece) -> bool:
    x, y = (piece.x0 + piece.x1) / 2, piece.y - 0.3 * piece.size
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _cell(page: int, bounds: Bounds, pieces: list[Piece], rows: list[float], columns: list[float]) -> Cell:
    x0, top, x1, bottom = bounds
    row, column = _index(rows, top), _index(columns, x0)
    return Cell(
        text=cell_text(page, pieces),
        box=Box(x0, top, x1, bottom),
        page=page,
        row=row,
        column=column,
        rows=max(1, _index(rows, bottom) - row),
        columns=max(1, _index(columns, x1) - column),
    )


def _index(steps: list[float], value: float) -> int:
    return min(range(len(steps)), key=lambda i: abs(steps[i] - value))


def cell_text(page: int, pieces: Iterable[Piece]) -> str:
    """The words of a cell in one line; hyphens that only break a word at a line's end are gone."""
    lines = [line.text.strip() for line in lines_of(page, [Placed(row, 0) for row in rows_of(pieces)])]
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        if before.endswith((SOFT_HYPHEN, "\ufffd", "\u2010")):
            text = text[:-1] + line
        else:
            text += line if before.endswith(("-", "/")) else f" {line}"
    return text.replace(SOFT_HYPHEN, "").replace("\u2010", "-")
