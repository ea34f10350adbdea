"""Ingest: a file becomes a kept document, a kept document becomes kept lines."""

import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from antecedent.contracts.events import DocumentExtracted, DocumentReceived
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import DEFAULT, EXTRACTOR_VERSION, Limits
from antecedent.runtime.broker import Events
from antecedent.runtime.computing import Extracted
from antecedent.runtime.delivery import Transient
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.places import Content, Place, Seen, still_to_rest
from antecedent.runtime.sandbox import Sandbox
from antecedent.store import queries
from antecedent.store.blobs import Blobs, document_name, extraction_name
from antecedent.store.engine import SessionMaker

STATED = ("symbol", "title", "body", "status", "date", "language", "session")


@dataclass(kw_only=True)
class Ingest:
    """What the handlers work with; made in app.py."""

    session: SessionMaker
    blobs: Blobs
    events: Events
    fate: Fate
    sandbox: Sandbox[Extracted]
    metrics: Metrics
    rest: float = 5.0
    limits: Limits = DEFAULT

    async def look(self, place: Place, key: str) -> float:
        """Takes a file in if it is new or changed; gives the seconds after which to look again, 0 for never."""
        seen = await place.one(key)
        if seen is None:
            async with self.session.begin() as session:
                await queries.source_deleted(session, place.source(key))
            return 0.0
        return await self.take(place, seen)

    async def take(self, place: Place, seen: Seen) -> float:
        """`look` for a file that a listing showed."""
        if place.folder is not None and (wait := still_to_rest(seen, True, datetime.now(UTC), self.rest)):
            return wait  # while it is written it is not read
        try:
            content = await place.read(seen.key, self.limits.bytes)
            stated = stated_of(content.attributes) | await self._sidecar(place, seen)
        except FileNotFoundError:
            return 0.1
        if place.folder is not None:
            if wait := still_to_rest(seen, content.complete, datetime.now(UTC), self.rest):
                return wait
            if content.size != seen.size:
                return 0.1
        await self.arrived(place.source(seen.key), seen.mark, content, stated or None)
        return 0.0

    async def arrived(self, url: str, mark: str, content: Content, stated: dict[str, Any] | None) -> None:
        """Keeps bytes and place, then says so; a content known under another name only gets one more place."""
        if content.data is not None:
            await self.blobs.put(document_name(content.sha256), content.data)
        async with self.session.begin() as session:
            known = await queries.document_state(session, content.sha256)
            name = PurePosixPath(url).name
            await queries.receive_document(session, content.sha256, file=name, size=content.size, stated=stated)
            await queries.register_source(session, url, content.sha256, etag=mark, size=content.size)
        if known is None:
            self.metrics.documents.labels("received", "done").inc()
        if known is None or known.state == "received" or (stated is not None and stated != known.stated):
            await self.events.publish(DocumentReceived(document=content.sha256, size=content.size, source=url))

    async def extract(self, event: DocumentReceived) -> None:
        """received → extracted, or rejected; lines that this version kept already serve again."""
        async with self.session() as session:
            kept = await queries.load_extraction_blob(session, event.document, EXTRACTOR_VERSION)
        if kept is not None:
            await self.events.publish(
                DocumentExtracted(document=event.document, extractor_version=kept.version, pages=kept.pages)
            )
            return
        try:
            await self._extract_anew(event)
        except Rejected as error:
            await self.fate.reject(event.document, "extracted", error.code, error.reason)

    async def _extract_anew(self, event: DocumentReceived) -> None:
        self.limits.check_bytes(event.size)
        began = time.perf_counter()
        lines = await self.sandbox.run_async(await self._bytes(event.document))
        name = extraction_name(event.document, EXTRACTOR_VERSION)
        await self.blobs.put(name, lines.recording)
        async with self.session.begin() as session:
            await queries.save_extraction(session, event.document, EXTRACTOR_VERSION, name, pages=lines.pages)
            await queries.record_stage(session, event.document, "extracted", version=EXTRACTOR_VERSION)
        self.metrics.seconds.labels("extracted").observe(time.perf_counter() - began)
        self.metrics.pages.inc(lines.pages)
        self.metrics.documents.labels("extracted", "done").inc()
        await self.events.publish(
            DocumentExtracted(document=event.document, extractor_version=EXTRACTOR_VERSION, pages=lines.pages)
        )

    async def _bytes(self, sha256: str) -> bytes:
        try:
            return await self.blobs.get(document_name(sha256))
        except KeyError as error:
            raise Transient(f"the bytes of {sha256} are not there yet") from error

    async def _sidecar(self, place: Place, seen: Seen) -> dict[str, Any]:
        if seen.sidecar is None:
            return {}
        content = await place.read(seen.sidecar, 1_000_000)
        try:
            found: object = json.loads(content.data or b"{}")
        except ValueError:
            return {}
        return stated_of(found) if isinstance(found, dict) else {}


def stated_of(found: dict[str, Any]) -> dict[str, Any]:
    """What somebody states about a document, out of object metadata or a sidecar."""
    return {name: found[name] for name in STATED if isinstance(found.get(name), str) and found[name].strip()}
