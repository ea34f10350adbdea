"""A lock that one process of all holds: Postgres' advisory locks, gone with the connection of a killed process."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from hashlib import sha256

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine


@asynccontextmanager
async def alone(engine: AsyncEngine, name: str) -> AsyncGenerator[bool]:
    """Gives whether the lock is ours until the end of the block. SQLite serves one machine: always."""
    if engine.dialect.name != "postgresql":
        yield True
        return
    key = int.from_bytes(sha256(name.encode()).digest()[:8], signed=True)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        got = bool((await connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": key})).scalar_one())
        try:
            yield got
        finally:
            if got:
                await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})
