"""Which of several earlier texts a draft revises."""

import re
from collections.abc import Sequence

import numpy as np

from antecedent.resolutions.align.assignment import best_pairs
from antecedent.resolutions.align.evidence import Evidence
from antecedent.resolutions.align.judgement import PairWeights
from antecedent.resolutions.align.weighing import Weighed
from antecedent.resolutions.models import Document

NONE = -1
_SAID = 0.3  # the draft names the text that it revises
_TITLED = 0.1
_LEAST = 0.03  # share of a draft's words below which it revises none of the texts


def choose_base(
    draft: Document,
    priors: Sequence[Document],
    weighed: Weighed,
    evidence: Evidence,
    weights: PairWeights,
) -> int:
    """The text that explains most of the draft's words, by the best pairs; what the draft says of itself counts too."""
    odds = evidence.log_odds(weights)
    whole = float(weighed.witness.total.sum())
    explained = np.zeros(len(priors))
    for k in range(len(priors)):
        here = np.flatnonzero(evidence.texts[evidence.columns] == k)
        pairs = here[best_pairs(evidence.rows[here], evidence.columns[here], odds[here])]
        explained[k] = float(evidence.both[pairs] @ weighed.witness.total[evidence.rows[pairs]]) / whole
    if explained.max() < _LEAST:
        return NONE
    said = [
        _SAID * _names(draft.revises, prior.symbol) + _TITLED * _names(draft.title, prior.title) for prior in priors
    ]
    return int(np.argmax(explained + np.array(said)))


def _names(one: str | None, other: str | None) -> bool:
    """Alike but for spaces, punctuation, case and padded numbers."""
    return bool(one and other) and _key(one or "") == _key(other or "")


def _key(name: str) -> list[str]:
    return [part.lstrip("0") for part in re.findall(r"\d+|[^\W\d_]+", name.casefold())]
