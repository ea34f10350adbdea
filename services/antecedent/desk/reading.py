"""Files → documents, in the order given: what could be read, and what was rejected and why."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import file_digest
from pathlib import Path

import click

from antecedent.desk.working import Worked, work
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.limits import DEFAULT, Limits
from antecedent.resolutions.models import Document
from antecedent.resolutions.output import Json, document_json, rejected_json
from antecedent.runtime.sandbox import Sandbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file: a document, or the reason that there is none."""

    path: Path
    sha256: str
    size: int = 0
    worked: Worked | None = None
    rejected: Rejected | None = None

    @property
    def document(self) -> Document | None:
        return self.worked.document if self.worked else None

    def json(self) -> Json:
        if self.document:
            return document_json(self.document)
        assert self.rejected
        return rejected_json(self.path.name, self.sha256, self.rejected)


def read_all(
    paths: Iterable[Path], *, jobs: int = 1, keep: bool = False, limits: Limits = DEFAULT
) -> Iterator[Reading]:
    """Reads over `jobs` processes. A file that hangs, crashes or eats memory is one rejected file, no more."""
    files = list(paths)
    workers = max(1, min(jobs, len(files)))
    with Sandbox(partial(work, keep=keep), limits=limits, workers=workers) as sandbox:
        pool = ThreadPoolExecutor(workers)
        try:
            yield from pool.map(partial(_read, sandbox), files)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def pdfs(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and the PDFs under folders by name; hidden ones are left out."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*.[pP][dD][fF]")) if path.is_dir() else [path]
        found += [file for file in inside if file == path or not file.name.startswith(".")]
    if not found:
        raise click.UsageError(f"No PDF in {', '.join(str(path) for path in paths)}.")
    return found


def within(seconds: float | None, megabytes: int | None) -> Limits:
    """The usual limits, but for what was asked."""
    limits = replace(DEFAULT, seconds=seconds) if seconds else DEFAULT
    return replace(limits, memory=megabytes * 1_000_000) if megabytes else limits


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def identify(path: Path) -> Reading:
    """A file's hash and size, nothing more."""
    with path.open("rb") as file:
        return Reading(path=path, sha256=file_digest(file, "sha256").hexdigest(), size=os.fstat(file.fileno()).st_size)


def _read(sandbox: Sandbox[Worked], path: Path) -> Reading:
    reading = identify(path)
    try:
        return replace(reading, worked=sandbox.run(str(path)))
    except Rejected as error:
        return replace(reading, rejected=error)
    except RuntimeError as error:  # a mistake of ours in one document must not cost the others
        reason = f"Antecedent failed on it ({error}). Please report it with the file."
        return replace(reading, rejected=Rejected("failed", reason))
