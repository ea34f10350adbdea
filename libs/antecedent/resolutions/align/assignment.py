"""The best one-to-one choice of pairs. The one place that knows the solver (lap, by Jonker and Volgenant)."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from collections import defaultdict

import numpy as np

from antecedent.resolutions.align.weighing import Floats, Rows


def best_pairs(rows: Rows, columns: Rows, worth: Floats) -> Rows:
    """Which of the pairs, with each row and column at most once, are worth most together; none that is worth nothing.

    Pairs that share no paragraph with the others, however many steps away, are a choice of their own.
    """
    good = np.flatnonzero(worth > 0)
    parts = _parts(rows[good].tolist(), columns[good].tolist())
    chosen = [_best(good[part], rows, columns, worth) for part in parts]
    return np.sort(np.concatenate(chosen)) if chosen else good


def _best(part: Rows, rows: Rows, columns: Rows, worth: Floats) -> Rows:
    if len(part) == 1:
        return part
    import lap  # here, so that importing the stage stays cheap

    (own, i), (other, j) = np.unique(rows[part], return_inverse=True), np.unique(columns[part], return_inverse=True)
    cost, place = np.zeros((len(own), len(other))), np.full((len(own), len(other)), -1, dtype=np.intp)
    cost[i, j], place[i, j] = -worth[part], part
    _, found, _ = lap.lapjv(cost, extend_cost=True)
    taken = place[np.flatnonzero(found >= 0), found[found >= 0]]
    return taken[taken >= 0]


def _parts(rows: list[int], columns: list[int]) -> list[Rows]:
    """Groups of pairs that hang together."""
    above: dict[int, int] = {}

    def top(node: int) -> int:
        while above.setdefault(node, node) != node:
            above[node] = node = above[above[node]]
        return node

    for row, column in zip(rows, columns, strict=True):
        above[top(row)] = top(~column)
    parts: dict[int, list[int]] = defaultdict(list)
    for k, row in enumerate(rows):
        parts[top(row)].append(k)
    return [np.array(part, dtype=np.intp) for part in parts.values()]
