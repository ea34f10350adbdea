"""How Alembic meets the store: the URL comes from whoever runs it (migrate.py), the tables from tables.py."""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlmodel import AutoString

from antecedent.store.engine import create_engine
from antecedent.store.tables import Json, Table, Utc


def _render(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Our own types by their names, SQLModel's strings as plain ones: a migration must not change with a library."""
    if kind == "type" and isinstance(value, AutoString):
        return "sa.String()"
    return f"tables.{type(value).__name__}()" if isinstance(value, Utc | Json) else False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=_render,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _online(url: str) -> None:
    engine = create_engine(url)
    async with engine.connect() as connection:
        await connection.run_sync(_run)
        await connection.commit()
    await engine.dispose()


asyncio.run(_online(str(context.config.get_main_option("sqlalchemy.url"))))
