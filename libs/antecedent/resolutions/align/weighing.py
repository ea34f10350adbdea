"""Paragraphs as rows of counted features, each feature weighed by its rarity in the texts compared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from antecedent.resolutions.align.commonplace import COMMONPLACE
from antecedent.resolutions.align.words import stems

Floats = NDArray[np.floating]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Side:
    """A side's paragraphs: counts of the features that both sides know, and the weight of all features of each."""

    counts: Floats
    total: Floats

    def shared(self, row: int, others: Floats, weights: Floats) -> Floats:
        """Weight that one paragraph has in common with each row of others."""
        own = self.counts[row]
        there = np.flatnonzero(own)
        shared: Floats = np.minimum(own[there], others[:, there]) @ weights[there]
        return shared


@dataclass(frozen=True, slots=True)
class Weighed:
    """Both sides and the weight of each common feature: single stems and pairs of neighbouring ones."""

    draft: Side
    prior: Side
    weights: Floats


def weigh(draft: Sequence[str], prior: Sequence[str], pair_weight: float = 0.5, dull: float = 0.35) -> Weighed:
    """Weighs by log(paragraphs / paragraphs that have the feature); what every text says weighs a part of it."""
    left, right = [_features(text) for text in draft], [_features(text) for text in prior]
    spread: Counter[str] = Counter()
    for row in (*left, *right):
        spread.update(row.keys())
    whole = len(left) + len(right) + 2

    def weight(name: str) -> float:
        first, _, second = name.partition(" ")
        # A word seen once can match nothing: it weighs no more than one that could match once.
        rarity = float(np.log(whole / max(spread[name], 2)))
        common = _is_dull(first) + _is_dull(second)
        if second:
            return rarity * pair_weight * (1.0, 0.7, dull)[common]
        return rarity * (dull if common else 1.0)

    known = {name: weight(name) for name in spread}
    column = {name: k for k, name in enumerate(sorted(_names(left) & _names(right)))}
    weights = np.array([known[name] for name in column], dtype=np.float32)
    return Weighed(_side(left, column, known), _side(right, column, known), weights)


def _is_dull(stem: str) -> bool:
    """Said everywhere, or a small number: days, and paragraphs referred to, which change with every renumbering."""
    return stem in COMMONPLACE or (stem.isdigit() and len(stem) < 3)


def _names(rows: list[Counter[str]]) -> set[str]:
    return {name for row in rows for name in row}


def _features(text: str) -> Counter[str]:
    row = stems(text)
    return Counter([*row, *(f"{a} {b}" for a, b in pairwise(row))])


def _side(rows: list[Counter[str]], column: dict[str, int], known: dict[str, float]) -> Side:
    counts = np.zeros((len(rows), len(column)), dtype=np.float32)
    for i, row in enumerate(rows):
        for name, n in row.items():
            k = column.get(name)
            if k is not None:
                counts[i, k] = n
    total = np.array([sum(n * known[name] for name, n in row.items()) for row in rows], dtype=np.float32)
    return Side(counts, np.maximum(total, np.float32(1e-6)))
