# ruff: noqa: E501 - sentences stay whole
"""Sentences that end parts of texts: English.

A target is written as symbol, [parts], except [parts], action, from, into, proposed.
"""

import pytest

from tests.unit.repeals.reading import Case, case, ended

ENDING = (
    case(
        "CMS",
        ("This Resolution supersedes Resolution 7.4, except its paragraphs 3 and 4 (b).",),
        ("UNEP/CMS/Resolution 7.4 except [3; 4(b)] replace",),
    ),
    case(
        "CMS",
        ("Repeals paragraphs 3 to 6, except paragraph 5, of Resolution 9.6;",),
        ("UNEP/CMS/Resolution 9.6 [3; 4; 6] repeal",),
    ),
    case(
        "CMS",
        ("Rescinds operative paragraphs 2, 4 and 6–8 of Resolution 9.6 and the annexes to Resolutions 7.1 and 7.2;",),
        (
            "UNEP/CMS/Resolution 9.6 [2; 4; 6; 7; 8] repeal",
            "UNEP/CMS/Resolution 7.1 [annex] repeal",
            "UNEP/CMS/Resolution 7.2 [annex] repeal",
        ),
    ),
    case(
        "CMS",
        ("Withdraws Annex II to Resolution 9.6 and paragraph 8 of Annex III to Resolution 9.7;",),
        ("UNEP/CMS/Resolution 9.6 [annex 2] repeal", "UNEP/CMS/Resolution 9.7 [annex 3, paragraph 8] repeal"),
    ),
    case(
        "CMS",
        ("Repeals the third and fourth preambular paragraphs of Resolution 9.6 and its Annex 2;",),
        ("UNEP/CMS/Resolution 9.6 [preamble 3; preamble 4; annex 2] repeal",),
    ),
    case(
        "CMS",
        ("Repeals all parts of Resolution 9.6 other than paragraphs 4 and 5;",),
        ("UNEP/CMS/Resolution 9.6 except [4; 5] repeal",),
    ),
    case(
        "CMS",
        ("Repeals Resolutions 9.6, 9.7 and 9.8, with the exception of paragraph 2 of Resolution 9.7;",),
        (
            "UNEP/CMS/Resolution 9.6 repeal",
            "UNEP/CMS/Resolution 9.7 except [2] repeal",
            "UNEP/CMS/Resolution 9.8 repeal",
        ),
    ),
    case(
        "CMS",
        ("Decides to replace Annex 1 to Resolution 9.6 with the Annex to the present Resolution;",),
        ("UNEP/CMS/Resolution 9.6 [annex 1] replace",),
    ),
    case(
        "CMS",
        ("Decides to amend Resolution 9.6 by deleting paragraphs 3 and 4;",),
        ("UNEP/CMS/Resolution 9.6 [3; 4] delete",),
    ),
    case(
        "CMS",
        ("Repeals Resolution 9.6 (paragraphs 3 and 4) and Resolution 9.7 (Annex);",),
        ("UNEP/CMS/Resolution 9.6 [3; 4] repeal", "UNEP/CMS/Resolution 9.7 [annex] repeal"),
    ),
    case(
        "CMS",
        ("Repeals Resolution 9.6, paragraph 3, and Resolution 9.7, Annex 1, section B;",),
        ("UNEP/CMS/Resolution 9.6 [3] repeal", "UNEP/CMS/Resolution 9.7 [annex 1, section B] repeal"),
    ),
    case(
        "CBD",
        ("Decides to retire decision V/4, paragraphs 1-3, 14 (c), 16 and annex I, and decision 14/12, paragraph 4;",),
        ("CBD/COP/DEC/V/4 [1; 2; 3; 14(c); 16; annex 1] retire", "CBD/COP/DEC/14/12 [4] retire"),
    ),
    case(
        "CMS",
        ("Décide que la présente résolution annule et remplace la résolution 5.3, sauf le paragraphe 2 ;",),
        ("UNEP/CMS/Resolution 5.3 except [2] replace",),
    ),
    case(
        "CMS",
        ("Decides to move paragraph 5 of Resolution 8.2 into Decision 17.AA;",),
        ("UNEP/CMS/Resolution 8.2 [5] transfer into UNEP/CMS/Decision 17.AA",),
    ),
    case(
        "CMS",
        ("Decides that paragraph 5 of Resolution 8.2 shall become Decision 17.AA;",),
        ("UNEP/CMS/Resolution 8.2 [5] transfer into UNEP/CMS/Decision 17.AA",),
    ),
    case(
        "CMS",
        ("Repeals all but paragraphs 2 and 3 of Resolution 8.2;",),
        ("UNEP/CMS/Resolution 8.2 except [2; 3] repeal",),
    ),
    case(
        "CMS", ("Repeals Resolution 8.2, save for its Annex 1;",), ("UNEP/CMS/Resolution 8.2 except [annex 1] repeal",)
    ),
    case(
        "CMS",
        ("Repeals Resolution 8.2 except for paragraph 4, which remains in force, and Resolution 8.3;",),
        ("UNEP/CMS/Resolution 8.2 except [4] repeal", "UNEP/CMS/Resolution 8.3 repeal"),
    ),
    case(
        "CMS",
        ("Decides to replace paragraph 4 of Resolution 8.2 by the following: “4. Parties shall report yearly;”",),
        ("UNEP/CMS/Resolution 8.2 [4] replace",),
    ),
    case(
        "CMS",
        ("Decides to exchange Annex 1 to Resolution 8.2 for the Annex to the present Resolution;",),
        ("UNEP/CMS/Resolution 8.2 [annex 1] replace",),
    ),
    case(
        "CMS",
        ("Decides to substitute the Annex to the present Resolution for Annex 1 to Resolution 8.2;",),
        ("UNEP/CMS/Resolution 8.2 [annex 1] replace",),
    ),
    case(
        "CMS",
        ("Decides that the Annex to the present Resolution shall replace Annex 1 to Resolution 8.2;",),
        ("UNEP/CMS/Resolution 8.2 [annex 1] replace",),
    ),
    case(
        "CMS",
        (
            "Decides that the following provisions shall cease to have effect: (a) Resolution 5.3; (b) paragraphs 1 to 3 of Resolution 6.4; and (c) Annex II to Recommendation 4.2;",
        ),
        (
            "UNEP/CMS/Resolution 5.3 repeal",
            "UNEP/CMS/Resolution 6.4 [1; 2; 3] repeal",
            "UNEP/CMS/Recommendation 4.2 [annex 2] repeal",
        ),
    ),
    case(
        "CMS",
        ("Decides to repeal paragraph 3, subparagraphs (a) to (c), of Resolution 5.3;",),
        ("UNEP/CMS/Resolution 5.3 [3(a); 3(b); 3(c)] repeal",),
    ),
    case(
        "CMS",
        ("Deletes paragraph 41 (a) to (d) of Resolution 5.3;",),
        ("UNEP/CMS/Resolution 5.3 [41(a); 41(b); 41(c); 41(d)] delete",),
    ),
    case(
        "CMS",
        ("Repeals sections A and C of the Annex to Resolution 5.3;",),
        ("UNEP/CMS/Resolution 5.3 [annex, section A; annex, section C] repeal",),
    ),
    case(
        "CMS",
        ("Repeals Part II of Resolution 5.3 and the Appendix to Resolution 6.4;",),
        ("UNEP/CMS/Resolution 5.3 [part 2] repeal", "UNEP/CMS/Resolution 6.4 [appendix] repeal"),
    ),
    case("CMS", ("Repeals the preamble of Resolution 5.3;",), ("UNEP/CMS/Resolution 5.3 [preamble] repeal",)),
    case(
        "CMS",
        ("Repeals paragraphs 1, 2 and 4 to 6, and the Annex, of Resolution 5.3;",),
        ("UNEP/CMS/Resolution 5.3 [1; 2; 4; 5; 6; annex] repeal",),
    ),
    case(
        "CMS",
        ("Decides to retain Resolution 5.3 but to repeal its Annex;",),
        ("UNEP/CMS/Resolution 5.3 [annex] repeal",),
    ),
    case(
        "CMS",
        ("Decides to retain Resolution 5.3 but to repeal paragraphs 3 and 4 thereof;",),
        ("UNEP/CMS/Resolution 5.3 [3; 4] repeal",),
    ),
    case(
        "CMS",
        ("Decides, with regard to Resolution 5.3, to repeal paragraphs 3 and 4;",),
        ("UNEP/CMS/Resolution 5.3 [3; 4] repeal",),
    ),
    case("CMS", ("In Resolution 5.3, deletes paragraphs 3 and 4;",), ("UNEP/CMS/Resolution 5.3 [3; 4] delete",)),
    case(
        "CBD",
        (
            "Decides to retire the following decisions: decision V/4; decision VI/9, paragraphs 2 and 3; and decision 14/12;",
        ),
        ("CBD/COP/DEC/V/4 retire", "CBD/COP/DEC/VI/9 [2; 3] retire", "CBD/COP/DEC/14/12 retire"),
    ),
    case(
        "Bern",
        ("Recommendation No. 77 (1999) and paragraphs 2 and 4 of Recommendation No. 99 (2003) are repealed.",),
        ("Bern/Recommendation No. 77 (1999) repeal", "Bern/Recommendation No. 99 (2003) [2; 4] repeal"),
    ),
    case(
        "CMS",
        ("Décide que la résolution 5.3, à l’exception des paragraphes 2 et 3, est abrogée ;",),
        ("UNEP/CMS/Resolution 5.3 except [2; 3] repeal",),
    ),
    case(
        "Ramsar",
        ("CONVIENT que la présente résolution remplace la Résolution VIII.44 et l’Annexe à la Résolution X.19 ;",),
        ("Ramsar/Resolution VIII.44 replace", "Ramsar/Resolution X.19 [annex] replace"),
    ),
)


@pytest.mark.parametrize("entry", ENDING, ids=lambda entry: entry.id)
def test_ends(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)
