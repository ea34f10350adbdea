"""Tables that run over pages are one table."""

from collections.abc import Sequence
from dataclasses import replace

from antecedent.resolutions.models import Cell, Line, Table

NEAR = 6.0  # points: sides of tables no further apart are the same


def place_tables(tables: Sequence[Table], lines: Sequence[Line]) -> tuple[Table, ...]:
    """Tells each table the line that it stands before, and joins the parts of one table on following pages."""
    joined: list[Table] = []
    for table in tables:
        placed = replace(table, before=_before(table, lines))
        if joined and _goes_on(joined[-1], placed, lines):
            joined[-1] = _join(joined[-1], placed)
        else:
            joined.append(placed)
    return tuple(joined)


def _before(table: Table, lines: Sequence[Line]) -> int:
    after = (
        i
        for i, line in enumerate(lines)
        if line.page > table.page or (line.page == table.page and line.box.top > table.box.top and line.role == "body")
    )
    return next(after, len(lines))


def _goes_on(table: Table, following: Table, lines: Sequence[Line]) -> bool:
    """On the next page, of the same width and columns, no line of the text between them."""
    last = max(cell.page for cell in table.cells)
    if following.page != last + 1 or _width(table) != _width(following):
        return False
    if abs(table.box.x0 - following.box.x0) > NEAR or abs(table.box.x1 - following.box.x1) > 4 * NEAR:
        return False
    bottom = max(cell.box.bottom for cell in table.cells if cell.page == last)
    return not any(
        line.role == "body"
        and (
            (line.page == last and line.box.top > bottom)
            or (line.page == following.page and line.box.bottom < following.box.top)
        )
        for line in lines
    )


def _width(table: Table) -> int:
    return max(cell.column + cell.columns for cell in table.cells)


def _join(table: Table, following: Table) -> Table:
    head, repeated = _row(table, 0), _row(following, 0)
    skipped = 1 if head == repeated else 0
    shift = max(cell.row + cell.rows for cell in table.cells) - skipped
    more = [replace(cell, row=cell.row + shift) for cell in following.cells if cell.row >= skipped]
    return replace(table, cells=(*table.cells, *more))


def _row(table: Table, row: int) -> list[tuple[int, str]]:
    return [_plain(cell) for cell in table.cells if cell.row == row]


def _plain(cell: Cell) -> tuple[int, str]:
    return cell.column, cell.text.casefold()
