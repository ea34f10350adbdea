"""Footnotes: below a short rule, or in small type at the foot of a page, or gathered at the end."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from antecedent.resolutions.extract.drawing import Rule
from antecedent.resolutions.marks import run_on
from antecedent.resolutions.models import Line, Span
from antecedent.resolutions.sizes import usual_size

LONE = 0.75  # of the size of the text: a mark that did not fit on the line of its word
SMALL = 0.95  # of the size of the text: notes are set smaller
NOTES = frozenset(("Note", "FENote"))  # of the structure tree
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶#]{1,3}|[a-z])(?=[\s.)\]]|$)")
_LONE = re.compile(r"\d{1,3}|[*†‡§]{1,3}|[a-z]")
_RAISED = re.compile(r"\d+|[*†‡§]+|[a-z]+")
_ON_LINE = re.compile(r"\[(\d{1,3})\]")
_DRAWN = re.compile(r"[_—–‒―-]{5,}")


def mark_footnotes(lines: Sequence[Line], rules: Mapping[int, Sequence[Rule]]) -> list[Line]:
    """Gives role 'footnote' to notes, and 'furniture' to a line of underscores that parts them from the text."""
    text = _Text(lines)
    found: set[int] = set()
    parting: set[int] = set()
    for page, members in text.pages.items():
        for column in text.columns(members):
            cut = _cut(text, column, [rule for rule in rules.get(page, ()) if _stands_in(rule, column, members, lines)])
            if cut is not None:
                found |= {i for i in column if lines[i].box.top > cut - 1 and text.may_be_note(i)}
                parting |= {i for i in column if _DRAWN.fullmatch(lines[i].text.strip()) and lines[i].box.top < cut + 1}
            else:
                found |= _small_at_foot(text, column)
            found |= _tagged_at_foot(text, column, found)
    if not found:
        found |= _at_end(text)
    parting = {i for i in parting if i + 1 in found or i + 1 == len(lines)} - found
    return [_with_role(line, i in found, i in parting) for i, line in enumerate(lines)]


def _stands_in(rule: Rule, column: Sequence[int], members: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether a rule stands over a column, or over the only one."""
    if len(column) == len(members):
        return True
    left, right = min(lines[i].box.x0 for i in column), max(lines[i].box.x1 for i in column)
    return left - 3 <= (rule.x0 + rule.x1) / 2 <= right + 3


def _with_role(line: Line, note: bool, parts: bool) -> Line:
    return replace(line, role="footnote") if note else replace(line, role="furniture") if parts else line


class _Text:
    """The body lines by page, with the size of the text and the marks that it holds."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.pages: dict[int, list[int]] = defaultdict(list)
        sizes: Counter[float] = Counter()
        raised: list[int] = []
        for i, line in enumerate(lines):
            if line.role != "body":
                continue
            self.pages[line.page].append(i)
            for span in line.spans:
                sizes[span.size] += 0 if span.raised else len(span.text)
            if any(span.raised for span in line.spans):
                raised.append(i)
        self.size = usual_size(sizes) or 0.0
        body = [i for members in self.pages.values() for i in members]
        self.called = {mark for i in raised for mark in _marks(lines[i].spans[1:])}
        alone = {m[0] for i in body if size_of(lines[i]) < LONE * self.size and (m := _LONE.fullmatch(lines[i].text))}
        heads = {mark for i in raised if not self.is_small(i) for mark in _marks(lines[i].spans[:1])}
        self.marks = self.called | heads | alone | self._on_line(body)

    def _on_line(self, body: Sequence[int]) -> set[str]:
        """Marks in brackets that are not raised, where small lines begin so too."""
        if not any(self.lines[i].text.startswith("[") and self.is_small(i) for i in body):
            return set()
        return {mark for i in body if not self.is_small(i) for mark in _ON_LINE.findall(self.lines[i].text)}

    def columns(self, members: Sequence[int]) -> list[list[int]]:
        """The lines of a page, column by column."""
        numbers = dict.fromkeys(self.lines[i].column for i in members)
        return [[i for i in members if self.lines[i].column == number] for number in numbers]

    def is_small(self, i: int) -> bool:
        return size_of(self.lines[i]) < SMALL * self.size

    def marker(self, i: int) -> str | None:
        """The mark that a line begins with."""
        match = _MARK.match(self.lines[i].text.strip())
        first = self.lines[i].spans[0]
        if first.raised:
            return first.text.strip(" []()") or None
        return match[1] if match else None

    def may_be_note(self, i: int) -> bool:
        return self.is_small(i) or (size_of(self.lines[i]) < 1.02 * self.size and bool(self.marks))


def _marks(spans: Sequence[Span]) -> list[str]:
    """The raised marks, those that run on each for itself; one at the head of a small line is a note's own."""
    found = [mark for span in spans if span.raised for mark in _RAISED.findall(span.text)]
    return [*found, *(each for mark in found for each in run_on(mark))]


