"""Mentions in real texts: each span prints what it cites, in three languages."""

import json
from pathlib import Path

import pytest

from antecedent.resolutions.citations import cite
from antecedent.resolutions.models import Document, Footnote, Paragraph

pytestmark = pytest.mark.corpus


def _document(gold: Path) -> Document:
    data = json.loads(gold.read_text())
    paragraphs = tuple(
        Paragraph(
            id=str(index),
            kind=entry["kind"],
            text=entry["text"],
            footnotes=tuple(
                Footnote(marker=str(mark), text=note["text"]) for mark, note in enumerate(entry["footnotes"], 1)
            ),
        )
        for index, entry in enumerate(data["paragraphs"])
    )
    return Document(
        sha256="0" * 64, symbol=data["symbol"], body="HRC", session=str(data["session"]), paragraphs=paragraphs
    )


# The floors are just under a count of numbers and symbols by shape alone, laws of States left out.
@pytest.mark.parametrize(("language", "at_least"), [("en", 780), ("fr", 165), ("es", 165)])
def test_spans_and_certainty(corpus: Path, language: str, at_least: int) -> None:
    seen = 0
    unsure: list[str] = []
    for gold in sorted((corpus / "hrc" / "gold" / language).glob("*.json")):
        document = cite(_document(gold))
        texts = {(one.id, None): one.text for one in document.paragraphs}
        texts |= {(one.id, note.marker): note.text for one in document.paragraphs for note in one.footnotes}
        for citation in document.citations:
            text = texts[citation.paragraph or "", citation.footnote]
            assert text[citation.start : citation.end] == citation.printed
            seen += 1
            unsure += [citation.printed] if citation.symbol is None else []
    assert seen >= at_least
    assert len(unsure) <= seen * 0.005, unsure
