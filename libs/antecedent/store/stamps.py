"""Moments by which to tell whether what was read still stands, without reading it again."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.tables import StageRow, TraceRow


async def parsed_at(session: AsyncSession, hashes: Iterable[str]) -> dict[str, datetime]:
    """When each of the documents was last parsed: `load_document` gives the same as long as this is the same."""
    wanted = list(hashes)
    if not wanted:
        return {}
    query = select(StageRow.sha256, StageRow.at).where(col(StageRow.sha256).in_(wanted), StageRow.stage == "parsed")
    return dict((await session.exec(query)).all())


async def traced_at(session: AsyncSession, sha256: str) -> datetime | None:
    """When what its links were computed from was read; None before it was linked."""
    return (await session.exec(select(TraceRow.at).where(TraceRow.document == sha256))).first()
