"""Tables ↔ `table`: rows, cells and what they span. Pages and boxes have no place in Akoma Ntoso."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from antecedent.resolutions.akn.naming import NAMESPACE, clean
from antecedent.resolutions.models import Box, Cell, Table

_NOWHERE = Box(0, 0, 0, 0)


def write_table(parent: Element, table: Table, name: str) -> None:
    """A table that has cells, under its parent; a place without a cell gets an empty one."""
    rows = sorted({cell.row for cell in table.cells})
    grid = SubElement(parent, _q("table"), eId=name)
    covered: set[tuple[int, int]] = set()
    for row in rows:
        line = SubElement(grid, _q("tr"))
        column = 0
        for cell in sorted((one for one in table.cells if one.row == row), key=lambda one: one.column):
            for gap in range(column, cell.column):
                if (row, gap) not in covered:
                    SubElement(SubElement(line, _q("td")), _q("p"))
            _write_cell(line, cell, sum(cell.row <= one < cell.row + cell.rows for one in rows))
            covered |= {(one, place) for one in rows if cell.row <= one < cell.row + cell.rows for place in _wide(cell)}
            column = cell.column + cell.columns


def read_table(grid: Element) -> Table:
    """The table of a `table` element, its cells counted by row and column."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(_lines(grid)):
        column = 0
        for one in line:
            while (row, column) in taken:
                column += 1
            cell = _cell(one, row, column)
            taken |= {(place, wide) for place in range(row, row + cell.rows) for wide in _wide(cell)}
            cells.append(cell)
    return Table(page=1, box=_NOWHERE, cells=tuple(cells), before=0)


def _write_cell(line: Element, cell: Cell, rows: int) -> None:
    spans = {"colspan": cell.columns, "rowspan": rows}
    given = {name: str(count) for name, count in spans.items() if count > 1}
    SubElement(SubElement(line, _q("td"), given), _q("p")).text = clean(cell.text)


def _wide(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.columns)


def _lines(grid: Element) -> Iterator[list[Element]]:
    for line in grid.findall("./{*}tr"):
        yield [one for one in line if one.tag.rpartition("}")[2] in ("td", "th")]


def _cell(element: Element, row: int, column: int) -> Cell:
    text = " ".join(" ".join(element.itertext()).split())
    rows, columns = _count(element.get("rowspan")), _count(element.get("colspan"))
    return Cell(text=text, box=_NOWHERE, page=1, row=row, column=column, rows=rows, columns=columns)


def _count(said: str | None) -> int:
    return min(int(said), 1000) if said and said.isdecimal() and int(said) else 1


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
