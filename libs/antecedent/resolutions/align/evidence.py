"""What speaks for a pair of paragraphs: for each kind of evidence a figure from 0 to 1 for each pair looked at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from antecedent.resolutions.align.judgement import PairWeights
from antecedent.resolutions.align.overlap import overlaps
from antecedent.resolutions.align.weighing import Floats, Rows, Weighed
from antecedent.resolutions.align.words import stems
from antecedent.resolutions.models import Paragraph

_REACH = 3  # neighbours looked at, each way
_COUNTING = {"also", "furthe", "moreov"}
Anchor = tuple[int, int, float]  # a row and a column that are linked, and how surely
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry a pair, in the order of rows and columns; `texts` tells the earlier text of each column."""

    rows: Rows
    columns: Rows
    texts: Rows
    both: Floats
    smaller: Floats
    rival: Floats
    framed: Floats
    side: Bools
    lead: Bools
    heading: Bools

    def log_odds(self, weights: PairWeights) -> Floats:
        odds: Floats = (
            weights.both * self.both
            + weights.smaller * self.smaller
            + weights.rival * self.rival
            + weights.framed * self.framed
            + weights.side * self.side
            + weights.lead * self.lead
            + weights.heading * self.heading
            + weights.bias
        )
        return odds

    def among(self, free: tuple[Bools, Bools]) -> "Evidence":
        """The pairs of paragraphs that are free, with rivals among them only."""
        here = np.flatnonzero(free[0][self.rows] & free[1][self.columns])
        rows, columns, both = self.rows[here], self.columns[here], self.both[here]
        return Evidence(
            rows=rows,
            columns=columns,
            texts=self.texts,
            both=both,
            smaller=self.smaller[here],
            rival=_rivals(rows, columns, self.texts, both),
            framed=self.framed[here],
            side=self.side[here],
            lead=self.lead[here],
            heading=self.heading[here],
        )


def side(paragraph: Paragraph) -> int:
    """0 for the preamble, 1 for the body."""
    return 0 if paragraph.kind == "preambular" else 1


def gather(
    draft: Sequence[Paragraph], prior: Sequence[Paragraph], texts: Rows, weighed: Weighed, ground: float
) -> Evidence:
    """Everything but the frame, which needs first links. `texts` tells the earlier text of each prior paragraph."""
    left, right = weighed.witness, weighed.prior
    pairs = overlaps(left, right, weighed.weights)
    rows, columns = pairs.rows, pairs.columns
    own, other = left.total[rows], right.total[columns]
    both = 2 * pairs.common / (own + other)

    def same(tell: Sequence[object], known: Sequence[object]) -> Bools:
        names = {name: k for k, name in enumerate({*tell, *known})}
        found: Bools = np.array([names[x] for x in tell])[rows] == np.array([names[x] for x in known])[columns]
        return found

    return Evidence(
        rows=rows,
        columns=columns,
        texts=texts,
        both=both,
        smaller=pairs.common / np.maximum(np.minimum(own, other), np.float32(ground)),
        rival=_rivals(rows, columns, texts, both),
        framed=np.zeros_like(both),
        side=same([side(p) for p in draft], [side(p) for p in prior]),
        lead=same([_lead(p) for p in draft], [_lead(p) for p in prior]),
        heading=same([p.kind == "heading" for p in draft], [p.kind == "heading" for p in prior]),
    )


def framed(evidence: Evidence, anchors: Iterable[Anchor]) -> Evidence:
    """With how well the surest link before and the surest one after frame each pair, each up to a half."""
    if not len(evidence.rows):
        return evidence
    table = np.array(list(anchors), dtype=np.float64).reshape(-1, 3)
    rows, columns, sure = table[:, 0].astype(np.intp), table[:, 1].astype(np.intp), table[:, 2].astype(np.float32)
    width = len(evidence.texts)
    keys = evidence.rows * width + evidence.columns
    frame = np.zeros_like(evidence.both)
    for sign in (1, -1):
        best: Floats = np.zeros_like(frame)
        for down, right in np.ndindex(_REACH, _REACH):
            there: Rows = columns + sign * (right + 1)
            good = (there >= 0) & (there < width)
            good[good] = evidence.texts[there[good]] == evidence.texts[columns[good]]
            wanted: Rows = (rows[good] + sign * (down + 1)) * width + there[good]
            at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            met = keys[at] == wanted
            np.maximum.at(best, at[met], sure[good][met] * np.float32(0.8 ** (down + right)))
        frame += best / 2
    return replace(evidence, framed=frame)


def _rivals(rows: Rows, columns: Rows, texts: Rows, both: Floats) -> Floats:
    """For each pair the best share that either of the two has with another paragraph, text by text."""
    by_row = _others(rows * (texts.max(initial=0) + 1) + texts[columns], both)
    rivals: Floats = np.maximum(by_row, _others(columns, both))
    return rivals


def _others(owners: Rows, both: Floats) -> Floats:
    """The best value among the same owner's, itself left out."""
    order = np.lexsort((-both, owners))
    ranked = owners[order]
    start = np.flatnonzero(np.diff(ranked, prepend=-1))
    which = np.repeat(np.arange(len(start)), np.diff(start, append=len(order)))
    first = both[order[start]]
    last = np.minimum(start + 1, len(order) - 1)
    second = np.where(ranked[last] == ranked[start], both[order[last]], 0) * (last > start)
    others = np.empty_like(both)
    others[order] = np.where(np.arange(len(order)) == start[which], second[which], first[which])
    return others


def _lead(paragraph: Paragraph) -> str:
    """The verb at the head: 'Also decides' and 'Further decides' only count what stands before them."""
    row = stems(paragraph.text)[:2]
    return next((stem for stem in row if stem not in _COUNTING), "")
