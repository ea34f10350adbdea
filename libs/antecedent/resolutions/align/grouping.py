"""Links as they grow: pairs first, then what is left over joins the link that it explains, or finds a partner."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from antecedent.resolutions.align.assignment import best_pairs
from antecedent.resolutions.align.evidence import Anchor, Bools, Evidence, framed
from antecedent.resolutions.align.judgement import Weights
from antecedent.resolutions.align.weighing import Floats, Rows, Side, Weighed

_DRAFT, _PRIOR = 0, 1
_AGAIN = 0.6  # how much a word still counts as unexplained that the other side has, but fewer times
_WIDE = 300  # links that lack a word, from which on it tells none of them apart
_GAP = 0.15  # share of a side below which what is unexplained of it is too little to be filled


@dataclass(frozen=True, slots=True)
class Material:
    """What is aligned: the weighed words, the evidence for pairs, and where each paragraph hangs and stands."""

    weighed: Weighed
    evidence: Evidence
    texts: Rows  # the earlier text of each prior paragraph, by its place in the list
    base: int
    parents: tuple[Rows, Rows]  # row of the parent, -1 for none
    sides: tuple[Rows, Rows]
    headings: tuple[Bools, Bools]

    def rows(self, which: int) -> Side:
        return self.weighed.draft if which == _DRAFT else self.weighed.prior

    def penalty(self, evidence: Evidence, weights: Weights) -> Floats:
        """What pairs with another text than the base must be surer."""
        return (self.texts[evidence.columns] != self.base) * np.float32(weights.elsewhere)


@dataclass(slots=True)
class Group:
    """Rows of the draft and of one prior that make one link; what each side weighs, and has that the other lacks."""

    members: tuple[list[int], list[int]]
    left: list[dict[int, float]] = field(default_factory=list[dict[int, float]])  # by feature, how often
    totals: list[float] = field(default_factory=list[float])
    lacks: list[float] = field(default_factory=list[float])  # weight of what the other side does not have


Candidate = tuple[float, int, int, int]  # log odds, which side (2 for a pair), row, group or column
Free = tuple[Bools, Bools]
Wanting = dict[int, list[int]]  # feature → the groups one side of which has it unexplained


def group(material: Material, weights: Weights) -> list[Group]:
    """Groups of two or more paragraphs; who is in none has no counterpart."""
    # Another text's paragraphs wait: where the base holds a paragraph too, be it in part, the base has the link.
    first = [(i, j) for i, j in _first_pairs(material, weights) if material.texts[j] == material.base]
    groups = [_grouped(material, [i], [j]) for i, j in first]
    while True:
        taken = _apply(material, groups, _candidates(material, groups, weights))
        if not taken:
            return groups


def _first_pairs(material: Material, weights: Weights) -> list[tuple[int, int]]:
    """The sure pairs, chosen twice: with their words alone, then framed by the first choice."""
    evidence = material.evidence
    penalty = material.penalty(evidence, weights)
    odds = evidence.log_odds(weights.pair)
    pairs = best_pairs(evidence.rows, evidence.columns, odds - penalty + 1)
    for _ in range(2):
        sure = 1 / (1 + np.exp(-odds[pairs]))
        evidence = framed(evidence, zip(evidence.rows[pairs], evidence.columns[pairs], sure, strict=True))
        odds = evidence.log_odds(weights.pair)
        pairs = best_pairs(evidence.rows, evidence.columns, odds - penalty - np.float32(weights.sure))
    return [(int(evidence.rows[k]), int(evidence.columns[k])) for k in pairs]


def _grouped(material: Material, draft: list[int], prior: list[int]) -> Group:
    made = Group((draft, prior))
    _explain(material, made)
    return made


def _explain(material: Material, made: Group) -> None:
    weights = material.weighed.weights
    draft, prior = (_counted(material.rows(which), made.members[which]) for which in (_DRAFT, _PRIOR))
    made.left = [_lacking(draft, prior), _lacking(prior, draft)]
    made.totals = [float(material.rows(which).total[made.members[which]].sum()) for which in (_DRAFT, _PRIOR)]
    common = sum(float(weights[name]) * n for name, n in (draft & prior).items())
    made.lacks = [total - common for total in made.totals]


def _counted(side: Side, rows: list[int]) -> Counter[int]:
    counted: Counter[int] = Counter()
    for row in rows:
        counted.update(side.counts[row])
    return counted


def _lacking(own: Counter[int], other: Counter[int]) -> dict[int, float]:
    """What the other side does not explain; what it has less often, such as a name said again, in part only."""
    if own == other:
        return {}
    return {name: n * _AGAIN if name in other else float(n) for name, n in (own - other).items()}


def _free(material: Material, groups: list[Group]) -> Free:
    free = tuple(np.ones(len(material.rows(which).total), dtype=np.bool_) for which in (_DRAFT, _PRIOR))
    for made in groups:
        for which in (_DRAFT, _PRIOR):
            free[which][made.members[which]] = False
    return free[0], free[1]


def _candidates(material: Material, groups: list[Group], weights: Weights) -> list[Candidate]:
    free = _free(material, groups)
    found = list(_leftover_pairs(material, groups, free, weights))
    for which in (_DRAFT, _PRIOR):
        wanting = _wanting(groups, 1 - which)
        for row in np.flatnonzero(free[which]):
            found += _joins(material, groups, which, int(row), wanting, weights)
    return sorted(found, reverse=True)


def _leftover_pairs(material: Material, groups: list[Group], free: Free, weights: Weights) -> Iterator[Candidate]:
    if not free[_DRAFT].any() or not free[_PRIOR].any():
        return
    anchors: list[Anchor] = [(i, j, 1.0) for made in groups for i in made.members[0] for j in made.members[1]]
    evidence = framed(material.evidence, anchors).among(free)
    odds = evidence.log_odds(weights.rest) - material.penalty(evidence, weights)
    rows, columns = evidence.rows, evidence.columns
    w = weights.rest
    for k in np.flatnonzero(odds > -(w.run + w.head)):
        told = material.weighed.telling.look(int(rows[k]), int(columns[k]))
        odds[k] += w.run * told.run + w.head * told.head
    for k in best_pairs(rows, columns, odds):
        yield float(odds[k]), 2, int(rows[k]), int(columns[k])


def _wanting(groups: list[Group], which: int) -> Wanting:
    wanting: Wanting = defaultdict(list)
    for k, made in enumerate(groups):
        for name in made.left[which]:
            wanting[name].append(k)
    return {name: wanted for name, wanted in wanting.items() if len(wanted) <= _WIDE}


def _joins(
    material: Material, groups: list[Group], which: int, row: int, wanting: Wanting, weights: Weights
) -> Iterator[Candidate]:
    """The links that a paragraph left over may be a piece of, with the odds."""
    w, other = weights.join, 1 - which
    own = max(float(material.rows(which).total[row]), weights.ground)
    for k, gain in _gains(material, groups, which, row, wanting).items():
        made = groups[k]
        fill = gain / max(made.lacks[other], weights.ground, _GAP * made.totals[other])
        odds = w.piece * gain / own + w.whole * gain / made.totals[other] + w.fill * fill + w.bias
        if odds + w.near + w.side + w.kin > 0 and _may_join(material, made, which, row):
            odds += _place(material, made, which, row, weights)
            if odds > 0:
                yield odds, which, row, k


def _gains(material: Material, groups: list[Group], which: int, row: int, wanting: Wanting) -> dict[int, float]:
    """Weight that the paragraph explains of what each link leaves unexplained."""
    gains: dict[int, float] = defaultdict(float)
    for name, n in material.rows(which).counts[row].items():
        weight = float(material.weighed.weights[name])
        for k in wanting.get(name, ()):
            gains[k] += weight * min(n, groups[k].left[1 - which][name])
    return gains


def _may_join(material: Material, made: Group, which: int, row: int) -> bool:
    """One side grows only while the other is one paragraph; pieces of a prior side come from one text.

    A heading is no piece of a paragraph.
    """
    if len(made.members[which]) == 1 and len(made.members[1 - which]) > 1:
        return False
    alike = material.headings[which][row] == material.headings[1 - which][made.members[1 - which][0]]
    same_text = which == _DRAFT or material.texts[row] == material.texts[made.members[_PRIOR][0]]
    return bool(alike and same_text)


def _place(material: Material, made: Group, which: int, row: int, weights: Weights) -> float:
    """What the place of a paragraph says for its being a piece of a link."""
    w, other = weights.join, 1 - which
    foreign = material.texts[made.members[_PRIOR][0]] != material.base
    return (
        w.near * _near(row, made.members[which])
        + w.side * bool(material.sides[which][row] in material.sides[other][made.members[other]])
        + w.kin * _kin(row, made.members[which], material.parents[which])
        - (weights.elsewhere / 2 if foreign else 0)
    )


def _near(row: int, members: list[int]) -> float:
    return {1: 1.0, 2: 0.5}.get(min(abs(row - member) for member in members), 0.0)


def _kin(row: int, members: list[int], parents: Rows) -> bool:
    """A chapeau and its subparagraph: siblings alone are neighbours like any others."""
    return any(parents[row] == member or parents[member] == row for member in members)


def _apply(material: Material, groups: list[Group], candidates: list[Candidate]) -> bool:
    """Takes the likeliest candidates that do not touch one another; the rest is judged anew."""
    touched: set[tuple[int, int]] = set()
    for _, which, row, target in candidates:
        keys = {(0, row), (1, target)} if which == 2 else {(which, row), (3, target)}
        if touched & keys:
            continue
        touched |= keys
        if which == 2:
            groups.append(_grouped(material, [row], [target]))
        else:
            groups[target].members[which].append(row)
            _explain(material, groups[target])
    return bool(candidates)
