"""Each kind of finding once as it should be, and beside it what looks like it and is none."""

import pytest

from antecedent.resolutions.findings import Comparison, Finding, assess, find
from antecedent.resolutions.models import Document, Link, Paragraph
from antecedent.resolutions.register import Known, build
from tests.convention import cites, make_document, operative, recital, repeals

OLD = make_document("LSC/Resolution 1.1", "1", operative("1", "Urges"), operative("2", "Asks"))
NEW = make_document("LSC/Resolution 1.1 (Rev.COP3)", "3", operative("1", "Urges"), operative("2", "Asks"))
DEAD = make_document("LSC/Resolution 1.2", "1", operative("1", "Urges"), operative("2", "Asks"))
KILLER = make_document("LSC/Resolution 3.5", "3", operative("1", "Repeals"), repeals=(repeals(DEAD.symbol or ""),))
PARTLY = make_document("LSC/Resolution 3.6", "3", operative("1", "R"), repeals=(repeals("LSC/Resolution 1.1", "2"),))
LATER = make_document("LSC/Resolution 5.2", "5", operative("1", "Urges"))
BASIS = (OLD, DEAD, KILLER)


def _draft(*citations: object, cop: str = "4", **more: object) -> Document:
    paragraphs = (recital("Recalling"), operative("1", "Repeals"))
    return make_document(f"LSC/COP{cop}/Doc.1", cop, *paragraphs, draft=True, citations=citations, **more)


def _adopted(*citations: object, cop: str = "4", **more: object) -> Document:
    return make_document(f"LSC/Resolution {cop}.7", cop, recital("Recalling"), citations=citations, **more)


# the other documents, the one judged → kinds and severities of its findings
CITING = [
    pytest.param(
        BASIS, _draft(cites("LSC/Resolution 1.2")), [("cites-repealed", "medium")], id="repealed, in the preamble"
    ),
    pytest.param(
        BASIS, _draft(cites("LSC/Resolution 1.2", "o1")), [("cites-repealed", "high")], id="repealed, operative"
    ),
    pytest.param(BASIS, _adopted(cites("LSC/Resolution 1.2")), [("cites-repealed", "low")], id="by an adopted text"),
    pytest.param(BASIS, _adopted(cites("LSC/Resolution 1.2"), cop="2"), [], id="cited before its repeal"),
    pytest.param(BASIS, _adopted(cites("LSC/Resolution 1.2"), cop="3"), [], id="cited at the meeting that repeals it"),
    pytest.param(BASIS, _draft(cites("LSC/Resolution 1.1")), [], id="in force"),
    pytest.param(
        (*BASIS, PARTLY),
        _draft(cites("LSC/Resolution 1.1", pinpoint="paragraph 2")),
        [("cites-repealed", "medium")],
        id="the repealed paragraph",
    ),
    pytest.param(
        (*BASIS, PARTLY), _draft(cites("LSC/Resolution 1.1", pinpoint="paragraph 1")), [], id="another paragraph"
    ),
    pytest.param(
        (*BASIS, NEW), _draft(cites("LSC/Resolution 1.1")), [("cites-old-version", "low")], id="without revision"
    ),
    pytest.param((*BASIS, NEW), _draft(cites("LSC/Resolution 1.1 (Rev.COP3)")), [], id="the newest version"),
    pytest.param(
        (*BASIS, NEW, make_document("LSC/Resolution 1.1 (Rev.COP4)", "4")),
        _draft(cites("LSC/Resolution 1.1 (Rev.COP3)"), cop="5"),
        [("cites-old-version", "medium")],
        id="old",
    ),
    pytest.param((*BASIS, LATER), _adopted(cites("LSC/Resolution 5.2")), [("cites-future", "low")], id="younger"),
    pytest.param((*BASIS, LATER), _adopted(cites("LSC/Resolution 5.2"), cop="5"), [], id="of the same meeting"),
    pytest.param(
        BASIS, _adopted(cites("LSC/Resolution 6.1")), [("cites-future", "low")], id="never seen, by its number"
    ),
    pytest.param(
        BASIS,
        _draft(cites("LSC/Resolution 1.1"), cites("LSC/Decision 5.14", "o1", type="decision")),
        [("cites-future", "high")],
        id="never seen, in a draft that names a text at hand",
    ),
    pytest.param(
        BASIS, _draft(cites("LSC/Resolution 1.1 (Rev.COP5)")), [("cites-future", "high")], id="a revision to come"
    ),
    pytest.param(BASIS, _draft(cites("LSC/Resolution 1.3 (Rev.COP4)")), [], id="a revision of the same meeting"),
    pytest.param(BASIS, _adopted(cites("LSC/Resolution 4.1")), [], id="never seen, of the same meeting"),
    pytest.param(BASIS, _draft(cites("LSC/Decision 5.AA", type="decision")), [], id="a number still to be given"),
    pytest.param(BASIS, _adopted(cites("A/RES/79/8", body="UNGA")), [], id="another body's number"),
    pytest.param((), _draft(cites("LSC/Resolution 79.1")), [], id="nothing shows how the body numbers"),
    pytest.param(
        (make_document("LSC/Resolution 9.1", "1", operative("1", "Urges")),),
        _draft(cites("LSC/Resolution 9.1"), cites("LSC/Resolution 9.2", "o1")),
        [],
        id="the body does not number by meeting",
    ),
    pytest.param((), _adopted(cites("S/RES/2640(2022)", body="SC")), [("cites-future", "low")], id="a year to come"),
    pytest.param((), _adopted(cites("S/RES/2640(2019)", body="SC")), [], id="a year gone by"),
    pytest.param(
        (*BASIS, LATER, _adopted()), _draft(cites("LSC/Resolution 5.2")), [("cites-future", "high")], id="draft"
    ),
    pytest.param(BASIS, _draft(cites("LSC/COP1/Doc.2", type="document")), [], id="a report is never in force"),
]

