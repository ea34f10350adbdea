"""What the services ask of documents' states: one, how many, how old, and what was built on one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.tables import DocumentRow, LinkRow, SourceRow, StageRow, TraceRow

WAITING = ("received", "extracted", "parsed")


async def document_state(session: AsyncSession, sha256: str) -> DocumentRow | None:
    """The row of a document as it is now."""
    return await session.get(DocumentRow, sha256, populate_existing=True)


async def counts_by_state(session: AsyncSession) -> dict[str, int]:
    query = select(DocumentRow.state, func.count()).group_by(col(DocumentRow.state))
    return dict((await session.exec(query)).all())


async def oldest_waiting(session: AsyncSession) -> datetime | None:
    """When the oldest document arrived that is neither linked nor rejected."""
    query = select(func.min(DocumentRow.received)).where(col(DocumentRow.state).in_(WAITING))
    return (await session.exec(query)).one()


async def built_on(session: AsyncSession, sha256: str) -> Sequence[str]:
    """Documents whose links lead to this one and were computed before it was last parsed."""
    parsed = select(StageRow.at).where(StageRow.sha256 == sha256, StageRow.stage == "parsed").scalar_subquery()
    query = (
        select(LinkRow.document)
        .join(TraceRow, col(TraceRow.document) == col(LinkRow.document))
        .where(LinkRow.prior_document == sha256, col(TraceRow.at) < parsed)
        .distinct()
    )
    return (await session.exec(query)).all()


async def a_source(session: AsyncSession, sha256: str) -> str:
    """The place where a document was last seen, '' when there is none."""
    query = select(SourceRow.url).where(SourceRow.sha256 == sha256).order_by(col(SourceRow.seen).desc()).limit(1)
    return (await session.exec(query)).first() or ""
