"""What the pages and the API answer, each from a few queries."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.answers import finding_json
from antecedent.resolutions.comparison import compare
from antecedent.resolutions.exports.page import comparison_page
from antecedent.resolutions.findings import Comparison, Finding, assess, find
from antecedent.resolutions.models import Trace
from antecedent.resolutions.output import document_json, link_json
from antecedent.resolutions.standing import Context, surroundings
from antecedent.resolutions.status import Standing, status
from antecedent.store import queries
from antecedent.store.around import Around, around, around_hashes
from antecedent.store.engine import SessionMaker
from antecedent.store.keys import work_key
from antecedent.store.register import load_comparisons, load_register, seen_keys
from antecedent.store.works import register_around, texts_of
from antecedent.web.rendering import render

AtDate = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", description="a day, 2026-11-22; today without")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What the answers are made from."""

    session: SessionMaker

    def router(self) -> APIRouter:
        """Every address that is answered."""
        router = APIRouter()
        page: dict[str, Any] = {"response_class": HTMLResponse, "include_in_schema": False}
        router.add_api_route("/", self.register_page, **page)
        router.add_api_route("/documents/{name:path}", self.document_page, **page)
        router.add_api_route("/status", self.status_page, **page)
        router.add_api_route("/api/documents", self.documents)
        router.add_api_route("/api/documents/{name:path}", self.document)
        router.add_api_route("/api/status/{symbol:path}", self.standing)
        router.add_api_route("/api/findings", self.findings)
        return router

    async def register_page(self, q: str = "", state: str = "") -> HTMLResponse:
        """Every document with its fate; `q` looks in symbols, titles and places."""
        async with self.session() as session:
            rows = await queries.list_register(session)
        counts = Counter(row.state for row in rows)
        wanted = [row for row in rows if (not state or row.state == state) and _mentions(row, q)]
        return render("register.html.j2", rows=wanted, counts=counts, all=len(rows), q=q, state=state)

    async def document_page(self, name: str) -> HTMLResponse:
        """The comparison of a draft with what it comes from, or how far the document got."""
        async with self.session() as session:
            trace = await _trace(session, await _one(session, name))
            links = {trace.draft.sha256: Comparison(base=trace.base, links=trace.links)}
            found = await around(session, [trace.draft], links)
        comparison = compare(trace, tuple(found.register.documents.values()))
        return HTMLResponse(comparison_page(comparison, _context(trace, found)))

    async def status_page(self, symbol: str = "", at: AtDate = None) -> HTMLResponse:
        """How a text stands at a date, and what made it so."""
        standing = await self._standing(symbol, at) if symbol else None
        return render("status.html.j2", symbol=symbol, at=at or _today(), standing=standing)

    async def documents(self, failed: bool = False, limit: int = 100, offset: int = 0) -> list[dict[str, object]]:
        """The register, the latest change first."""
        async with self.session() as session:
            rows = await queries.list_register(session, failed=failed, limit=limit, offset=offset)
        return [row.json() for row in rows]

    async def document(self, name: str) -> dict[str, Any]:
        """A document, by SHA-256 or symbol, with its links."""
        async with self.session() as session:
            sha256 = await _one(session, name)
            document = await queries.load_document(session, sha256)
            links = await queries.load_links(session, sha256)
        if document is None:
            raise HTTPException(409, f"{sha256} is not parsed yet, or was rejected: see /api/documents")
        return {"document": document_json(document), "links": [link_json(link) for link in links]}

    async def standing(self, symbol: str, at: AtDate = None) -> Standing:
        """The status of a text at a date."""
        return await self._standing(symbol, at)

    async def findings(self, document: str = "") -> list[dict[str, Any]]:
        """What to look at before the meeting, of one document (SHA-256 or symbol) or of all."""
        async with self.session() as session:
            found = await _findings(session, document)
            seen = await seen_keys(session)
        return [finding_json(one, one.key in seen) for one in found]

    async def _standing(self, symbol: str, at: str | None) -> Standing:
        async with self.session() as session:
            works = [work_key(symbol)]
            register = await register_around(session, works, await texts_of(session, works))
        return status(register, symbol, at or _today())


async def _one(session: AsyncSession, name: str) -> str:
    """The hash that a hash, the beginning of one, or a symbol means."""
    found = await queries.documents_like(session, name)
    if not found:
        raise HTTPException(404, f"no document is named {name}")
    return found[-1]


async def _trace(session: AsyncSession, sha256: str) -> Trace:
    draft = await queries.load_document(session, sha256)
    if draft is None:
        raise HTTPException(409, f"{sha256} is not parsed yet, or was rejected: the register says why")
    saved = await queries.load_trace(session, sha256)
    if saved is None:
        return Trace(draft=draft, priors=(), base=None)
    priors = await queries.load_documents(session, saved.priors)
    return Trace(draft=draft, priors=tuple(priors), base=saved.base, links=saved.links)


async def _findings(session: AsyncSession, name: str) -> tuple[Finding, ...]:
    """Those on the document of this hash or symbol, or on all of the corpus."""
    if not name:
        return find(await load_register(session), await load_comparisons(session))
    sha256 = await _one(session, name)
    found = await around_hashes(session, [sha256])
    document = found.register.documents.get(sha256)
    return assess(document, found.register, found.comparisons) if document else ()


def _context(trace: Trace, found: Around) -> Context:
    return surroundings(trace, _today(), found.register, found.comparisons)


def _mentions(row: queries.Listed, words: str) -> bool:
    text = " ".join(filter(None, (row.symbol, row.title, row.sha256, *row.sources))).casefold()
    return all(word in text for word in words.casefold().split())


def _today() -> str:
    return datetime.now(UTC).date().isoformat()
