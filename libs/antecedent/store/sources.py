"""Places and contents: what was seen where, and which contents the store has."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import bindparam
from sqlalchemy import update as sql_update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import DocumentRow, ExtractionRow, SourceRow, StageRow
from antecedent.store.writing import insert_new, sql_table, update, upsert

_NEVER = datetime.fromtimestamp(0, UTC)
_HERE: Any = SourceRow.url == asking.given("place")


async def receive_document(
    session: AsyncSession,
    sha256: str,
    *,
    file: str = "",
    size: int = 0,
    stated: dict[str, Any] | None = None,
    at: datetime | None = None,
) -> bool:
    """Notes a content by its hash; True when it was not known. `stated` replaces what was stated before."""
    now = at or datetime.now(UTC)
    row = {"sha256": sha256, "file": file, "size": size, "stated": stated, "received": now, "updated": now}
    new = await insert_new(session, DocumentRow, _defaults() | row)
    if new:
        await upsert(session, StageRow, [{"sha256": sha256, "stage": "received", "version": None, "at": now}])
    elif stated is not None:
        await update(session, DocumentRow, sha256, {"stated": stated})
    return new


async def register_source(
    session: AsyncSession, url: str, sha256: str, *, etag: str | None = None, size: int = 0, at: datetime | None = None
) -> None:
    """Notes that `url` holds this content now (the document must be received); what it held before is `replaced`."""
    now = at or datetime.now(UTC)
    await asking.run(session, _replace, {"place": url, "content": sha256, "now": now})
    row = {"url": url, "sha256": sha256, "etag": etag, "size": size, "seen": now, "replaced": None, "deleted": None}
    await upsert(session, SourceRow, [row])


async def source_deleted(session: AsyncSession, url: str, at: datetime | None = None) -> None:
    """Notes that nothing is at `url` any more; the document stays."""
    await asking.run(session, _delete, {"place": url, "now": at or datetime.now(UTC)})


async def sources_under(session: AsyncSession, prefix: str) -> Sequence[SourceRow]:
    """What stands under a watched place as far as the store knows: neither replaced nor deleted."""
    query = select(SourceRow).where(
        col(SourceRow.url).startswith(prefix, autoescape=True, escape="\\"),
        col(SourceRow.replaced).is_(None),
        col(SourceRow.deleted).is_(None),
    )
    return (await session.exec(query)).all()


async def save_extraction(
    session: AsyncSession, sha256: str, version: str, blob: str, *, pages: int = 0, at: datetime | None = None
) -> None:
    """Notes where the recorded lines are kept."""
    row = {"sha256": sha256, "version": version, "blob": blob, "pages": pages, "at": at or datetime.now(UTC)}
    await upsert(session, ExtractionRow, [row])


async def load_extraction_blob(session: AsyncSession, sha256: str, version: str | None = None) -> ExtractionRow | None:
    """The recorded lines by this version of the extractor, else the latest ones."""
    rows = await asking.rows(session, _extractions, sha256=sha256)
    return next((row for row in rows if row.version == version), rows[0] if rows and version is None else None)


@cache
def _extractions(_dialect: str) -> Any:
    columns = sql_table(ExtractionRow).c
    query = cast("Any", select)(*columns).where(columns.sha256 == asking.given("sha256"))
    return query.order_by(columns.at.desc())


@cache
def _replace(_dialect: str) -> Any:
    others = sql_update(SourceRow).where(_HERE, col(SourceRow.sha256) != asking.given("content"))
    return others.where(col(SourceRow.replaced).is_(None)).values(replaced=bindparam("now"))


@cache
def _delete(_dialect: str) -> Any:
    return sql_update(SourceRow).where(_HERE, col(SourceRow.deleted).is_(None)).values(deleted=bindparam("now"))


@cache
def _defaults() -> dict[str, Any]:
    """Core inserts know nothing of the model's own."""
    return DocumentRow(sha256="", received=_NEVER, updated=_NEVER).model_dump()
