"""What of the wanted links was found."""

from collections import Counter
from dataclasses import dataclass, field

from antecedent.resolutions.models import Trace
from tests.benchmarks.hard.drafting import Case

Key = tuple[frozenset[str], frozenset[str], str | None]


@dataclass(slots=True)
class Tally:
    """Counts over cases: pairs and whole links right, wrong and missed; wanted and found links by tag."""

    pairs: Counter[str] = field(default_factory=Counter[str])
    links: Counter[str] = field(default_factory=Counter[str])
    wanted: Counter[str] = field(default_factory=Counter[str])
    found: Counter[str] = field(default_factory=Counter[str])
    bases: Counter[bool] = field(default_factory=Counter[bool])

    def f1(self, what: Counter[str]) -> float:
        return 2 * what["right"] / max(1, 2 * what["right"] + what["wrong"] + what["missed"])

    def share(self, tag: str) -> float:
        return self.found[tag] / self.wanted[tag] if self.wanted[tag] else float("nan")


def judge(tally: Tally, case: Case, trace: Trace) -> None:
    """Adds one case; a link is found when both sides and the document are the same."""
    want: dict[Key, tuple[str, ...]] = {
        (frozenset(link.draft), frozenset(link.prior), link.document): link.tags for link in case.links
    }
    have: set[Key] = {
        (frozenset(link.draft), frozenset(link.prior), link.document if link.prior else None) for link in trace.links
    }
    _count(tally.links, set(want), have)
    _count(tally.pairs, _pairs(set(want)), _pairs(have))
    tally.bases[trace.base == case.base] += 1
    for key, tags in want.items():
        tally.wanted.update(tags)
        tally.found.update(tags if key in have else ())


def _count(into: Counter[str], want: set[Key], have: set[Key]) -> None:
    into.update({"right": len(want & have), "wrong": len(have - want), "missed": len(want - have)})


def _pairs(keys: set[Key]) -> set[Key]:
    return {(frozenset({a}), frozenset({b}), document) for draft, prior, document in keys for a in draft for b in prior}
