"""The register as a person reads it: every document with its fate and its places."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.tables import DocumentRow, LinkRow, ParagraphRow, SourceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One document of the register."""

    sha256: str
    symbol: str | None
    title: str | None
    status: str | None
    state: str
    code: str | None
    reason: str | None
    sources: tuple[str, ...]
    paragraphs: int
    links: int
    updated: datetime

    def json(self) -> dict[str, object]:
        """As docs/output.md has it."""
        row: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        row.update(sources=list(self.sources), updated=self.updated.isoformat())
        return row


async def list_register(
    session: AsyncSession, *, failed: bool = False, limit: int | None = None, offset: int = 0
) -> list[Listed]:
    """All documents, or the rejected ones, the latest change first."""
    query = select(DocumentRow).order_by(col(DocumentRow.updated).desc(), col(DocumentRow.sha256))
    if failed:
        query = query.where(DocumentRow.state == "rejected")
    rows = (await session.exec(query.offset(offset).limit(limit))).all()
    hashes = [row.sha256 for row in rows]
    places = await _sources(session, hashes)
    paragraphs = await _counts(session, ParagraphRow, hashes)
    links = await _counts(session, LinkRow, hashes)
    return [
        Listed(
            sha256=row.sha256,
            symbol=row.symbol,
            title=row.title,
            status=row.status,
            state=row.state,
            code=row.code,
            reason=row.reason,
            sources=tuple(places.get(row.sha256, [])),
            paragraphs=paragraphs.get(row.sha256, 0),
            links=links.get(row.sha256, 0),
            updated=row.updated,
        )
        for row in rows
    ]


async def _sources(session: AsyncSession, hashes: list[str]) -> dict[str, list[str]]:
    query = select(SourceRow.sha256, SourceRow.url).where(col(SourceRow.sha256).in_(hashes)).order_by(SourceRow.url)
    found: dict[str, list[str]] = {}
    for sha256, url in (await session.exec(query)).all():
        found.setdefault(sha256, []).append(url)
    return found


async def _counts(
    session: AsyncSession, table: type[ParagraphRow] | type[LinkRow], hashes: list[str]
) -> dict[str, int]:
    document = col(table.document)
    query = select(document, func.count()).where(document.in_(hashes)).group_by(document)
    return dict((await session.exec(query)).all())
