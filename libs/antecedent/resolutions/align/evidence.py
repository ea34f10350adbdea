"""What speaks for a pair of paragraphs: for each kind of evidence a table of figures from 0 to 1, draft × prior."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from antecedent.resolutions.align.judgement import PairWeights
from antecedent.resolutions.align.weighing import Floats, Rows, Weighed
from antecedent.resolutions.align.words import stems
from antecedent.resolutions.models import Paragraph

_REACH = 3  # neighbours looked at, each way
_COUNTING = {"also", "furthe", "moreov"}
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Evidence:
    both: Floats
    smaller: Floats
    rival: Floats
    framed: Floats
    side: Floats
    lead: Floats
    heading: Floats

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

    def among(self, rows: Rows, columns: Rows, texts: Rows) -> "Evidence":
        """The evidence for some paragraphs only, with rivals among them only."""
        here = np.ix_(rows, columns)
        both = self.both[here]
        return Evidence(
            both=both,
            smaller=self.smaller[here],
            rival=rivals(both, texts[columns]),
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
    left, right = weighed.draft, weighed.prior
    common = np.stack([left.shared(i, right.counts, weighed.weights) for i in range(len(draft))])
    both = 2 * common / (left.total[:, None] + right.total[None, :])
    smaller = common / np.maximum(np.minimum(left.total[:, None], right.total[None, :]), np.float32(ground))
    return Evidence(
        both=both,
        smaller=smaller,
        rival=rivals(both, texts),
        framed=np.zeros_like(both),
        side=_same([side(p) for p in draft], [side(p) for p in prior]),
        lead=_same([_lead(p) for p in draft], [_lead(p) for p in prior]),
        heading=_same([p.kind == "heading" for p in draft], [p.kind == "heading" for p in prior]),
    )


def framed(evidence: Evidence, anchors: Floats, texts: Rows) -> Evidence:
    """With how well the surest link before and the surest one after frame each pair, each up to a half."""
    frame = np.zeros_like(anchors)
    for text in np.unique(texts):
        columns = np.flatnonzero(texts == text)
        frame[:, columns] = _frame(anchors[:, columns])
    return replace(evidence, framed=frame)


def rivals(both: Floats, texts: Rows) -> Floats:
    """For each pair the best share that either of the two has with another paragraph, text by text."""
    out = np.zeros_like(both)
    for text in np.unique(texts):
        columns = np.flatnonzero(texts == text)
        block = both[:, columns]
        out[:, columns] = np.maximum(_others(block, 1), _others(block, 0))
    return out


def _others(block: Floats, axis: int) -> Floats:
    """The best value of the row (axis 1) or column (axis 0) of each cell, itself left out."""
    if block.shape[axis] < 2:
        return np.zeros_like(block)
    ordered = np.sort(block, axis)
    first, second = ordered.take([-1], axis), ordered.take([-2], axis)
    others: Floats = np.where(block == first, second, first)
    return others


def _lead(paragraph: Paragraph) -> str:
    """The verb at the head: 'Also decides' and 'Further decides' only count what stands before them."""
    row = stems(paragraph.text)[:2]
    return next((stem for stem in row if stem not in _COUNTING), "")


def _same(left: Sequence[object], right: Sequence[object]) -> Floats:
    return np.array([[a == b for b in right] for a in left], dtype=np.float32).reshape(len(left), len(right))


def _frame(anchors: Floats) -> Floats:
    frame = np.zeros_like(anchors)
    for sign in (1, -1):
        best = np.zeros_like(anchors)
        for i in range(1, _REACH + 1):
            for j in range(1, _REACH + 1):
                best = np.maximum(best, _shifted(anchors, sign * i, sign * j) * np.float32(0.8 ** (i + j - 2)))
        frame += best / 2
    return frame


def _shifted(table: Floats, down: int, right: int) -> Floats:
    out = np.zeros_like(table)
    rows, columns = table.shape
    if abs(down) < rows and abs(right) < columns:
        out[max(down, 0) : rows + min(down, 0), max(right, 0) : columns + min(right, 0)] = table[
            max(-down, 0) : rows + min(-down, 0), max(-right, 0) : columns + min(-right, 0)
        ]
    return out
