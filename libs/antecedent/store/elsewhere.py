"""New paragraphs of a trace, looked up among all paragraphs of the corpus; and drafts whose new ones a text is like."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align.seeing import LIKELY, MOST_SEEN, Sighting, see_elsewhere
from antecedent.resolutions.models import Document, Trace
from antecedent.store import asking
from antecedent.store.precedence import may_precede
from antecedent.store.search import ParagraphSearch
from antecedent.store.stamps import traces_of
from antecedent.store.tables import DocumentRow, LinkRow

Looks = dict[str, list[Sighting]]  # a text and what was found for it: so that it is looked up once
LookUp = Callable[[Sequence[str], str], Awaitable[Sequence[list[Sighting]]]]  # texts, and the document left out
FEWEST = 8  # words: shorter ones ('Directed to the Parties') are like too many others to tell anything
MOST = 10
AT_ONCE = 100  # texts looked up in one call, which may be bounded in time
DATING = [getattr(DocumentRow, name) for name in ("sha256", "symbol", "body", "session", "status", "adopted")]


async def see_in_corpus(session: AsyncSession, look_up: LookUp, trace: Trace, looks: Looks | None = None) -> Trace:
    """The trace with `see` on its new paragraphs, earlier documents only. Call `catch_up` on the index before."""
    texts = {paragraph.id: paragraph.text for paragraph in trace.draft.paragraphs}
    new = {texts[name] for link in trace.links if link.relation == "new" for name in link.draft}
    sightings = await _sightings(look_up, new, trace.draft.sha256, {} if looks is None else looks)
    found = {one.document for sighted in sightings.values() for one in sighted}
    earlier = await _earlier(session, trace.draft, found)
    return see_elsewhere(trace, lambda text: [one for one in sightings.get(text, ()) if one.document in earlier])


async def drafts_that_would_see(
    session: AsyncSession, look_up: LookUp, document: Document, looks: Looks | None = None
) -> set[str]:
    """Drafts with a new paragraph that is like one of this document, which they do not see yet and now would.

    An adopted text keeps what it saw: for it nothing can be mended, and texts of one body are alike by the hundred.
    """
    texts = {paragraph.id: paragraph.text for paragraph in document.paragraphs}
    sightings = await _sightings(look_up, set(texts.values()), document.sha256, {} if looks is None else looks)
    likely: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for name, text in texts.items():
        for one in sightings.get(text, ()):
            likely.setdefault((one.document, one.paragraph), []).append((name, one.score))
    later = await _later(session, document, {sha for sha, _ in likely})
    if not later:
        return set()
    due: set[str] = set()
    for link in await asking.rows(session, _new_links, hashes=sorted(later)):
        sources = [source for name in link.draft for source in likely.get((link.document, name), ())]
        if any(_would_be_seen(link.see, document.sha256, *source) for source in sources):
            due.add(link.document)
    return due


def _would_be_seen(see: Sequence[Mapping[str, Any]], sha256: str, paragraph: str, score: float) -> bool:
    if any((one["document"], one["paragraph"]) == (sha256, paragraph) for one in see):
        return False
    return len(see) < MOST_SEEN or score > min(one["score"] for one in see)


async def _later(session: AsyncSession, document: Document, hashes: Iterable[str]) -> set[str]:
    """Drafts among them that may come after the document, and were not compared with it."""
    dated = await _dated(session, hashes)
    later = [row.sha256 for row in dated if row.status != "adopted" and may_precede(document, row)]
    return {trace.document for trace in await traces_of(session, later) if document.sha256 not in trace.priors}


def looking_in(index: ParagraphSearch) -> LookUp:
    """Looks up in this process. Between two texts others have their turn: there may be thousands of them."""

    async def look_up(texts: Sequence[str], without: str) -> Sequence[list[Sighting]]:
        found: list[list[Sighting]] = []
        for text in texts:
            found += look_at(index, [text], without)
            await asyncio.sleep(0)
        return found

    return look_up


def look_at(index: ParagraphSearch, texts: Iterable[str], without: str) -> list[list[Sighting]]:
    """What is like each of the texts, outside of one document."""
    found = [index.find(text, limit=MOST, without=without, least=LIKELY) for text in texts]
    return [[Sighting(document=o.document, paragraph=o.paragraph, score=o.score) for o in some] for some in found]


async def _sightings(look_up: LookUp, texts: Iterable[str], without: str, looks: Looks) -> Looks:
    """Fills in what is missing."""
    missing = [text for text in texts if text not in looks and len(text.split()) >= FEWEST]
    for start in range(0, len(missing), AT_ONCE):
        some = missing[start : start + AT_ONCE]
        looks |= zip(some, await look_up(some, without), strict=True)
    return looks


async def _earlier(session: AsyncSession, draft: Document, hashes: Iterable[str]) -> frozenset[str]:
    return frozenset(row.sha256 for row in await _dated(session, hashes) if may_precede(row, draft))


async def _dated(session: AsyncSession, hashes: Iterable[str]) -> Sequence[Any]:
    """Of their rows what tells which came first: mastheads and tables may be long."""
    wanted = sorted(hashes)
    return await asking.rows(session, _dating, hashes=wanted) if wanted else ()


@cache
def _dating(dialect: str) -> Any:
    return cast("Any", select)(*DATING).where(asking.among(DocumentRow.sha256, "hashes", dialect))


@cache
def _new_links(dialect: str) -> Any:
    of_them = asking.among(LinkRow.document, "hashes", dialect)
    return cast("Any", select)(LinkRow.document, LinkRow.draft, LinkRow.see).where(of_them, LinkRow.relation == "new")
