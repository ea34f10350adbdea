"""Linker: a parsed document is linked to what it comes from, and those that come from it are linked again."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from antecedent.contracts.events import DocumentLinked, DocumentParsed, PriorChanged
from antecedent.resolutions.align import LINKER_VERSION
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document, Trace
from antecedent.runtime.broker import Events
from antecedent.runtime.delivery import Permanent, Transient
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.sandbox import Sandbox
from antecedent.store import queries, states
from antecedent.store.elsewhere import see_in_corpus
from antecedent.store.engine import SessionMaker
from antecedent.store.search import ParagraphIndex
from antecedent.store.upkeep import catch_up

FRESH_SECONDS = 1.0  # a commit to the index costs more than a link: not one for each document
TRIES = 5  # when priors arrive faster than a draft is linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A draft and its priors as the database had them; equal before and after the work, or the work is done again."""

    draft: Document
    priors: tuple[Document, ...]


@dataclass(kw_only=True)
class Linker:
    """What the handlers work with; made in app.py."""

    session: SessionMaker
    events: Events
    fate: Fate
    sandbox: Sandbox[Trace]
    metrics: Metrics
    index: ParagraphIndex  # a copy of this replica's own, kept in step with the database
    catching_up: asyncio.Lock = field(default_factory=asyncio.Lock)
    caught_up: float = float("-inf")

    async def parsed(self, event: DocumentParsed) -> None:
        """Links the document, then tells of each that comes from it that its links are due again."""
        await self.link(event.document)
        for draft in await self._touched(event.document):
            await self.events.publish(PriorChanged(document=draft, prior=event.document))

    async def prior_changed(self, event: PriorChanged) -> None:
        await self.link(event.document)

    async def link(self, sha256: str) -> None:
        """parsed → linked. Nothing is locked while the links are computed: what changed meanwhile shows at the end."""
        began = time.perf_counter()
        for _ in range(TRIES):
            gathered = await self._gather(sha256)
            try:
                trace = await self._see(await self.sandbox.run_async(gathered.draft, gathered.priors))
            except Rejected as error:
                await self.fate.reject(sha256, "linked", error.code, error.reason)
                return
            if await self._apply(gathered, trace):
                await self._tell(trace, gathered.priors, time.perf_counter() - began)
                return
        raise Transient(f"the priors of {sha256} changed {TRIES} times while it was linked")

    async def _gather(self, sha256: str) -> Gathered:
        async with self.session() as session:
            draft = await queries.load_document(session, sha256)
            if draft is None:
                raise Permanent(f"{sha256} is not parsed")
            found = await queries.priors_for(session, draft)
            priors = await queries.load_documents(session, [candidate.sha256 for candidate in found])
        return Gathered(draft=draft, priors=tuple(priors))

    async def _see(self, trace: Trace) -> Trace:
        """Looks its new paragraphs up among all that was parsed until a moment ago."""
        async with self.session() as session:
            async with self.catching_up:
                if time.monotonic() - self.caught_up > FRESH_SECONDS:
                    await catch_up(session, self.index)
                    self.caught_up = time.monotonic()
            return await see_in_corpus(session, self.index, trace)

    async def _apply(self, gathered: Gathered, trace: Trace) -> bool:
        """Writes the links unless the draft or its priors are no longer what they were computed from."""
        sha256 = gathered.draft.sha256
        async with self.session.begin() as session:
            row = await queries.lock_document(session, sha256)
            draft = await queries.load_document(session, sha256)
            found = await queries.priors_for(session, gathered.draft)
            priors = await queries.load_documents(session, [candidate.sha256 for candidate in found])
            if draft != gathered.draft or tuple(priors) != gathered.priors:
                return False
            shas = [prior.sha256 for prior in gathered.priors]
            first = row.linker_version is None
            await queries.save_links(session, sha256, trace.links, version=LINKER_VERSION, base=trace.base, priors=shas)
            await queries.record_stage(session, sha256, "linked", version=LINKER_VERSION)
        if first:
            self.metrics.latency.observe((datetime.now(UTC) - row.received).total_seconds())
        return True

    async def _tell(self, trace: Trace, priors: Sequence[Document], seconds: float) -> None:
        links = Counter(link.relation for link in trace.links)
        self.metrics.seconds.labels("linked").observe(seconds)
        self.metrics.documents.labels("linked", "done").inc()
        for relation, number in links.items():
            self.metrics.links.labels(relation).inc(number)
        await self.events.publish(
            DocumentLinked(
                document=trace.draft.sha256,
                linker_version=LINKER_VERSION,
                symbol=trace.draft.symbol,
                base=trace.base,
                priors=tuple(prior.sha256 for prior in priors),
                links=dict(sorted(links.items())),
            )
        )

    async def _touched(self, sha256: str) -> list[str]:
        async with self.session() as session:
            document = await queries.load_document(session, sha256)
            if document is None:
                return []
            waiting = await queries.drafts_waiting_for(session, document)
            return sorted({*waiting, *await states.built_on(session, sha256)} - {sha256})
