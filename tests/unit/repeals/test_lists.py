"""Texts that a verb finds elsewhere: sub-paragraphs, annexed lists, tables, notes; new numbers; who decides."""

import pytest

from antecedent.resolutions.models import Paragraph, TableOf
from tests.unit.repeals.reading import item, lines, read, table

RES, DEC = "UNEP/CMS/Resolution ", "UNEP/CMS/Decision "

PARAGRAPHS = {
    "sub-paragraphs are the list": (
        "CMS",
        [
            item("Repeals the following Resolutions:"),
            item("Resolution 5.3 on Otters, implementing Resolution 2.2;", "subparagraph", under="p0"),
            item("paragraphs 2 and 3 of Resolution 6.4; and", "subparagraph", under="p0"),
            item("Resolution 7.1, except Annex II.", "subparagraph", under="p0"),
        ],
        [RES + "5.3 repeal", RES + "6.4 [2; 3] repeal", RES + "7.1 except [annex 2] repeal"],
    ),
    "each sub-paragraph has its own verb": (
        "CMS",
        [
            item("Decides:"),
            item("to invite Parties to apply Resolution 9.1;", "subparagraph", under="p0"),
            item("to repeal Resolution 5.3;", "subparagraph", under="p0"),
            item("not to repeal Resolution 5.4;", "subparagraph", under="p0"),
            item("that Resolution 5.5 shall no longer apply.", "subparagraph", under="p0"),
        ],
        [RES + "5.3 repeal", RES + "5.5 repeal"],
    ),
    "the chapeau asks the secretariat": (
        "CMS",
        [
            item("Requests the Secretariat:"),
            item("to propose the repeal of Resolution 5.3;", "subparagraph", under="p0"),
            item("to delete Decision 14.20;", "subparagraph", under="p0"),
        ],
        [DEC + "14.20 delete"],
    ),
    "the chapeau amends a text": (
        "CMS",
        [
            item("Decides to amend Resolution 9.5 as follows:"),
            item("delete paragraph 3;", "subparagraph", under="p0"),
            item("in paragraph 5, replace “two” by “three”;", "subparagraph", under="p0"),
            item("paragraph 7 is replaced by the following: “7. Parties shall report”;", "subparagraph", under="p0"),
        ],
        [RES + "9.5 [3] delete", RES + "9.5 [7] replace"],
    ),
    "the annex meant, up to the heading of what stays": (
        "CBD",
        [
            item("Decides to retire the decisions listed in annex II;"),
            item("Annex I", "heading"),
            item("Decision XI/4", "annex"),
            item("Annex II", "heading"),
            item("Decision V/4, paragraphs 1-3, 14 (c) and annex I", "annex"),
            item("Decision VI/9, in its entirety", "annex"),
            item("DECISIONS KEPT UNDER REVIEW", "heading"),
            item("Decision VI/23", "annex"),
        ],
        ["CBD/COP/DEC/V/4 [1; 2; 3; 14(c); annex 1] retire", "CBD/COP/DEC/VI/9 retire"],
    ),
    "a list run together into one paragraph": (
        "CBD",
        [
            item("Decides to retire the decisions listed in the annex;"),
            item("Annex", "heading"),
            item(
                "Decision V/4, paragraphs 1-3 Decision V/9, paragraph 6 Decisions of the next meeting Decision VI/7",
                "annex",
            ),
        ],
        ["CBD/COP/DEC/V/4 [1; 2; 3] retire", "CBD/COP/DEC/V/9 [6] retire", "CBD/COP/DEC/VI/7 retire"],
    ),
    "a heading says it all": (
        "CMS",
        [
            item("List of Resolutions repealed by the present Resolution", "heading"),
            item("Resolution 5.3 (Otters)", "annex"),
            item("Resolution 5.4 (Beavers), paragraphs 2 to 4", "annex"),
        ],
        [RES + "5.3 repeal", RES + "5.4 [2; 3; 4] repeal"],
    ),
    "a heading of what has been before": (
        "CMS",
        [item("Resolutions already repealed", "heading"), item("Resolution 5.3 (Otters)", "annex")],
        [],
    ),
    "a note spares a part": (
        "CMS",
        [item("Repeals Resolution 9.5;", notes=["Except paragraph 4, which remains in force."])],
        [RES + "9.5 except [4] repeal"],
    ),
    "a note names the text that it spares": (
        "CMS",
        [item("Repeals Resolutions 9.5 and 9.7;", notes=["Paragraph 4 of Resolution 9.7 remains in force."])],
        [RES + "9.5 repeal", RES + "9.7 except [4] repeal"],
    ),
    "a note only tells more": (
        "CMS",
        [item("Repeals Resolution 9.5;", notes=["Adopted at the ninth meeting. See also Resolution 10.7."])],
        [RES + "9.5 repeal"],
    ),
    "decisions under new numbers": (
        "CMS",
        [
            item("(ex-16.41) The Secretariat shall keep the list.", "decision", number="17.BB"),
            item("(Rev. COP17) The Secretariat shall act.", "decision", number="16.50"),
            item("The Secretariat shall act (see Decision 16.51).", "decision", number="17.CC"),
            item("(former Decision 16.52) The Secretariat shall act.", "decision", number="17.DD"),
        ],
        [f"{DEC}16.41 renumber into {DEC}17.BB", f"{DEC}16.52 renumber into {DEC}17.DD"],
    ),
    "brackets over two paragraphs": (
        "CMS",
        [item("[Repeals Resolution 5.3;"), item("Repeals Resolution 5.4;]"), item("Repeals Resolution 5.5;")],
        [RES + "5.3 repeal proposed", RES + "5.4 repeal proposed", RES + "5.5 repeal"],
    ),
    "a text that another body is to adopt": (
        "CBD",
        [
            item("Recommends that the Conference of the Parties adopt a decision along the following lines:"),
            item("Decides to retire decisions V/4 and VI/9;"),
        ],
        ["CBD/COP/DEC/V/4 retire proposed", "CBD/COP/DEC/VI/9 retire proposed"],
    ),
}


