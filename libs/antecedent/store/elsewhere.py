"""New paragraphs of a trace, looked up among all paragraphs of the corpus."""

from collections.abc import Iterable

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align.seeing import Sighting, see_elsewhere
from antecedent.resolutions.models import Document, Trace
from antecedent.store.precedence import may_precede
from antecedent.store.search import ParagraphIndex
from antecedent.store.tables import DocumentRow

FEWEST = 8  # words: shorter ones ('Directed to the Parties') are like too many others to tell anything
MOST = 10


async def see_in_corpus(session: AsyncSession, index: ParagraphIndex, trace: Trace) -> Trace:
    """The trace with `see` on its new paragraphs, earlier documents only. Call `catch_up` on the index before."""
    texts = {paragraph.id: paragraph.text for paragraph in trace.draft.paragraphs}
    new = {texts[name] for link in trace.links if link.relation == "new" for name in link.draft}
    sightings = {text: _look(index, text, trace.draft.sha256) for text in new if len(text.split()) >= FEWEST}
    found = {one.document for sighted in sightings.values() for one in sighted}
    earlier = await _earlier(session, trace.draft, found)
    return see_elsewhere(trace, lambda text: [one for one in sightings.get(text, ()) if one.document in earlier])


def _look(index: ParagraphIndex, text: str, without: str) -> list[Sighting]:
    found = index.find(text, limit=MOST, without=without)
    return [Sighting(document=one.document, paragraph=one.paragraph, score=one.score) for one in found]


async def _earlier(session: AsyncSession, draft: Document, hashes: Iterable[str]) -> frozenset[str]:
    query = select(DocumentRow).where(col(DocumentRow.sha256).in_(list(hashes)))
    rows = (await session.exec(query)).all()
    return frozenset(row.sha256 for row in rows if may_precede(row, draft))
