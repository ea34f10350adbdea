"""The register of real resolutions: successors find their predecessors, citations the texts that they name."""

import json
from pathlib import Path

import pytest

from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import parse
from antecedent.resolutions.predecessor import predecessor
from antecedent.resolutions.register import build, resolve

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def assembly(corpus: Path) -> dict[str, Document]:
    documents = [parse(path.read_bytes(), path.name) for path in sorted((corpus / "unga" / "pdf").glob("*.pdf"))]
    return {document.symbol or document.file: document for document in documents}


def test_every_successor_finds_its_predecessor(corpus: Path, assembly: dict[str, Document]) -> None:
    pairs = json.loads((corpus / "unga" / "pairs.json").read_text(encoding="utf-8"))["renewal"]
    earlier = [document for symbol, document in assembly.items() if symbol.startswith("A/RES/78/")]
    found = {pair["draft"]: predecessor(assembly[pair["draft"]], earlier) for pair in pairs}
    wrong = {pair["draft"]: found[pair["draft"]] for pair in pairs if _symbol(found[pair["draft"]]) != pair["prior"]}
    assert (len(pairs), wrong) == (24, {})


def test_every_citation_of_one_of_them_means_it(corpus: Path, assembly: dict[str, Document]) -> None:
    register = build(assembly.values())
    wrong: list[tuple[str, str]] = []
    for symbol, document in assembly.items():
        linked = json.loads((corpus / "unga" / "citations" / f"{symbol.replace('/', '_')}.json").read_text("utf-8"))
        targets = {link["target"] for link in linked["citations"]} & assembly.keys() - {symbol}
        cited = {citation.symbol for citation in document.citations}
        for target in sorted(targets):
            meaning = resolve(register, target, document.adopted)
            if target not in cited or meaning is None or meaning.version.document != assembly[target].sha256:
                wrong.append((symbol, target))
    assert wrong == []


def _symbol(document: Document | None) -> str | None:
    return document.symbol if document else None
