"""Linking in the corpus: a draft with its priors, and again the drafts that waited for a document."""

from collections.abc import Iterable

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.corpus import Found
from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.models import Document
from antecedent.store.queries import (
    all_documents,
    drafts_waiting_for,
    load_document,
    load_documents,
    priors_for,
    record_stage,
    save_links,
)
from antecedent.store.register import load_known


async def link_in(session: AsyncSession, draft: Document) -> Found:
    """The draft against its likely priors in the corpus; nothing is written."""
    candidates = await priors_for(session, draft)
    priors = await load_documents(session, [candidate.sha256 for candidate in candidates])
    corpus = [document async for document in all_documents(session) if document.sha256 != draft.sha256]
    return Found(trace=trace(draft, tuple(priors)), corpus=corpus, known=await load_known(session))


async def link(session: AsyncSession, sha256: str) -> int:
    """Traces a document of the corpus and keeps its links; gives their number."""
    draft = await load_document(session, sha256)
    if draft is None:
        return 0
    candidates = await priors_for(session, draft)
    priors = await load_documents(session, [candidate.sha256 for candidate in candidates])
    found = trace(draft, tuple(priors))
    names = [prior.sha256 for prior in priors]
    await save_links(session, sha256, found.links, version=LINKER_VERSION, base=found.base, priors=names)
    await record_stage(session, sha256, "linked", version=LINKER_VERSION)
    return len(found.links)


async def waiting(session: AsyncSession, hashes: Iterable[str]) -> list[str]:
    """These documents, then those that are to be linked again because of them."""
    due = list(dict.fromkeys(hashes))
    for document in await load_documents(session, due):
        due += [sha for sha in await drafts_waiting_for(session, document) if sha not in due]
    return due
