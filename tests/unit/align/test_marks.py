"""Tracked drafts: the text before is what is matched, and what is struck out whole is no new paragraph."""

import pytest

from antecedent.resolutions.align import trace
from antecedent.resolutions.models import Document, Paragraph

LAMPS = "Requests Parties to keep the lamps of all lighthouses lit from dusk to dawn;"
FOG = "Urges Parties to sound fog signals whenever visibility falls below one nautical mile;"
KEEPERS = "Encourages Parties to house the keepers of remote lighthouses decently and to pay them on time;"
RADIO = "Approves the allotment of radio frequencies proposed by the Bureau of Seamarks;"
SAND = "Urges Parties to build no towers on sand within one mile of the shore;"
ROPES = "Welcomes the offer of Valdorra to host a museum of ropes;"


def marked(text: str, before: str | None, name: str) -> Paragraph:
    return Paragraph(id=name, kind="operative", text=text, before=before)


def tracked(*paragraphs: tuple[str, str | None]) -> Document:
    made = tuple(marked(text, before, f"o{k}") for k, (text, before) in enumerate(paragraphs, 1))
    return Document(sha256="d", paragraphs=made, tracked_changes=True)


def prior(*texts: str) -> Document:
    return Document(
        sha256="p", paragraphs=tuple(Paragraph(id=f"q{k}", kind="operative", text=t) for k, t in enumerate(texts, 1))
    )


CASES = {
    "a paragraph rewritten to the last word is linked by its text before": (
        tracked((LAMPS, None), (RADIO, FOG)),
        prior(LAMPS, FOG, KEEPERS),
        [("o1", "q1", "unchanged"), ("o2", "q2", "amended"), ("", "q3", "deleted")],
    ),
    "one struck out whole is dropped where it stood, and not new": (
        tracked((LAMPS, None), ("", FOG), (KEEPERS, None)),
        prior(LAMPS, FOG, KEEPERS),
        [("o1", "q1", "unchanged"), ("o2", "q2", "deleted"), ("o3", "q3", "unchanged")],
    ),
    "one struck out here and inserted there has moved": (
        tracked(("", LAMPS), (FOG, None), (KEEPERS, None), (LAMPS, "")),
        prior(LAMPS, FOG, KEEPERS),
        [("o1", "", "deleted"), ("o2", "q2", "unchanged"), ("o3", "q3", "unchanged"), ("o4", "q1", "unchanged")],
    ),
    "one struck out that the earlier text does not have": (
        tracked((LAMPS, None), ("", ROPES)),
        prior(LAMPS),
        [("o1", "q1", "unchanged"), ("o2", "", "deleted")],
    ),
    "one shown as new in the place of one shown as struck is not made of it": (
        tracked((LAMPS, None), ("", FOG), (SAND, ""), (ROPES, None)),
        prior(LAMPS, FOG, ROPES),
        [("o1", "q1", "unchanged"), ("o2", "q2", "deleted"), ("o3", "", "new"), ("o4", "q3", "unchanged")],
    ),
    "all of it struck out": (tracked(("", LAMPS)), prior(LAMPS), [("o1", "q1", "deleted")]),
}  # fmt: skip


@pytest.mark.parametrize(("draft", "old", "wanted"), CASES.values(), ids=CASES.keys())
def test_links(draft: Document, old: Document, wanted: list[tuple[str, str, str]]) -> None:
    links = trace(draft, [old]).links
    assert [("+".join(link.draft), "+".join(link.prior), link.relation) for link in links] == wanted


def test_the_words_of_one_struck_out_stand_as_deleted() -> None:
    (link,) = trace(tracked(("", LAMPS)), [prior(LAMPS)]).links
    assert [tuple(edit) for edit in link.changes] == [("delete", LAMPS)]
    assert not link.moved


def test_a_sentence_divided_by_marks_is_a_split() -> None:
    draft = tracked(
        ("Encourages Parties to house the keepers of remote lighthouses decently;", KEEPERS),
        ("Urges Parties to pay them on time;", ""),
    )
    (link,) = trace(draft, [prior(KEEPERS)]).links
    assert (link.draft, link.relation) == (("o1", "o2"), "split")
