# ruff: noqa: E501 - sentences stay whole
"""Sentences that end texts, and sentences that do not: English.

A target is written as symbol, [parts], except [parts], action, from, into, proposed.
"""

import pytest

from tests.unit.repeals.reading import Case, case, ended

ENDING = (
    case(
        "CMS",
        ("Decides that the mandate given in Decision 14.20 is completed and that the Decision is deleted;",),
        ("UNEP/CMS/Decision 14.20 delete",),
    ),
    case(
        "CMS",
        ("Hereby repeals Resolutions 3.1, 3.2 (Rev. COP9) and 4.4;",),
        (
            "UNEP/CMS/Resolution 3.1 repeal",
            "UNEP/CMS/Resolution 3.2 (Rev.COP9) repeal",
            "UNEP/CMS/Resolution 4.4 repeal",
        ),
    ),
    case(
        "CMS",
        (
            "Decides to repeal Resolution 5.3 on wolves, Resolution 6.4 on the implementation of Resolution 2.2, and Recommendation 4.2;",
        ),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal", "UNEP/CMS/Recommendation 4.2 repeal"),
    ),
    case(
        "CMS",
        ("Decides that Resolutions 5.3 and 6.4 are hereby repealed;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal"),
    ),
    case(
        "CMS",
        (
            "Agrees that the present Resolution replaces Resolution 5.3, which replaced Resolution 4.1, and Resolution 6.4;",
        ),
        ("UNEP/CMS/Resolution 5.3 replace", "UNEP/CMS/Resolution 6.4 replace"),
    ),
    case(
        "CMS",
        ("Decides that Resolution 5.3 and Recommendation 4.2 shall cease to have effect on 30 June 2029;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2029-06-30", "UNEP/CMS/Recommendation 4.2 repeal from 2029-06-30"),
    ),
    case(
        "CMS",
        ("Also decides that, as from 1 January 2030, Resolution 5.3 shall no longer apply;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2030-01-01",),
    ),
    case(
        "CMS",
        ("This Resolution consolidates and replaces Resolutions 7.4, 8.7 and 9.9.",),
        ("UNEP/CMS/Resolution 7.4 replace", "UNEP/CMS/Resolution 8.7 replace", "UNEP/CMS/Resolution 9.9 replace"),
    ),
    case(
        "CMS",
        ("Decides to delete Decisions 14.20 to 14.22 and 14.30;",),
        (
            "UNEP/CMS/Decision 14.20 delete",
            "UNEP/CMS/Decision 14.21 delete",
            "UNEP/CMS/Decision 14.22 delete",
            "UNEP/CMS/Decision 14.30 delete",
        ),
    ),
    case(
        "CMS",
        ("Instructs the Secretariat to delete Decisions 14.20 and 14.21;",),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete"),
    ),
    case(
        "CMS",
        ("Requests the Secretariat to strike Decision 14.20 from the list of Decisions in effect;",),
        ("UNEP/CMS/Decision 14.20 delete",),
    ),
    case(
        "CMS",
        ("Decides that Resolution 10.2 is superseded by Resolution 12.2;",),
        ("UNEP/CMS/Resolution 10.2 replace into UNEP/CMS/Resolution 12.2",),
    ),
    case(
        "CMS",
        ("Repeals Resolution 9.6 subject to the entry into force of the amendments, and Resolution 9.7;",),
        ("UNEP/CMS/Resolution 9.6 repeal", "UNEP/CMS/Resolution 9.7 repeal"),
    ),
    case(
        "CMS",
        ("Declares that Resolutions 9.6 and 9.7 have lapsed;",),
        ("UNEP/CMS/Resolution 9.6 repeal", "UNEP/CMS/Resolution 9.7 repeal"),
    ),
    case(
        "CMS",
        ("Decides that Decision 14.20 is transferred to Resolution 12.2;",),
        ("UNEP/CMS/Decision 14.20 transfer into UNEP/CMS/Resolution 12.2",),
    ),
    case(
        "CMS",
        ("Decides that Decision 14.20 is renumbered as Decision 15.30;",),
        ("UNEP/CMS/Decision 14.20 renumber into UNEP/CMS/Decision 15.30",),
    ),
    case(
        "CMS",
        ("Approves the deletion of Decisions 14.20 and 14.21;",),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete"),
    ),
    case(
        "CMS",
        ("Decides that the present Resolution shall take the place of Resolution 9.5;",),
        ("UNEP/CMS/Resolution 9.5 replace",),
    ),
    case(
        "CMS",
        (
            "The following Resolutions are repealed: Resolution 3.1; Resolution 3.2 (Bonn, 1991); and Recommendation 3.3.",
        ),
        ("UNEP/CMS/Resolution 3.1 repeal", "UNEP/CMS/Resolution 3.2 repeal", "UNEP/CMS/Recommendation 3.3 repeal"),
    ),
    case(
        "CMS",
        ("Repeals Resolution 9.6 and confirms that Resolution 9.7 remains in force;",),
        ("UNEP/CMS/Resolution 9.6 repeal",),
    ),
    case(
        "CMS",
        ("Confirms that Resolution 9.7 remains in force and repeals Resolution 9.6;",),
        ("UNEP/CMS/Resolution 9.6 repeal",),
    ),
    case("CBD", ("Withdraws decision XII/28 in its entirety;",), ("CBD/COP/DEC/XII/28 repeal",)),
    case(
        "CBD",
        ("Decides that decisions X/14 and XI/3 B are retired and that decision XI/4 remains in force;",),
        ("CBD/COP/DEC/X/14 retire", "CBD/COP/DEC/XI/3 B retire"),
    ),
    case(
        "CITES",
        (
            "REPEALS Resolution Conf. 8.10 (Rev.) (Kyoto, 1992) – Trade in bark; and Resolution Conf. 9.14 (Rev. CoP15).",
        ),
        ("CITES/Resolution Conf. 8.10 (Rev.) repeal", "CITES/Resolution Conf. 9.14 (Rev. CoP15) repeal"),
    ),
    case(
        "CITES",
        ("DIRECTS the Secretariat to delete Decisions 19.34 (Rev. CoP20) and 19.35;",),
        ("CITES/Decision 19.34 (Rev. CoP20) delete", "CITES/Decision 19.35 delete"),
    ),
    case(
        "CMS",
        ("Abroge les Résolutions 5.3 et 6.4 ainsi que la Recommandation 4.2 ;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal", "UNEP/CMS/Recommendation 4.2 repeal"),
    ),
    case(
        "CMS",
        ("Décide que la résolution 5.3 cesse de produire effet le 30 juin 2029 ;",),
        ("UNEP/CMS/Resolution 5.3 repeal from 2029-06-30",),
    ),
    case(
        "CMS",
        ("Decides to abrogate Resolution 5.3 and to annul Recommendation 4.2;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Recommendation 4.2 repeal"),
    ),
    case(
        "CMS",
        ("Decides that Resolution 5.3 is withdrawn and that Resolution 6.4 lapses on 31 December 2029;",),
        ("UNEP/CMS/Resolution 5.3 repeal", "UNEP/CMS/Resolution 6.4 repeal from 2029-12-31"),
    ),
    case("CMS", ("Repeals and replaces Resolution 5.3;",), ("UNEP/CMS/Resolution 5.3 replace",)),
    case(
        "CMS",
        ("Resolution 5.3 is hereby repealed and replaced by the present Resolution;",),
        ("UNEP/CMS/Resolution 5.3 replace",),
    ),
    case(
        "CMS",
        ("Decides that Resolutions 5.3 and 6.4 are consolidated and replaced by the present Resolution;",),
        ("UNEP/CMS/Resolution 5.3 replace", "UNEP/CMS/Resolution 6.4 replace"),
    ),
    case(
        "CMS",
        ("Decides that Decision 14.20 shall be struck from the list of Decisions in force;",),
        ("UNEP/CMS/Decision 14.20 delete",),
    ),
    case(
        "CMS",
        ("Decides to renew Decision 14.20 as Decision 15.31;",),
        ("UNEP/CMS/Decision 14.20 renumber into UNEP/CMS/Decision 15.31",),
    ),
    case(
        "CMS",
        ("Repeals, with effect from the date of its adoption, Resolution 8.2;",),
        ("UNEP/CMS/Resolution 8.2 repeal",),
    ),
    case("CMS", ("Repeals with immediate effect Resolution 8.2;",), ("UNEP/CMS/Resolution 8.2 repeal",)),
    case(
        "CMS",
        ("Repeals Resolution 9.1 entitled “Follow-up to Resolution 8.2 and Recommendation 4.1”;",),
        ("UNEP/CMS/Resolution 9.1 repeal",),
    ),
    case(
        "CMS",
        ("Repeals Resolution 9.1 (Follow-up to Resolution 8.2), Resolution 9.2 and Resolution 9.3 (Bergen, 2011);",),
        ("UNEP/CMS/Resolution 9.1 repeal", "UNEP/CMS/Resolution 9.2 repeal", "UNEP/CMS/Resolution 9.3 repeal"),
    ),
    case(
        "CMS",
        ("Determines that Resolution 5.3 is superseded in its entirety by this Resolution;",),
        ("UNEP/CMS/Resolution 5.3 replace",),
    ),
    case(
        "CMS",
        ("Decides that Resolution 5.3, as amended by Resolution 6.4, is repealed;",),
        ("UNEP/CMS/Resolution 5.3 repeal",),
    ),
    case(
        "CMS", ("Repeals Resolution 5.3, as amended by Resolutions 6.4 and 7.1;",), ("UNEP/CMS/Resolution 5.3 repeal",)
    ),
    case("CMS", ("Repeals Resolution 5.3 in so far as it concerns waders;",), ("UNEP/CMS/Resolution 5.3 repeal",)),
    case(
        "CMS",
        ("Repeals Res. 5.3, Res. 6.4 (Rev. COP12) and Rec. 4.2;",),
        (
            "UNEP/CMS/Resolution 5.3 repeal",
            "UNEP/CMS/Resolution 6.4 (Rev.COP12) repeal",
            "UNEP/CMS/Recommendation 4.2 repeal",
        ),
    ),
    case(
        "CMS",
        ("Resolution 5.3 shall be deemed repealed once the Agreement enters into force;",),
        ("UNEP/CMS/Resolution 5.3 repeal",),
    ),
    case(
        "CMS",
        (
            "Decides that Resolution 5.3 shall cease to be in force on 1 May 2030, unless the Conference of the Parties decides otherwise;",
        ),
        ("UNEP/CMS/Resolution 5.3 repeal from 2030-05-01",),
    ),
    case("CMS", ("Decides to discontinue Decision 14.20;",), ("UNEP/CMS/Decision 14.20 repeal",)),
    case(
        "CMS",
        (
            "Requests the Executive Secretary to remove Decisions 14.20 to 14.21 from the register of Decisions in effect;",
        ),
        ("UNEP/CMS/Decision 14.20 delete", "UNEP/CMS/Decision 14.21 delete"),
    ),
    case(
        "CMS", ("Recommends that the General Assembly rescind its resolution 68/1;",), ("A/RES/68/1 repeal proposed",)
    ),
    case("CMS", ("Adopts the present Resolution, superseding Resolution 5.3;",), ("UNEP/CMS/Resolution 5.3 replace",)),
    case("CMS", ("Decides on the repeal of Resolution 5.3;",), ("UNEP/CMS/Resolution 5.3 repeal",)),
    case("CMS", ("Agrees to the withdrawal of Recommendation 4.2;",), ("UNEP/CMS/Recommendation 4.2 repeal",)),
    case(
        "CMS",
        ("Decides that Resolution 5.3 shall remain in force and that Resolution 6.4 be repealed;",),
        ("UNEP/CMS/Resolution 6.4 repeal",),
    ),
    case(
        "CBD", ("Decides not to retire decision VI/23, but to retire decision VI/24;",), ("CBD/COP/DEC/VI/24 retire",)
    ),
    case(
        "IWC",
        ("AGREES that Resolutions 1998-7 and 2005-2 have been overtaken by events and are hereby rescinded;",),
        ("IWC/Resolution 1998-7 repeal", "IWC/Resolution 2005-2 repeal"),
    ),
    case(
        "Ramsar",
        ("REPEALS Resolutions VIII.44 and X.19, Resolution 5.1 and Recommendation 4.7;",),
        (
            "Ramsar/Resolution VIII.44 repeal",
            "Ramsar/Resolution X.19 repeal",
            "Ramsar/Resolution 5.1 repeal",
            "Ramsar/Recommendation 4.7 repeal",
        ),
    ),
    case(
        "CMS",
        ("Décide que la présente résolution se substitue aux résolutions 5.3 et 6.4 ;",),
        ("UNEP/CMS/Resolution 5.3 replace", "UNEP/CMS/Resolution 6.4 replace"),
    ),
    case(
        "CMS",
        ("Décide que la décision 14.20 est transférée dans la résolution 12.2 ;",),
        ("UNEP/CMS/Decision 14.20 transfer into UNEP/CMS/Resolution 12.2",),
    ),
)

