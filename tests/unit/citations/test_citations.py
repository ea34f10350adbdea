"""Mentions of other texts: spans, symbols, parts; each body's examples run as tests."""

import pytest

from antecedent.resolutions.bodies import bodies
from antecedent.resolutions.citations import cite
from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.models import Citation, Document, Footnote, Paragraph

EXAMPLES = [(body.key, text, cites) for body in bodies().values() for text, cites in body.examples]


def citations(
    body: str | None, text: str, *, session: str | None = None, notes: tuple[str, ...] = ()
) -> list[Citation]:
    footnotes = tuple(Footnote(marker=str(mark), text=note) for mark, note in enumerate(notes, 1))
    paragraph = Paragraph(id="p", kind="operative", text=text, footnotes=footnotes)
    document = Document(sha256="0" * 64, body=body, session=session, paragraphs=(paragraph,))
    return list(cite(document).citations)


@pytest.mark.parametrize(
    ("body", "text", "cites"), EXAMPLES, ids=[f"{body}: {text[:50]}" for body, text, _ in EXAMPLES]
)
def test_examples_of_bodies(body: str, text: str, cites: tuple[str, ...]) -> None:
    found = citations(body, text)
    assert [one.symbol for one in found] == list(cites)
    assert all(text[one.start : one.end] == one.printed for one in found)


BOUND = {
    "another body at a distance": (
        "HRC",
        "Recalling the report requested by the General Assembly in its resolution 70/3 of 1 October 2015",
        ["A/RES/70/3"],
    ),
    "the body that speaks, behind 'and'": (
        "HRC",
        "Recalling General Assembly resolution 70/3 and its resolution 48/14",
        ["A/RES/70/3", "A/HRC/RES/48/14"],
    ),
    "a session that has not been": ("HRC", "Recalling resolution 60/252 of 15 March 2006", ["A/RES/60/252"]),
    "two bodies in one list": (
        "HRC",
        "les résolutions du Conseil de sécurité 2217 (2015) et 2625 (2022) et ses propres résolutions 18/20 et S-8/2",
        ["S/RES/2217(2015)", "S/RES/2625(2022)", "A/HRC/RES/18/20", "A/HRC/RES/S-8/2"],
    ),
    "the body stands behind the list": (
        "CMS",
        "as in decisions 15/4 and 15/5 of the Conference of the Parties to the Convention on Biological Diversity",
        ["CBD/COP/DEC/15/4", "CBD/COP/DEC/15/5"],
    ),
    "the texts of the noun before": (
        "HRC",
        "all Commission on Human Rights resolutions on archives, including resolution 1998/73 of 22 April 1998",
        ["E/CN.4/RES/1998/73"],
    ),
    "a document of the body names the next number's body": (
        "UNGA",
        "See FCCC/CP/2019/11/Add.1, decision 3/CP.25, annex.",
        ["FCCC/CP/2019/11/Add.1", "UNFCCC/3/CP.25"],
    ),
    "parts of one document": ("UNGA", "See A/74/81 and Corr.1 and A/74/82.", ["A/74/81", "A/74/81/Corr.1", "A/74/82"]),
    "no resolution at all": (
        "UNGA",
        "a peaceful resolution of 12.4 per cent of disputes, HIV/AIDS and 24/7 support",
        [],
    ),
    "a committee's general recommendation": ("CMS", "general recommendation No. 39 (2022) on rights", []),
}


@pytest.mark.parametrize(("body", "text", "cites"), BOUND.values(), ids=BOUND)
def test_binding(body: str, text: str, cites: list[str]) -> None:
    assert [one.symbol for one in citations(body, text, session="57" if body == "HRC" else None)] == cites


def test_what_is_ambiguous_shows_its_candidates() -> None:
    (found,) = citations("CMS", "in line with decision XIII/24 on sharks;")
    assert found.symbol is None
    assert set(found.candidates) == {"CBD/COP/DEC/XIII/24", "UNEP/OzL.Pro/DEC/XIII/24"}


def test_an_unknown_convention_is_not_guessed() -> None:
    paragraph = Paragraph(id="p", kind="operative", text="Recalling Resolution 4.9,")
    document = Document(sha256="0" * 64, masthead=((1, "Agreement on River Otters"),), paragraphs=(paragraph,))
    (found,) = cite(document).citations
    assert found.symbol is None
    assert {"AEWA/Resolution 4.9", "UNEP/CMS/Resolution 4.9"} <= set(found.candidates)


def test_spans_of_a_range() -> None:
    text = "Decisions 13.24 to 13.26 (Rev.COP14)"
    assert [one.printed for one in citations("CMS", text)] == [
        "Decisions 13.24",
        "13.24 to 13.26 (Rev.COP14)",
        "13.26 (Rev.COP14)",
    ]


def test_ibid_takes_up_the_note_before() -> None:
    notes = ("See A/74/82, annex I.", "Ibid., annex II.", "United Nations, Treaty Series, vol. 7, No. 9.", "Ibid.")
    found = citations("UNGA", "Text.", notes=notes)
    assert [(one.footnote, one.printed, one.symbol, one.pinpoint) for one in found] == [
        ("1", "A/74/82", "A/74/82", "annex I"),
        ("2", "Ibid.", "A/74/82", "annex II"),
    ]


def test_masthead_and_own_symbol() -> None:
    document = Document(
        sha256="0" * 64,
        symbol="A/RES/90/7",
        body="UNGA",
        masthead=((1, "A/RES/90/7"), (1, "[on the report of the Fourth Committee (A/90/4)]")),
    )
    assert [(one.symbol, one.page, one.paragraph) for one in cite(document).citations] == [("A/90/4", 1, None)]


PINPOINTS = {
    "paragraphs 1-3, 14 (c), 16 and annex I": ("1", "2", "3", "14(c)", "16", "annex 1"),
    "subparagraph (c) of paragraph 2": ("2(c)",),
    "paragraphs 41 (a) to (d)": ("41(a)", "41(b)", "41(c)", "41(d)"),
    "third operative paragraph": ("3",),
    "first and second preambular paragraphs": ("preamble 1", "preamble 2"),
    "paragraph 8 of annex III": ("annex 3, paragraph 8",),
    "section A, paragraph 3": ("section A, paragraph 3",),
    "annexes A to C and the appendix": ("annex A", "annex B", "annex C", "appendix"),
    "alinéa b) du paragraphe 4": ("4(b)",),
    "apartados a) a c) del párrafo 2": ("2(a)", "2(b)", "2(c)"),
    "tercer párrafo del preámbulo": ("preamble 3",),
}


@pytest.mark.parametrize(("text", "items"), PINPOINTS.items(), ids=PINPOINTS)
def test_parts_of_a_text(text: str, items: tuple[str, ...]) -> None:
    assert [point.items for point in pinpoints(text)] == [items]


def test_a_document_of_two_bodies_is_cited_by_each_of_its_symbols() -> None:
    found = citations("UNGA", "Taking note of A/56/1026–S/2002/932 and of A/79/187-E/2024/68, and WFP/EB.1/2024/6-A/3")
    symbols = ["A/56/1026", "S/2002/932", "A/79/187", "E/2024/68", "WFP/EB.1/2024/6-A/3"]
    assert [one.symbol for one in found] == symbols
    head = ((1, "United Nations A/79/917–S/2025/332"), (1, "See S/2025/14"))
    document = Document(sha256="0" * 64, body="UNGA", symbol="A/79/917", masthead=head, paragraphs=())
    assert [one.symbol for one in cite(document).citations] == ["S/2025/14"]
