"""Files → documents: what could be read, and what was rejected and why, in the order given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document
from antecedent.resolutions.output import Json, document_json, rejected_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One file: a document, or the reason that there is none."""

    path: Path
    sha256: str | None
    document: Document | None = None
    rejected: Rejected | None = None

    def json(self) -> Json:
        if self.document:
            return document_json(self.document)
        assert self.rejected
        return rejected_json(self.path.name, self.sha256, self.rejected)


def read_all(paths: Iterable[Path]) -> Iterator[Reading]:
    for path in paths:
        yield read(path)


def read(path: Path) -> Reading:
    from antecedent.resolutions.pipeline import parse

    data = path.read_bytes()
    digest = sha256(data).hexdigest()
    try:
        return Reading(path=path, sha256=digest, document=parse(data, path.name))
    except Rejected as error:
        return Reading(path=path, sha256=digest, rejected=error)
