"""The whole register of the samples against the gold written by hand: works, events, statuses, findings, lineage."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from antecedent.resolutions.align import trace
from antecedent.resolutions.findings import Comparison, Finding, find
from antecedent.resolutions.findings.wording import place
from antecedent.resolutions.lineage import Node, ancestry, descents
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Event, build
from antecedent.resolutions.register.labels import labels_of
from antecedent.resolutions.status import status
from tests.looks.documents import sample_documents

GOLD: dict[str, Any] = tomllib.loads(
    (Path(__file__).resolve().parent.parent.parent / "samples" / "gold" / "register.toml").read_text("utf-8")
)
DOCUMENTS = sample_documents()
REGISTER = build(DOCUMENTS.values())
NAMES = {document.sha256: name for name, document in DOCUMENTS.items()}
BY_PLACE = list(enumerate(GOLD["statuses"]["at"]))


@pytest.fixture(scope="module")
def comparisons() -> dict[str, Comparison]:
    found: dict[str, Comparison] = {}
    for name, priors in GOLD["priors"].items():
        traced = trace(DOCUMENTS[name], tuple(DOCUMENTS[prior] for prior in priors))
        found[DOCUMENTS[name].sha256] = Comparison(base=traced.base, links=traced.links)
    return found


def test_there_are_enough_samples() -> None:
    assert len(DOCUMENTS) >= 25
    assert {document.session for document in DOCUMENTS.values()} == {"1", "2", "3", "4", "5"}


def test_works_and_versions() -> None:
    found = {
        work.symbol: [
            [version.symbol, version.adopted or "", NAMES.get(version.document or "", "")] for version in work.versions
        ]
        for work in REGISTER.works.values()
        if work.symbol.startswith("LSC/")
    }
    found["LSC/Resolution 4.5"][0][2] = found["LSC/Resolution 4.5"][0][2].rpartition("_")[0]  # whichever language
    assert found == GOLD["works"]


def test_events() -> None:
    assert sorted(map(_told, REGISTER.events)) == sorted(GOLD["events"]["all"])


@pytest.mark.parametrize("symbol", GOLD["statuses"]["of"])
def test_statuses_at_five_dates(symbol: str) -> None:
    found = [status(REGISTER, symbol, date).status for date in GOLD["statuses"]["at"]]
    assert found == GOLD["statuses"]["of"][symbol]


@pytest.mark.parametrize("symbol", GOLD["statuses"]["paragraphs"])
def test_statuses_of_paragraphs(symbol: str) -> None:
    wanted: dict[str, str] = GOLD["statuses"]["paragraphs"][symbol]
    last = GOLD["statuses"]["at"][-1]
    assert {label: status(REGISTER, symbol, last, label).status for label in wanted} == wanted


@pytest.fixture(scope="module")
def findings(comparisons: dict[str, Comparison]) -> tuple[Finding, ...]:
    return find(REGISTER, comparisons)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_findings(name: str, findings: tuple[Finding, ...]) -> None:
    found = [_shown(finding) for finding in findings if finding.document == DOCUMENTS[name].sha256]
    assert sorted(found) == sorted(GOLD["findings"].get(name, []))


@pytest.mark.parametrize("paragraph", GOLD["lineage"])
def test_lineage(paragraph: str, comparisons: dict[str, Comparison]) -> None:
    assert _chain(paragraph, comparisons) == GOLD["lineage"][paragraph]


@pytest.mark.parametrize("paragraph", GOLD["lineage_at_least"])
def test_lineage_over_kinds_of_text(paragraph: str, comparisons: dict[str, Comparison]) -> None:
    assert set(_chain(paragraph, comparisons)) >= set(GOLD["lineage_at_least"][paragraph])


def test_arrival_in_any_order_gives_the_same_register() -> None:
    assert build(reversed(DOCUMENTS.values())) == REGISTER


def _told(event: Event) -> str:
    parts = [event.effect, event.action, event.target]
    if event.paragraphs:
        parts.append(f"[{', '.join(event.paragraphs)}]")
    if event.except_:
        parts.append(f"[except {', '.join(event.except_)}]")
    parts.append(f"by {event.by}")
    return " ".join([*parts, *([f"from {event.date}"] if event.date != event.said else [])])


def _shown(finding: Finding) -> str:
    where = place(REGISTER.documents[finding.document], finding.paragraph) if finding.paragraph else ""
    return f"{finding.severity} {finding.kind}: {where} → {finding.target}"


def _chain(paragraph: str, comparisons: dict[str, Comparison]) -> list[str]:
    name, _, label = paragraph.partition(" ")
    found = ancestry(REGISTER, descents(REGISTER, comparisons), _node(DOCUMENTS[name], label))
    return [f"{station.symbol} {station.label}" for station in found.stations[1:]]


def _node(document: Document, label: str) -> Node:
    labels = labels_of(document)
    found = [one for one, own in labels.items() if own[:1] == (label,)]
    return Node(document.sha256, found[0])
