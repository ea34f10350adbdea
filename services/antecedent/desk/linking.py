"""Linking in the corpus: a draft with its priors, and again the drafts that waited for a document."""

from collections.abc import Iterable

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.models import Document, Trace
from antecedent.store.elsewhere import looking_in, see_in_corpus
from antecedent.store.queries import (
    drafts_waiting_for,
    load_document,
    load_documents,
    priors_for,
    record_stage,
    save_links,
)
from antecedent.store.search import ParagraphIndex
from antecedent.store.upkeep import catch_up


async def trace_in(session: AsyncSession, draft: Document, index: ParagraphIndex | None = None) -> Trace:
    """The draft against its likely priors; what is new is looked up in the index. Nothing is written."""
    candidates = await priors_for(session, draft)
    priors = await load_documents(session, [candidate.sha256 for candidate in candidates])
    found = trace(draft, tuple(priors))
    return await see_in_corpus(session, looking_in(index), found) if index else found


async def link(session: AsyncSession, sha256: str, index: ParagraphIndex | None = None) -> None:
    """Traces a document of the corpus and keeps its links."""
    draft = await load_document(session, sha256)
    if draft is None:
        return
    found = await trace_in(session, draft, index)
    names = [prior.sha256 for prior in found.priors]
    await save_links(session, sha256, found.links, version=LINKER_VERSION, base=found.base, priors=names)
    await record_stage(session, sha256, "linked", version=LINKER_VERSION)


async def refresh(session: AsyncSession, index: ParagraphIndex) -> None:
    """Puts what is new into the index; another process that is doing so now is left alone."""
    try:
        await catch_up(session, index)
    except ValueError as error:  # tantivy's own lock
        if "Lock" not in str(error):
            raise


async def waiting(session: AsyncSession, hashes: Iterable[str]) -> list[str]:
    """These documents, then those that are to be linked again because of them."""
    due = list(dict.fromkeys(hashes))
    for document in await load_documents(session, due):
        due += [sha for sha in await drafts_waiting_for(session, document) if sha not in due]
    return due
