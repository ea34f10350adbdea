"""Alignment on texts of the fictional Lighthouse Convention: each case is a pair of texts and the links wanted."""

from dataclasses import replace

import pytest

from antecedent.resolutions.align import Sighting, align, see_elsewhere, trace
from antecedent.resolutions.models import Document, Kind, Paragraph

LAMPS = "Requests Parties to keep the lamps of all lighthouses lit from dusk to dawn;"
FOG = "Urges Parties to sound fog signals whenever visibility falls below one nautical mile;"
KEEPERS = "Encourages Parties to house the keepers of remote lighthouses decently and to pay them on time;"
BUOYS = "Invites Parties to paint harbour buoys in the colours of the annex to Resolution 3.1;"
FUND = "Decides to open a voluntary fund for the repair of towers damaged by storms;"
CHARTS = "Calls upon hydrographic offices to publish charts of every light without charge;"
RECITAL = "Recalling Resolution 2.4 on the training of lighthouse keepers,"
AWARE = "Aware that ships still founder on unlit reefs every winter,"


def text(*paragraphs: str | Paragraph, sha: str) -> Document:
    made = [one if isinstance(one, Paragraph) else paragraph(one, f"o{k}") for k, one in enumerate(paragraphs, 1)]
    return Document(sha256=sha, paragraphs=tuple(made))


def paragraph(said: str, name: str, kind: Kind = "operative", **more: str) -> Paragraph:
    return Paragraph(id=name, kind=kind, text=said, **more)


def preambular(said: str, name: str) -> Paragraph:
    return paragraph(said, name, "preambular")


HOUSE = paragraph("To house the keepers of remote lighthouses decently;", "a", "subparagraph", parent="o2")
PAY = paragraph("To pay them on time;", "b", "subparagraph", parent="o2")


def linked(draft: list[str | Paragraph], prior: list[str | Paragraph]) -> list[tuple[str, str, str, bool]]:
    links = align(text(*draft, sha="d"), text(*prior, sha="p"))
    return [("+".join(link.draft), "+".join(link.prior), link.relation, link.moved) for link in links]


CASES: dict[str, tuple[list[str | Paragraph], list[str | Paragraph], list[tuple[str, str, str, bool]]]] = {
    "case, punctuation and the closing 'and' change nothing": (
        [LAMPS.upper(), FOG.replace(";", "; and"), FUND],
        [LAMPS, FOG, FUND],
        [("o1", "o1", "unchanged", False), ("o2", "o2", "unchanged", False), ("o3", "o3", "unchanged", False)],
    ),
    "a paragraph rewritten in its place is amended": (
        [LAMPS, "Urges Parties to replace fog signals by radio beacons where visibility is often poor;", FUND],
        [LAMPS, FOG, FUND],
        [("o1", "o1", "unchanged", False), ("o2", "o2", "amended", False), ("o3", "o3", "unchanged", False)],
    ),
    "another subject in the same words at the head is new, and the old one is gone": (
        [LAMPS, FUND, "Urges Parties to ban the sale of whale oil;"],
        [LAMPS, FOG, FUND],
        [("o1", "o1", "unchanged", False), ("", "o2", "deleted", False), ("o2", "o3", "unchanged", False),
         ("o3", "", "new", False)],
    ),
    "a sentence divided over a chapeau and its subparagraphs": (
        [LAMPS, paragraph("Encourages Parties:", "o2"), HOUSE, PAY, FUND],
        [LAMPS, KEEPERS, FUND],
        [("o1", "o1", "unchanged", False), ("o2+a+b", "o2", "split", False), ("o5", "o3", "unchanged", False)],
    ),
    "two paragraphs joined, one of them from further down": (
        [LAMPS, FOG.removesuffix(";") + ", and to publish charts of every light without charge;", BUOYS, FUND],
        [LAMPS, FOG, BUOYS, CHARTS, FUND],
        [("o1", "o1", "unchanged", False), ("o2", "o2+o4", "merged", False), ("o3", "o3", "unchanged", False),
         ("o4", "o5", "unchanged", False)],
    ),
    "twins that differ by their addressee do not swap": (
        ["Requests the Secretariat to report on lamps to the next meeting;", FOG, BUOYS,
         "Requests the Scientific Council to report on lamps to the next meeting;"],
        ["Requests the Scientific Council to report on lamps to the next meeting;", FOG, BUOYS,
         "Requests the Secretariat to report on lamps to the next meeting;"],
        [("o1", "o4", "unchanged", True), ("o2", "o2", "unchanged", False), ("o3", "o3", "unchanged", False),
         ("o4", "o1", "unchanged", True)],
    ),
    "one that went to the front has moved, those it passed have not": (
        [FUND, LAMPS, FOG, BUOYS],
        [LAMPS, FOG, BUOYS, FUND],
        [("o1", "o4", "unchanged", True), ("o2", "o1", "unchanged", False), ("o3", "o2", "unchanged", False),
         ("o4", "o3", "unchanged", False)],
    ),
    "a recital that became a request changed its side": (
        [preambular(RECITAL, "p1"), LAMPS, "Notes that ships still founder on unlit reefs every winter;"],
        [preambular(RECITAL, "p1"), preambular(AWARE, "p2"), LAMPS],
        [("p1", "p1", "unchanged", False), ("o2", "o3", "unchanged", False), ("o3", "p2", "amended", True)],
    ),
    "a heading is no piece of a paragraph": (
        [LAMPS, paragraph("Remote lighthouses", "h1", "heading"), KEEPERS.replace(" remote lighthouses", " islands")],
        [LAMPS, KEEPERS],
        [("o1", "o1", "unchanged", False), ("h1", "", "new", False), ("o3", "o2", "amended", False)],
    ),
    "nothing before, nothing after": ([], [LAMPS], [("", "o1", "deleted", False)]),
}  # fmt: skip


