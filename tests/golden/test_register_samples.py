"""The whole register of the samples against the gold written by hand: works, events, statuses, findings, lineage.

Twice: from the samples' sources, and from their PDFs through the whole core, which is what users get.
"""

import os
import shutil
import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from antecedent.resolutions.align import trace
from antecedent.resolutions.extract import extract
from antecedent.resolutions.findings import Comparison, Finding, find
from antecedent.resolutions.findings.wording import place
from antecedent.resolutions.lineage import Node, ancestry, descents
from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import understand
from antecedent.resolutions.register import Event, Register, build
from antecedent.resolutions.register.labels import labels_of
from antecedent.resolutions.status import status
from antecedent.runtime.ocr import find_reader
from samples.typeset import texts
from tests.looks.documents import sample_documents

SAMPLES = Path(__file__).resolve().parent.parent.parent / "samples"
GOLD: dict[str, Any] = tomllib.loads((SAMPLES / "gold" / "register.toml").read_text("utf-8"))
SOURCES = sample_documents()
SCANNED = [name for name, _, look in texts() if look.name == "scanned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """The samples by name, and all that is computed from them."""

    documents: dict[str, Document]
    register: Register
    comparisons: dict[str, Comparison]
    findings: tuple[Finding, ...]

    @property
    def names(self) -> dict[str, str]:
        return {document.sha256: name for name, document in self.documents.items()}


@pytest.fixture(scope="module", params=["sources", "pdfs"])
def samples(request: pytest.FixtureRequest) -> Samples:
    documents = SOURCES if request.param == "sources" else _read()
    register, comparisons = build(documents.values()), dict[str, Comparison]()
    for name, priors in GOLD["priors"].items():
        traced = trace(documents[name], tuple(documents[prior] for prior in priors))
        comparisons[documents[name].sha256] = Comparison(base=traced.base, links=traced.links)
    found = find(register, comparisons)
    return Samples(documents=documents, register=register, comparisons=comparisons, findings=found)


def _read() -> dict[str, Document]:
    """The PDFs; scanned ones by OCR, or where there is none (never in CI) from their sources."""
    reader = find_reader() if shutil.which("tesseract") else None
    assert reader or not os.environ.get("CI"), "tesseract is missing: see .ci/tools"
    documents = dict(SOURCES)
    for name in SOURCES:
        if reader is None and name in SCANNED:
            print(f"{name} from its source: tesseract is not installed")
            continue
        data = (SAMPLES / f"{name}.pdf").read_bytes()
        documents[name] = understand(extract(data, ocr=reader), sha256=sha256(data).hexdigest(), file=f"{name}.pdf")
    return documents


def test_there_are_enough_samples(samples: Samples) -> None:
    assert len(samples.documents) >= 25
    assert {document.session for document in samples.documents.values()} == {"1", "2", "3", "4", "5"}


def test_works_and_versions(samples: Samples) -> None:
    names = samples.names
    found = {
        work.symbol: [
            [version.symbol, version.adopted or "", names.get(version.document or "", "")] for version in work.versions
        ]
        for work in samples.register.works.values()
        if work.symbol.startswith("LSC/")
    }
    found["LSC/Resolution 4.5"][0][2] = found["LSC/Resolution 4.5"][0][2].rpartition("_")[0]  # whichever language
    assert found == GOLD["works"]


def test_events(samples: Samples) -> None:
    assert sorted(map(_told, samples.register.events)) == sorted(GOLD["events"]["all"])


@pytest.mark.parametrize("symbol", GOLD["statuses"]["of"])
def test_statuses_at_five_dates(symbol: str, samples: Samples) -> None:
    found = [status(samples.register, symbol, date).status for date in GOLD["statuses"]["at"]]
    assert found == GOLD["statuses"]["of"][symbol]


@pytest.mark.parametrize("symbol", GOLD["statuses"]["paragraphs"])
def test_statuses_of_paragraphs(symbol: str, samples: Samples) -> None:
    wanted: dict[str, str] = GOLD["statuses"]["paragraphs"][symbol]
    last = GOLD["statuses"]["at"][-1]
    assert {label: status(samples.register, symbol, last, label).status for label in wanted} == wanted


@pytest.mark.parametrize("name", SOURCES)
def test_findings(name: str, samples: Samples) -> None:
    document = samples.documents[name]
    found = [_shown(document, finding) for finding in samples.findings if finding.document == document.sha256]
    assert sorted(found) == sorted(GOLD["findings"].get(name, []))


@pytest.mark.parametrize("paragraph", GOLD["lineage"])
def test_lineage(paragraph: str, samples: Samples) -> None:
    assert _chain(paragraph, samples) == GOLD["lineage"][paragraph]


@pytest.mark.parametrize("paragraph", GOLD["lineage_at_least"])
def test_lineage_over_kinds_of_text(paragraph: str, samples: Samples) -> None:
    assert set(_chain(paragraph, samples)) >= set(GOLD["lineage_at_least"][paragraph])


def test_arrival_in_any_order_gives_the_same_register(samples: Samples) -> None:
    assert build(reversed(samples.documents.values())) == samples.register


def _told(event: Event) -> str:
    parts = [event.effect, event.action, event.target]
    if event.paragraphs:
        parts.append(f"[{', '.join(event.paragraphs)}]")
    if event.except_:
        parts.append(f"[except {', '.join(event.except_)}]")
    parts.append(f"by {event.by}")
    return " ".join([*parts, *([f"from {event.date}"] if event.date != event.said else [])])


def _shown(document: Document, finding: Finding) -> str:
    where = place(document, finding.paragraph) if finding.paragraph else ""
    return f"{finding.severity} {finding.kind}: {where} → {finding.target}"


def _chain(paragraph: str, samples: Samples) -> list[str]:
    name, _, label = paragraph.partition(" ")
    found = ancestry(
        samples.register, descents(samples.register, samples.comparisons), _node(samples.documents[name], label)
    )
    return [f"{station.symbol} {station.label}" for station in found.stations[1:]]


def _node(document: Document, label: str) -> Node:
    labels = labels_of(document)
    found = [one for one, own in labels.items() if own[:1] == (label,)]
    return Node(document.sha256, found[0])
