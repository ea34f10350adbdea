"""Drawn paths → rules: the straight lines of a page, however they were drawn."""

from collections.abc import Iterator
from typing import Any, NamedTuple

THIN = 3.0  # points: a filled rectangle up to this high is a rule


class Rule(NamedTuple):
    """A horizontal or vertical line in points from the top left of the page."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def length(self) -> float:
        return max(self.x1 - self.x0, self.y1 - self.y0)

    @property
    def y(self) -> float:
        return (self.y0 + self.y1) / 2


def rules_of(paths: list[dict[str, Any]], left: float, top: float) -> list[Rule]:
    """Rules in the page's own coordinates; `left` and `top` are where it begins in those of the file."""
    return [Rule(x0 - left, top - y1, x1 - left, top - y0) for path in paths for x0, y0, x1, y1 in _straight(path)]


def _straight(path: dict[str, Any]) -> Iterator[tuple[float, float, float, float]]:
    rectangles: list[tuple[float, float, float, float]] = []
    x = y = 0.0
    for step in path["operations"]:
        if step["op"] == "rectangle":
            rectangles.append(_rectangle(step))
        elif step["op"] == "move_to":
            x, y = step["x"], step["y"]
        elif step["op"] == "line_to":
            to_x, to_y = step["x"], step["y"]
            if abs(to_x - x) < 0.5 or abs(to_y - y) < 0.5:
                yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)
            x, y = to_x, to_y
    if len(rectangles) == 2 and not path["stroke_color"]:
        yield from _between(*rectangles)
    else:
        for box in rectangles:
            yield from _sides(box, bool(path["stroke_color"]))


def _rectangle(step: dict[str, Any]) -> tuple[float, float, float, float]:
    x, y, width, height = step["x"], step["y"], step["width"], step["height"]
    return min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)


def _sides(box: tuple[float, float, float, float], stroked: bool) -> Iterator[tuple[float, float, float, float]]:
    x0, y0, x1, y1 = box
    if y1 - y0 <= THIN or x1 - x0 <= THIN:
        yield box
    elif stroked:
        yield from ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))


def _between(
    a: tuple[float, float, float, float], b: tuple[float, float, float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """A border filled between an outer and an inner rectangle, as browsers draw it; else both for themselves."""
    apart = [abs(p - q) for p, q in zip(a, b, strict=True)]
    if max(apart) > THIN or max(apart) < 0.01:
        yield from _sides(a, False)
        yield from _sides(b, False)
        return
    x0, y0, x1, y1 = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
    left, right = (x0, y0, x0 + apart[0], y1), (x1 - apart[2], y0, x1, y1)
    low, high = (x0, y0, x1, y0 + apart[1]), (x0, y1 - apart[3], x1, y1)
    for thickness, side in zip(apart, (left, low, right, high), strict=True):
        if thickness > 0.01:
            yield side
