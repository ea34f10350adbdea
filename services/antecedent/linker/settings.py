"""Settings of the linker."""

from pathlib import Path

from antecedent.runtime.settings import Settings as Common


class Settings(Common):
    """What the linker needs beyond."""

    index: Path | None = None  # folder of this replica's own for the search index; without, it goes with the replica
