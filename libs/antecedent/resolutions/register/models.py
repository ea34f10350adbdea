"""What the register knows: works with their versions, and the events that touch them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from antecedent.resolutions.models import Action, Document, Effect, Scope

EventAction = Action | Literal["revise"]
Origin = Literal["document", "known", "cited"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a work. `origin` tells how it is known; 'cited' ones were never seen."""

    symbol: str
    work: str
    revision: int  # 0 the original, n of (Rev.COPn)
    origin: Origin
    adopted: str | None = None  # ISO date
    known_by: str | None = None  # ISO date of the first adopted document that mentions it
    document: str | None = None  # sha256
    title: str | None = None

    @property
    def since(self) -> str | None:
        """The date from which it is known to exist."""
        return self.adopted or self.known_by


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A text under its name without revision, with all its versions, oldest first, and the drafts that revise it."""

    key: str
    symbol: str
    body: str | None
    versions: tuple[Version, ...]
    drafts: tuple[str, ...] = ()  # sha256

    @property
    def seen(self) -> bool:
        return any(version.document for version in self.versions)

    @property
    def title(self) -> str | None:
        return next((version.title for version in reversed(self.versions) if version.title), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that a text does to a work or to paragraphs of it."""

    action: EventAction
    effect: Effect
    work: str
    target: str
    revision: int | None  # of the version that it names; None where it names the work alone
    by: str | None
    document: str | None
    paragraph: str | None = None
    scope: Scope = "whole"
    paragraphs: tuple[str, ...] | None = None
    except_: tuple[str, ...] | None = None
    said: str | None = None  # ISO date of the text that says so
    date: str | None = None  # ISO date from which it holds
    into: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A row of an imported list of texts."""

    symbol: str
    title: str | None = None
    date: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Works by key and events by date, both computed from the documents, whatever the order in which they came."""

    works: Mapping[str, Work]
    events: tuple[Event, ...]
    by_work: Mapping[str, tuple[Event, ...]] = field(default_factory=dict[str, tuple[Event, ...]])
    documents: Mapping[str, Document] = field(default_factory=dict[str, Document])
    meetings: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    known: tuple[Known, ...] = ()
