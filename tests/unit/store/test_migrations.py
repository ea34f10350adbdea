"""The migrations lead to the tables of tables.py, whatever the release they start from."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from antecedent.store.migrate import upgrade
from antecedent.store.tables import Table


def test_migrations_make_the_tables(tmp_path: Path) -> None:
    upgrade(f"sqlite+aiosqlite:///{tmp_path / 'fresh' / 'a.db'}")
    engine = create_engine(f"sqlite:///{tmp_path / 'fresh' / 'a.db'}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []
    engine.dispose()


def test_names_of_works_are_added_to_a_store_that_has_none(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'a.db'}"
    upgrade(url, "0001")
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.begin() as connection:
        for statement in OLD:
            connection.execute(text(statement))
    upgrade(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT work_key FROM citations")).scalars().all() == ["lsc/resolution 2.3"]
        assert connection.execute(text("SELECT work_key FROM repeals")).scalars().all() == ["lsc/resolution 1.2"]
        held = connection.execute(text("SELECT document, work_key FROM texts ORDER BY work_key")).all()
        assert [tuple(row) for row in held] == [("b", "lsc/decision 4.12"), ("a", "lsc/resolution 2.3")]
        renamed = connection.execute(text("SELECT work_key FROM documents WHERE sha256 = 'a'")).scalar_one()
        assert renamed == "lsc/resolution 2.3"
    engine.dispose()


DOCUMENT = """
INSERT INTO documents (sha256, file, size, received, updated, state, attempts, symbol, symbol_key, work_key, body,
status, pages, tracked_changes, masthead, tables, warnings) VALUES ('{sha}', '{sha}.pdf', 1, '2026-11-22', '2026-11-22',
'parsed', 0, '{symbol}', '{symbol}', 'as it was', 'LSC', 'adopted', 1, 0, '[]', '[]', '[]')
"""
OLD = (
    DOCUMENT.format(sha="a", symbol="LSC/Resolution 2.3 (Rev.COP4)"),
    DOCUMENT.format(sha="b", symbol="LSC/COP4/Decisions"),
    "INSERT INTO paragraphs (document, position, id, kind, number, depth, addressees, text, boxes)"
    " VALUES ('b', 0, 'd1', 'decision', '4.12', 0, '[]', 'The Secretariat shall report.', '[]')",
    "INSERT INTO citations (document, position, printed, symbol, symbol_key, role, candidates)"
    " VALUES ('b', 0, 'Res. 2.03', 'LSC/Res. 2.03', 'lsc/res.2.3', 'cites', '[]')",
    "INSERT INTO repeals (document, position, symbol, symbol_key, scope, effect, action, boxes)"
    " VALUES ('a', 0, 'LSC/Resolution 1.2', 'lsc/resolution1.2', 'whole', 'adopted', 'repeal', '[]')",
)
