"""Keeps a copy of the search index in step with the database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.search import ParagraphIndex, Passage
from antecedent.store.tables import ParagraphRow, StageRow

# Clocks of replicas differ and a transaction shows late: what was parsed that short before is looked at once more.
_OVERLAP = timedelta(minutes=10)
_BATCH = 200  # documents read and committed at a time


async def catch_up(session: AsyncSession, index: ParagraphIndex) -> int:
    """Puts in what was parsed since the last time; gives the number of documents. Call it before asking."""
    known = index.marks
    stages = select(StageRow.sha256, StageRow.at).where(col(StageRow.stage) == "parsed")
    if known:
        stages = stages.where(col(StageRow.at) >= datetime.fromisoformat(max(known.values())) - _OVERLAP)
    due = {sha: mark_of(at) for sha, at in (await session.exec(stages)).all()}
    due = {sha: mark for sha, mark in due.items() if known.get(sha) != mark}
    async for batch in _batches(session, due):
        index.put(batch)
    return len(due)


def mark_of(at: datetime) -> str:
    """What a document that was parsed at this moment bears in the index."""
    return at.astimezone(UTC).isoformat()


async def _batches(session: AsyncSession, due: dict[str, str]) -> AsyncIterator[list[tuple[str, str, list[Passage]]]]:
    hashes = sorted(due, key=lambda sha: due[sha])  # the oldest first, so that a break leaves no gap behind the last
    for start in range(0, len(hashes), _BATCH):
        some = hashes[start : start + _BATCH]
        query = select(ParagraphRow.document, ParagraphRow.id, ParagraphRow.text).where(
            col(ParagraphRow.document).in_(some)
        )
        passages: dict[str, list[Passage]] = {sha: [] for sha in some}
        for document, paragraph, text in (await session.exec(query)).all():
            if text:
                passages[document].append(Passage(document, paragraph, text))
        yield [(sha, due[sha], found) for sha, found in passages.items()]
