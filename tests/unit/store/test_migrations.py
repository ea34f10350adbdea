"""The migrations lead to the tables of tables.py, whatever the release they start from."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from antecedent.store.migrate import upgrade
from antecedent.store.tables import Table


def test_migrations_make_the_tables(tmp_path: Path) -> None:
    upgrade(f"sqlite+aiosqlite:///{tmp_path / 'fresh' / 'a.db'}")
    engine = create_engine(f"sqlite:///{tmp_path / 'fresh' / 'a.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    engine.dispose()
