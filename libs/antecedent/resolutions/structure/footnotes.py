"""Footnote lines → notes, and notes → the paragraph that holds their mark."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from antecedent.resolutions.marks import run_on
from antecedent.resolutions.models import Footnote, Line
from antecedent.resolutions.structure.hyphens import Hyphens
from antecedent.resolutions.structure.joining import Mark, join
from antecedent.resolutions.structure.rows import SEPARATOR, is_note

HEAD = re.compile(
    r"[\[(]?(?P<marker>\d{1,3}|[*†‡§]{1,3}|[a-z](?=[\s.)\]]|$))\s*(?P<stop>[.)\]/]?)\s*(?P<rest>.*)", re.S
)


@dataclass(slots=True)
class Note:
    page: int
    marker: str
    lines: list[str] = field(default_factory=list[str])
    bracketed: bool = False  # '[1]' on the line: the text has its marks so too


def gather_notes(lines: Iterable[Line], body_size: float) -> list[Note]:
    """Notes in printed order; a line without a marker goes on with the note before it, over pages too."""
    notes: list[Note] = []
    for line in lines:
        if not is_note(line, body_size) or SEPARATOR.match(line.text):
            continue
        head = _head(line, notes)
        if head:
            bracketed = line.text.startswith("[") and not line.spans[0].raised
            notes.append(Note(line.page, head[0], [head[1]], bracketed))
        elif notes:
            notes[-1].lines.append(line.text)
    return notes


def _head(line: Line, notes: list[Note]) -> tuple[str, str] | None:
    """The marker and the words after it: a raised marker always, a plain one where it is the next."""
    first = line.spans[0]
    bare = first.text.strip(" []()")
    if first.raised and re.fullmatch(r"\d{1,3}|[*†‡§]{1,3}|[a-z]", bare):
        return bare, "".join(span.text for span in line.spans[1:])
    match = HEAD.match(line.text.strip())
    if match is None:
        return None
    marker = match["marker"]
    if not marker.isalnum():
        return marker, match["rest"]
    alike = (note.marker for note in reversed(notes) if note.marker.isdigit() == marker.isdigit())
    previous = next((each for each in alike if each.isalnum()), None)
    if marker.isalpha():
        told = bool(match["stop"]) or bare == line.text.strip() or first.size < 0.85 * line.spans[-1].size
        return (marker, match["rest"]) if told and marker == (chr(ord(previous) + 1) if previous else "a") else None
    expected = {1} if previous is None else {int(previous) + 1, 1}
    alone = not match["rest"] or bare == marker or match["rest"][0].isupper() or match["stop"] == "."
    follows = int(marker) in expected or (previous is None and first.size < 0.85 * line.spans[-1].size)
    return (marker, match["rest"]) if follows and alone else None


@dataclass(slots=True)
class Notes:
    """The notes of a document, given out to the marks that ask for them."""

    of: dict[str, list[tuple[int, Footnote]]]
    markers: frozenset[str]  # '1' where it is raised, '[1]' too where it may stand on the line

    def at(self, mark: Mark) -> tuple[Footnote, ...]:
        """The notes of a mark: '12' is note 12, but 1 and 2 where those stand on its page and note 12 does not."""
        run = [found for each in run_on(mark.marker) if (found := self._nearest(mark.page, each))]
        whole = self._nearest(mark.page, mark.marker)
        here = all(distance == (False, 0) for distance, _ in run) and whole is not None and whole[0] != (False, 0)
        if run and len(run) == len(run_on(mark.marker)) and (whole is None or here):
            return tuple(note for _, note in run)
        return (whole[1],) if whole else ()

    def _nearest(self, page: int, marker: str) -> tuple[tuple[bool, int], Footnote] | None:
        """A note and how far it stands: on this page, else the next one after it, else the last before it."""
        found = [((at < page, abs(at - page)), note) for at, note in self.of.get(marker, ())]
        return min(found, key=lambda each: each[0], default=None)


def read_notes(gathered: list[Note], hyphens: Hyphens) -> Notes:
    of: dict[str, list[tuple[int, Footnote]]] = defaultdict(list)
    for note in gathered:
        of[note.marker].append((note.page, Footnote(marker=note.marker, text=join(note.lines, hyphens))))
    return Notes(dict(of), frozenset(of) | {f"[{note.marker}]" for note in gathered if note.bracketed})
