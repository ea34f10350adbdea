"""Settings of the pages: those that every service has."""

from antecedent.runtime.settings import Settings

__all__ = ["Settings"]