@pytest.mark.parametrize(("body", "paragraphs", "ends"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_lists(body: str, paragraphs: list[Paragraph], ends: list[str]) -> None:
    assert lines(read(body, paragraphs)) == ends


TABLES = {
    "columns in another order, a reason that names a text": (
        "CMS",
        "Decides to proceed as shown in the table below.",
        table(
            ["Reason", "Action", "Paragraph", "Resolution"],
            ["Done", "Delete", "3 and 4 (b)", "5.3"],
            ["Still needed", "Retain", "5", "5.3"],
            ["Overtaken by Resolution 9.1", "Repeal", "all except 7", "6.4"],
            ["–", "No change", "–", "6.5"],
            ["–", "Replace by Resolution 12.2", "entire", "6.7"],
        ),
        [RES + "5.3 [3; 4(b)] delete", RES + "6.4 except [7] repeal", f"{RES}6.7 replace into {RES}12.2"],
    ),
    "parts in the action's cell": (
        "CMS",
        "Adopts the proposals.",
        table(
            ["Instrument", "Proposed treatment"],
            ["Res. 5.3", "Repeal paragraphs 3 and 4; retain the rest"],
            ["Res. 5.4", "Retain paragraphs 1 and 2; repeal the remainder"],
            ["Res. 5.6", "Repealed by Resolution 9.1"],
            ["Res. 5.7", "Do not repeal"],
        ),
        [RES + "5.3 [3; 4] repeal", RES + "5.4 except [1; 2] repeal"],
    ),
    "the verb and the date stand in the paragraph": (
        "AEWA",
        "Repeals, with effect from 1 March 2031, the texts set out in the table below.",
        table(
            ["Provision", "Extent"], ["Resolution 3.16", "whole text"], ["Resolution 04.02", "paragraphs 2 and 6 to 8"]
        ),
        ["AEWA/Resolution 3.16 repeal from 2031-03-01", "AEWA/Resolution 4.2 [2; 6; 7; 8] repeal from 2031-03-01"],
    ),
    "French: reasons are no actions": (
        "CMS",
        "Abroge les résolutions énumérées dans le tableau.",
        table(
            ["Résolution", "Étendue", "Motif"],
            ["Résolution 5.3", "texte intégral", "sans objet"],
            ["Résolution 6.4", "par. 3 à 5", "remplacés par la résolution 9.1"],
        ),
        [RES + "5.3 repeal", RES + "6.4 [3; 4; 5] repeal"],
    ),
    "Spanish: bare numbers under a head, the head again on the next page": (
        "CITES",
        "Las decisiones figuran en el cuadro.",
        table(
            ["Decisión", "Medida propuesta", "Observaciones"],
            ["20.11", "Mantener", "En curso"],
            ["20.12 (Rev. CoP20)", "Suprimir", "Aplicada"],
            ["Decisión", "Medida propuesta", "Observaciones"],
            ["20.13", "Sustituir por la Decisión 21.AB", "Nueva redacción"],
        ),
        ["CITES/Decision 20.12 (Rev. CoP20) delete", "CITES/Decision 20.13 replace into CITES/Decision 21.AB"],
    ),
    "a table for information": (
        "CMS",
        "Takes note of the Resolutions in the table.",
        table(["Resolution", "Subject"], ["Resolution 5.3", "Otters"]),
        [],
    ),
}


@pytest.mark.parametrize(("body", "text", "rows", "ends"), TABLES.values(), ids=TABLES)
def test_tables(body: str, text: str, rows: TableOf, ends: list[str]) -> None:
    assert lines(read(body, [item(text)], tables=[rows])) == ends


def test_roles_of_citations() -> None:
    document = read("CMS", [item("Repeals Resolution 5.3 and amends Resolution 5.4, in line with Resolution 5.5;")])
    assert [(one.symbol, one.role) for one in document.citations] == [
        (RES + "5.3", "repeals"),
        (RES + "5.4", "amends"),
        (RES + "5.5", "cites"),
    ]
