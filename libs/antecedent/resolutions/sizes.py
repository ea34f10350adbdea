"""Sizes of type, by how much of a text is set in each."""

from collections import Counter
from collections.abc import Mapping


def usual_size(characters: Mapping[float, int]) -> float | None:
    """The size, to a tenth of a point, that most characters have, given how many have each; None of none."""
    rounded: Counter[float] = Counter()
    for size, number in characters.items():
        rounded[round(size, 1)] += number
    return rounded.most_common(1)[0][0] if rounded else None
