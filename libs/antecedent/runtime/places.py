"""Watched places: S3 buckets and folders through one library. A listing is the truth; events only make it fast."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import obstore
from obstore.store import ObjectStore

from antecedent.resolutions.extract.limits import TAIL, is_whole

TEMPORARY = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".swp", ".filepart")
BRIEF_REST = 0.4  # seconds without a change that a file ending in %%EOF must have rested


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file of a place as a listing shows it; the mark changes when the file or its sidecar does."""

    key: str
    size: int
    mark: str
    modified: datetime
    sidecar: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a file holds; `data` is None where it is longer than may be kept."""

    sha256: str
    size: int
    data: bytes | None
    complete: bool  # ends as a PDF does
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """One watched place, such as s3://drafts/incoming/ or file:///srv/drop."""

    url: str
    store: ObjectStore

    @property
    def prefix(self) -> str:
        return self.url.rstrip("/") + "/"

    @property
    def folder(self) -> str | None:
        """The path of a local or mounted folder, None for a bucket."""
        return self.url.removeprefix("file://") if self.url.startswith("file:") else None

    def source(self, key: str) -> str:
        return self.prefix + key

    def key_in_bucket(self, bucket: str, key: str) -> str | None:
        """The key within this place of an object of a bucket; None when it lies elsewhere."""
        parts = urlsplit(self.prefix)
        inside = parts.path.lstrip("/")
        return key.removeprefix(inside) if parts.netloc == bucket and key.startswith(inside) else None

    async def listing(self) -> list[Seen]:
        """All files that are documents, with the sidecars they have."""
        metas = [meta async for batch in _batches(self.store) for meta in batch]
        return pair([(str(m["path"]), int(m["size"]), m["e_tag"], m["last_modified"]) for m in metas])

    async def one(self, key: str) -> Seen | None:
        """One file as `listing` would show it; None when it is gone."""
        found = [(key, await self._head(key)), *[(name, await self._head(name)) for name in sidecars(key)]]
        rows = [(name, int(m["size"]), m["e_tag"], m["last_modified"]) for name, m in found if m is not None]
        return next((seen for seen in pair(rows) if seen.key == key), None)

    async def read(self, key: str, longest: int) -> Content:
        """Streams the file; raises FileNotFoundError when it is gone meanwhile."""
        answer = await obstore.get_async(self.store, key)
        digest, kept, size, tail = hashlib.sha256(), bytearray(), 0, b""
        async for chunk in answer.stream():
            part = bytes(chunk)
            digest.update(part)
            size += len(part)
            tail = (tail + part)[-TAIL:]
            if size <= longest:
                kept += part
        attributes = {str(name).lower(): str(value) for name, value in dict(answer.attributes).items()}
        return Content(
            sha256=digest.hexdigest(),
            size=size,
            data=bytes(kept) if size <= longest else None,
            complete=is_whole(tail),
            attributes=attributes,
        )

    async def _head(self, key: str) -> Any:
        try:
            return await obstore.head_async(self.store, key)
        except FileNotFoundError:
            return None


def pair(found: list[tuple[str, int, str | None, datetime]]) -> list[Seen]:
    """Files with their sidecars; hidden, temporary and sidecar names are no documents."""
    by_name = {row[0]: row for row in found}
    documents: list[Seen] = []
    for key, size, etag, modified in found:
        if not is_document(key):
            continue
        beside = next((name for name in sidecars(key) if name in by_name), None)
        mark = f"{etag}+{by_name[beside][2]}" if beside else str(etag)
        documents.append(Seen(key=key, size=size, mark=mark, modified=modified, sidecar=beside))
    return documents


def sidecars(key: str) -> tuple[str, str]:
    """Where a document's metadata may lie: 'a.pdf.json', else 'a.json'."""
    path = PurePosixPath(key)
    return f"{key}.json", str(path.with_suffix(".json")) if path.suffix else f"{key}.json"


def documents_of(key: str) -> tuple[str, ...]:
    """The files that a changed name concerns: itself, or the document beside a sidecar."""
    if not key.endswith(".json"):
        return (key,)
    stem = key.removesuffix(".json")
    return (stem, f"{stem}.pdf", f"{stem}.PDF")


def is_document(key: str) -> bool:
    name = PurePosixPath(key).name
    hidden = any(part.startswith(".") for part in PurePosixPath(key).parts) or name.startswith("~")
    return not hidden and not name.lower().endswith((*TEMPORARY, ".json"))


def still_to_rest(seen: Seen, complete: bool, now: datetime, rest: float) -> float:
    """Seconds that a local file must still rest before it counts as written; 0 when it does."""
    age = (now - seen.modified.astimezone(UTC)).total_seconds()
    return max(0.0, (min(rest, BRIEF_REST) if complete else rest) - age)


async def _batches(store: ObjectStore) -> AsyncIterator[Any]:
    async for batch in obstore.list(store):  # pyright: ignore[reportUnknownMemberType]
        yield batch
