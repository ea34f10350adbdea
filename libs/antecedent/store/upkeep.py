"""Keeps a copy of the search index in step with the database."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.search import ParagraphIndex, Passage
from antecedent.store.tables import ParagraphRow, StageRow, Utc

# Clocks of replicas differ and a transaction shows late: what was parsed that short before is looked at once more.
_OVERLAP = timedelta(minutes=10)
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_BATCH = 200  # documents read and committed at a time


async def catch_up(session: AsyncSession, index: ParagraphIndex) -> int:
    """Puts in what was parsed since the last time; gives the number of documents. Call it before asking."""
    known = index.marks
    since = datetime.fromisoformat(max(known.values())) - _OVERLAP if known else _EVER
    due = {row.sha256: mark_of(row.at) for row in await asking.rows(session, _parsed, since=since)}
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
        passages: dict[str, list[Passage]] = {sha: [] for sha in some}
        for row in await asking.rows(session, _texts, hashes=some):
            if row.text:
                passages[row.document].append(Passage(row.document, row.id, row.text))
        yield [(sha, due[sha], found) for sha, found in passages.items()]


@cache
def _parsed(_dialect: str) -> Any:
    since = bindparam("since", type_=Utc)
    return select(StageRow.sha256, StageRow.at).where(StageRow.stage == "parsed", col(StageRow.at) >= since)


@cache
def _texts(dialect: str) -> Any:
    of_them = asking.among(ParagraphRow.document, "hashes", dialect)
    return select(ParagraphRow.document, ParagraphRow.id, ParagraphRow.text).where(of_them)
