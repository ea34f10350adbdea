"""Paragraphs as counted features, each feature weighed by its rarity in the texts compared."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from antecedent.resolutions.align.commonplace import COMMONPLACE
from antecedent.resolutions.align.telling import Telling
from antecedent.resolutions.align.words import stems

Floats = NDArray[np.floating]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Side:
    """A side's paragraphs: how often each has the features that both sides know, and the weight of all that it has."""

    counts: Sequence[dict[int, int]]
    total: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """Both sides and the weight of each common feature: single stems and pairs of neighbouring ones.

    `witness` is the draft as it was before its tracked changes; the draft itself where it has none.
    """

    draft: Side
    prior: Side
    witness: Side
    weights: Floats
    telling: Telling


def weigh(
    draft: Sequence[str],
    prior: Sequence[str],
    witness: Sequence[str] | None = None,
    pair_weight: float = 0.5,
    dull: float = 0.35,
) -> Weighed:
    """Weighs by log(paragraphs / paragraphs that have the feature); what every text says weighs a part of it."""
    rows = [[stems(text) for text in texts] for texts in (draft, prior, witness or ())]
    left, right, shown = ([_features(row) for row in side] for side in rows)
    known = _rarities([*left, *right], pair_weight, dull)
    known = _rarities([*shown, *right], pair_weight, dull) | known if witness else known
    column = {name: k for k, name in enumerate(sorted((_names(left) | _names(shown)) & _names(right)))}
    weights = np.array([known[name] for name in column], dtype=np.float32)
    sides = [_side(side, column, known) for side in (left, right)]
    return Weighed(
        draft=sides[0],
        prior=sides[1],
        witness=_side(shown, column, known) if witness else sides[0],
        weights=weights,
        telling=Telling(rows[2] or rows[0], rows[1], known),
    )


def _rarities(rows: Sequence[Counter[str]], pair_weight: float, dull: float) -> dict[str, float]:
    spread: Counter[str] = Counter()
    for row in rows:
        spread.update(row.keys())
    whole = len(rows) + 2

    def weight(name: str) -> float:
        first, _, second = name.partition(" ")
        # A word seen once can match nothing: it weighs no more than one that could match once.
        rarity = float(np.log(whole / max(spread[name], 2)))
        common = _is_dull(first) + _is_dull(second)
        if second:
            return rarity * pair_weight * (1.0, 0.7, dull)[common]
        return rarity * (dull if common else 1.0)

    return {name: weight(name) for name in spread}


def _is_dull(stem: str) -> bool:
    """Said everywhere, or a small number: days, and paragraphs referred to, which change with every renumbering."""
    return stem in COMMONPLACE or (stem.isdigit() and len(stem) < 3)


def _names(rows: list[Counter[str]]) -> set[str]:
    return {name for row in rows for name in row}


def _features(row: Sequence[str]) -> Counter[str]:
    return Counter([*row, *(f"{a} {b}" for a, b in pairwise(row))])


def _side(rows: list[Counter[str]], column: dict[str, int], known: dict[str, float]) -> Side:
    counts = [{column[name]: n for name, n in row.items() if name in column} for row in rows]
    total = np.array([sum(n * known[name] for name, n in row.items()) for row in rows], dtype=np.float32)
    return Side(counts, np.maximum(total, np.float32(1e-6)))
