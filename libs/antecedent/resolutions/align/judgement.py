"""How much each kind of evidence counts, in log odds: above 0 a link is likelier than not.

Fitted to links made by machine out of real resolutions, and checked on seeds and on halves of the lineage
corpus that were not fitted (docs/scores.md).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PairWeights:
    """For one draft and one prior paragraph."""

    both: float = 2.2  # share of the words of both that they have in common
    smaller: float = 6.0  # share of the words of the shorter one that the longer one has
    rival: float = -3.9  # the best share that either has with any other paragraph
    framed: float = 1.5  # links before and after them
    side: float = 1.6
    lead: float = 0.6
    heading: float = 2.0
    # Looked at among what is left over only, where few pairs are in doubt:
    run: float = 0.0  # weight of the longest run of words in common
    head: float = 0.0  # share of the words at the head of each that say something, and that the other has
    bias: float = -7.8


@dataclass(frozen=True, slots=True)
class JoinWeights:
    """For a paragraph left over that may be one more piece of a link."""

    piece: float = 7.0  # share of its words that explain what the link leaves unexplained
    whole: float = 1.0  # the share of the link's other side that it explains
    fill: float = 5.0  # the share of what the link's other side had unexplained
    near: float = 2.0  # it stands beside a paragraph of the link
    side: float = 2.2
    kin: float = 1.7  # the chapeau of a paragraph of the link, or under one
    bias: float = -7.2


@dataclass(frozen=True, slots=True)
class Weights:
    pair: PairWeights = PairWeights()
    # Among what is left over the rivals are gone, and the frame of links is known.
    rest: PairWeights = PairWeights(
        both=2.9, smaller=5.2, rival=-2.6, framed=1.9, lead=0.5, run=2.0, head=2.0, bias=-8.3
    )
    join: JoinWeights = JoinWeights()
    sure: float = 1.2  # log odds from which a pair is taken at first
    elsewhere: float = 2.0  # what a link to another text than the base must be surer
    ground: float = 7.5  # weight of words below which shares are not believed
    pair_weight: float = 0.5
    dull: float = 0.35


WEIGHTS = Weights()
