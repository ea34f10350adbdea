"""What comes from what: the links of a draft, as they were last computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Link, Trace
from antecedent.store import asking, mapping
from antecedent.store.documents import load_document, load_documents
from antecedent.store.fates import lock_document
from antecedent.store.stages import is_newer
from antecedent.store.tables import LinkRow, TraceRow
from antecedent.store.writing import replace_rows, upsert


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedTrace:
    """The links of a draft as they were last computed."""

    base: str | None
    priors: tuple[str, ...]
    links: tuple[Link, ...]
    version: str


async def save_links(
    session: AsyncSession,
    sha256: str,
    links: Iterable[Link],
    *,
    version: str,
    base: str | None = None,
    priors: Iterable[str] = (),
    at: datetime | None = None,
    held: bool = False,
) -> bool:
    """Writes a draft's links over those of an older or the same linker; False when a newer one's stand.

    `at` is when what they are computed from was read: what was parsed after that, they do not know. `held` says that
    the document is locked already.
    """
    if not held:
        await lock_document(session, sha256)
    known = await asking.values(session, _version, sha256=sha256)
    if known and is_newer(known[0], version):
        return False
    row: dict[str, object] = {"document": sha256, "base": base, "priors": list(priors), "version": version}
    row["at"] = at or datetime.now(UTC)
    await upsert(session, TraceRow, [row])
    await replace_rows(session, LinkRow, sha256, mapping.link_rows(sha256, links), first=not known)
    return True


@cache
def _version(_dialect: str) -> Any:
    return select(TraceRow.version).where(TraceRow.document == asking.given("sha256"))


async def load_links(session: AsyncSession, sha256: str) -> tuple[Link, ...]:
    """The links of a draft in their order."""
    query = select(LinkRow).where(LinkRow.document == sha256).order_by(col(LinkRow.position))
    return tuple(mapping.link_from_row(row) for row in (await session.exec(query)).all())


async def recall_trace(session: AsyncSession, sha256: str) -> Trace | None:
    """A parsed document with its priors and links as they are kept; without any before it is linked."""
    draft = await load_document(session, sha256)
    if draft is None:
        return None
    saved = await load_trace(session, sha256)
    if saved is None:
        return Trace(draft=draft, priors=(), base=None)
    priors = await load_documents(session, saved.priors)
    return Trace(draft=draft, priors=tuple(priors), base=saved.base, links=saved.links)


async def load_trace(session: AsyncSession, sha256: str) -> SavedTrace | None:
    """The links with the base and the priors they were computed against; None before the draft was linked."""
    row = await session.get(TraceRow, sha256, populate_existing=True)
    if row is None:
        return None
    links = await load_links(session, sha256)
    return SavedTrace(base=row.base, priors=tuple(row.priors), links=links, version=row.version)
