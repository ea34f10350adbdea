"""Findings: documents around which something changed are assessed anew, and what changed in their findings is told."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from antecedent.contracts.events import FindingsChanged
from antecedent.resolutions.findings import Finding, assess
from antecedent.resolutions.models import Document
from antecedent.runtime.broker import Events
from antecedent.runtime.delivery import TRANSIENT
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.store.around import Around, around
from antecedent.store.assessments import Told, save_told, take_due
from antecedent.store.documents import load_documents
from antecedent.store.engine import SessionMaker

log = logger(__name__)
LOOK_SECONDS = 1.0
BUSY = timedelta(seconds=60)  # links go first: findings wait for a calm moment, but no longer than this
LEASE = timedelta(minutes=5)  # then another replica may take what this one took
AT_ONCE = 20  # documents: what they name in common is read once


@dataclass(kw_only=True)
class Assessor:
    """Works beside the consumer, on what `mark_due` marked."""

    session: SessionMaker
    events: Events
    metrics: Metrics
    at_work: int = 0  # messages that the consumer has in hand
    worked: float = float("-inf")  # when it was last done with one

    @contextmanager
    def put_off(self) -> Iterator[None]:
        """While a message is in hand, and a moment longer, findings wait."""
        self.at_work += 1
        try:
            yield
        finally:
            self.at_work -= 1
            self.worked = time.perf_counter()

    async def assess(self) -> None:
        """Until cancelled."""
        while True:
            try:
                done = await self.once()
            except TRANSIENT as error:
                log.warning("documents cannot be assessed now", error=repr(error))
                done = 0
            if not done:
                await asyncio.sleep(LOOK_SECONDS)

    async def once(self) -> int:
        """Assesses what is due; gives how many documents that were."""
        now = datetime.now(UTC)
        calm = not self.at_work and time.perf_counter() - self.worked > LOOK_SECONDS
        async with self.session.begin() as session:
            taken = await take_due(session, now if calm else now - BUSY, now + LEASE, AT_ONCE)
        if not taken:
            return 0
        async with self.session() as session:
            documents = await load_documents(session, taken)
            known = await around(session, documents)
        found = await asyncio.to_thread(_assess, documents, known)
        for document in documents:
            await self._tell(document, taken[document.sha256], found[document.sha256])
        told = {sha: told_of(found.get(sha, ())) for sha in taken}
        async with self.session.begin() as session:
            await save_told(session, told, now, now + LEASE)
        return len(taken)

    async def _tell(self, document: Document, before: Told, found: Sequence[Finding]) -> None:
        """Before it is saved: whoever dies in between says the same once more, in an event with the same id."""
        old, new = {key for key, *_ in before}, {one.key for one in found}
        if old == new:
            return
        for one in found:
            if one.key not in old:
                self.metrics.findings.labels(one.kind, one.severity).inc()
        await self.events.publish(
            FindingsChanged(
                document=document.sha256,
                symbol=document.symbol,
                kinds=dict(sorted(Counter(one.kind for one in found).items())),
                severities=dict(sorted(Counter(one.severity for one in found).items())),
                appeared=tuple(sorted(new - old)),
                ended=tuple(sorted(old - new)),
            )
        )


def told_of(found: Sequence[Finding]) -> Told:
    return [(one.key, one.kind, one.severity) for one in found]


def _assess(documents: Sequence[Document], known: Around) -> dict[str, Sequence[Finding]]:
    return {one.sha256: assess(one, known.register, known.comparisons) for one in documents}
