"""Brings a database to the tables of this release: `antecedent-migrate`, or `upgrade` for the command's own SQLite."""

import sys

from alembic import command
from alembic.config import Config

from antecedent.store.schema import MIGRATIONS
from antecedent.store.settings import StoreSettings


def upgrade(url: str, revision: str = "head") -> None:
    """Runs the migrations that are missing. Not from within an event loop."""
    command.upgrade(_config(url), revision)


def revise(url: str, message: str, number: str) -> None:
    """Writes the migration from what stands at `url` to tables.py, for review."""
    command.revision(_config(url), message=message, autogenerate=True, rev_id=number)


def main() -> None:
    """Migrates the database of ANTECEDENT_DATABASE_URL to the head, or to the revision given as argument."""
    upgrade(StoreSettings().database_url, *sys.argv[1:2])


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config
