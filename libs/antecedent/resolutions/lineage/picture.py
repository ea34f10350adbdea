"""A chain drawn: as DOT for other tools, and as an SVG that stands by itself (documents are columns, oldest left)."""

import textwrap
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from antecedent.resolutions.lineage.graph import Ancestry, Descent, Node, Station

_WIDE, _GAP, _TALL, _LEAD = 250, 90, 84, 40  # of a box, between columns, of a row, of the head, in pixels
_COLOURS = {"unchanged": "#6b7280", "amended": "#b45309", "split": "#1d4ed8", "merged": "#7c3aed"}


def to_dot(ancestry: Ancestry) -> str:
    """The chain in Graphviz's language, earlier to later."""
    names = {station.node: f"n{index}" for index, station in enumerate(ancestry.stations)}
    nodes = [f"  {names[one.node]} [label={_quoted(_title(one))}];" for one in ancestry.stations]
    edges = [
        f"  {names[step.earlier]} -> {names[step.later]} [label={_quoted(_word(step))}];"
        for step in ancestry.steps
        if step.earlier in names and step.later in names
    ]
    return "\n".join(["digraph lineage {", "  rankdir=LR;", "  node [shape=box];", *nodes, *edges, "}", ""])


def to_svg(ancestry: Ancestry) -> str:
    """The chain as a drawing without scripts or outside parts; colours tell relations, words say them too."""
    columns = _columns(ancestry)
    places = {
        station.node: (column * (_WIDE + _GAP), _LEAD + row * _TALL)
        for column, stations in enumerate(columns)
        for row, station in enumerate(stations)
    }
    width = len(columns) * (_WIDE + _GAP) - _GAP + 2
    height = _LEAD + max((len(column) for column in columns), default=0) * _TALL
    parts = [
        *(_head(column[0], index * (_WIDE + _GAP)) for index, column in enumerate(columns)),
        *(_line(step, places) for step in ancestry.steps if step.earlier in places and step.later in places),
        *(_box(station, places[station.node], station.node == ancestry.of) for col in columns for station in col),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" font-family="system-ui, sans-serif" font-size="12">'
        "<title>Where the paragraph comes from</title>" + "".join(parts) + "</svg>"
    )


def _columns(ancestry: Ancestry) -> list[list[Station]]:
    """Stations by document; a document stands right of everything that its paragraphs come from."""
    depth = _depths(ancestry)
    columns: dict[str, list[Station]] = {}
    for station in ancestry.stations:
        columns.setdefault(station.node.document, []).append(station)
    return sorted(
        columns.values(),
        key=lambda column: (max(depth.get(s.node, 0) for s in column), column[0].adopted or "9999", column[0].symbol),
    )


def _depths(ancestry: Ancestry) -> dict[Node, int]:
    """How many steps a paragraph stands from the oldest end of its chain."""
    depth = {station.node: 0 for station in ancestry.stations}
    for _ in ancestry.stations:  # the longest way has no more steps than there are stations
        for step in ancestry.steps:
            if step.earlier in depth and step.later in depth:
                depth[step.later] = min(max(depth[step.later], depth[step.earlier] + 1), len(depth))
    return depth


def _head(station: Station, x: int) -> str:
    date = station.adopted or station.status or ""
    return (
        f'<text x="{x}" y="14" font-weight="600">{escape(station.symbol)}</text>'
        f'<text x="{x}" y="30" fill="#6b7280">{escape(date)}</text>'
    )


def _box(station: Station, place: tuple[int, int], asked: bool) -> str:
    x, y = place
    lines = _wrapped(station.text)
    words = "".join(
        f'<text x="{x + 8}" y="{y + 32 + 14 * index}">{escape(line)}</text>' for index, line in enumerate(lines)
    )
    stroke = ("#111827", 2) if asked else ("#9ca3af", 1)
    return (
        f"<g><title>{escape(station.text)}</title>"
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_TALL - 14}" rx="4" fill="#fff" stroke="{stroke[0]}" '
        f'stroke-width="{stroke[1]}"/>'
        f'<text x="{x + 8}" y="{y + 16}" font-weight="600">{escape(station.label or station.kind)}</text>{words}</g>'
    )


def _line(step: Descent, places: Mapping[Node, tuple[int, int]]) -> str:
    (x0, y0), (x1, y1) = places[step.earlier], places[step.later]
    middle = (_TALL - 14) // 2
    start, end = (x0 + _WIDE, y0 + middle), (x1, y1 + middle)
    bend = (start[0] + end[0]) // 2
    colour = _COLOURS.get(step.relation, "#6b7280")
    dashes = ' stroke-dasharray="5 3"' if step.moved or step.crossed else ""
    label = escape(_word(step))
    return (
        f'<path d="M{start[0]},{start[1]} C{bend},{start[1]} {bend},{end[1]} {end[0]},{end[1]}" fill="none" '
        f'stroke={quoteattr(colour)} stroke-width="1.5"{dashes}><title>{label}</title></path>'
        f'<text x="{bend}" y="{(start[1] + end[1]) // 2 - 4}" text-anchor="middle" font-size="10" '
        f"fill={quoteattr(colour)}>{label}</text>"
    )


def _title(station: Station) -> str:
    return f"{station.symbol} {station.label or station.kind}"


def _word(step: Descent) -> str:
    extra = ["moved"] if step.moved else []
    extra += ["resolution ↔ decision"] if step.crossed else []
    return ", ".join([step.relation, *extra])


def _wrapped(text: str, width: int = 38, lines: int = 3) -> Iterable[str]:
    return textwrap.wrap(text, width, max_lines=lines, placeholder=" …")


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