@pytest.mark.parametrize(("draft", "prior", "wanted"), CASES.values(), ids=CASES.keys())
def test_links(
    draft: list[str | Paragraph], prior: list[str | Paragraph], wanted: list[tuple[str, str, str, bool]]
) -> None:
    assert linked(draft, prior) == wanted


class TestSeveralPriors:
    old = text(LAMPS, FOG, KEEPERS, FUND, sha="old")
    other = text(BUOYS, CHARTS, LAMPS, sha="other")

    def test_the_base_is_the_one_that_explains_most(self) -> None:
        draft = text(LAMPS, FOG, KEEPERS.replace("decently", "well"), BUOYS, FUND, sha="d")
        found = trace(draft, [self.other, self.old])
        assert found.base == "old"
        by_draft = {link.draft[0]: link for link in found.links if link.draft}
        assert (by_draft["o4"].document, by_draft["o4"].prior) == ("other", ("o1",))
        assert by_draft["o1"].document == "old", "where both hold a paragraph, the base has the link"
        assert [link.document for link in found.links if not link.draft] == [], "what another text has is not deleted"

    def test_a_text_that_shares_nothing_is_no_base(self) -> None:
        draft = text("Approves the budget of the museum of ropes;", sha="d")
        found = trace(draft, [self.other, self.old])
        assert found.base is None
        assert [link.relation for link in found.links] == ["new"]

    def test_what_the_draft_says_it_revises_counts(self) -> None:
        twin = replace(self.old, sha256="twin", symbol="LHC/Resolution 4.02")
        draft = text(LAMPS, FOG, sha="d")
        assert trace(replace(draft, revises="LHC/Resolution 4.2"), [self.old, twin]).base == "twin"


def test_changes_join_to_both_texts_over_a_split() -> None:
    draft = text("Encourages Parties to house keepers decently;", "Urges Parties to pay them on time;", sha="d")
    prior = text("Encourages Parties to house keepers decently and to pay them on time;", sha="p")
    (link,) = align(draft, prior)
    assert "".join(edit.text for edit in link.changes if edit.operation != "delete") == (
        "Encourages Parties to house keepers decently; Urges Parties to pay them on time;"
    )
    assert "".join(edit.text for edit in link.changes if edit.operation != "insert") == prior.paragraphs[0].text


def test_a_new_paragraph_sees_its_like_elsewhere_but_not_at_home() -> None:
    draft = text(BUOYS, sha="d")
    sightings = [
        Sighting(document="d", paragraph="o1", score=1.0),
        Sighting(document="far", paragraph="o9", score=0.9),
        Sighting(document="faint", paragraph="o2", score=0.2),
    ]
    (new,) = see_elsewhere(trace(draft, [text(FUND, sha="p")]), lambda _: sightings).links
    assert [(see.document, see.paragraph) for see in new.see] == [("far", "o9")]
