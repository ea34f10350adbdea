"""Retry or reject: the decision as a table."""

import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from antecedent.runtime.delivery import Limits, Permanent, Reject, Retry, Transient, decide, longest_wait
from antecedent.runtime.kafka import KafkaError
from antecedent.runtime.settings import Settings

LIMITS = Limits(attempts=4, first=1.0, longest=3.0)
AWAY = OperationalError("SELECT 1", {}, Exception("away"))

CASES = [
    pytest.param(Transient("x"), 1, Retry(1.0), id="the first try waits the first time"),
    pytest.param(Transient("x"), 2, Retry(2.0), id="then twice as long"),
    pytest.param(Transient("x"), 3, Retry(3.0), id="never longer than the longest"),
    pytest.param(Transient("x"), 4, Reject(passing=True), id="attempts are bounded"),
    pytest.param(AWAY, 1, Retry(1.0), id="the database is away"),
    pytest.param(DBAPIError("SELECT 1", {}, Exception("shutting down")), 1, Retry(1.0), id="the database ends"),
    pytest.param(ConnectionResetError(), 1, Retry(1.0), id="a connection broke"),
    pytest.param(TimeoutError(), 1, Retry(1.0), id="time ran out"),
    pytest.param(KafkaError(), 1, Retry(1.0), id="the broker is away"),
    pytest.param(Permanent("x"), 1, Reject(passing=False), id="permanent"),
    pytest.param(FileNotFoundError(), 1, Reject(passing=False), id="a file that is gone stays gone"),
    pytest.param(IntegrityError("INSERT", {}, Exception()), 1, Reject(passing=False), id="data that do not fit"),
    pytest.param(ValueError("x"), 1, Reject(passing=False), id="a mistake of ours"),
]


@pytest.mark.parametrize(("error", "attempt", "decision"), CASES)
def test_decide(error: Exception, attempt: int, decision: Retry | Reject) -> None:
    assert decide(error, attempt, LIMITS) == decision


def test_all_waits_together_stay_below_the_limit_between_polls() -> None:
    settings = Settings(_env_file=None)
    limits = Limits(
        attempts=settings.retry_attempts, first=settings.retry_first_seconds, longest=settings.retry_longest_seconds
    )
    assert longest_wait(limits) < settings.kafka_poll_seconds / 2
