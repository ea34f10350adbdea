"""Upserts through the dialects: the same rows written twice leave one."""

from collections.abc import Sequence
from functools import cache, partial
from typing import Any, cast

from sqlalchemy import Table as SqlTable
from sqlalchemy import bindparam, delete
from sqlalchemy import update as sql_update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import Table

Row = dict[str, Any]


def sql_table(table: type[Table]) -> SqlTable:
    return cast("Any", table).__table__


async def upsert(session: AsyncSession, table: type[Table], rows: Sequence[Row]) -> None:
    """Writes the rows; where the key is known, the columns given replace the old ones."""
    if not rows:
        return
    await asking.run(session, partial(_upsert, sql_table(table), tuple(rows[0])), list(rows))


async def update(session: AsyncSession, table: type[Table], sha256: str, changed: Row) -> None:
    """Writes the columns given of the document's row."""
    made = partial(_update, sql_table(table), tuple(changed))
    await asking.run(session, made, {f"new_{name}": value for name, value in changed.items()} | {"own": sha256})


@cache
def _update(target: SqlTable, columns: tuple[str, ...], _dialect: str) -> Any:
    new = {name: bindparam(f"new_{name}", type_=target.c[name].type) for name in columns}
    return sql_update(target).where(target.c.sha256 == bindparam("own")).values(new)


async def insert_new(session: AsyncSession, table: type[Table], row: Row) -> bool:
    """Writes the row unless its key is known; says whether it was new."""
    return bool(await asking.rows(session, partial(_insert_new, sql_table(table)), **row))


@cache
def _insert_new(target: SqlTable, dialect: str) -> Any:
    return insert_into(target, dialect).on_conflict_do_nothing().returning(*target.primary_key)


@cache
def _upsert(target: SqlTable, columns: tuple[str, ...], dialect: str) -> Any:
    keys = [column.name for column in target.primary_key]
    statement = insert_into(target, dialect)
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
        await asking.run(session, partial(_beyond, sql_table(table)), {"owner": document, "number": len(rows)})


@cache
def _beyond(target: SqlTable, _dialect: str) -> Any:
    return delete(target).where(target.c.document == bindparam("owner"), target.c.position >= bindparam("number"))


def insert_into(target: SqlTable, dialect: str) -> Any:
    """The dialect's own insert, which knows what to do where a key is known."""
    return postgresql.insert(target) if dialect == "postgresql" else sqlite.insert(target)
