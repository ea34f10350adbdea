"""The best one-to-one choice of pairs. The one place that knows the solver (lap, by Jonker and Volgenant)."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import numpy as np

from antecedent.resolutions.align.weighing import Floats


def best_pairs(worth: Floats) -> list[tuple[int, int]]:
    """Rows and columns, each at most once, that are worth most together; what is worth nothing stays apart."""
    if not worth.size:
        return []
    import lap  # here, so that importing the stage stays cheap

    cost = np.where(worth > 0, -worth, 0.0).astype(np.float64)
    _, columns, _ = lap.lapjv(cost, extend_cost=True)
    return [(i, int(j)) for i, j in enumerate(columns) if j >= 0 and worth[i, j] > 0]
