"""The fate of a document: received → extracted → parsed → linked, or rejected. It moves forward only.

A newer version of a stage sets the document back to that stage, so that the later ones run again; a redelivered
message of an older version changes nothing; a success stands against a rejection by the same or an older version.
"""

import re
from typing import Literal

State = Literal["received", "extracted", "parsed", "linked", "rejected"]
Stage = Literal["received", "extracted", "parsed", "linked"]

RANK: dict[str, int] = {"rejected": -1, "received": 0, "extracted": 1, "parsed": 2, "linked": 3}


def is_newer(version: str | None, than: str | None) -> bool:
    """Versions compare by their numbers: '1.10' is newer than '1.9', anything newer than None."""
    return _numbers(version) > _numbers(than)


def after_success(state: str, stage: Stage, version: str | None, known: str | None) -> str:
    """The state once `stage` succeeded in `version`, when `known` is the version that stands for that stage."""
    if is_newer(known, version):
        return state
    if is_newer(version, known) or RANK[stage] > RANK[state]:
        return stage
    return state


def after_rejection(state: str, stage: Stage) -> str:
    """The state once `stage` refused the document: what already passed that stage stays as it is."""
    return state if RANK[state] >= RANK[stage] else "rejected"


def _numbers(version: str | None) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version or ""))
