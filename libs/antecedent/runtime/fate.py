"""A document that cannot go on: noted in the database, counted and told, whichever stage refused it."""

from dataclasses import dataclass

from antecedent.contracts.events import (
    DocumentExtracted,
    DocumentParsed,
    DocumentReceived,
    DocumentRejected,
    PriorChanged,
)
from antecedent.contracts.topics import topic_of
from antecedent.runtime.broker import Events
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.store import queries
from antecedent.store.engine import SessionMaker
from antecedent.store.stages import Stage

log = logger(__name__)

# The stage that was due when a message of this topic failed.
DUE: dict[str, Stage] = {
    topic_of(DocumentReceived): "extracted",
    topic_of(DocumentExtracted): "parsed",
    topic_of(DocumentParsed): "linked",
    topic_of(PriorChanged): "linked",
}
FAILED = "Antecedent itself failed on it ({error}). It lies among the dead letters; replay it after an update."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """Ends the way of a document."""

    session: SessionMaker
    events: Events
    metrics: Metrics

    async def reject(self, document: str, stage: Stage, code: str, reason: str) -> None:
        async with self.session.begin() as session:
            state = await queries.record_rejected(session, document, code=code, reason=reason, stage=stage)
        if state != "rejected":
            return
        self.metrics.rejects.labels(code).inc()
        self.metrics.documents.labels(stage, "rejected").inc()
        await self.events.publish(DocumentRejected(document=document, stage=stage, code=code, reason=reason))

    async def failed(self, document: str, topic: str, error: str) -> None:
        """For a message that became a dead letter; one that names no known document has no fate to note."""
        if topic not in DUE:
            return
        try:
            await self.reject(document, DUE[topic], "failed", FAILED.format(error=error[:500]))
        except Exception as away:
            log.warning("the fate could not be noted", document=document, error=repr(away))
