"""What happened, in the past tense: small, versioned, ids and hashes but never texts.

A released version is never changed but by fields with a default; anything else is a new version beside it. The key of
each is the document's SHA-256, so that what happened to one document arrives in order.
"""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

Sha256 = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the document's bytes: its identity")


class Event(BaseModel):
    """What all events share; fields that a reader does not know are ignored, so that writers may go first."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    type: ClassVar[str]

    document: str = Sha256


class DocumentReceived(Event):
    """The bytes of a document are kept; published again whenever its extraction is due."""

    type: ClassVar[str] = "document.received.v1"
    size: int = Field(ge=0, description="in bytes")
    source: str = Field(description="URL of a place where it was seen")


class DocumentExtracted(Event):
    """The lines of a document are kept."""

    type: ClassVar[str] = "document.extracted.v1"
    extractor_version: str
    pages: int = Field(ge=0)


class DocumentParsed(Event):
    """The paragraphs, citations and repeals of a document are in the database."""

    type: ClassVar[str] = "document.parsed.v1"
    parser_version: str
    symbol: str | None = Field(default=None, description="canonical, as read or stated")
    status: str | None = Field(default=None, description="draft or adopted")
    paragraphs: int = Field(default=0, ge=0)


class PriorChanged(Event):
    """A document came or was parsed anew that this one builds on, or is like in what is new: its links are due."""

    type: ClassVar[str] = "prior.changed.v1"
    prior: str = Sha256


class DocumentLinked(Event):
    """The links of a document are in the database. The event's id tells one set of links from another."""

    type: ClassVar[str] = "document.linked.v1"
    linker_version: str
    symbol: str | None = None
    base: str | None = Field(default=None, description="SHA-256 of the prior that the draft revises")
    priors: tuple[str, ...] = Field(default=(), description="SHA-256 of all that it was compared with")
    links: dict[str, int] = Field(default_factory=dict, description="number of links by relation")


class DocumentRejected(Event):
    """A document cannot be worked on; code and reason say why and what to do."""

    type: ClassVar[str] = "document.rejected.v1"
    stage: str
    code: str
    reason: str


class FindingsChanged(Event):
    """What is to be looked at in a document is not what it was: findings appeared or ended. Keys are as in the API."""

    type: ClassVar[str] = "findings.changed.v1"
    symbol: str | None = None
    kinds: dict[str, int] = Field(default_factory=dict, description="number of findings that stand now, by kind")
    severities: dict[str, int] = Field(default_factory=dict, description="the same findings by severity")
    appeared: tuple[str, ...] = Field(default=(), description="keys of findings that were not there before")
    ended: tuple[str, ...] = Field(default=(), description="keys of findings that stand no more")


EVENTS: tuple[type[Event], ...] = (
    DocumentReceived,
    DocumentExtracted,
    DocumentParsed,
    PriorChanged,
    DocumentLinked,
    DocumentRejected,
    FindingsChanged,
)
BY_TYPE: dict[str, type[Event]] = {event.type: event for event in EVENTS}


def event_from(type_: str, data: dict[str, Any]) -> Event:
    """The event of a CloudEvents type; KeyError for an unknown one, ValidationError for data that do not fit."""
    return BY_TYPE[type_.removeprefix("org.antecedent.")].model_validate(data)
