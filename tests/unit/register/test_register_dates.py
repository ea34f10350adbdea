"""Texts that give a month alone, or a year: from when they count, and which of two is the earlier."""

import pytest

from antecedent.resolutions.models import Document
from antecedent.resolutions.register import build
from antecedent.resolutions.register.dates import day
from antecedent.resolutions.status import status
from antecedent.store.precedence import may_precede
from tests.convention import make_document, operative, repeals

OLD = make_document("LSC/Resolution 2.1", "2", operative("1", "Urges"))
GONE = (repeals("LSC/Resolution 2.1"),)


def _repealing(adopted: str | None, cop: str = "3") -> Document:
    return make_document(f"LSC/Resolution {cop}.9", cop, operative("1", "Repeals"), adopted=adopted, repeals=GONE)


@pytest.mark.parametrize(
    ("date", "counts_from"),
    [
        ("2016-11-04", "2016-11-04"),
        ("2016-11", "2016-11-30"),
        ("2016-2", "2016-02-29"),
        ("2016", "2016-12-31"),
        ("XVI", "XVI"),
        ("2016-13", "2016-13"),
    ],
)
def test_a_month_counts_from_its_end(date: str, counts_from: str) -> None:
    assert day(date) == counts_from


@pytest.mark.parametrize(
    ("others", "at", "expected"),
    [
        pytest.param((), "2016-11-15", "in-force", id="within the month it is not certain yet"),
        pytest.param((), "2016-11-30", "repealed", id="at its end it is"),
        pytest.param(("2016-11-04",), "2016-11-15", "repealed", id="another text knows the meeting's day"),
        pytest.param(("2016-11-04",), "2016-11-03", "in-force", id="and before that day it did not hold"),
        pytest.param(("2017-02-04",), "2016-11-30", "repealed", id="a day outside the month says nothing of it"),
    ],
)
def test_a_repeal_dated_by_its_month(others: tuple[str, ...], at: str, expected: str) -> None:
    of_the_meeting = [
        make_document(f"LSC/Resolution 3.{n}", "3", operative("1", "Urges"), adopted=date)
        for n, date in enumerate(others, start=1)
    ]
    register = build([OLD, _repealing("2016-11"), *of_the_meeting])
    assert status(register, "LSC/Resolution 2.1", at).status == expected


@pytest.mark.parametrize(
    ("others", "at", "expected"),
    [
        pytest.param((("3", "2016-11-04"),), "2016-11-03", "in-force", id="its meeting is known: not before"),
        pytest.param((("3", "2016-11-04"),), "2016-11-04", "repealed", id="its meeting is known"),
        pytest.param((("5", "2024-10-18"), ("4", "2020-10-16")), "2020-10-15", "in-force", id="not certain yet"),
        pytest.param((("5", "2024-10-18"), ("4", "2020-10-16")), "2020-10-16", "repealed", id="known by the next one"),
        pytest.param((), "2010-01-01", "repealed", id="nothing bounds it"),
    ],
)
def test_a_repeal_without_a_date(others: tuple[tuple[str, str], ...], at: str, expected: str) -> None:
    texts = [make_document(f"LSC/Resolution {cop}.1", cop, operative("1", "U"), adopted=date) for cop, date in others]
    known = make_document("LSC/Resolution 2.1", "2", operative("1", "Urges"), adopted="2009-09-21")
    register = build([known, _repealing(None), *texts])
    assert status(register, "LSC/Resolution 2.1", at).status == expected


def test_a_text_without_a_date_is_known_by_the_next_meeting() -> None:
    undated = make_document("LSC/Resolution 2.4", "2", operative("1", "Urges"), adopted=None)
    register = build([undated, make_document("LSC/Resolution 3.1", "3", operative("1", "Urges"))])
    assert [status(register, "LSC/Resolution 2.4", at).status for at in ("2016-11-03", "2016-11-04")] == [
        "unknown",
        "in-force",
    ]


def test_a_meeting_does_not_repeal_what_it_adopts_itself() -> None:
    """A repeal that names no version means those before it, also where one of the two has a month alone."""
    for repealed, repealing in (("2016-11", "2016-11-04"), ("2016-11-04", "2016-11"), ("2016-11", "2016-11")):
        new = make_document("LSC/Resolution 2.1 (Rev.COP3)", "3", operative("1", "Urges"), adopted=repealed)
        register = build([OLD, new, _repealing(repealing)])
        assert status(register, "LSC/Resolution 2.1 (Rev.COP3)", "2020-01-01").status == "in-force"
        assert status(register, "LSC/Resolution 2.1", "2020-01-01").status == "repealed"


@pytest.mark.parametrize(
    ("prior", "later", "expected"),
    [
        pytest.param(("2016-11", "3"), ("2016-11-04", "3"), False, id="one meeting"),
        pytest.param(("2016-11", "3"), ("2016-11-04", "4"), True, id="two meetings in a month, by their numbers"),
        pytest.param(("2016-11", "4"), ("2016-11-04", "3"), False, id="and the other way round"),
        pytest.param(("2016-11", "3"), ("2016-12", "3"), False, id="one meeting, whatever is printed"),
        pytest.param(("2016-10", None), ("2016-11-04", None), True, id="by the dates where no meeting is known"),
        pytest.param(("2016-11-04", "3"), ("2016-11-05", "3"), True, id="days decide"),
    ],
)
def test_which_may_be_the_earlier(prior: tuple[str, str | None], later: tuple[str, str | None], expected: bool) -> None:
    one = make_document("LSC/Resolution 3.1", "3", adopted=prior[0], session=prior[1])
    other = make_document("LSC/Resolution 3.2", "3", adopted=later[0], session=later[1])
    assert may_precede(one, other) is expected
