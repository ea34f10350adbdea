# ruff: noqa: E501 - sentences stay whole
"""Sentences that end texts in the manner of United Nations organs: English.

A target is written as symbol, [parts], except [parts], action, from, into, proposed.
"""

import pytest

from tests.unit.repeals.reading import Case, case, ended

ENDING = (
    case(
        "UNGA",
        (
            "Decides that section III, paragraph 2, of its resolution 61/262 and paragraphs 5 and 6 of resolution 62/10 are superseded by the present resolution;",
        ),
        ("A/RES/61/262 [section 3, paragraph 2] replace", "A/RES/62/10 [5; 6] replace"),
    ),
    case(
        "UNGA",
        ("Decides that its decision 79/546 shall lapse upon the adoption of the present resolution;",),
        ("A/DEC/79/546 repeal",),
    ),
    case(
        "ECOSOC",
        (
            "Decides that resolution 2016/22 is replaced as of 1 January 2029;",
            "Also decides that Council decisions 2011/258 and 2013/204 cease to have effect on the same date;",
        ),
        (
            "E/RES/2016/22 replace from 2029-01-01",
            "E/DEC/2011/258 repeal from 2029-01-01",
            "E/DEC/2013/204 repeal from 2029-01-01",
        ),
    ),
    case(
        "ECOSOC",
        (
            "Recommends to the General Assembly the adoption of the following draft resolution:",
            "Decides to rescind its resolution 58/3;",
        ),
        ("A/RES/58/3 repeal proposed",),
    ),
    case(
        "HRC",
        (
            "Decides that the present resolution supersedes Council resolutions 21/7 and 24/3 and Commission on Human Rights resolution 2005/66;",
        ),
        ("A/HRC/RES/21/7 replace", "A/HRC/RES/24/3 replace", "E/CN.4/RES/2005/66 replace"),
    ),
    case(
        "UNFCCC",
        ("Decides that decision 17/CP.8 is superseded by decision 4/CP.25 as of 1 January 2031;",),
        ("UNFCCC/17/CP.8 replace from 2031-01-01 into UNFCCC/4/CP.25",),
    ),
    case(
        "UNGA",
        (
            "Decides that its resolution 3419 A (XXX) of 8 December 1975 and its decision 79/546 of 1 May 2025 are no longer applicable;",
        ),
        ("A/RES/3419 A (XXX) repeal", "A/DEC/79/546 repeal"),
    ),
    case(
        "UNGA",
        (
            "Decides that the present resolution replaces its resolutions 76/245 of 24 December 2021 and 77/10, with the exception of paragraphs 3 to 5 of resolution 76/245;",
        ),
        ("A/RES/76/245 except [3; 4; 5] replace", "A/RES/77/10 replace"),
    ),
    case(
        "HRC",
        (
            "Decides that paragraphs 4 and 5 of its resolution 21/7 of 27 September 2012 shall cease to apply from 1 January 2030;",
        ),
        ("A/HRC/RES/21/7 [4; 5] repeal from 2030-01-01",),
    ),
    case(
        "HRC",
        ("Decides to revoke Commission on Human Rights resolution 2005/66 and its own decision 2/5;",),
        ("E/CN.4/RES/2005/66 repeal", "A/HRC/DEC/2/5 repeal"),
    ),
    case(
        "UNEA",
        ("Decides that resolution 4/7 and Governing Council decision SS.VII/4 are no longer in force;",),
        ("UNEP/EA.4/Res.7 repeal", "UNEP/GC/DEC/SS.VII/4 repeal"),
    ),
    case(
        "HRC",
        ("Décide que la présente résolution annule et remplace sa résolution 21/7, du 27 septembre 2012 ;",),
        ("A/HRC/RES/21/7 replace",),
    ),
)


@pytest.mark.parametrize("entry", ENDING, ids=lambda entry: entry.id)
def test_ends(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)
