"""The tables, the same on SQLite and Postgres. What flows is the core's values: mapping.py turns rows into them.

A document is its bytes' SHA-256; its paragraphs, footnotes, citations, repeals and links are keyed by it and by their
position, so that writing them again changes nothing.
"""

# SQLModel declares `__tablename__` as something else than the str it wants.
# pyright: reportAssignmentType=false, reportIncompatibleVariableOverride=false

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, Index, MetaData, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Utc(TypeDecorator[datetime]):
    """A moment in UTC, aware on both sides (SQLite gives naive ones back)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """Lists and objects: JSONB on Postgres, text on SQLite."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        kind = JSONB if dialect.name == "postgresql" else JSON
        return dialect.type_descriptor(kind(none_as_null=True))


class Table(SQLModel):
    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMES)


def _owner() -> Any:
    return Field(primary_key=True, foreign_key="documents.sha256", ondelete="CASCADE")


def _json(default: Any = None) -> Any:
    return Field(default=default, sa_type=Json) if default is None else Field(default_factory=default, sa_type=Json)


class DocumentRow(Table, table=True):
    """One content; the columns from `symbol` on are empty until it is parsed."""

    __tablename__ = "documents"
    __table_args__ = (Index(None, "state", "updated"), Index(None, "status", "body", "session", "adopted"))

    sha256: str = Field(primary_key=True)
    file: str = ""
    size: int = 0
    stated: dict[str, Any] | None = (
        _json()
    )  # symbol, body, status, date given with the file; they win over what is read
    received: datetime = Field(sa_type=Utc)
    updated: datetime = Field(sa_type=Utc, index=True)
    state: str = "received"
    code: str | None = None
    reason: str | None = Field(default=None, sa_type=Text)
    attempts: int = 0  # of the stage that is due
    extractor_version: str | None = None
    parser_version: str | None = None
    linker_version: str | None = None
    symbol: str | None = None
    symbol_key: str | None = Field(default=None, index=True)
    work_key: str | None = Field(default=None, index=True)
    title: str | None = Field(default=None, sa_type=Text)
    title_key: str | None = Field(default=None, index=True, sa_type=Text)
    body: str | None = None
    session: str | None = None
    language: str | None = None
    status: str | None = None
    adopted: str | None = None
    revises: str | None = None
    revises_key: str | None = Field(default=None, index=True)
    pages: int = 0
    tracked_changes: bool = False
    enacting_formula: str | None = Field(default=None, sa_type=Text)
    masthead: list[Any] = _json(list)
    tables: list[Any] = _json(list)
    warnings: list[Any] = _json(list)


class SourceRow(Table, table=True):
    """A place where a content was seen; a file changed under its name leaves its old row `replaced`."""

    __tablename__ = "sources"
    # Found by prefix whatever the database's collation, in which 's3://b/' may sort anywhere.
    __table_args__ = (Index(None, "url", postgresql_ops={"url": "text_pattern_ops"}),)

    url: str = Field(primary_key=True)
    sha256: str = Field(primary_key=True, foreign_key="documents.sha256", ondelete="CASCADE", index=True)
    etag: str | None = None
    size: int = 0
    seen: datetime = Field(sa_type=Utc)
    replaced: datetime | None = Field(default=None, sa_type=Utc)
    deleted: datetime | None = Field(default=None, sa_type=Utc)


class StageRow(Table, table=True):
    """When a document last passed a stage, with the version that did it."""

    __tablename__ = "stages"
    __table_args__ = (Index(None, "stage", "at"),)

    sha256: str = _owner()
    stage: str = Field(primary_key=True)
    version: str | None = None
    at: datetime = Field(sa_type=Utc)
    attempts: int = 1


class ExtractionRow(Table, table=True):
    """The recorded lines of a document: where the blob is."""

    __tablename__ = "extractions"

    sha256: str = _owner()
    version: str = Field(primary_key=True)
    blob: str
    pages: int = 0
    at: datetime = Field(sa_type=Utc)


