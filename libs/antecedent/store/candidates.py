"""Documents that a draft may come from, and drafts that wait for a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal, cast

from sqlalchemy import or_, union_all
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Document
from antecedent.store import asking
from antecedent.store.keys import symbol_key, title_key, work_key
from antecedent.store.precedence import may_precede
from antecedent.store.stamps import parsed_at, traces_of
from antecedent.store.tables import CitationRow, DocumentRow, RepealRow

Why = Literal["revises", "work", "title", "repeals", "cites"]
_NAMES = ("sha256", "symbol", "body", "session", "status", "adopted", "symbol_key", "work_key", "title_key")
_COLUMNS = [getattr(DocumentRow, name) for name in _NAMES]  # mastheads and tables may be long


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
    wanted: dict[str, list[str]] = {}
    for name, keys in reasons.values():
        wanted.setdefault(name, []).extend(keys)
    named = await asking.rows(session, partial(_having, tuple(wanted)), **wanted)
    rows = [row for row in named if _precedes(row, document)]
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
    given = _names_of(document)
    if not given:
        return []
    named = await asking.rows(session, partial(_naming, tuple(given)), **given)
    waiting = [row.sha256 for row in named if _precedes_row(document, row)]
    if not waiting:
        return []
    parsed = (await parsed_at(session, [document.sha256])).get(document.sha256)
    knowing = {
        trace.document
        for trace in await traces_of(session, waiting)
        if document.sha256 in trace.priors and (parsed is None or trace.at >= parsed)
    }
    return [sha256 for sha256 in waiting if sha256 not in knowing]


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


def _names_of(document: Document) -> dict[str, str]:
    """What others may name it by."""
    given: dict[str, str] = {}
    if document.symbol:
        given |= {"symbol_key": symbol_key(document.symbol), "work_key": work_key(document.symbol)}
    if document.title:
        given["title_key"] = title_key(document.title)
    return given


@cache
def _having(names: tuple[str, ...], dialect: str) -> Any:
    """Parsed documents with one of the keys given for each column."""
    return _parsed(or_(*(asking.among(getattr(DocumentRow, name), name, dialect) for name in names)))


@cache
def _naming(names: tuple[str, ...], _dialect: str) -> Any:
    """One look into an index for each way of naming it: joined by OR, they would read the whole table."""
    own = select(DocumentRow.sha256)
    symbol, work, title = (asking.given(name) for name in ("symbol_key", "work_key", "title_key"))
    ways: list[Any] = []
    if "symbol_key" in names:
        ways += [own.where(col(DocumentRow.revises_key) == work), own.where(col(DocumentRow.work_key) == work)]
        ways.append(select(CitationRow.document).where(CitationRow.symbol_key == symbol))
        ways.append(select(RepealRow.document).where(RepealRow.symbol_key == symbol))
    if "title_key" in names:
        ways.append(own.where(col(DocumentRow.title_key) == title))
    return _parsed(col(DocumentRow.sha256).in_(union_all(*ways)))


def _parsed(where: Any) -> Any:
    """Parsed documents, the newest first; those without a date last."""
    return (
        cast("Any", select)(*_COLUMNS)
        .where(where, col(DocumentRow.parser_version).is_not(None))
        .order_by(col(DocumentRow.adopted).desc().nulls_last(), col(DocumentRow.sha256))
    )


def _precedes(row: DocumentRow, document: Document) -> bool:
    return row.sha256 != document.sha256 and may_precede(row, document)


def _precedes_row(document: Document, row: DocumentRow) -> bool:
    return row.sha256 != document.sha256 and may_precede(document, row)