COORDINATED = (
    case(
        "CMS",
        (
            "Decides that the present resolution replaces Resolution 2.3 (Rev.COP4) and that Decisions 4.16 and 4.17 are repealed.",
        ),
        (
            "UNEP/CMS/Resolution 2.3 (Rev.COP4) replace",
            "UNEP/CMS/Decision 4.16 repeal",
            "UNEP/CMS/Decision 4.17 repeal",
        ),
    ),
    case(
        "CMS",
        ("This Resolution replaces Resolution 2.3 and Decisions 4.16 and 4.17 are deleted.",),
        ("UNEP/CMS/Resolution 2.3 replace", "UNEP/CMS/Decision 4.16 delete", "UNEP/CMS/Decision 4.17 delete"),
    ),
    case(
        "CMS",
        (
            "Repeals Resolution 2.3 and decides that Resolution 2.4 and Recommendation 1.1 are replaced by the present Resolution;",
        ),
        ("UNEP/CMS/Resolution 2.3 repeal", "UNEP/CMS/Resolution 2.4 replace", "UNEP/CMS/Recommendation 1.1 replace"),
    ),
    case(
        "CMS",
        ("La presente resolución sustituye a la resolución 2.3 y las decisiones 4.16 y 4.17 quedan suprimidas.",),
        ("UNEP/CMS/Resolution 2.3 replace", "UNEP/CMS/Decision 4.16 delete", "UNEP/CMS/Decision 4.17 delete"),
    ),
    case(
        "CMS",
        ("Decides that Resolution 2.3 is replaced by Resolution 12.2, and that Resolution 2.4 is repealed;",),
        ("UNEP/CMS/Resolution 2.3 replace into UNEP/CMS/Resolution 12.2", "UNEP/CMS/Resolution 2.4 repeal"),
    ),
)