REPEALING = [
    pytest.param(BASIS, _draft(repeals=(repeals("LSC/Resolution 1.2"),)), [("repeals-repealed", "high")], id="twice"),
    pytest.param(
        (*BASIS, PARTLY),
        _draft(repeals=(repeals("LSC/Resolution 1.1", "1", "2"),)),
        [("repeals-repealed", "high")],
        id="a paragraph twice",
    ),
    pytest.param((*BASIS, PARTLY), _draft(repeals=(repeals("LSC/Resolution 1.1", "1"),)), [], id="another paragraph"),
    pytest.param((*BASIS, PARTLY), _draft(repeals=(repeals("LSC/Resolution 1.1"),)), [], id="what is left of it"),
    pytest.param(
        BASIS, _draft(repeals=(repeals("LSC/Resolution 1.99"),)), [("repeals-unknown", "high")], id="dangling"
    ),
    pytest.param(
        BASIS, _draft(repeals=(repeals("LSC/Resolution 2.99"),)), [("repeals-unknown", "low")], id="of an unseen series"
    ),
    pytest.param(
        (*BASIS, _adopted(cites("LSC/Resolution 2.8"), cop="2")),
        _draft(repeals=(repeals("LSC/Resolution 2.8"),)),
        [],
        id="known from another text",
    ),
    pytest.param(
        BASIS, _draft(cites("LSC/Resolution 2.8"), repeals=(repeals("LSC/Resolution 2.8"),)), [], id="recited"
    ),
    pytest.param(
        BASIS, _draft(repeals=(repeals("LSC/Resolution 1.1", "9"),)), [("repeals-unknown", "high")], id="no such one"
    ),
    pytest.param(
        (*BASIS, NEW), _draft(repeals=(repeals("LSC/Resolution 1.1"),)), [("repeals-old-version", "medium")], id="old"
    ),
    pytest.param((*BASIS, NEW), _draft(repeals=(repeals("LSC/Resolution 1.1 (Rev.COP3)"),)), [], id="the newest"),
    pytest.param(BASIS, _draft(repeals=(repeals("LSC/Decision 4.AA"),)), [], id="a number still to be given"),
]


@pytest.mark.parametrize(("others", "document", "expected"), [*CITING, *REPEALING])
def test_citations_and_repeals(
    others: tuple[Document, ...], document: Document, expected: list[tuple[str, str]]
) -> None:
    found = assess(document, build([*others, document]), {})
    assert [(finding.kind, finding.severity) for finding in found] == expected


def test_an_imported_list_makes_a_text_known() -> None:
    draft = _draft(repeals=(repeals("LSC/Resolution 2.99"),))
    assert not assess(draft, build([draft], [Known(symbol="LSC/Resolution 2.99")]), {})


def test_the_message_says_who_did_it_and_when() -> None:
    draft = _draft(cites("LSC/Resolution 1.2"))
    (finding,) = assess(draft, build([*BASIS, draft]), {})
    assert finding.message == (
        "Preambular paragraph 1 cites LSC/Resolution 1.2, which LSC/Resolution 3.5 repealed on 2016-11-04."
    )
    assert finding.evidence["paragraph"] == "o1"


def _operative(*texts: tuple[str, str | None]) -> tuple[Paragraph, ...]:
    return tuple(operative(str(n), text, before=before) for n, (text, before) in enumerate(texts, start=1))


