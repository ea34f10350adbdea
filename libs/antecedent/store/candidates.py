"""Documents that a draft may come from, and drafts that wait for a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import or_, union_all
from sqlalchemy.orm import load_only
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Document
from antecedent.store.keys import symbol_key, title_key, work_key
from antecedent.store.precedence import may_precede
from antecedent.store.stamps import parsed_at
from antecedent.store.tables import CitationRow, DocumentRow, RepealRow, TraceRow

Why = Literal["revises", "work", "title", "repeals", "cites"]
_DATING: Any = (DocumentRow.symbol, DocumentRow.body, DocumentRow.session, DocumentRow.status, DocumentRow.adopted)
_KEYS: Any = (DocumentRow.symbol_key, DocumentRow.work_key, DocumentRow.title_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A document that a draft may come from, and what speaks for it."""

    sha256: str
    why: Why


async def priors_for(session: AsyncSession, document: Document, limit: int = 8) -> list[Candidate]:
    """Documents that this one may come from, the likeliest first.

    The newest text of the work that it says it revises, of its own work and of its title; every text that it repeals;
    those that it cites only when there is nothing else. None is younger than the document.
    """
    reasons = _reasons(document)
    found = await _speaking_for(session, document, {why: one for why, one in reasons.items() if why != "cites"})
    if not found:
        found = await _speaking_for(session, document, {why: one for why, one in reasons.items() if why == "cites"})
    return found[:limit]


async def _speaking_for(
    session: AsyncSession, document: Document, reasons: Mapping[Why, tuple[str, Sequence[str]]]
) -> list[Candidate]:
    """All of them in one look, then each reason in its turn."""
    if not reasons:
        return []
    where = or_(*(getattr(DocumentRow, name).in_(keys) for name, keys in reasons.values()))
    rows = [row for row in await _parsed(session, where) if _precedes(row, document)]
    found: dict[str, Candidate] = {}
    for why, (name, keys) in reasons.items():
        named = [row for row in rows if getattr(row, name) in keys]
        for row in named if why in ("repeals", "cites") else named[:1]:
            found.setdefault(row.sha256, Candidate(sha256=row.sha256, why=why))
    return list(found.values())


async def drafts_waiting_for(session: AsyncSession, document: Document) -> Sequence[str]:
    """Documents that would have been compared with this one, had it been there: they are to be linked again.

    They revise it, share its work or title, repeal or cite it, are not older, and their last trace was without it or
    read before it was last parsed.
    """
    rows = [row for row in await _parsed(session, _named_by(document)) if _precedes_row(document, row)]
    if not rows:
        return []
    parsed = (await parsed_at(session, [document.sha256])).get(document.sha256)
    traced = select(TraceRow).where(col(TraceRow.document).in_([row.sha256 for row in rows]))
    knowing = {
        trace.document
        for trace in (await session.exec(traced)).all()
        if document.sha256 in trace.priors and (parsed is None or trace.at >= parsed)
    }
    return [row.sha256 for row in rows if row.sha256 not in knowing]


def _reasons(document: Document) -> dict[Why, tuple[str, Sequence[str]]]:
    """Why → column of the prior's row and its values, in the order of their weight; only those that it gives."""
    cited = sorted({symbol_key(citation.symbol) for citation in document.citations if citation.symbol})
    repealed = sorted({symbol_key(repeal.symbol) for repeal in document.repeals})
    keys: dict[Why, tuple[str, Sequence[str]]] = {
        "revises": ("work_key", [work_key(document.revises)] if document.revises else ()),
        "work": ("work_key", [work_key(document.symbol)] if document.symbol else ()),
        "title": ("title_key", [title_key(document.title)] if document.title else ()),
        "repeals": ("symbol_key", repealed),
        "cites": ("symbol_key", cited),
    }
    return {why: (name, values) for why, (name, values) in keys.items() if values}


def _named_by(document: Document) -> Any:
    """One look into an index for each way of naming it: joined by OR, they would read the whole table."""
    own = select(DocumentRow.sha256)
    ways: list[Any] = []
    if document.symbol:
        key, work = symbol_key(document.symbol), work_key(document.symbol)
        ways += [own.where(col(DocumentRow.revises_key) == work), own.where(col(DocumentRow.work_key) == work)]
        ways.append(select(CitationRow.document).where(CitationRow.symbol_key == key))
        ways.append(select(RepealRow.document).where(RepealRow.symbol_key == key))
    if document.title:
        ways.append(own.where(col(DocumentRow.title_key) == title_key(document.title)))
    return col(DocumentRow.sha256).in_(union_all(*ways)) if ways else col(DocumentRow.sha256).is_(None)


async def _parsed(session: AsyncSession, where: Any) -> Sequence[DocumentRow]:
    """Parsed documents, the newest first; those without a date last."""
    query = (
        select(DocumentRow)
        .options(load_only(*_DATING, *_KEYS))  # mastheads and tables may be long
        .where(where, col(DocumentRow.parser_version).is_not(None))
        .order_by(col(DocumentRow.adopted).desc().nulls_last(), col(DocumentRow.sha256))
    )
    return (await session.exec(query)).all()


def _precedes(row: DocumentRow, document: Document) -> bool:
    return row.sha256 != document.sha256 and may_precede(row, document)


def _precedes_row(document: Document, row: DocumentRow) -> bool:
    return row.sha256 != document.sha256 and may_precede(document, row)
