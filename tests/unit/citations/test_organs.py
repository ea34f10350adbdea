"""Organs whose symbols begin as their parent's do: they speak with numbers of their own, never with the parent's."""

import pytest

from antecedent.resolutions.bodies import body_of, parent_of
from antecedent.resolutions.citations import cite
from antecedent.resolutions.models import Document, Paragraph

CASES = [
    # Known organs: their own numbers.
    ("E/ICEF/2031/L.13", "The Executive Board", "its decision 2030/11", ["UNICEF/Decision 2030/11"]),
    ("DP/2031/L.3", "The Executive Board", "its decision 2030/11", ["UNDP/Decision 2030/11"]),
    ("UNW/2031/L.2", "The Executive Board", "its decision 2030/3", ["UN-Women/Decision 2030/3"]),
    ("WFP/EB.A/2031/5", "The Board", "its decision 2030/EB.A/5", ["WFP/Decision 2030/EB.A/5"]),
    ("E/CN.5/2031/L.2", "The Commission", "its resolution 42/1", ["CSocD/Resolution 42/1"]),
    ("E/CN.9/2031/L.2", "The Commission", "its resolution 2030/1", ["CPD/Resolution 2030/1"]),
    ("E/ESCAP/87/L.2", "The Commission", "its resolution 71/1", ["ESCAP/Resolution 71/1"]),
    # Organs that nobody knows: candidates.
    ("E/CN.99/2031/L.2", "The Commission", "its resolution 42/1", ["A/HRC/RES/42/1 | A/RES/42/1"]),
    ("E/XYZ/2031/L.2", "The Board", "its decision 2030/11", ["E/DEC/2030/11"]),
    ("E/XYZ/2031/L.2", "The Board", "decision 2030/11", ["E/DEC/2030/11"]),
    (None, "The Executive Board", "its decision 2030/11", ["E/DEC/2030/11"]),
    # What is named stays certain there.
    ("E/XYZ/2031/L.2", "The Board", "Economic and Social Council decision 2030/11", ["= E/DEC/2030/11"]),
    ("E/XYZ/2031/L.2", "The Board", "in its resolution 88/14 of 3 May 2034, the General Assembly", ["= A/RES/88/14"]),
    # The formula tells who speaks, whichever organ put the draft.
    ("A/AC.99/2031/L.2", "The General Assembly", "its resolution 1514 (XV)", ["= A/RES/1514(XV)"]),
    ("E/CN.5/2031/L.2", "The Economic and Social Council", "its resolution 2030/14", ["= E/RES/2030/14"]),
    # A known speaker has no such numbers either.
    ("A/79/L.2", "The General Assembly", "its decision 2030/11", ["E/DEC/2030/11"]),
    ("E/2031/L.2", "The Economic and Social Council", "its decision 2030/11", ["= E/DEC/2030/11"]),
]  # fmt: skip


@pytest.mark.parametrize(("symbol", "formula", "text", "cites"), CASES)
def test_who_speaks(symbol: str | None, formula: str, text: str, cites: list[str]) -> None:
    """A symbol with its organ's own name is certain; '=' marks one of another body that is certain, too."""
    paragraph = Paragraph(id="p", kind="preambular", text=f"Recalling {text},")
    document = Document(sha256="0" * 64, symbol=symbol, enacting_formula=formula, paragraphs=(paragraph,))
    found = [
        (f"= {one.symbol}" if one.symbol[:2] in ("E/", "A/") else one.symbol)
        if one.symbol
        else " | ".join(one.candidates)
        for one in cite(document).citations
    ]
    assert found == cites


@pytest.mark.parametrize(
    ("symbol", "body", "parent"),
    [
        ("E/ICEF/2031/1", "UNICEF", None),
        ("E/2031/L.5", "ECOSOC", None),
        ("E/RES/2031/5", "ECOSOC", None),
        ("E/XYZ/2031/1", None, "ECOSOC"),
        ("A/C.3/85/L.6", "UNGA", None),
        ("A/ES-10/L.6", "UNGA", None),
        ("A/HRC/70/L.6", "HRC", None),
        ("A/AC.999/2031/1", None, "UNGA"),
        ("XYZ/2031/1", None, None),
    ],
)
def test_prefixes(symbol: str, body: str | None, parent: str | None) -> None:
    assert (body_of(symbol), parent_of(symbol)) == (body, parent)