def size_of(line: Line) -> float:
    """Of most of a line's characters, raised ones apart."""
    if len(line.spans) == 1:
        return line.spans[0].size
    level = [span for span in line.spans if not span.raised] or line.spans
    return max(level, key=lambda span: len(span.text)).size


def _cut(text: _Text, members: Sequence[int], rules: Sequence[Rule]) -> float | None:
    """The height at which the notes of a page begin: a short rule with notes alone below it."""
    if not members:
        return None
    left = min(text.lines[i].box.x0 for i in members)
    width = max(text.lines[i].box.x1 for i in members) - left
    drawn = [rule.y for rule in rules if rule.horizontal and 20 < rule.length < 0.7 * width]
    written = [text.lines[i].box.bottom for i in members if _DRAWN.fullmatch(text.lines[i].text.strip())]
    cuts = [(y, [i for i in members if text.lines[i].box.top > y - 2]) for y in sorted(drawn + written)]
    sure = (y for y, below in cuts if below and _are_small(text, below))
    likely = (y for y, below in cuts if below and _are_notes(text, below))
    cut = next(sure, None) or next(likely, None)
    return None if cut is None else cut - 1


def _are_notes(text: _Text, below: Sequence[int]) -> bool:
    """Lines of one size, the text's too, whose first begins with a mark that stands on their page above them."""
    first, sizes = text.marker(below[0]), [size_of(text.lines[i]) for i in below]
    alike = max(sizes) - min(sizes) < 0.05 * text.size and all(text.may_be_note(i) for i in below)
    if first is None or len(below) >= 25 or not alike:
        return False
    under, page = set(below), text.pages[text.lines[below[0]].page]
    return any(first in _marks(text.lines[i].spans) for i in page if i not in under)


def _are_small(text: _Text, below: Sequence[int]) -> bool:
    """Small type under a rule, but no cells side by side under the rules of a table."""
    cells = text.marker(below[0]) is None and any(
        _side_by_side(text.lines[below[0]], text.lines[i]) for i in below[1:2]
    )
    return not cells and all(text.is_small(i) for i in below)


def _side_by_side(line: Line, following: Line) -> bool:
    return abs(line.box.bottom - following.box.bottom) < 1 and line.box.x1 < following.box.x0


def _small_at_foot(text: _Text, members: Sequence[int]) -> set[int]:
    """Small type at the end of a page or column, from the first line that begins with a mark of the text."""
    tail: list[int] = []
    for i in reversed(members):
        if not text.is_small(i):
            break
        tail.insert(0, i)
    start = next((at for at, i in enumerate(tail) if text.marker(i) in text.marks), None)
    return set(tail[start:]) if start is not None else set()


def _tagged_at_foot(text: _Text, members: Sequence[int], known: set[int]) -> set[int]:
    """What the structure tree calls notes, where nothing else stands below it and it begins with a mark of the text."""
    tail: list[int] = []
    for i in reversed([i for i in members if i not in known]):
        if text.lines[i].tag not in NOTES:
            break
        tail.insert(0, i)
    if tail and len(tail) < 0.7 * len(members) and text.marker(tail[0]) in text.called:
        return set(tail)
    return set()


def _at_end(text: _Text) -> set[int]:
    """Notes gathered behind the text: 1, 2, 3 … to the last mark, nothing else after them."""
    numbers = sorted(int(mark) for mark in text.marks if mark.isdigit())
    body = [i for members in text.pages.values() for i in members]
    if not numbers or not body:
        return set()
    heads = [i for i in body if (text.marker(i) or "").isdigit()]
    start = next((at for at in range(len(heads) - 1, -1, -1) if text.marker(heads[at]) == str(numbers[0])), None)
    if start is None:
        return set()
    run = [int(text.marker(i) or 0) for i in heads[start:]]
    upward = all(after == before + 1 for before, after in pairwise(run))
    raised_or_small = text.lines[heads[start]].spans[0].raised or text.is_small(heads[start])
    if not upward or run[-1] != numbers[-1] or not (raised_or_small or len(numbers) == len(run)):
        return set()
    return {i for i in body if i >= heads[start]}
