"""Tracked changes as they are drawn: a line through a glyph deletes it, a line under it inserts it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.extract.glyphs import Marker, Piece
from antecedent.resolutions.extract.lines import merge_spans
from antecedent.resolutions.models import Change, Line, Span

STRIKE = (0.1, 0.52)  # where a strike-through runs above the baseline, in font sizes
UNDERLINE = (-0.03, 0.5)  # where an underline runs below it

_LEGEND = re.compile(r"\b(underlin|soulign|subrayad)", re.IGNORECASE)


def marker_for(rules: Iterable[Rule], pieces: Sequence[Piece]) -> Marker | None:
    """Tells of a glyph whether a rule marks it; None on a page whose rules mark no words."""
    marks = [rule for rule in rules if rule.horizontal and rule.y1 - rule.y0 < 2.0 and runs_by(rule, pieces)]
    if not marks:
        return None

    def change(x: float, y: float, size: float) -> Change | None:
        found: Change | None = None
        for rule in marks:
            if rule.x0 - 0.3 <= x <= rule.x1 + 0.3:
                if STRIKE[0] * size <= y - rule.y <= STRIKE[1] * size:
                    return "deleted"
                if UNDERLINE[0] * size <= rule.y - y <= UNDERLINE[1] * size:
                    found = "inserted"
        return found

    return change


def runs_by(rule: Rule, pieces: Iterable[Piece]) -> bool:
    """Whether a rule runs through or under a piece."""
    y, x0, x1, over, under = rule.y, rule.x0, rule.x1, STRIKE[1], -UNDERLINE[1]
    return any(p.x0 < x1 and x0 < p.x1 and under * p.size <= p.y - y <= over * p.size for p in pieces)


def spread_colours(pieces: list[Piece]) -> list[Piece]:
    """What is set in a colour that marked words alone have on the page is marked as they are."""
    marks: dict[tuple[float, float, float], set[Change | None]] = {}
    for piece in pieces:
        if piece.change and _is_colour(piece.style.colour) and any(c.isalnum() for c in piece.text):
            marks.setdefault(piece.style.colour, set()).add(piece.change)
    for piece in pieces if "deleted" in set[Change | None]().union(*marks.values()) else ():
        kinds = marks.get(piece.style.colour, set())
        if piece.change is None and len(kinds) == 1:
            piece.change = next(iter(kinds))
    return pieces


def _is_colour(colour: tuple[float, float, float]) -> bool:
    return max(colour) - min(colour) > 0.3


def settle_changes(lines: Sequence[Line]) -> tuple[list[Line], bool]:
    """Keeps the marks when they are changes, drops them when they are headings, links or emphasis."""
    if not any(span.change for line in lines for span in line.spans):
        return list(lines), False
    if _are_changes(lines):
        return list(lines), True
    bare = [replace(line, spans=tuple(replace(span, change=None) for span in line.spans)) for line in lines]
    return [merge_spans(line) for line in bare], False


def _are_changes(lines: Sequence[Line]) -> bool:
    if any(span.change == "deleted" and _wordy(span) for line in lines for span in line.spans):
        return True
    if any(_LEGEND.search(line.text) for line in lines):
        return True
    within = [line for line in lines if _inserted_within(line)]
    return len(within) >= 3


def _inserted_within(line: Line) -> bool:
    """Words underlined in the middle of a line: no heading, no lead, no link."""
    first, *rest = line.spans
    return first.change is None and any(
        span.change and _wordy(span) and not re.search(r"www|://|@", span.text) for span in rest
    )


def _wordy(span: Span) -> bool:
    return any(c.isalnum() for c in span.text)
