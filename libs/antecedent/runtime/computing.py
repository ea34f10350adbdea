"""The stages' work as functions that a sandbox's process finds by name; nothing is imported before it is called."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document, Link
from antecedent.runtime.sandbox import Sandbox

if TYPE_CHECKING:
    from antecedent.resolutions.align.seeing import Sighting
    from antecedent.store.search import ParagraphSearch


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """Recorded lines, and how many pages they are from."""

    recording: bytes
    pages: int


def extracted(data: bytes) -> Extracted:
    """PDF → recorded lines; pictures of pages are read where tesseract is installed. Raises Rejected."""
    from antecedent.resolutions.extract import extract
    from antecedent.resolutions.recording import dump_extraction
    from antecedent.runtime.ocr import find_reader

    extraction = extract(data, ocr=find_reader())
    return Extracted(recording=dump_extraction(extraction), pages=len(extraction.pages))


def understood(recording: bytes, sha256: str, file: str) -> Document:
    """Recorded lines → document with its citations and repeals."""
    from antecedent.resolutions.pipeline import understand
    from antecedent.resolutions.recording import load_extraction

    return understand(load_extraction(recording), sha256=sha256, file=file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A trace without its documents, which the asker has."""

    base: str | None
    links: tuple[Link, ...]


def traced(draft: Document, priors: Sequence[Document]) -> Traced:
    """A draft's links to its priors."""
    from antecedent.resolutions.align import trace

    found = trace(draft, priors)
    return Traced(base=found.base, links=found.links)


def looked(folder: Path, commits: int, texts: Sequence[str], without: str) -> "list[list[Sighting]]":
    """Paragraphs like each of the texts, in an index that the asker has committed so many times."""
    from antecedent.store.elsewhere import look_at

    return look_at(_searching(folder).after(commits), texts, without)


@dataclass(slots=True)
class _Searching:
    """An index that stays open from call to call."""

    search: "ParagraphSearch"
    commits: int = -1

    def after(self, commits: int) -> "ParagraphSearch":
        if self.commits != commits:
            self.search.refresh()
            self.commits = commits
        return self.search


@cache
def _searching(folder: Path) -> _Searching:
    from antecedent.store.search import ParagraphSearch

    return _Searching(ParagraphSearch(folder))


async def warm(sandbox: Sandbox[Any], *nothing: Any) -> None:
    """Starts a process of the sandbox and its imports before the first document waits for them."""
    with suppress(Rejected):
        await sandbox.run_async(*nothing)