def _pairs(*pairs: tuple[str, str], base: Document = OLD, relation: str = "amended") -> Comparison:
    links = [
        Link(
            draft=tuple(draft.split()),
            prior=tuple(prior.split()),
            document=base.sha256 if prior else None,
            relation=relation if draft and prior else ("new" if draft else "deleted"),  # type: ignore[arg-type]
        )
        for draft, prior in pairs
    ]
    return Comparison(base=base.sha256, links=tuple(links))


# paragraphs of the tracked draft of OLD ('Urges', 'Asks'), links → kinds
MARKING = [
    pytest.param([("Urges all", "Urges"), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], [], id="marked as it is"),
    pytest.param([("Urges all", None), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], ["unmarked-change"], id="silent"),
    pytest.param(
        [("Urges all", "Warns"), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], ["unmarked-change"], id="in part"
    ),
    pytest.param(
        [("Urges", "Urges"), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], ["marked-but-equal"], id="idle marks"
    ),
    pytest.param(
        [("Urges", ""), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], ["marked-but-equal"], id="not new at all"
    ),
    pytest.param([("Urges;", "Urges"), ("Asks", None)], [("o1", "o1"), ("o2", "o2")], [], id="a marked semicolon"),
    pytest.param(
        [("Urges", None), ("Asks", None), ("Also", "")], [("o1", "o1"), ("o2", "o2"), ("o3", "")], [], id="new"
    ),
    pytest.param(
        [("Urges", None), ("Asks", None), ("Also", None)],
        [("o1", "o1"), ("o2", "o2"), ("o3", "")],
        ["unmarked-change"],
        id="silently new",
    ),
    pytest.param([("Urges", None), ("", "Asks")], [("o1", "o1"), ("", "o2"), ("o2", "")], [], id="struck out"),
    pytest.param([("Urges", None)], [("o1", "o1"), ("", "o2")], ["unmarked-change"], id="silently gone"),
    pytest.param(
        [("Asks", ""), ("Urges", None), ("", "Asks")], [("o1", "o2"), ("o2", "o1"), ("o3", "")], [], id="moved"
    ),
]


@pytest.mark.parametrize(("texts", "pairs", "expected"), MARKING)
def test_marks_against_the_text_they_change(
    texts: list[tuple[str, str | None]], pairs: list[tuple[str, str]], expected: list[str]
) -> None:
    draft = make_document("LSC/COP4/Doc.1", "4", *_operative(*texts), draft=True, tracked_changes=True)
    found = assess(draft, build([OLD, draft]), {draft.sha256: _pairs(*pairs)})
    assert [finding.kind for finding in found] == expected


def test_an_orphan_of_a_text_taken_apart_by_paragraph() -> None:
    base = make_document("LSC/Resolution 2.2", "2", *_operative(("A", None), ("B", None), ("C", None)))
    draft = make_document(
        "LSC/COP4/Doc.1", "4", operative("1", "A"), draft=True, repeals=(repeals("LSC/Resolution 2.2", "2"),)
    )
    links = Comparison(base=None, links=_pairs(("o1", "o1"), base=base).links)
    (finding,) = assess(draft, build([base, draft]), {draft.sha256: links})
    assert (finding.kind, finding.target) == ("orphaned-paragraph", "LSC/Resolution 2.2 paragraph 3")


def _rivals(one: str, other: str, **more: object) -> tuple[Finding, ...]:
    first = make_document("LSC/COP4/Doc.1", "4", operative("1", one), draft=True, title="One")
    second = make_document("LSC/COP4/Doc.2", "4", operative("1", other), draft=True, title="Two", **more)
    links = {draft.sha256: _pairs(("o1", "o1"), ("", "o2")) for draft in (first, second)}
    found = find(build([OLD, first, second]), links)
    return tuple(finding for finding in found if finding.kind == "competing-amendments")


RIVALS = [
    pytest.param("Urges all", "Urges some", {}, 2, id="two wordings"),
    pytest.param("Urges all", "Urges all", {}, 0, id="one wording"),
    pytest.param("Urges all", "Urges some", {"session": "5"}, 0, id="two meetings"),
    pytest.param("Urges all", "Urges some", {"symbol": "LSC/COP4/Doc.1/Rev.1"}, 0, id="a draft and its revision"),
]


@pytest.mark.parametrize(("one", "other", "more", "expected"), RIVALS)
def test_two_drafts_of_one_meeting(one: str, other: str, more: dict[str, str], expected: int) -> None:
    assert len(_rivals(one, other, **more)) == expected


def test_a_finding_keeps_its_key_whenever_it_is_computed() -> None:
    draft = _draft(cites("LSC/Resolution 1.2"))
    first = find(build([*BASIS, draft]), {})
    again = find(build([draft, *BASIS, LATER]), {})
    assert [finding.key for finding in first] == [finding.key for finding in again] != []
