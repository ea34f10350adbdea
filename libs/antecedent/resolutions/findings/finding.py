"""A finding: what is wrong or worth a look, where, how bad, and what shows it."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

from antecedent.resolutions.models import Document, Link

Kind = Literal[
    "cites-repealed",
    "cites-old-version",
    "cites-future",
    "repeals-repealed",
    "repeals-unknown",
    "repeals-old-version",
    "orphaned-paragraph",
    "competing-amendments",
    "unmarked-change",
    "marked-but-equal",
]
Severity = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding; `target` is the symbol, or the paragraph of it ('… paragraph 4(b)'), that it is about."""

    kind: Kind
    severity: Severity
    document: str  # sha256
    paragraph: str | None
    target: str | None
    message: str
    evidence: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def key(self) -> str:
        """The same for the same finding whenever it is computed, so that it can be marked as seen."""
        parts = (self.kind, self.document, self.paragraph or "", self.target or "")
        return sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A draft's links, and the prior (sha256) that it revises."""

    base: str | None
    links: tuple[Link, ...]


def graver(document: Document, severity: Severity) -> Severity:
    """A draft can still be mended; what an adopted text got wrong is for the record."""
    return severity if document.status != "adopted" else "low"
