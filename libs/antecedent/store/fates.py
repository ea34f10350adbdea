"""Recording what happened to a document; the rules are in stages.py."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import update as sql_update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.stages import Stage, State, after_rejection, after_success, is_newer
from antecedent.store.tables import DocumentRow, StageRow
from antecedent.store.writing import sql_table, update, upsert

_LONG = ("masthead", "tables", "warnings")
_VERSION = {"extracted": "extractor_version", "parsed": "parser_version", "linked": "linker_version"}


async def record_stage(
    session: AsyncSession,
    sha256: str,
    stage: Stage,
    *,
    version: str | None = None,
    at: datetime | None = None,
    held: DocumentRow | None = None,
) -> str:
    """Notes that the document passed a stage; gives the state it is in then. Raises KeyError for an unknown one.

    `held` is its row, where it is locked already.
    """
    row = held or await lock_document(session, sha256)
    now = at or datetime.now(UTC)
    known: str | None = getattr(row, _VERSION[stage], None) if stage in _VERSION else None
    if is_newer(known, version):
        return row.state
    state = after_success(row.state, stage, version, known)
    values: dict[str, object] = {"state": state, "updated": now, "attempts": 0, "code": None, "reason": None}
    if stage in _VERSION:
        values[_VERSION[stage]] = version
    await update(session, DocumentRow, sha256, values)
    await upsert(session, StageRow, [{"sha256": sha256, "stage": stage, "version": version, "at": now, "attempts": 1}])
    return state


async def record_rejected(
    session: AsyncSession,
    sha256: str,
    *,
    code: str,
    reason: str,
    stage: Stage = "extracted",
    version: str | None = None,
    at: datetime | None = None,
) -> str:
    """Notes that `stage` refused the document for good; gives the state it is in then."""
    row = await lock_document(session, sha256)
    state = after_rejection(row.state, stage)
    if state != "rejected":
        return state
    now = at or datetime.now(UTC)
    values: dict[str, object] = {"state": state, "code": code, "reason": reason, "updated": now}
    if stage in _VERSION:
        values[_VERSION[stage]] = version
    await update(session, DocumentRow, sha256, values)
    await upsert(session, StageRow, [{"sha256": sha256, "stage": state, "version": version, "at": now, "attempts": 1}])
    return state


async def record_attempt(
    session: AsyncSession, sha256: str, *, code: str, reason: str, at: datetime | None = None
) -> int:
    """Notes a failure that may pass; gives the number of attempts at the stage that is due."""
    row = await lock_document(session, sha256)
    now = at or datetime.now(UTC)
    await update(
        session, DocumentRow, sha256, {"attempts": row.attempts + 1, "code": code, "reason": reason, "updated": now}
    )
    return row.attempts + 1


async def stuck_documents(session: AsyncSession, before: datetime, limit: int = 100) -> Sequence[tuple[str, State]]:
    """Documents that wait for their next stage since before a moment, the longest waiting first."""
    waiting = ("received", "extracted", "parsed")
    query = (
        select(DocumentRow.sha256, DocumentRow.state)
        .where(col(DocumentRow.state).in_(waiting), DocumentRow.updated < before)
        .order_by(col(DocumentRow.updated))
        .limit(limit)
    )
    return (await session.exec(query)).all()  # pyright: ignore[reportReturnType]


async def lock_document(session: AsyncSession, sha256: str) -> DocumentRow:
    """The row, held until the commit; by a write first where the database (SQLite) locks nothing for a read.

    Without its longest columns, as `document_state` gives it.
    """
    if session.get_bind().dialect.name != "postgresql":
        touch = sql_update(DocumentRow).where(col(DocumentRow.sha256) == sha256)
        await (await session.connection()).execute(touch.values(attempts=DocumentRow.attempts))
    found = await asking.rows(session, _locked, sha256=sha256)
    if not found:
        raise KeyError(sha256)
    return found[0]


async def document_state(session: AsyncSession, sha256: str) -> DocumentRow | None:
    """The row of a document as it is now, without its longest columns; None for an unknown one."""
    return next(iter(await asking.rows(session, _state, sha256=sha256)), None)


@cache
def _state(_dialect: str) -> Any:
    """Plain rows: nobody changes them."""
    short = [column for column in sql_table(DocumentRow).c if column.name not in _LONG]
    return cast("Any", select)(*short).where(DocumentRow.sha256 == asking.given("sha256"))


@cache
def _locked(dialect: str) -> Any:
    return _state(dialect).with_for_update(key_share=True)
