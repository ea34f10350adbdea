"""What paragraphs of two sides have in common: of all pairs, or, in long texts, of those that may come to something."""

from dataclasses import dataclass

import numpy as np

from antecedent.resolutions.align.weighing import Floats, Rows, Side

_ALL = 400_000  # pairs up to which all of them are looked at: 630 paragraphs a side
_BEST = 24  # beyond, for each paragraph of either side those that it shares most with


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs in the order of their rows and columns, with the weight of what they have in common."""

    rows: Rows
    columns: Rows
    common: Floats


def overlaps(left: Side, right: Side, weights: Floats) -> Pairs:
    height, width = len(left.total), len(right.total)
    whole = height * width <= _ALL
    keys, common = _kept(left, right, weights, None if whole else _BEST)
    if not whole:
        more, also = _kept(right, left, weights, _BEST)
        keys, first = np.unique(np.concatenate([keys, more % height * width + more // height]), return_index=True)
        common = np.concatenate([common, also])[first]
    return Pairs(keys // width, keys % width, common)


def _kept(left: Side, right: Side, weights: Floats, most: int | None) -> tuple[Rows, Floats]:
    """Row by row, as row × width + column: all of the row, or the likest ones."""
    index = _Index(right, len(weights))
    width = len(right.total)
    keys: list[Rows] = []
    kept: list[Floats] = []
    for row, counts in enumerate(left.counts):
        common = index.common(counts, weights)
        chosen = np.arange(width) if most is None else _likest(common / (left.total[row] + right.total), most)
        keys.append(row * width + chosen)
        kept.append(common[chosen])
    return np.concatenate(keys), np.concatenate(kept)


def _likest(shares: Floats, most: int) -> Rows:
    best = np.argpartition(-shares, most)[:most] if len(shares) > most else np.arange(len(shares))
    return np.sort(best[shares[best] > 0])


class _Index:
    """A side by feature: which paragraphs have it, and how often."""

    def __init__(self, side: Side, features: int) -> None:
        entries = [(name, row, n) for row, counts in enumerate(side.counts) for name, n in counts.items()]
        table = np.array(entries, dtype=np.intp).reshape(-1, 3)
        table = table[np.argsort(table[:, 0], kind="stable")]
        self._rows, self._counts = table[:, 1], table[:, 2].astype(np.float32)
        self._start = np.searchsorted(table[:, 0], np.arange(features + 1))
        self._width = len(side.total)

    def common(self, counts: dict[int, int], weights: Floats) -> Floats:
        """The weight that a paragraph has in common with each of the side."""
        names, own = np.fromiter(counts, np.intp), np.fromiter(counts.values(), np.float32)
        lengths = self._start[names + 1] - self._start[names]
        skipped = np.repeat(self._start[names] - np.cumsum(lengths) + lengths, lengths)
        at = skipped + np.arange(len(skipped))
        shared = np.minimum(np.repeat(own, lengths), self._counts[at]) * np.repeat(weights[names], lengths)
        found: Floats = np.bincount(self._rows[at], shared, self._width).astype(np.float32)
        return found
