"""Real and invented resolutions of a dozen bodies as Akoma Ntoso: valid, and read back as they were."""

from pathlib import Path

import pytest
from lxml import etree

from antecedent.resolutions.akn import from_akn, to_akn
from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import parse

pytestmark = pytest.mark.corpus
SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schema" / "akomantoso30.xsd"))


def test_every_document_is_valid_and_comes_back(corpus: Path) -> None:
    paths = [*sorted((corpus / "repeals" / "pdf").glob("*.pdf")), *sorted((corpus / "cms").glob("*.pdf"))]
    wrong: dict[str, str] = {}
    for path in paths:
        document = parse(path.read_bytes(), path.name)
        data = to_akn(document)
        if not SCHEMA.validate(etree.fromstring(data)):
            wrong[path.name] = str(SCHEMA.error_log.last_error)
        elif _paragraphs(from_akn(data)) != _paragraphs(document):
            wrong[path.name] = "not the same back"
        elif _tables(from_akn(data)) != _tables(document):
            wrong[path.name] = "not the same tables"
    assert len(paths) >= 17
    assert wrong == {}


def _paragraphs(document: Document) -> list[tuple[str | None, ...]]:
    return [(one.kind, one.number, _plain(one.text), _plain(one.before)) for one in document.paragraphs]


def _tables(document: Document) -> list[list[str | None]]:
    tables = [[_plain(cell.text) for cell in one.table.cells if cell.text.strip()] for one in document.tables]
    return [cells for cells in tables if cells]


def _plain(text: str | None) -> str | None:
    return None if text is None else " ".join(text.split())
