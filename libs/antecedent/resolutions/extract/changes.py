"""Tracked changes as they are drawn: a line through a glyph deletes it, a line under it inserts it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.extract.glyphs import Marker, Piece
from antecedent.resolutions.extract.lines import merge_spans
from antecedent.resolutions.models import Change, Line, Span

STRIKE = (0.1, 0.52)  # where a strike-through runs above the baseline, in font sizes
UNDERLINE = (-0.03, 0.5)  # where an underline runs below it

BARE = 0.35  # how much of a rule may run beside words and yet mark words; the lines of tables and charts run on

Box = tuple[float, float, float, float]

# "Proposed additions are underlined and deletions struck through": a text that underlines the importance says no such.
# Matched from the beginning of a line: both halves reach over all of it.
_LEGEND = re.compile(
    r"(?=.*\b(?:underlined|underlining|underscored?|soulign\w+|subrayad\w+))"
    r".*\b(?:stru?ck|strike|strike-?through|crossed|delet\w+|supprim\w+|barr[eé]\w*|bif+[eé]\w*|tachad\w+|suprimi\w+"
    r"|insert(?:ed|ions?)|additions?|new (?:text|wording|language)|(?:nouveau|texte) ajout\w*|(?:texto )?añadid\w+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"www|://|@")


def marker_for(rules: Iterable[Rule], pieces: Sequence[Piece], links: Sequence[Box] = ()) -> Marker | None:
    """Tells of a glyph whether a rule marks it; None on a page whose rules mark no words. Links are no marks."""
    marks = [rule for rule in rules if rule.horizontal and rule.y1 - rule.y0 < 2.0 and runs_by(rule, pieces)]
    marks = [rule for rule in marks if not _is_of_a_link(rule, links) and _keeps_to_words(rule, pieces)]
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


def _is_of_a_link(rule: Rule, links: Iterable[Box]) -> bool:
    return any(x0 - 2 <= rule.x0 and rule.x1 <= x1 + 2 and y0 - 2 <= rule.y <= y1 + 2 for x0, y0, x1, y1 in links)


def _keeps_to_words(rule: Rule, pieces: Iterable[Piece]) -> bool:
    """A mark begins and ends with its words, give or take a space; other lines run on."""
    end, bare = rule.x0, 0.0
    for piece in sorted((p for p in pieces if runs_by(rule, (p,))), key=lambda p: p.x0):
        bare += max(0.0, piece.x0 - end - piece.size)
        end = max(end, piece.x1)
    return bare + max(0.0, rule.x1 - end) <= BARE * rule.length


def runs_by(rule: Rule, pieces: Iterable[Piece]) -> bool:
    """Whether a rule runs through or under a piece."""
    y, x0, x1, over, under = rule.y, rule.x0, rule.x1, STRIKE[1], -UNDERLINE[1]
    for p in pieces:  # noqa: SIM110 `any` takes twice as long, and pages full of rules ask for each
        if under * p.size <= p.y - y <= over * p.size and p.x0 < x1 and x0 < p.x1:
            return True
    return False


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
    return [_bare(line) if any(span.change for span in line.spans) else line for line in lines], False


def _bare(line: Line) -> Line:
    return merge_spans(replace(line, spans=tuple(replace(span, change=None) for span in line.spans)))


def _are_changes(lines: Sequence[Line]) -> bool:
    """Deletions, a legend that tells of them, or insertions where italics are there for emphasis."""
    if any(_deletes(line) for line in lines) or any(_LEGEND.match(line.text) for line in lines):
        return True
    italics = any(span.italic for line in lines for span in line.spans)
    return italics and sum(_inserts(line) for line in lines) >= 3


def _deletes(line: Line) -> bool:
    """Struck words; struck figures alone only beside what replaces them, for a chart's lines cross its figures."""
    struck = [span for _, span in _whole(line) if span.change == "deleted"]
    if any(_WORD.search(span.text) for span in struck):
        return True
    replaced = any(span.change == "inserted" for span in line.spans)
    words = [word for span in line.spans if not span.change for word in span.text.split() if word.isalpha()]
    return bool(struck) and replaced and any(map(_wordy, struck)) and len(words) > 3


def _inserts(line: Line) -> bool:
    """Words underlined after words that are not: no heading, no lead behind its number, no link, no note's mark."""
    return any(
        _WORD.search(span.text) and _WORD.search(before) and not _ADDRESS.search(span.text)
        for before, span in _whole(line)
    )


def _whole(line: Line) -> Iterator[tuple[str, Span]]:
    """The marked spans that part no word, each behind what stands unmarked before it: a drawing's lines part words."""
    before = ""
    for last, span, following in zip((None, *line.spans), line.spans, (*line.spans[1:], None), strict=False):
        if not span.change:
            before += span.text
        elif not (_part_a_word(last, span) or _part_a_word(span, following)):
            yield before, span


def _part_a_word(first: Span | None, second: Span | None) -> bool:
    if first is None or second is None or (first.change and second.change):
        return False
    return first.text[-1:].isalnum() and second.text[:1].isalnum()


def _wordy(span: Span) -> bool:
    return any(c.isalnum() for c in span.text)
