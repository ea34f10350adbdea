"""What the services ask of documents' states: one, how many, how old, and what was built on one."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import DocumentRow, LinkRow, SourceRow, StageRow, TraceRow

WAITING = ("received", "extracted", "parsed")


async def counts_by_state(session: AsyncSession) -> dict[str, int]:
    query = select(DocumentRow.state, func.count()).group_by(col(DocumentRow.state))
    return dict((await session.exec(query)).all())


async def oldest_waiting(session: AsyncSession) -> datetime | None:
    """When the oldest document arrived that is neither linked nor rejected."""
    query = select(func.min(DocumentRow.received)).where(col(DocumentRow.state).in_(WAITING))
    return (await session.exec(query)).one()


async def built_on(session: AsyncSession, sha256: str) -> Sequence[str]:
    """Documents whose links lead to this one and were computed before it was last parsed."""
    return await asking.values(session, _built_on, sha256=sha256)


@cache
def _built_on(_dialect: str) -> Any:
    own = asking.given("sha256")
    parsed = select(StageRow.at).where(StageRow.sha256 == own, StageRow.stage == "parsed").scalar_subquery()
    return (
        select(LinkRow.document)
        .join(TraceRow, col(TraceRow.document) == col(LinkRow.document))
        .where(LinkRow.prior_document == own, col(TraceRow.at) < parsed)
        .distinct()
    )


async def a_source(session: AsyncSession, sha256: str) -> str:
    """The place where a document was last seen, '' when there is none."""
    query = select(SourceRow.url).where(SourceRow.sha256 == sha256).order_by(col(SourceRow.seen).desc()).limit(1)
    return (await session.exec(query)).first() or ""
