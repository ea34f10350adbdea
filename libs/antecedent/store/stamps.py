"""Moments by which to tell whether what was read still stands, without reading it again."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import StageRow, TraceRow, Utc


async def parsed_at(session: AsyncSession, hashes: Iterable[str]) -> dict[str, datetime]:
    """When each of the documents was last parsed: `load_document` gives the same as long as this is the same."""
    wanted = list(hashes)
    return {row.sha256: row.at for row in await asking.rows(session, _parsed, hashes=wanted)} if wanted else {}


async def traced_at(session: AsyncSession, sha256: str) -> datetime | None:
    """When what its links were computed from was read; None before it was linked."""
    return next(iter(await asking.values(session, _traced, sha256=sha256)), None)


async def traces_of(session: AsyncSession, hashes: Iterable[str]) -> Sequence[Any]:
    """Of those that were linked: document, the priors that it was compared with, and at (as `traced_at`)."""
    wanted = list(hashes)
    return await asking.rows(session, _traces, hashes=wanted) if wanted else ()


@cache
def _traces(dialect: str) -> Any:
    of_them = asking.among(TraceRow.document, "hashes", dialect)
    return cast("Any", select)(TraceRow.document, TraceRow.priors, TraceRow.at).where(of_them)


async def linked_since(session: AsyncSession, moment: datetime) -> dict[str, datetime]:
    """Documents that were parsed since then and have links by now, with when they were parsed."""
    return {row.sha256: row.at for row in await asking.rows(session, _linked, moment=moment)}


@cache
def _linked(_dialect: str) -> Any:
    since = bindparam("moment", type_=Utc)
    return (
        select(StageRow.sha256, StageRow.at)
        .join(TraceRow, col(TraceRow.document) == col(StageRow.sha256))
        .where(StageRow.stage == "parsed", col(StageRow.at) >= since)
    )


@cache
def _parsed(dialect: str) -> Any:
    one_of_them = asking.among(StageRow.sha256, "hashes", dialect)
    return select(StageRow.sha256, StageRow.at).where(one_of_them, StageRow.stage == "parsed")


@cache
def _traced(_dialect: str) -> Any:
    return select(TraceRow.at).where(TraceRow.document == asking.given("sha256"))
