"""Tables as they are printed: with rules, with lines below the rows, with none; from a PDF to what they end."""

import pytest
from weasyprint import HTML

from antecedent.resolutions.pipeline import parse
from tests.unit.repeals.reading import lines

RULED = "td, th { border: 0.6pt solid black }"
LINES = "tr { border-bottom: 0.6pt solid #444 }"
BANDS = "tr:nth-child(even) { background: #eee }"
LOOK = (
    "table { border-collapse: collapse; width: 100% } "
    "td, th { padding: 3pt 6pt; text-align: left; vertical-align: top }"
)
# A small page, so that rows are torn by its end.
PAGE = "@page { size: A5; margin: 15mm } body { font-size: 9pt } "
REASON = (
    "Implemented by the Parties at their earlier meetings, as the Scientific Council reported; nothing is left to do. "
)
ITEMS = "".join(
    f"<p>{n}. Requests the Secretariat to report on the work done under item {n} of the plan of work, and to make its "
    "findings known to all Parties well before the next meeting;</p>"
    for n in range(1, 9)
)
CONVENTION = "<p>Convention on the Safeguarding of Lighthouses and Seamarks</p>"
CMS = "<p>Convention on the Conservation of Migratory Species of Wild Animals</p>"
RAMSAR = "<p>Convention sur les zones humides</p>"


def rows(*texts: tuple[str, ...]) -> str:
    """A table; a cell that begins with '<td' is written as it is."""
    head = "".join(f"<th>{text}</th>" for text in texts[0])
    body = "".join(
        f"<tr>{''.join(text if text.startswith('<td') else f'<td>{text}</td>' for text in row)}</tr>"
        for row in texts[1:]
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


PRINTED = {
    "no rules, high on the first page": (
        LOOK,
        CONVENTION
        + "<p>Resolution 9.4</p><p>1. Decides to repeal the provisions in the table, as shown there:</p>"
        + rows(
            ("Resolution", "Provision", "Subject"),
            ("Resolution 4.1", "paragraph 5", "Fog signals"),
            ("Resolution 4.2", "paragraphs 3 and 4", "Buoys"),
            ("Resolution 5.6", "all", "Lamps"),
        ),
        [
            "LSC/Resolution 4.1 [5] repeal",
            "LSC/Resolution 4.2 [3; 4] repeal",
            "LSC/Resolution 5.6 repeal",
        ],
    ),
    "bands, codes told below": (
        LOOK + BANDS,
        CMS
        + "<p>Resolution 16.4</p><p>1. Decides to give effect to the table below;</p>"
        + rows(
            ("Resolution", "Title", "Code"),
            ("7.1", "Bats", "R"),
            ("7.2 (Rev.COP12)", "Storks", "M"),
            ("8.3", "Turtles", "R"),
            ("9.9", "Nets", "A"),
        )
        + "<p>R = repeal; M = maintain; A = amend</p>",
        ["UNEP/CMS/Resolution 7.1 repeal", "UNEP/CMS/Resolution 8.3 repeal"],
    ),
    "rules, one cell for two rows": (
        LOOK + RULED,
        RAMSAR
        + "<p>Projet de résolution</p><p>1. DÉCIDE de donner effet aux mesures indiquées dans le tableau.</p>"
        + rows(
            ("Mesure proposée", "Texte", "Étendue"),
            ("<td rowspan=2>Abroger</td>", "Résolution VII.2", "paragraphes 3 à 5"),
            ("Recommandation 4.7", "texte entier"),
            ("<td rowspan=2>Conserver</td>", "Résolution VIII.6", "–"),
            ("Résolution IX.1", "–"),
        ),
        ["Ramsar/Resolution VII.2 [3; 4; 5] repeal proposed", "Ramsar/Recommendation 4.7 repeal proposed"],
    ),
    "a row torn by the end of a page": (
        PAGE + LOOK + RULED,
        CMS
        + "<p>Resolution 16.9</p>"
        + ITEMS
        + "<p>9. Decides that the Resolutions in the table have the fate shown there:</p>"
        + rows(
            ("Resolution", "Reason", "Fate"),
            ("Resolution 4.1", REASON * 2, "Repealed"),
            ("Resolution 4.3 and Resolution 4.4", REASON * 12, "Repealed"),
            ("Resolution 5.2", REASON, "Retained"),
            ("Resolution 5.7", REASON, "Repealed"),
        ),
        [f"UNEP/CMS/Resolution {number} repeal" for number in ("4.1", "4.3", "4.4", "5.7")],
    ),
    "a cell of many paragraphs torn, the head repeated": (
        PAGE + LOOK + RULED,
        CMS
        + "<p>Resolution 16.9</p>"
        + ITEMS
        + "<p>9. Decides that what the table lists is repealed:</p>"
        + rows(
            ("Resolution", "Paragraphs", "Reason"),
            ("Resolution 4.1", "2, 3", REASON * 2),
            ("Resolution 4.3", "<br>".join(f"paragraph {n}," for n in range(1, 31)).rstrip(","), REASON * 9),
            ("Resolution 5.2", "all", REASON),
        ),
        [
            "UNEP/CMS/Resolution 4.1 [2; 3] repeal",
            f"UNEP/CMS/Resolution 4.3 [{'; '.join(map(str, range(1, 31)))}] repeal",
            "UNEP/CMS/Resolution 5.2 repeal",
        ],
    ),
    "four pages without rules": (
        PAGE + LOOK,
        CMS
        + "<p>Resolution 16.9</p><p>1. Decides to delete or retain Decisions as shown in the table:</p>"
        + rows(
            ("Decision", "Reason", "Action"),
            *((f"14.{n}", REASON * 3, "Delete" if n % 3 == 0 else "Retain") for n in range(1, 25)),
        ),
        [f"UNEP/CMS/Decision 14.{n} delete" for n in range(3, 25, 3)],
    ),
    "lines below the rows, marks in columns": (
        LOOK + LINES,
        CMS
        + "<p>Resolution 16.5</p><p>1. Decides that what is marked in the column “Repeal” of the table is repealed;</p>"
        + rows(
            ("Resolution", "Subject", "Retain", "Repeal"),
            ("4.1", "Budget", "–", "x"),
            ("4.2", "Plan", "x", "–"),
            ("5.6", "Guidelines", "–", "x"),
        ),
        ["UNEP/CMS/Resolution 4.1 repeal", "UNEP/CMS/Resolution 5.6 repeal"],
    ),
}


@pytest.mark.parametrize(("style", "body", "ends"), PRINTED.values(), ids=PRINTED)
def test_printed_tables(style: str, body: str, ends: list[str]) -> None:
    page = f"<html><head><style>{style}</style></head><body>{body}</body></html>"
    data = HTML(string=page).write_pdf()
    assert data is not None
    assert lines(parse(data)) == ends
