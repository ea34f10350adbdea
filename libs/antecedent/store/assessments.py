"""Which documents are to be assessed, and which findings were told of them.

A document is due when something that its findings are made of has changed. Marking it twice is as marking it once.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import case, null, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import AssessmentRow
from antecedent.store.writing import Row, insert_into, sql_table

Told = Sequence[tuple[str, str, str]]  # key, kind and severity of each finding
_TABLE = sql_table(AssessmentRow)


async def mark_due(session: AsyncSession, hashes: Iterable[str], at: datetime) -> None:
    """Since `at`, or since they were marked before; whoever is at them now will find them due again."""
    rows: list[Row] = [{"document": sha, "due": at, "findings": []} for sha in sorted(set(hashes))]
    if not rows:
        return
    await asking.run(session, _mark_due, rows)


@cache
def _mark_due(dialect: str) -> Any:
    statement = insert_into(_TABLE, dialect)
    new, old = statement.excluded["due"], _TABLE.c["due"]
    earlier = case((old.is_(None), new), (old > new, new), else_=old)
    return statement.on_conflict_do_update(index_elements=["document"], set_={"due": earlier})


async def take_due(session: AsyncSession, before: datetime, until: datetime, limit: int = 20) -> dict[str, Told]:
    """Documents due since before a moment, the longest first, with what was told of them; others leave them alone.

    Until `until`: then they are due again, should whoever took them have died.
    """
    query = (
        select(AssessmentRow)
        .where(col(AssessmentRow.due) <= before)
        .order_by(col(AssessmentRow.due))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    taken: dict[str, Told] = {row.document: row.findings for row in (await session.exec(query)).all()}
    if taken:
        mine = update(AssessmentRow).where(col(AssessmentRow.document).in_(taken)).values(due=until)
        await (await session.connection()).execute(mine)
    return taken


async def save_told(session: AsyncSession, told: Mapping[str, Told], at: datetime, until: datetime) -> None:
    """What stands now; those that were marked since they were taken (`until` tells) stay due."""
    due = col(AssessmentRow.due)
    for sha256 in sorted(told):
        rest = case((due == until, null()), else_=due)
        values = {"due": rest, "at": at, "findings": [list(one) for one in told[sha256]]}
        done = update(AssessmentRow).where(col(AssessmentRow.document) == sha256).values(**values)
        await (await session.connection()).execute(done)
