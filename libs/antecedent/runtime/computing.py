"""The stages' work as functions that a sandbox's process finds by name; nothing is imported before it is called."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document, Link
from antecedent.runtime.sandbox import Sandbox


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


async def warm(sandbox: Sandbox[Any], *nothing: Any) -> None:
    """Starts a process of the sandbox and its imports before the first document waits for them."""
    with suppress(Rejected):
        await sandbox.run_async(*nothing)
