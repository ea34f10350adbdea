"""What becomes of a message whose handler failed: again after a while, or a dead letter. Pure but for `TRANSIENT`."""

from dataclasses import dataclass

from obstore.exceptions import BaseError as StoreError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from antecedent.runtime.kafka import KafkaError


class Transient(Exception):
    """Something that another try may find better."""


class Permanent(Exception):
    """Something that no other try changes: a dead letter at once."""


TRANSIENT = (Transient, OSError, TimeoutError, KafkaError, StoreError, DBAPIError, PoolTimeoutError)
PERMANENT = (Permanent, FileNotFoundError, DataError, IntegrityError, ProgrammingError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How often and how long a message is tried; the waits double from the first to the longest."""

    attempts: int = 8
    first: float = 0.5
    longest: float = 30.0


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again after so many seconds."""

    delay: float


@dataclass(frozen=True, slots=True)
class Reject:
    """Make it a dead letter. `passing`: the cause may pass by itself, so that the sweep may drive it again."""

    passing: bool


def decide(error: Exception, attempt: int, limits: Limits) -> Retry | Reject:
    """`attempt` counts from 1, the one that just failed."""
    if isinstance(error, PERMANENT) or not isinstance(error, TRANSIENT):
        return Reject(passing=False)
    if attempt >= limits.attempts:
        return Reject(passing=True)
    return Retry(min(limits.longest, limits.first * 2 ** (attempt - 1)))


def longest_wait(limits: Limits) -> float:
    """Seconds that a message may wait in all; it must stay below the broker's limit between polls."""
    return sum(min(limits.longest, limits.first * 2**n) for n in range(limits.attempts - 1))
