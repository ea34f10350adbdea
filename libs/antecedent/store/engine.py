"""Connections: one engine a process, made where the process starts; sessions that keep their values after a commit."""

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.pool import StaticPool
from sqlmodel.ext.asyncio.session import AsyncSession

SessionMaker = async_sessionmaker[AsyncSession]

_PRAGMAS = ("journal_mode=WAL", "busy_timeout=30000", "foreign_keys=ON", "synchronous=NORMAL")


def create_engine(
    url: str, *, pool_size: int = 5, max_overflow: int = 5, timeout: float = 30.0, ping: bool = True
) -> AsyncEngine:
    """For `sqlite+aiosqlite:///…` (the folder is made) or `postgresql+asyncpg://…`; `timeout` in seconds.

    `ping` asks a pooled connection whether it still lives before each use: whoever tries again by itself needs it not.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(url, **_postgres(pool_size, max_overflow, timeout), pool_pre_ping=ping)
    in_memory = not parsed.database or parsed.database == ":memory:"
    if not in_memory:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, **({"poolclass": StaticPool} if in_memory else {}))
    event.listen(engine.sync_engine, "connect", _set_pragmas)
    return engine


def sessions(engine: AsyncEngine) -> SessionMaker:
    return async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


def lean_sessions(engine: AsyncEngine) -> SessionMaker:
    """For a service: what is not begun only reads, and Postgres is asked for no transaction around it.

    Each query sees what stands at its moment, as it would within one; two messages to the database are saved.
    """
    if engine.dialect.name != "postgresql":
        return sessions(engine)
    made = _Lean(engine.execution_options(isolation_level="AUTOCOMMIT"), class_=AsyncSession, expire_on_commit=False)
    made.writing = sessions(engine)
    return made


class _Lean(async_sessionmaker[AsyncSession]):
    writing: SessionMaker

    def begin(self) -> Any:
        return self.writing.begin()


def _postgres(pool_size: int, max_overflow: int, timeout: float) -> dict[str, Any]:
    return {
        "pool_size": pool_size,
        "max_overflow": max_overflow,
        "pool_timeout": timeout,
        "pool_recycle": 1800,
        "connect_args": {
            "timeout": timeout,
            "command_timeout": timeout,
            "server_settings": {"application_name": "antecedent"},
        },
    }


def _set_pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
