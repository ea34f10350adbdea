"""Works and versions out of documents, and what a citation means at a date."""

from itertools import permutations

import pytest

from antecedent.resolutions.register import build, find_works, resolve
from tests.convention import cites, make_document, operative, recital, repeals

FIRST = make_document("LSC/Resolution 2.3", "2", recital("Recalling"), title="Old Lights")
SECOND = make_document("LSC/Resolution 2.3 (Rev.COP4)", "4", recital("Recalling"), title="Old Lights")
CITING = make_document(
    "LSC/Resolution 3.1",
    "3",
    recital("Recalling"),
    citations=(cites("LSC/Resolution 2.3"), cites("LSC/Resolution 1.4")),
)
REPEALING = make_document(
    "LSC/Resolution 5.1", "5", operative("1", "Repeals"), repeals=(repeals("LSC/Resolution 3.1"),)
)
ALL = (FIRST, SECOND, CITING, REPEALING)


def test_versions_of_a_work_stand_together_with_dates_and_sources() -> None:
    work = build(ALL).works["lsc/resolution 2.3"]
    assert [(v.symbol, v.adopted, v.document) for v in work.versions] == [
        ("LSC/Resolution 2.3", "2012-09-21", FIRST.sha256),
        ("LSC/Resolution 2.3 (Rev.COP4)", "2020-10-16", SECOND.sha256),
    ]


def test_a_work_known_from_a_citation_is_never_seen() -> None:
    work = build(ALL).works["lsc/resolution 1.4"]
    assert (work.seen, work.versions[0].origin, work.versions[0].known_by) == (False, "cited", "2016-11-04")


def test_any_order_of_arrival_gives_the_same_register() -> None:
    registers = [build(order) for order in permutations(ALL)]
    assert all(register == registers[0] for register in registers)


def test_a_draft_names_the_version_that_it_would_become_without_making_it() -> None:
    draft = make_document("LSC/COP5/Doc.3", "5", draft=True, citations=(cites("LSC/Resolution 2.3 (Rev.COP5)"),))
    assert [v.revision for v in build([*ALL, draft]).works["lsc/resolution 2.3"].versions] == [0, 4]


@pytest.mark.parametrize(
    ("symbol", "at", "meant", "later"),
    [
        pytest.param(
            "LSC/Resolution 2.3", "2016-11-04", "LSC/Resolution 2.3", "LSC/Resolution 2.3 (Rev.COP4)", id="then"
        ),
        pytest.param(
            "LSC/Resolution 2.3", "2024-01-01", "LSC/Resolution 2.3 (Rev.COP4)", None, id="the version of the day"
        ),
        pytest.param("LSC/Resolution 2.3 (Rev. COP4)", "2016-11-04", "LSC/Resolution 2.3 (Rev.COP4)", None, id="named"),
    ],
)
def test_a_citation_means_the_version_of_its_day(symbol: str, at: str, meant: str, later: str | None) -> None:
    meaning = resolve(build(ALL), symbol, at)
    assert meaning is not None
    assert (meaning.version.symbol, meaning.later.symbol if meaning.later else None) == (meant, later)


def test_a_short_name_finds_every_body_that_has_it() -> None:
    other = make_document("ABC/Resolution 2.3", "2", body="ABC")
    found = find_works(build([*ALL, other]), "Res. 2.03")
    assert [work.symbol for work in found] == ["ABC/Resolution 2.3", "LSC/Resolution 2.3"]


def test_two_files_of_one_text_say_a_repeal_once() -> None:
    french = make_document("LSC/Resolution 5.1", "5", sha256="f" * 64, language="fr", repeals=REPEALING.repeals)
    events = build([*ALL, french]).by_work["lsc/resolution 3.1"]
    assert [event.by for event in events] == ["LSC/Resolution 5.1"]
