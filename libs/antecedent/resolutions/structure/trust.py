"""How far the structure tree of a document is to be trusted: as far as it agrees where geometry is sure.

Some trees have an element a line, or one for everything, or call every line a heading. So nothing is taken from a tag
that the same document does not bear out: its weight is the logarithm of how much likelier it stands where a paragraph
surely begins than where one surely goes on.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log

from antecedent.resolutions.structure.rows import Row

SURE = 4.0  # a sum of evidence that leaves no doubt
MOST = 4.0  # that tags may weigh


@dataclass(frozen=True, slots=True)
class Trust:
    """Weights of a row that belongs to the element of the row before it, and of one that belongs to another."""

    same: float = 0.0
    other: float = 0.0
    same_over: float = 0.0  # over the end of a page or column, where some trees part what belongs together
    other_over: float = 0.0

    def weigh(self, last: Row, row: Row) -> float:
        if last.block is None or row.block is None:
            return 0.0
        if last.place == row.place:
            return self.same if last.block == row.block else self.other
        return self.same_over if last.block == row.block else self.other_over


def learn_trust(rows: Sequence[Row], sums: Sequence[float]) -> Trust:
    """`sums` is what geometry and words say of each row: above zero it begins a paragraph, below it goes on."""
    counts: Counter[tuple[bool, bool, bool]] = Counter()  # over a page's end, begins, in another element
    for (last, row), total in zip(pairwise(rows), sums[1:], strict=True):
        if abs(total) >= SURE and last.block is not None and row.block is not None:
            counts[last.place != row.place, total > 0, last.block != row.block] += 1
    same, other = _weights(counts, over=False)
    same_over, other_over = _weights(counts, over=True)
    return Trust(same, other, same_over, other_over)


def _weights(counts: Counter[tuple[bool, bool, bool]], *, over: bool) -> tuple[float, float]:
    begin, go_on = (_share(counts[over, begins, True], counts[over, begins, False]) for begins in (True, False))
    other, same = log(begin / go_on), log((1 - go_on) / (1 - begin))
    return -min(MOST, max(0.0, same)), min(MOST, max(0.0, other))


def _share(parted: int, joined: int) -> float:
    return (parted + 0.5) / (parted + joined + 1)


def is_named_heading(row: Row) -> bool:
    tag = row.tag or ""
    return tag in ("H", "Title") or (tag[:1] == "H" and tag[1:].isdigit())
