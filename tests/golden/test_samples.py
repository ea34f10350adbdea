"""The samples come out as their sources say, and their whole JSON as it was when it was last read by a person.

REGENERATE=1 writes the golden files anew (read the difference before it is committed); it may not be left on in CI.
"""

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import Indel

from antecedent.resolutions.align import trace
from antecedent.resolutions.models import Document
from antecedent.resolutions.output import document_json, trace_json
from antecedent.resolutions.pipeline import parse, understand
from samples.typeset import HERE, samples, texts
from tests.looks.text import gold

GOLDEN = Path(__file__).parent
SOURCES = {name: (text, look) for name, text, look in texts()}
DIGITAL = [name for name, (_, look) in SOURCES.items() if look.name != "scanned"]
SCANNED = [name for name in SOURCES if name not in DIGITAL]
REGENERATE = os.environ.get("REGENERATE") == "1"
TRACES = {
    "revision": ("LSC_COP5_Doc.12.2", ["LSC_Resolution_2.3_Rev.COP4"]),
    "one-of-several": ("LSC_COP5_Doc.16", ["LSC_Resolution_3.1", "LSC_Resolution_2.8", "LSC_Resolution_1.2"]),
}


def read(name: str) -> Document:
    return parse((HERE / f"{name}.pdf").read_bytes(), f"{name}.pdf")


def test_golden_files_are_not_regenerated_in_ci() -> None:
    assert not (REGENERATE and os.environ.get("CI"))


@pytest.mark.parametrize("name", DIGITAL)
def test_paragraphs_are_those_of_the_source(name: str) -> None:
    text, _ = SOURCES[name]
    document = read(name)
    assert [_plain(p) for p in _paragraphs(document)] == [_plain(p) for p in gold(text)["paragraphs"]]


@pytest.mark.parametrize("name", DIGITAL)
def test_metadata_are_those_of_the_source(name: str) -> None:
    text, _ = SOURCES[name]
    document = read(name)
    wanted = {key: text.meta.get(key) for key in ("symbol", "language", "status", "adopted")}
    assert {key: getattr(document, key) for key in wanted} == wanted
    assert (document.title or "").casefold() == text.meta["title"].casefold()


@pytest.mark.parametrize("name", DIGITAL)
def test_json_is_as_last_read(name: str) -> None:
    _check(GOLDEN / f"{name}.json", document_json(read(name)))


@pytest.mark.parametrize("name", TRACES)
def test_trace_is_as_last_read(name: str) -> None:
    draft, priors = TRACES[name]
    _check(GOLDEN / "traces" / f"{name}.json", trace_json(trace(read(draft), [read(prior) for prior in priors])))


@pytest.mark.parametrize("name", SCANNED)
def test_scanned_page_reads_nearly_as_its_source(name: str) -> None:
    if not shutil.which("tesseract"):
        assert not os.environ.get("CI"), "tesseract is missing: see .ci/tools"
        pytest.skip("tesseract is not installed")
    from antecedent.resolutions.extract import extract
    from antecedent.runtime.ocr import find_reader

    text, _ = SOURCES[name]
    document = understand(extract((HERE / f"{name}.pdf").read_bytes(), ocr=find_reader()), sha256="0" * 64)
    found = [p.text for p in document.paragraphs]
    likest = {
        p["text"]: max(Indel.normalized_similarity(p["text"], t) for t in found) for p in gold(text)["paragraphs"]
    }
    assert not {text: share for text, share in likest.items() if share < 0.97}


def test_committed_pdfs_are_what_the_sources_give() -> None:
    typeset = dict(samples())
    committed = {path.stem for path in HERE.glob("*.pdf")}
    assert committed == set(typeset)
    stale = [name for name in DIGITAL if (HERE / f"{name}.pdf").read_bytes() != typeset[name]]
    assert not stale, f"run `make samples`: {stale}"


def _paragraphs(document: Document) -> list[dict[str, Any]]:
    order = {p.id: n for n, p in enumerate(document.paragraphs)}
    return [
        {
            "kind": p.kind,
            "number": p.number,
            "depth": p.depth,
            "parent_index": order[p.parent] if p.parent else None,
            "lead": p.lead,
            "text": p.text,
            "before": p.before,
            "footnotes": [{"marker": n.marker, "text": n.text} for n in p.footnotes],
        }
        for p in document.paragraphs
    ]


def _plain(paragraph: dict[str, Any]) -> dict[str, Any]:
    """Whether a space before a stop belongs to the change beside it is not drawn."""
    plain = {key: value for key, value in paragraph.items() if key != "index"}
    if plain["before"] is None:
        return plain
    return plain | {key: re.sub(r" (?=[,;:.])", "", plain[key]) for key in ("text", "before")}


def _check(path: Path, found: dict[str, Any]) -> None:
    rounded = json.loads(json.dumps(found), parse_float=lambda digits: round(float(digits), 1))
    if REGENERATE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(rounded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert rounded == json.loads(path.read_text(encoding="utf-8"))
