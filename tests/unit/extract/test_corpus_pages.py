"""What the fast source reads is what pdfium reads, and each broken file ends in a document or a code."""

import time
import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import Limits, extract
from antecedent.resolutions.models import Extraction
from antecedent.runtime.sandbox import Sandbox

CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"needs the corpus in {CORPUS.name} beside the repository"),
]
SAMPLES = [
    "unga/pdf/A_RES_78_1*.pdf",
    "hrc/pdf/*/A_HRC_RES_54_3*.pdf",
    "lineage/pdf/d0[1-4]*.pdf",
    "repeals/pdf/[!U]*.pdf",
]


def printed(text: str) -> Counter[str]:
    """Characters that are printed, hyphens apart: libraries differ on those that break words."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(c for c in plain if not c.isspace() and c not in "-\u2010\u00ad\u0002\ufffe\ufffd")


def read(extraction: Extraction, page: int) -> str:
    lines = [line.text for line in extraction.lines if line.page == page]
    return " ".join(lines + [cell.text for table in extraction.tables for cell in table.cells if cell.page == page])


@pytest.mark.parametrize("pattern", SAMPLES)
def test_no_character_is_missing_and_none_is_added(pattern: str) -> None:
    for path in sorted(CORPUS.glob(pattern)):
        data = path.read_bytes()
        extraction, other = extract(data), pypdfium2.PdfDocument(data)
        for number in range(len(other)):
            ours, theirs = printed(read(extraction, number + 1)), printed(other[number].get_textpage().get_text_range())
            assert (ours - theirs, theirs - ours) == (Counter(), Counter()), f"{path.name}, page {number + 1}"


def test_a_document_reads_the_same_whatever_was_read_before_it() -> None:
    paths = sorted(CORPUS.glob("unga/pdf/*.pdf"))[:6]
    first = [extract(path.read_bytes()) for path in paths]
    again = [extract(path.read_bytes()) for path in reversed(paths)]
    assert first == again[::-1]


def test_each_broken_file_ends_in_a_document_or_in_a_code_and_soon() -> None:
    codes: Counter[str] = Counter()
    with Sandbox(extract, limits=Limits(seconds=10, memory=500_000_000)) as sandbox:
        for path in sorted(CORPUS.glob("torture/*.pdf")):
            started = time.monotonic()
            try:
                sandbox.run(path.read_bytes())
                codes["document"] += 1
            except Rejected as error:
                codes[error.code if error.reason.endswith(".") else "no sentence"] += 1
            assert time.monotonic() - started < 10, path.name
    print(dict(codes))
    assert codes["document"] > 50
    assert not codes["timeout"] + codes["memory"] + codes["no sentence"]
