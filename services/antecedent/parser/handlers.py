"""Parser: kept lines become paragraphs, citations and repeals in the database."""

import time
from collections import Counter
from dataclasses import dataclass

from antecedent.contracts.events import DocumentExtracted, DocumentParsed
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document
from antecedent.resolutions.stating import state_over
from antecedent.resolutions.structure import PARSER_VERSION
from antecedent.runtime.broker import Events
from antecedent.runtime.delivery import Permanent, Transient
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.sandbox import Sandbox
from antecedent.store import queries
from antecedent.store.blobs import Blobs
from antecedent.store.engine import SessionMaker


@dataclass(kw_only=True)
class Parser:
    """What the handler works with; made in app.py."""

    session: SessionMaker
    blobs: Blobs
    events: Events
    fate: Fate
    sandbox: Sandbox[Document]
    metrics: Metrics

    async def parse(self, event: DocumentExtracted) -> None:
        """extracted → parsed, or rejected where the work goes over its bounds."""
        began = time.perf_counter()
        recording, file, stated = await self._gather(event)
        try:
            document = state_over(await self.sandbox.run_async(recording, event.document, file), stated)
        except Rejected as error:
            await self.fate.reject(event.document, "parsed", error.code, error.reason)
            return
        await self._apply(document)
        self._count(document, time.perf_counter() - began)

    async def _gather(self, event: DocumentExtracted) -> tuple[bytes, str, dict[str, object] | None]:
        async with self.session() as session:
            row = await queries.document_state(session, event.document)
            kept = await queries.load_extraction_blob(session, event.document, event.extractor_version)
        if row is None or kept is None:
            raise Permanent(f"nothing is kept of {event.document} by extractor {event.extractor_version}")
        try:
            return await self.blobs.get(kept.blob), row.file, row.stated
        except KeyError as error:
            raise Transient(f"the lines of {event.document} are not there yet") from error

    async def _apply(self, document: Document) -> None:
        async with self.session.begin() as session:
            row = await queries.lock_document(session, document.sha256)
            if await queries.save_document(session, document, version=PARSER_VERSION, held=row):
                await queries.record_stage(session, document.sha256, "parsed", version=PARSER_VERSION, held=row)
        await self.events.publish(
            DocumentParsed(
                document=document.sha256,
                parser_version=PARSER_VERSION,
                symbol=document.symbol,
                status=document.status,
                paragraphs=len(document.paragraphs),
            )
        )

    def _count(self, document: Document, seconds: float) -> None:
        self.metrics.seconds.labels("parsed").observe(seconds)
        self.metrics.documents.labels("parsed", "done").inc()
        for kind, number in Counter(paragraph.kind for paragraph in document.paragraphs).items():
            self.metrics.paragraphs.labels(kind).inc(number)
        self.metrics.citations.inc(len(document.citations))
        self.metrics.unresolved.inc(sum(citation.symbol is None for citation in document.citations))
