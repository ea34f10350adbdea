"""A trace arranged for people: rows in reading order, pieces that hold every letter, words that add up."""

from typing import Any

import pytest

from antecedent.resolutions.comparison import compare
from antecedent.resolutions.comparison.cutting import pieces_of, readable, runs_of
from antecedent.resolutions.exports.wording import extent, sentence
from antecedent.resolutions.models import Citation, Document, Edit, Footnote, Link, Paragraph, Repeal, Trace


def make_paragraph(name: str, text: str, **overrides: Any) -> Paragraph:
    return Paragraph(**({"id": name, "kind": "operative", "text": text, "number": name[1:]} | overrides))


def make_trace(links: list[Link], draft: list[Paragraph], prior: list[Paragraph]) -> Trace:
    earlier = Document(sha256="b", paragraphs=tuple(prior))
    return Trace(draft=Document(sha256="a", paragraphs=tuple(draft)), priors=(earlier,), base="b", links=tuple(links))


def make_link(draft: str, prior: str, relation: Any, *changes: Edit, **overrides: Any) -> Link:
    """'o1 o2' names two paragraphs, '' none."""
    document = "b" if prior else None
    sides = {"draft": tuple(draft.split()), "prior": tuple(prior.split()), "document": document}
    return Link(**(sides | {"relation": relation, "changes": changes} | overrides))


OLD = [make_paragraph("o1", "Keeps lamps;"), make_paragraph("o2", "Sounds horns;"), make_paragraph("o3", "Paints.")]
NEW = [make_paragraph("o1", "Keeps lamps;"), make_paragraph("o2", "Paints."), make_paragraph("o3", "Counts birds.")]
TRACE = make_trace(
    [
        make_link("o3", "", "new", Edit("insert", "Counts birds.")),
        make_link("", "o2", "deleted", Edit("delete", "Sounds horns;")),
        make_link("o2", "o3", "unchanged", Edit("equal", "Paints.")),
        make_link("o1", "o1", "unchanged", Edit("equal", "Keeps lamps;")),
    ],
    NEW,
    OLD,
)


def test_dropped_paragraphs_stand_where_they_stood() -> None:
    rows = compare(TRACE).rows
    assert [(row.relation, [text.label for text in row.draft.texts]) for row in rows] == [
        ("unchanged", ["Paragraph 1"]),
        ("deleted", []),
        ("unchanged", ["Paragraph 2"]),
        ("new", ["Paragraph 3"]),
    ]


def test_the_sentence_adds_up() -> None:
    assert sentence(compare(TRACE)) == "Of 3 paragraphs, 2 unchanged and 1 new. 1 dropped from the earlier text."


def test_what_a_tracked_draft_strikes_out_is_shown_with_its_words_once() -> None:
    struck = make_paragraph("o4", "", before="Sounds horns;")
    links = [link for link in TRACE.links if link.relation != "deleted"]
    gone = make_link("o4", "o2", "deleted", Edit("delete", "Sounds horns;"))
    comparison = compare(make_trace([*links, gone], [*NEW, struck], OLD))
    (text,) = comparison.rows[-1].draft.texts
    assert (text.label, [(p.text, p.changed) for p in text.pieces]) == (
        "Paragraph 4 (struck out)",
        [("Sounds horns;", True)],
    )
    assert sentence(comparison) == "Of 3 paragraphs, 2 unchanged and 1 new. 1 dropped from the earlier text."


def test_what_is_struck_out_here_and_stands_there_is_shown_there() -> None:
    struck = make_paragraph("o4", "", before="Keeps lamps;")
    trace = make_trace([*TRACE.links, make_link("o4", "", "deleted")], [*NEW, struck], OLD)
    assert [row.relation for row in compare(trace).rows] == ["unchanged", "deleted", "unchanged", "new"]


def test_the_space_before_a_change_is_no_part_of_it() -> None:
    edits = readable([Edit("equal", "at least"), Edit("delete", " two"), Edit("insert", " three"), Edit("equal", " m")])
    assert edits == (
        Edit("equal", "at least"),
        Edit("equal", " "),
        Edit("delete", "two"),
        Edit("equal", " "),
        Edit("insert", "three"),
        Edit("equal", " m"),
    )


@pytest.mark.parametrize(
    ("texts", "changes", "changed"),
    [
        pytest.param(["a b c"], [Edit("equal", "a "), Edit("insert", "b"), Edit("equal", " c")], [["b"]], id="a word"),
        pytest.param(
            ["a b", "c d"], [Edit("equal", "a "), Edit("insert", "b c"), Edit("equal", " d")], [["b"], ["c"]], id="over"
        ),
        pytest.param(["a b"], [Edit("equal", "a"), Edit("insert", " b")], [["b"]], id="a space before is no change"),
        pytest.param(["new text"], [Edit("insert", "new text")], [["new text"]], id="all of it"),
        pytest.param(["other"], [Edit("insert", "not this")], [["other"]], id="changes of another reading"),
    ],
)
def test_changes_are_cut_at_paragraphs(texts: list[str], changes: list[Edit], changed: list[list[str]]) -> None:
    paragraphs = [make_paragraph(f"o{n}", text) for n, text in enumerate(texts)]
    runs = runs_of(paragraphs, changes, "insert")
    assert [[p.text[a:b] for a, b, new in cut if new] for p, cut in zip(paragraphs, runs, strict=True)] == changed


def test_pieces_hold_every_letter_once() -> None:
    text = "Recalls Resolution 1.2 and its annex"
    paragraph = make_paragraph("o1", text, footnotes=(Footnote(marker="7", text="See.", at=22),))
    citation = Citation(printed="Resolution 1.2", symbol="X", body=None, type=None, paragraph="o1", start=8, end=22)
    pieces = pieces_of(paragraph, [(0, 12, False), (12, 26, True), (26, len(text), False)], [citation])
    assert "".join(piece.text for piece in pieces) == text
    assert "".join(piece.text for piece in pieces if piece.citation) == "Resolution 1.2"
    assert "".join(piece.text for piece in pieces if piece.changed) == text[12:26]
    assert [n for n, piece in enumerate(pieces) if piece.mark == "7"] == [3]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"scope": "whole"}, "whole text"),
        ({"scope": "part", "paragraphs": ("3", "4(b)")}, "paragraphs 3, 4(b)"),
        ({"scope": "part", "paragraphs": ("annex 2",)}, "annex 2"),
        ({"scope": "part", "paragraphs": ("4", "7", "annex 1")}, "paragraphs 4, 7, annex 1"),
        ({"scope": "part", "paragraphs": ("(c)",)}, "paragraph (c)"),
        ({"scope": "part", "except_": ("2",)}, "all but 2"),
    ],
)
def test_extent_of_a_repeal(fields: dict[str, Any], said: str) -> None:
    repeal = Repeal(**({"paragraph": "o1", "symbol": "X", "effect": "adopted", "action": "repeal"} | fields))
    assert extent(repeal) == said