class ParagraphRow(Table, table=True):
    __tablename__ = "paragraphs"
    __table_args__ = (Index(None, "document", "id"),)

    document: str = _owner()
    position: int = Field(primary_key=True)
    id: str
    kind: str
    number: str | None = None
    depth: int = 0
    parent: str | None = None
    lead: str | None = None
    addressees: list[Any] = _json(list)
    text: str = Field(sa_type=Text)
    boxes: list[Any] = _json(list)
    before: str | None = Field(default=None, sa_type=Text)


class TextRow(Table, table=True):
    """A text that an adopted document is, or a decision that it holds: here the versions of a work are found."""

    __tablename__ = "texts"
    # Found by prefix too, whatever the database's collation.
    __table_args__ = (Index(None, "work_key", postgresql_ops={"work_key": "text_pattern_ops"}),)

    document: str = _owner()
    position: int = Field(primary_key=True)
    symbol: str
    work_key: str


class FootnoteRow(Table, table=True):
    __tablename__ = "footnotes"

    document: str = _owner()
    position: int = Field(primary_key=True)
    paragraph: str
    marker: str
    text: str = Field(sa_type=Text)
    at: int | None = None


class CitationRow(Table, table=True):
    __tablename__ = "citations"

    document: str = _owner()
    position: int = Field(primary_key=True)
    paragraph: str | None = None
    start: int | None = None
    end: int | None = None
    footnote: str | None = None
    page: int | None = None
    printed: str = Field(sa_type=Text)
    symbol: str | None = None
    symbol_key: str | None = Field(default=None, index=True)
    work_key: str | None = Field(default=None, index=True)
    body: str | None = None
    type: str | None = None
    number: str | None = None
    revision: str | None = None
    pinpoint: str | None = None
    role: str = "cites"
    candidates: list[Any] = _json(list)


class RepealRow(Table, table=True):
    __tablename__ = "repeals"
    __table_args__ = (Index(None, "work_key", postgresql_ops={"work_key": "text_pattern_ops"}),)  # by series too

    document: str = _owner()
    position: int = Field(primary_key=True)
    paragraph: str | None = None
    symbol: str
    symbol_key: str = Field(index=True)
    work_key: str
    scope: str
    paragraphs: list[Any] | None = _json()
    except_: list[Any] | None = _json()
    effect: str
    action: str
    from_: str | None = None
    into: str | None = None
    condition: str | None = Field(default=None, sa_type=Text)
    boxes: list[Any] = _json(list)


class TraceRow(Table, table=True):
    """What a draft was compared with, and the prior that it revises."""

    __tablename__ = "traces"

    document: str = _owner()
    base: str | None = Field(default=None, index=True)
    priors: list[Any] = _json(list)
    version: str
    at: datetime = Field(sa_type=Utc)


class LinkRow(Table, table=True):
    __tablename__ = "links"

    document: str = _owner()
    position: int = Field(primary_key=True)
    prior_document: str | None = Field(default=None, index=True)
    draft: list[Any] = _json(list)
    prior: list[Any] = _json(list)
    relation: str
    moved: bool = False
    score: float = 0.0
    changes: list[Any] = _json(list)
    see: list[Any] = _json(list)


class AssessmentRow(Table, table=True):
    """Which findings were last told of a document, and since when they are due to be computed anew."""

    __tablename__ = "assessments"

    document: str = _owner()
    due: datetime | None = Field(default=None, sa_type=Utc, index=True)  # in the future while a replica is at it
    at: datetime | None = Field(default=None, sa_type=Utc)
    findings: list[Any] = _json(list)  # [key, kind, severity]


class KnownTextRow(Table, table=True):
    """A text that somebody stated in an imported list; checked against what documents say, never overwritten by it."""

    __tablename__ = "known_texts"

    symbol_key: str = Field(primary_key=True)
    symbol: str
    title: str | None = Field(default=None, sa_type=Text)
    adopted: str | None = None
    status: str | None = None
    origin: str = ""  # the file it was imported from


class SeenFindingRow(Table, table=True):
    """A finding that somebody marked as seen; findings themselves are computed anew."""

    __tablename__ = "seen_findings"

    key: str = Field(primary_key=True)
    at: datetime = Field(sa_type=Utc)
