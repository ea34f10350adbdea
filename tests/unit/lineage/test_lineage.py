"""Chains of paragraphs over versions, splits, merges and moves to decisions; their pictures; families of works."""

from xml.etree import ElementTree

import pytest

from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.lineage import Node, ancestry, descents, family, to_dot, to_svg
from antecedent.resolutions.models import Link, Paragraph
from antecedent.resolutions.register import build
from tests.convention import cites, make_document, operative, recital, repeals

OLD = make_document("LSC/Resolution 1.1", "1", operative("1", "Urges Parties to look & listen"), operative("2", "Asks"))
MID = make_document("LSC/Resolution 1.1 (Rev.COP3)", "3", operative("1", "Urges"), operative("2", "Asks"))
OTHER = make_document(
    "LSC/Resolution 2.2", "2", recital("Recalling"), operative("7", "Invites"), citations=(cites("LSC/Resolution 1.1"),)
)
DECIDED = Paragraph(id="d1", kind="decision", number="5.AA", text="The Secretariat shall look")
DRAFT = make_document(
    "LSC/COP5/Doc.4", "5", operative("1", "Urges and asks and invites"), DECIDED, draft=True, revises=MID.symbol,
    repeals=(repeals("LSC/Resolution 2.2", "7"),),
)  # fmt: skip


def _link(draft: str, prior: str, document: str, relation: str = "amended", **more: object) -> Link:
    return Link(draft=tuple(draft.split()), prior=tuple(prior.split()), document=document, relation=relation, **more)  # type: ignore[arg-type]


COMPARISONS = {
    MID.sha256: Comparison(
        base=OLD.sha256, links=(_link("o1", "o1", OLD.sha256), _link("o2", "o2", OLD.sha256, "unchanged"))
    ),
    DRAFT.sha256: Comparison(
        base=MID.sha256,
        links=(
            _link("o1", "o1 o2", MID.sha256, "merged"),
            _link("o1", "o7", OTHER.sha256),
            _link("d1", "o1", MID.sha256, moved=True),
        ),
    ),
}
REGISTER = build([DRAFT, OTHER, MID, OLD])
STEPS = descents(REGISTER, COMPARISONS)
# the asked paragraph → (symbol, label) of all that it comes from
CHAINS = [
    pytest.param(
        Node(DRAFT.sha256, "o1"),
        [
            ("LSC/COP5/Doc.4", "1"),
            ("LSC/Resolution 1.1 (Rev.COP3)", "1"),
            ("LSC/Resolution 1.1 (Rev.COP3)", "2"),
            ("LSC/Resolution 2.2", "7"),
            ("LSC/Resolution 1.1", "1"),
            ("LSC/Resolution 1.1", "2"),
        ],
        id="merged from two and a third",
    ),
    pytest.param(
        Node(MID.sha256, "o2"), [("LSC/Resolution 1.1 (Rev.COP3)", "2"), ("LSC/Resolution 1.1", "2")], id="kept"
    ),
    pytest.param(Node(OLD.sha256, "o1"), [("LSC/Resolution 1.1", "1")], id="the first text"),
]


@pytest.mark.parametrize(("node", "expected"), CHAINS)
def test_a_paragraph_is_followed_to_its_beginnings(node: Node, expected: list[tuple[str, str]]) -> None:
    found = ancestry(REGISTER, STEPS, node)
    assert [(station.symbol, station.label) for station in found.stations] == expected


def test_a_move_from_a_resolution_to_a_decision_is_told() -> None:
    (step,) = STEPS[Node(DRAFT.sha256, "d1")]
    assert (step.crossed, step.moved) == (True, True)


def test_a_circle_is_walked_once() -> None:
    round_about = {
        OLD.sha256: Comparison(base=None, links=(_link("o1", "o1", MID.sha256),)),
        MID.sha256: Comparison(base=None, links=(_link("o1", "o1", OLD.sha256),)),
    }
    found = ancestry(REGISTER, descents(REGISTER, round_about), Node(OLD.sha256, "o1"))
    assert len(found.stations) == 2
    assert ElementTree.fromstring(to_svg(found)).tag.endswith("svg")


def test_the_picture_has_a_box_a_paragraph_and_a_line_a_step() -> None:
    found = ancestry(REGISTER, STEPS, Node(DRAFT.sha256, "o1"))
    picture = ElementTree.fromstring(to_svg(found))
    assert len(picture.findall(".//{*}rect")) == len(found.stations) == 6
    assert len(picture.findall(".//{*}path")) == len(found.steps) == 5
    assert "look & listen" in "".join(picture.itertext())
    heads = [text.text for text in picture.findall("./{*}text[@font-weight='600']")]
    assert heads[0] in ("LSC/Resolution 1.1", "LSC/Resolution 2.2")
    assert heads[-1] == "LSC/COP5/Doc.4"


def test_dot_names_every_station_and_step() -> None:
    dot = to_dot(ancestry(REGISTER, STEPS, Node(MID.sha256, "o2")))
    assert '[label="LSC/Resolution 1.1 2"]' in dot
    assert 'n1 -> n0 [label="unchanged"]' in dot


def test_the_family_of_a_work() -> None:
    ties = {(one.tie, one.by, one.to, one.effect) for one in family(REGISTER, REGISTER.works["lsc/resolution 1.1"])}
    assert ties == {
        ("revises", "LSC/Resolution 1.1 (Rev.COP3)", "LSC/Resolution 1.1", "adopted"),
        ("revises", "LSC/COP5/Doc.4", "LSC/Resolution 1.1 (Rev.COP3)", "proposed"),
        ("repeals", "LSC/COP5/Doc.4", "LSC/Resolution 2.2", "proposed"),
        ("cites", "LSC/Resolution 2.2", "LSC/Resolution 1.1", None),
    }
