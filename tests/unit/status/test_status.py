"""The status of works and paragraphs at dates."""

import pytest

from antecedent.resolutions.models import Document
from antecedent.resolutions.register import build
from antecedent.resolutions.status import status
from tests.convention import cites, item, make_document, operative, repeals

TEXT = (operative("1", "Urges"), operative("2", "Requests:"), item("o2", "(a)", "to see"), item("o2", "(b)", "to go"))
FIRST = make_document("LSC/Resolution 1.1", "1", *TEXT)
REVISED = make_document("LSC/Resolution 1.1 (Rev.COP3)", "3", *TEXT)
UNSEEN = make_document("LSC/Resolution 4.8", "4", citations=(cites("LSC/Resolution 1.1 (Rev.COP3)"),))


def _by(*found: object, cop: str = "4", **more: object) -> Document:
    return make_document(f"LSC/Resolution {cop}.9", cop, operative("1", "Repeals"), repeals=tuple(found), **more)


NAME, NEWER = "LSC/Resolution 1.1", "LSC/Resolution 1.1 (Rev.COP3)"
WHOLE, PART = repeals(NAME), repeals(NAME, "2(a)")

# documents, symbol, date → status, version current then
CASES = [
    pytest.param([FIRST], NAME, "2009-01-01", "in-force", NAME, id="adopted"),
    pytest.param([FIRST], NAME, "2008-05-15", "unknown", None, id="the day before adoption"),
    pytest.param([FIRST], NAME, "2008-05-16", "in-force", NAME, id="the day of adoption"),
    pytest.param([FIRST, REVISED], NAME, "2020-01-01", "revised", NEWER, id="revised"),
    pytest.param([FIRST, REVISED], NAME, "2012-01-01", "in-force", NAME, id="before its revision"),
    pytest.param([FIRST, REVISED], NEWER, "2020-01-01", "in-force", NEWER, id="the revision"),
    pytest.param([FIRST, UNSEEN], NAME, "2021-01-01", "revised", NEWER, id="a revision that was never seen"),
    pytest.param([FIRST, _by(WHOLE)], NAME, "2021-01-01", "repealed", NAME, id="repealed"),
    pytest.param([FIRST, _by(WHOLE)], NAME, "2020-10-15", "in-force", NAME, id="before its repeal"),
    pytest.param([FIRST, REVISED, _by(WHOLE)], NEWER, "2021-01-01", "repealed", NEWER, id="a bare name is all of it"),
    pytest.param(
        [FIRST, REVISED, _by(repeals(NEWER), cop="2")], NEWER, "2021-01-01", "repealed", NEWER, id="named early"
    ),
    pytest.param([FIRST, REVISED, _by(WHOLE, cop="2")], NEWER, "2021-01-01", "in-force", NEWER, id="adopted again"),
    pytest.param([FIRST, _by(PART)], NAME, "2021-01-01", "partly-repealed", NAME, id="in part"),
    pytest.param(
        [FIRST, _by(repeals(NAME, "1", "2"))], NAME, "2021-01-01", "repealed", NAME, id="all of its paragraphs"
    ),
    pytest.param(
        [FIRST, _by(repeals(NAME, "1")), _by(repeals(NAME, "2(a)", "2 (b)"), cop="5")],
        NAME, "2025-01-01", "repealed", NAME, id="all of its paragraphs, one by one",
    ),
    pytest.param(
        [FIRST, _by(repeals(NAME, scope="part", except_=("1",)))],
        NAME, "2021-01-01", "partly-repealed", NAME, id="all but one",
    ),
    pytest.param(
        [FIRST, _by(repeals(NAME, from_="2022-01-01"))], NAME, "2021-12-31", "in-force", NAME, id="from a later date"
    ),
    pytest.param([FIRST, _by(repeals(NAME, effect="proposed"))], NAME, "2021-01-01", "in-force", NAME, id="asked"),
    pytest.param([FIRST, _by(WHOLE, draft=True)], NAME, "2021-01-01", "in-force", NAME, id="proposed by a draft"),
    pytest.param([_by(WHOLE)], NAME, "2021-01-01", "repealed", NAME, id="repealed and never seen"),
    pytest.param([UNSEEN], NEWER, "2021-01-01", "unknown", NEWER, id="only cited"),
    pytest.param([FIRST], "LSC/Resolution 9.9", "2021-01-01", "unknown", None, id="not in the register"),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "symbol", "at", "expected", "version"), CASES)
def test_status(documents: list[Document], symbol: str, at: str, expected: str, version: str | None) -> None:
    standing = status(build(documents), symbol, at)
    assert (standing.status, standing.version) == (expected, version)
    assert status(build(reversed(documents)), symbol, at) == standing


PARAGRAPHS = [
    pytest.param([_by(PART)], "2(a)", "repealed", id="itself"),
    pytest.param([_by(PART)], "2(b)", "in-force", id="its neighbour"),
    pytest.param([_by(repeals(NAME, "2"))], "2(b)", "repealed", id="with what it hangs on"),
    pytest.param([_by(WHOLE)], "1", "repealed", id="with the whole text"),
    pytest.param([_by(repeals(NAME, scope="part", except_=("2",)))], "2(a)", "in-force", id="excepted"),
    pytest.param([_by(repeals(NAME, scope="part", except_=("2",)))], "1", "repealed", id="all but another"),
    pytest.param([REVISED], "1", "revised", id="revised"),
    pytest.param([_by(PART, draft=True)], "2(a)", "in-force", id="proposed"),
]


@pytest.mark.parametrize(("documents", "paragraph", "expected"), PARAGRAPHS)
def test_status_of_a_paragraph(documents: list[Document], paragraph: str, expected: str) -> None:
    standing = status(build([FIRST, *documents]), NAME, "2021-01-01", paragraph)
    assert standing.status == expected


def test_a_proposal_stands_among_the_events() -> None:
    events = status(build([FIRST, _by(WHOLE, draft=True)]), NAME, "2021-01-01").events
    assert [(event.action, event.effect, event.paragraph) for event in events] == [("repeal", "proposed", "o1")]


def test_a_late_document_corrects_history() -> None:
    before = status(build([FIRST]), NAME, "2021-01-01").status
    after = status(build([FIRST, _by(WHOLE)]), NAME, "2021-01-01").status
    assert (before, after) == ("in-force", "repealed")
