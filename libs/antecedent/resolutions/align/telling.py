"""A closer look at a pair in doubt: a heavy amendment keeps its subject, and a run of words that says something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

_RUN = 20.0  # weight of a run that leaves no doubt: about six rare words
_RARE = 1.2  # weight from which a word says something
_HEAD = 4  # such words, from the start
Stems = Sequence[str]


class Told(NamedTuple):
    """Each from 0 to 1: the longest run in common, and the share of both heads that the other has."""

    run: float
    head: float


@dataclass(frozen=True, slots=True)
class Telling:
    """Looked up pair by pair; `known` weighs each word."""

    draft: Sequence[Stems]
    prior: Sequence[Stems]
    known: Mapping[str, float]
    found: dict[tuple[int, int], Told] = field(default_factory=dict[tuple[int, int], Told])

    def look(self, row: int, column: int) -> Told:
        key = row, column
        if key not in self.found:
            one, other = self.draft[row], self.prior[column]
            head = (self._kept(one, other) + self._kept(other, one)) / 2
            self.found[key] = Told(self._run(one, other), head)
        return self.found[key]

    def _run(self, one: Stems, other: Stems) -> float:
        run = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
        return min(1.0, sum(self.known[stem] for stem in one[run.a : run.a + run.size]) / _RUN)

    def _kept(self, one: Stems, other: Stems) -> float:
        head = [stem for stem in one[1:] if self.known[stem] > _RARE][:_HEAD]
        return sum(stem in other for stem in head) / len(head) if head else 0.0
