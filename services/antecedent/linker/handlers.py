"""Linker: a parsed document is linked to what it comes from, and those that come from it are linked again."""

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from antecedent.contracts.events import DocumentLinked, DocumentParsed, PriorChanged
from antecedent.linker.assessing import Assessor
from antecedent.linker.searching import Search, knows
from antecedent.linker.shelf import Kept, Shelf
from antecedent.resolutions.align import LINKER_VERSION
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import Document, Trace
from antecedent.runtime.broker import Events
from antecedent.runtime.computing import Traced, traced
from antecedent.runtime.delivery import Permanent, Transient
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.sandbox import Sandbox
from antecedent.store import queries, states
from antecedent.store.assessments import mark_due
from antecedent.store.elsewhere import Looks, drafts_that_would_see, see_in_corpus
from antecedent.store.engine import SessionMaker
from antecedent.store.touching import rivals_of, touched_by

REMEMBERED = 10_000  # links that this replica made last
SKEW = timedelta(seconds=5)  # between the clocks of replicas
TRIES = 5  # when its document is parsed or linked elsewhere faster than it is linked here


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A draft and its priors as the database had them at a moment, and when its links were last made."""

    at: datetime
    traced: datetime | None
    draft: Document
    priors: tuple[Document, ...]
    stamps: dict[str, datetime]  # when each of them, and what else it is to know, was parsed


@dataclass(frozen=True, slots=True)
class Made:
    """Links that this replica made: of documents parsed then, written at that moment."""

    at: datetime
    stamps: dict[str, datetime]


@dataclass(kw_only=True)
class Linker:
    """What the handlers work with; made in app.py."""

    session: SessionMaker
    events: Events
    fate: Fate
    sandbox: Sandbox[Traced]
    metrics: Metrics
    search: Search
    assessor: Assessor
    shelf: Shelf = field(default_factory=Shelf)
    made: dict[str, Made] = field(default_factory=dict[str, Made])

    async def parsed(self, event: DocumentParsed) -> None:
        """Links the document, then tells of each that comes from it that its links are due again."""
        looks: Looks = {}
        with self.assessor.put_off():
            await self.link(event.document, looks)
            async with self.session.begin() as session:
                await mark_due(session, await touched_by(session, event.document), datetime.now(UTC))
            for draft in await self._touched(event.document, looks):
                await self.events.publish(PriorChanged(document=draft, prior=event.document))

    async def prior_changed(self, event: PriorChanged) -> None:
        """Links it again, unless that was done since for another prior that came at the same time."""
        with self.assessor.put_off():
            if self._is_made(await self._gather(event.document, event.prior)):
                self.metrics.documents.labels("linked", "same").inc()
                return
            await self.link(event.document, {}, event.prior)

    async def link(self, sha256: str, looks: Looks, *knowing: str) -> None:
        """parsed → linked. Nothing is locked while the links are computed: what changed meanwhile shows at the end."""
        began = time.perf_counter()
        for _ in range(TRIES):
            gathered = await self._gather(sha256, *knowing)
            try:
                trace, known = await self._trace(gathered, looks)
            except Rejected as error:
                await self.fate.reject(sha256, "linked", error.code, error.reason)
                return
            if await self._apply(gathered, trace):
                missed = await self._missed(gathered, trace, known)
                if not missed:
                    await self._tell(trace, time.perf_counter() - began)
                    self._keep(gathered)
                    return
                knowing = (*knowing, *missed)
                looks.clear()
        raise Transient(f"{sha256} changed {TRIES} times while it was linked")

    async def _gather(self, sha256: str, *knowing: str) -> Gathered:
        """What the links are made from. A prior that comes later makes an event of its own: it is not waited for."""
        at = datetime.now(UTC)
        async with self.session() as session:
            traced = await queries.traced_at(session, sha256)
            drafts = await self.shelf.take(session, [sha256])
            if not drafts:
                raise Permanent(f"{sha256} is not parsed")
            found = await queries.priors_for(session, drafts[0].document)
            priors = await self.shelf.take(session, [candidate.sha256 for candidate in found])
            stamps = await queries.parsed_at(session, knowing)
        return Gathered(
            at=at,
            traced=traced,
            draft=drafts[0].document,
            priors=tuple(prior.document for prior in priors),
            stamps=stamps | stamps_of([*drafts, *priors]),
        )

    async def _trace(self, gathered: Gathered, looks: Looks) -> tuple[Trace, Mapping[str, str]]:
        """Its links, with what its new paragraphs are like among all that was parsed till then, and what that was."""
        # What is compared with nothing is told at once: no process need be asked.
        draft, priors = gathered.draft, gathered.priors
        found = await self.sandbox.run_async(draft, priors) if priors else traced(draft, ())
        trace = Trace(draft=draft, priors=priors, base=found.base, links=found.links)
        async with self.session() as session:
            known = await self.search.know(session, gathered.stamps)
            return await see_in_corpus(session, self.search.look_up, trace, looks), known

    async def _apply(self, gathered: Gathered, trace: Trace) -> bool:
        """Writes the links unless what they were computed from, or they themselves, were written anew meanwhile.

        Whatever is parsed after `gathered.at` finds by that moment that these links do not know it.
        """
        sha256 = gathered.draft.sha256
        async with self.session.begin() as session:
            row = await queries.lock_document(session, sha256)
            if await queries.traced_at(session, sha256) != gathered.traced:
                return False
            if await queries.parsed_at(session, gathered.stamps) != gathered.stamps:
                return False
            shas = [prior.sha256 for prior in gathered.priors]
            version = LINKER_VERSION
            await queries.save_links(
                session, sha256, trace.links, version=version, base=trace.base, priors=shas, at=gathered.at, held=True
            )
            await queries.record_stage(session, sha256, "linked", version=version, held=row)
            await mark_due(session, {sha256, *await rivals_of(session, sha256)}, datetime.now(UTC))
        if row.linker_version is None:
            self.metrics.latency.observe((datetime.now(UTC) - row.received).total_seconds())
        return True

    async def _missed(self, gathered: Gathered, trace: Trace, known: Mapping[str, str]) -> Sequence[str]:
        """Documents that were parsed and linked elsewhere between the look and the writing of these links.

        They found no links of this draft that lack them, and these do not know them. Who is linked later finds these.
        """
        if trace.draft.status == "adopted" or all(link.relation != "new" for link in trace.links):
            return ()
        async with self.session() as session:
            linked = await queries.linked_since(session, gathered.at - SKEW)
        return [sha for sha, at in linked.items() if not knows(known, {sha: at})]

    async def _tell(self, trace: Trace, seconds: float) -> None:
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
                priors=tuple(prior.sha256 for prior in trace.priors),
                links=dict(sorted(links.items())),
            )
        )

    def _keep(self, gathered: Gathered) -> None:
        """Only after it was told: a message that comes again finds nothing here and is told again."""
        self.made.pop(gathered.draft.sha256, None)
        self.made[gathered.draft.sha256] = Made(gathered.at, gathered.stamps)
        if len(self.made) > REMEMBERED:
            del self.made[next(iter(self.made))]

    def _is_made(self, gathered: Gathered) -> bool:
        made = self.made.get(gathered.draft.sha256)
        return made is not None and made.at == gathered.traced and gathered.stamps.items() <= made.stamps.items()

    async def _touched(self, sha256: str, looks: Looks) -> list[str]:
        """Documents that would be compared with it, are linked to what it was, or have new paragraphs like its own."""
        async with self.session() as session:
            kept = await self.shelf.take(session, [sha256])
            if not kept:
                return []
            waiting = await queries.drafts_waiting_for(session, kept[0].document)
            seeing = await drafts_that_would_see(session, self.search.look_up, kept[0].document, looks)
            return sorted({*waiting, *seeing, *await states.built_on(session, sha256)} - {sha256})


def stamps_of(kept: list[Kept]) -> dict[str, datetime]:
    return {one.document.sha256: one.at for one in kept}
