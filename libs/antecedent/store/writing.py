"""Upserts through the dialects: the same rows written twice leave one."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import Table as SqlTable
from sqlalchemy import bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.tables import Table

Row = dict[str, Any]


def sql_table(table: type[Table]) -> SqlTable:
    return cast("Any", table).__table__


async def upsert(session: AsyncSession, table: type[Table], rows: Sequence[Row]) -> None:
    """Writes the rows; where the key is known, the columns given replace the old ones."""
    if not rows:
        return
    statement = _upsert(sql_table(table), session.get_bind().dialect.name, tuple(rows[0]))
    await (await session.connection()).execute(statement, list(rows))


async def insert_new(session: AsyncSession, table: type[Table], row: Row) -> bool:
    """Writes the row unless its key is known; says whether it was new."""
    target = sql_table(table)
    statement = _insert(target, session.get_bind().dialect.name).values(row).on_conflict_do_nothing()
    keys = list(target.primary_key)
    result = await (await session.connection()).execute(statement.returning(*keys))
    return result.first() is not None


@cache
def _upsert(target: SqlTable, dialect: str, columns: tuple[str, ...]) -> Any:
    """Made once: it takes longer to make than to run."""
    keys = [column.name for column in target.primary_key]
    statement = _insert(target, dialect)
    changed = {name: statement.excluded[name] for name in columns if name not in keys}
    if changed:
        return statement.on_conflict_do_update(index_elements=keys, set_=changed)
    return statement.on_conflict_do_nothing(index_elements=keys)


async def replace_rows(
    session: AsyncSession, table: type[Table], document: str, rows: Sequence[Row], *, first: bool = False
) -> None:
    """Makes `rows` the document's only ones, by position; `first` says that there were none."""
    await upsert(session, table, rows)
    if not first:
        given = {"owner": document, "number": len(rows)}
        await (await session.connection()).execute(_beyond(sql_table(table)), given)


@cache
def _beyond(target: SqlTable) -> Any:
    return delete(target).where(target.c.document == bindparam("owner"), target.c.position >= bindparam("number"))


def _insert(target: SqlTable, dialect: str) -> Any:
    return postgresql.insert(target) if dialect == "postgresql" else sqlite.insert(target)
