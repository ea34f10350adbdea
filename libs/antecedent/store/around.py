"""What the corpus knows around some documents: what they name, where they come from, which drafts compete with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Register
from antecedent.store.documents import load_documents
from antecedent.store.keys import work_key
from antecedent.store.register import load_comparisons
from antecedent.store.tables import DocumentRow, LinkRow, RepealRow
from antecedent.store.works import a_sibling, drafts_of, register_around, texts_of, works_in

MOVES = ("renumber", "transfer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A register that is whole for what the documents name, and the links that lead back from them."""

    register: Register
    comparisons: Mapping[str, Comparison]


async def around(
    session: AsyncSession,
    documents: Sequence[Document],
    links: Mapping[str, Comparison] | None = None,
    *,
    family: bool = False,
) -> Around:
    """All that status, findings, lineage and consolidation of these documents are computed from.

    They need not be in the corpus; `links` are those of such documents. With `family` also what the other versions
    and drafts of their works name.
    """
    behind, passed = await _behind(session, documents, dict(links or {}))
    rivals = await _rivals(session, documents, behind)
    own = [behind[document.sha256] for document in documents if document.sha256 in behind]
    seen = {see.document for comparison in own for link in comparison.links for see in link.see}
    works = {work_key(symbol) for document in documents for symbol in _named(document)}
    if family:
        works |= await works_in(session, await _family(session, documents))
    gone = {work_key(repeal.symbol) for document in documents for repeal in document.repeals}
    siblings = {work for one in gone if (work := await a_sibling(session, one))}
    whole = {*passed, *rivals, *seen, *await texts_of(session, gone)}
    register = await register_around(session, works | siblings, whole, documents)
    return Around(register=register, comparisons=behind | await load_comparisons(session, list(rivals)))


async def around_hashes(session: AsyncSession, hashes: Iterable[str], *, family: bool = False) -> Around:
    """The same for documents of the corpus."""
    return await around(session, await load_documents(session, hashes), family=family)


def _named(document: Document) -> Iterable[str]:
    symbols = (document.symbol, document.revises, *(citation.symbol for citation in document.citations))
    return filter(None, (*symbols, *(repeal.symbol for repeal in document.repeals)))


async def _behind(
    session: AsyncSession, documents: Sequence[Document], found: dict[str, Comparison]
) -> tuple[dict[str, Comparison], set[str]]:
    """The links of the documents, of those that they come from, and so on; and every document on the way."""
    moved = {work_key(one.symbol) for document in documents for one in document.repeals if one.action in MOVES}
    ahead, passed = {document.sha256 for document in documents} | set(await texts_of(session, moved)), set[str]()
    while ahead:
        passed |= ahead
        found |= await load_comparisons(session, [sha for sha in ahead if sha not in found])
        links = [link for sha in ahead if sha in found for link in found[sha].links]
        ahead = ({link.document for link in links if link.document} | await _moved(session, ahead)) - passed
    return found, passed


async def _moved(session: AsyncSession, hashes: Iterable[str]) -> set[str]:
    """Documents with what these say to have renumbered or transferred, however much the wording changed."""
    query = select(RepealRow.work_key).where(
        col(RepealRow.document).in_(list(hashes)), col(RepealRow.action).in_(MOVES)
    )
    return set(await texts_of(session, (await session.exec(query)).all()))


async def _rivals(session: AsyncSession, documents: Sequence[Document], links: Mapping[str, Comparison]) -> set[str]:
    """Drafts of the same meetings that are linked to texts to which these documents are."""
    found: set[str] = set()
    for document in documents:
        own = links[document.sha256].links if document.sha256 in links else ()
        priors = {link.document for link in own if link.document}
        if document.session and priors:
            found |= await _drafts_on(session, document, sorted(priors))
    return found


async def _drafts_on(session: AsyncSession, document: Document, priors: list[str]) -> set[str]:
    linked = select(LinkRow.document).where(col(LinkRow.prior_document).in_(priors))
    query = select(DocumentRow.sha256).where(
        col(DocumentRow.sha256).in_(linked),
        DocumentRow.session == document.session,
        DocumentRow.body == document.body,
        or_(DocumentRow.status != "adopted", col(DocumentRow.status).is_(None)),
    )
    return set((await session.exec(query)).all())


async def _family(session: AsyncSession, documents: Iterable[Document]) -> list[str]:
    """Every version and draft of the works that bear the documents' symbols."""
    works = [work_key(document.symbol) for document in documents if document.symbol]
    return [*await texts_of(session, works), *await drafts_of(session, works)]