NOT_ENDING = (
    case("CMS", ("Decides that all Resolutions of the fourth meeting except Resolution 4.5 be reviewed;",), ()),
    case("CMS", ("Resolution 9.6 takes effect today; it takes the place of Resolution 9.5;",), ()),
    case("CMS", ("Decides not to repeal Resolution 9.6;",), ()),
    case("CMS", ("Requests the Secretariat to identify Resolutions to be repealed, such as Resolution 9.6;",), ()),
    case("CMS", ("Invites the Scientific Council to consider whether Resolution 9.6 should be repealed;",), ()),
    case("CMS", ("Urges Parties to repeal laws that are contrary to Resolution 9.6;",), ()),
    case("CMS", ("Confirms that Resolution 9.6 continues to apply;",), ()),
    case("CMS", ("Decides to replace the words “two years” in paragraph 3 of Resolution 9.6 by “three years”;",), ()),
    case("CMS", ("In paragraph 3 of Resolution 9.6, delete the words “and waders”;",), ()),
    case("CMS", ("Decides that the words “and waders” in paragraph 3 of Resolution 9.6 are deleted;",), ()),
    case("CMS", ("Requests the Secretariat to prepare proposals for the repeal of Resolution 9.6;",), ()),
    case("CMS", ("Welcomes the repeal of Resolution 9.6;",), ()),
    case("CMS", ("Reaffirms Resolution 9.6, which superseded Resolution 7.2;",), ()),
    case("CMS", ("Decides to maintain Resolution 9.6 without replacing Resolution 9.5;",), ()),
    case("CMS", ("Decides that Decision 14.20 is renewed;",), ()),
    case("CMS", ("Agrees to examine the possibility of retiring Decision 14.20;",), ()),
    case("CMS", ("Calls upon the General Assembly to rescind its resolution 68/1;",), ()),
    case("CMS", ("Decides to insert, in Resolution 9.6, a new paragraph 4 to replace the sentence on waders;",), ()),
    case("CMS", ("Requests the Standing Committee to withdraw outdated guidance under Resolution 9.6;",), ()),
    case("CMS", ("Decides that Resolution 9.6 shall not be replaced;",), ()),
    case("CMS", ("Neither repeals nor amends Resolution 9.6;",), ()),
    case("CMS", ("Notes that Resolution 9.6 no longer applies to waders;",), ()),
    case("CMS", ("Decides to remove the species from the list annexed to Resolution 9.6;",), ()),
    case("CMS", ("Decides to discontinue the survey set out in paragraph 4 of Resolution 9.6;",), ()),
    case("CMS", ("Decides to withdraw the trophy established under Resolution 9.6;",), ()),
    case("CMS", ("Adopts the guidelines, which replace those annexed to Resolution 9.6;",), ()),
    case("UNGA", ("Endorses the decision of the Economic and Social Council to revoke its resolution 2015/10;",), ()),
    case("CMS", ("Rappelle que la résolution 5.3 a été abrogée par la résolution 9.1 ;",), ()),
    case("CMS", ("Confirme que la résolution 5.3 demeure en vigueur ;",), ()),
    case("CMS", ("Notes that Resolution 5.3 is superseded by Resolution 6.4;",), ()),
    case("CMS", ("Decides to revise Resolution 5.3 as set out in the annex;",), ()),
    case("CMS", ("Requests the Secretariat to consider deleting Decision 14.20;",), ()),
    case("CMS", ("Requests the Secretariat to report whether Decision 14.20 may be deleted;",), ()),
    case("CMS", ("Encourages Parties to withdraw reservations to Resolution 5.3;",), ()),
    case("CMS", ("Agrees that nothing in the present Resolution repeals or amends Resolution 5.3;",), ()),
    case("CMS", ("Decides to keep Resolution 5.3 in force until it is replaced by a new Resolution;",), ()),
    case("CMS", ("Decides that, until Resolution 5.3 is repealed, Parties shall report yearly;",), ()),
    case("CMS", ("Underlines that Resolution 5.3 is not superseded by the present Resolution;",), ()),
    case("CMS", ("Regrets that Resolution 5.3 was withdrawn;",), ()),
    case("CMS", ("Decides to extend Decision 14.20 until the end of 2030, when it shall lapse;",), ()),
    case("CMS", ("Decides that the term “waders” in Resolution 5.3 shall be replaced by “shorebirds”;",), ()),
    case("CMS", ("Decides to delete the second sentence of paragraph 4 of Resolution 5.3;",), ()),
    case("CMS", ("Decides to insert after paragraph 4 of Resolution 5.3 a new paragraph 4 bis;",), ()),
    case("CMS", ("Adopts the Strategic Plan, replacing the one adopted by Resolution 5.3;",), ()),
    case("CMS", ("Having decided to repeal Resolution 5.3,",), (), kind="preambular"),
    case("CMS", ("Noting that Resolution 5.3 is repealed by the present Resolution,",), (), kind="preambular"),
    case("CMS", ("Considering the proposal to repeal Resolution 5.3;",), ()),
    case("CMS", ("Mandates the Standing Committee to decide on the repeal of Resolution 5.3;",), ()),
    case("UNGA", ("Decides to abolish the Committee established by its resolution 3419 A (XXX);",), ()),
    case("CMS", ("Note que la résolution 5.3 est devenue caduque ;",), ()),
)


@pytest.mark.parametrize("entry", ENDING, ids=lambda entry: entry.id)
def test_ends(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)


@pytest.mark.parametrize("entry", NOT_ENDING, ids=lambda entry: entry.id)
def test_ends_nothing(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)


@pytest.mark.parametrize("entry", COORDINATED, ids=lambda entry: entry.id)
def test_two_verbs_in_one_sentence(entry: Case) -> None:
    assert sorted(ended(entry)) == sorted(entry.ends)
