"""The sweep: documents that got stuck are driven again, and the gauges of the whole are set."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from antecedent.contracts.events import DocumentExtracted, DocumentParsed, DocumentReceived, Event
from antecedent.contracts.topics import INGEST, LINKER, PARSER, topic_of
from antecedent.runtime.broker import Events
from antecedent.runtime.delivery import TRANSIENT
from antecedent.runtime.fate import Fate
from antecedent.runtime.kafka import Passed, passed
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.settings import WatchSettings
from antecedent.store import queries, states
from antecedent.store.engine import SessionMaker
from antecedent.store.stages import Stage
from antecedent.store.tables import DocumentRow

log = logger(__name__)
GAUGE_SECONDS = 5.0

# State → the event that drives it on, the group that handles it, the stage that is due.
DRIVES: dict[str, tuple[type[Event], str, Stage]] = {
    "received": (DocumentReceived, INGEST, "extracted"),
    "extracted": (DocumentExtracted, PARSER, "parsed"),
    "parsed": (DocumentParsed, LINKER, "linked"),
}
STUCK = "It was driven {n} times and did not get past this stage. Look at the service's log, then reprocess it."


@dataclass(kw_only=True)
class Sweep:
    """Finds documents that wait although their group has passed what was published when they came to wait."""

    settings: WatchSettings
    session: SessionMaker
    events: Events
    fate: Fate
    metrics: Metrics

    async def sweep(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(min(self.settings.sweep_seconds, self.settings.stuck_seconds))
            try:
                await self.once()
            except TRANSIENT as error:
                log.warning("the sweep did not get through", error=repr(error))

    async def once(self) -> int:
        """Drives what is stuck; gives how many."""
        before = datetime.now(UTC) - timedelta(seconds=self.settings.stuck_seconds)
        async with self.session() as session:
            stuck = await queries.stuck_documents(session, before)
        by_state: dict[str, Passed] = {}
        driven = 0
        for sha256, state in stuck:
            if state not in by_state:
                kind, group, _ = DRIVES[state]
                by_state[state] = await passed(self.settings, group, topic_of(kind), before)
            if by_state[state].document(sha256):
                driven += await self._drive(sha256)
        return driven

    async def _drive(self, sha256: str) -> bool:
        async with self.session.begin() as session:
            row = await queries.lock_document(session, sha256)
            if row.state not in DRIVES:
                return False
            reason = f"driven again from {row.state}"
            attempts = await queries.record_attempt(session, sha256, code="stuck", reason=reason)
            source = await states.a_source(session, sha256)
        if attempts > self.settings.stuck_attempts:
            await self.fate.reject(sha256, DRIVES[row.state][2], "stuck", STUCK.format(n=attempts - 1))
            return False
        log.warning("driven again", document=sha256, state=row.state, attempts=attempts)
        self.metrics.redriven.inc()
        await self.events.publish(drive(row, source))
        return True

    async def gauge(self) -> None:
        """Sets the gauges of the database until cancelled."""
        while True:
            try:
                await self._measure()
            except TRANSIENT as error:
                log.warning("the database's gauges are not set", error=repr(error))
            await asyncio.sleep(GAUGE_SECONDS)

    async def _measure(self) -> None:
        async with self.session() as session:
            counts, oldest = await states.counts_by_state(session), await states.oldest_waiting(session)
        for state in ("received", "extracted", "parsed", "linked", "rejected"):
            self.metrics.states.labels(state).set(counts.get(state, 0))
        self.metrics.queue_age.set((datetime.now(UTC) - oldest).total_seconds() if oldest else 0)


def drive(row: DocumentRow, source: str) -> Event:
    """The event that a document in this state waits for."""
    if row.state == "received":
        return DocumentReceived(document=row.sha256, size=row.size, source=source)
    if row.state == "extracted":
        version = row.extractor_version or ""
        return DocumentExtracted(document=row.sha256, extractor_version=version, pages=row.pages)
    return DocumentParsed(document=row.sha256, parser_version=row.parser_version or "", symbol=row.symbol)
