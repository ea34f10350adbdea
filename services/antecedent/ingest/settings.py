"""Settings of ingest: where it looks and how often."""

from antecedent.runtime.settings import WatchSettings as Settings

__all__ = ["Settings"]
