"""Links as they grow: pairs first, then what is left over joins the link that it explains, or finds a partner."""

from dataclasses import dataclass, field

import numpy as np

from antecedent.resolutions.align.assignment import best_pairs
from antecedent.resolutions.align.evidence import Evidence, framed
from antecedent.resolutions.align.judgement import Weights
from antecedent.resolutions.align.weighing import Floats, Rows, Side, Weighed

_DRAFT, _PRIOR = 0, 1
_AGAIN = 0.6  # how much a word still counts as unexplained that the other side has, but fewer times


@dataclass(frozen=True, slots=True)
class Material:
    """What is aligned: the weighed words, the evidence for pairs, and where each paragraph hangs and stands."""

    weighed: Weighed
    evidence: Evidence
    texts: Rows  # the earlier text of each prior paragraph, by its place in the list
    base: int
    parents: tuple[Rows, Rows]  # row of the parent, -1 for none
    sides: tuple[Rows, Rows]

    def rows(self, which: int) -> Side:
        return self.weighed.draft if which == _DRAFT else self.weighed.prior

    @property
    def foreign(self) -> Floats:
        """1 for the columns of another text than the base."""
        return (self.texts != self.base).astype(np.float32)


@dataclass(slots=True)
class Group:
    """Rows of the draft and of one prior that make one link; what each side weighs, and has that the other lacks."""

    members: tuple[list[int], list[int]]
    left: list[Floats] = field(default_factory=list[Floats])
    totals: list[float] = field(default_factory=list[float])


Candidate = tuple[float, int, int, int]  # log odds, which side (2 for a pair), row, group or column


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
    penalty = material.foreign * weights.elsewhere
    odds = evidence.log_odds(weights.pair)
    pairs = best_pairs(odds - penalty + 1)
    for _ in range(2):
        evidence = framed(evidence, _anchors(odds, pairs), material.texts)
        odds = evidence.log_odds(weights.pair)
        pairs = best_pairs(odds - penalty - np.float32(weights.sure))
    return pairs


def _anchors(odds: Floats, pairs: list[tuple[int, int]]) -> Floats:
    anchors = np.zeros_like(odds)
    for i, j in pairs:
        anchors[i, j] = 1 / (1 + np.exp(-odds[i, j]))
    return anchors


def _grouped(material: Material, draft: list[int], prior: list[int]) -> Group:
    made = Group((draft, prior))
    _explain(material, made)
    return made


def _explain(material: Material, made: Group) -> None:
    draft = material.weighed.draft.counts[made.members[_DRAFT]].sum(0)
    prior = material.weighed.prior.counts[made.members[_PRIOR]].sum(0)
    made.left = [_lacking(draft, prior), _lacking(prior, draft)]
    made.totals = [float(material.rows(which).total[made.members[which]].sum()) for which in (_DRAFT, _PRIOR)]


def _lacking(own: Floats, other: Floats) -> Floats:
    """What the other side does not explain; what it has less often, such as a name said again, in part only."""
    return np.maximum(own - other, 0) * np.where(other > 0, np.float32(_AGAIN), np.float32(1))


def _free(material: Material, groups: list[Group]) -> tuple[Rows, Rows]:
    used = [{row for g in groups for row in g.members[which]} for which in (_DRAFT, _PRIOR)]
    sizes = [len(material.rows(which).total) for which in (_DRAFT, _PRIOR)]
    return (
        np.array([k for k in range(sizes[0]) if k not in used[0]], dtype=np.intp),
        np.array([k for k in range(sizes[1]) if k not in used[1]], dtype=np.intp),
    )


def _candidates(material: Material, groups: list[Group], weights: Weights) -> list[Candidate]:
    free = _free(material, groups)
    found = _leftover_pairs(material, groups, free, weights)
    for which in (_DRAFT, _PRIOR):
        for row in free[which]:
            found += _joins(material, groups, which, int(row), weights)
    return sorted(found, reverse=True)


def _leftover_pairs(
    material: Material, groups: list[Group], free: tuple[Rows, Rows], weights: Weights
) -> list[Candidate]:
    rows, columns = free
    if not len(rows) or not len(columns):
        return []
    anchors = np.zeros_like(material.evidence.both)
    for made in groups:
        anchors[np.ix_(made.members[0], made.members[1])] = 1
    evidence = framed(material.evidence, anchors, material.texts).among(rows, columns, material.texts)
    odds = evidence.log_odds(weights.rest) - material.foreign[columns] * weights.elsewhere
    return [(float(odds[i, j]), 2, int(rows[i]), int(columns[j])) for i, j in best_pairs(odds)]


def _joins(material: Material, groups: list[Group], which: int, row: int, weights: Weights) -> list[Candidate]:
    """The links that a paragraph left over may be a piece of, with the odds."""
    open_to = [k for k, made in enumerate(groups) if _may_join(material, made, which, row)]
    if not open_to:
        return []
    w, other = weights.join, 1 - which
    unexplained = np.stack([groups[k].left[other] for k in open_to])
    gains = material.rows(which).shared(row, unexplained, material.weighed.weights)
    wholes = np.array([groups[k].totals[other] for k in open_to])
    own = max(float(material.rows(which).total[row]), weights.ground)
    odds = w.piece * gains / own + w.whole * gains / wholes + w.bias
    worth = np.flatnonzero(odds + w.near + w.side + w.kin > 0)  # the rest is lost, wherever it stands
    found = [
        (float(odds[n]) + _place(material, groups[open_to[n]], which, row, weights), which, row, open_to[n])
        for n in worth
    ]
    return [candidate for candidate in found if candidate[0] > 0]


def _may_join(material: Material, made: Group, which: int, row: int) -> bool:
    """One side grows only while the other is one paragraph; pieces of a prior side come from one text.

    A heading is no piece of a paragraph.
    """
    if len(made.members[which]) == 1 and len(made.members[1 - which]) > 1:
        return False
    first = made.members[1 - which][0]
    alike = material.evidence.heading[(row, first) if which == _DRAFT else (first, row)]
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
