"""Which tables this release wants."""

from pathlib import Path

MIGRATIONS = Path(__file__).parent / "migrations"


def latest() -> str:
    """The newest migration, by the number that its file begins with."""
    return max(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))
