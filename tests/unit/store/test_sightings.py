"""A text that comes later is seen from the drafts whose new paragraphs are like its own, and from nothing else."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.models import Document
from antecedent.store.elsewhere import drafts_that_would_see, looking_in, see_in_corpus
from antecedent.store.links import save_links
from antecedent.store.search import ParagraphIndex
from antecedent.store.upkeep import catch_up
from tests.convention import make_document, operative
from tests.unit.store.conftest import put

WANTED = "Urges Parties to keep the lamps of Skerravik lit on at least forty nights of each winter, whatever they cost"
DRAFT = make_document("LSC/COP5/Doc.1", "5", operative("1", f"{WANTED}."), draft=True)
OTHER = make_document("LSC/COP5/Doc.2", "5", operative("1", "Asks the Secretariat for a list of buoys."), draft=True)
ADOPTED = make_document("LSC/Resolution 5.2", "5", operative("1", f"{WANTED}."))
SOURCE = make_document("LSC/Resolution 2.7", "2", operative("4", f"{WANTED} to any of them."))
LATER = make_document("LSC/Resolution 5.1", "5", operative("1", f"{WANTED}."), session="6", adopted="2028-10-20")
FAR = make_document("LSC/Resolution 2.8", "2", operative("1", "Decides that keepers shall paint towers white and red."))


async def linked(session: AsyncSession, index: ParagraphIndex, *documents: Document) -> None:
    for document in documents:
        found = await see_in_corpus(session, looking_in(index), trace(document, ()))
        await save_links(session, document.sha256, found.links, version=LINKER_VERSION)


@pytest.fixture
def index() -> ParagraphIndex:
    return ParagraphIndex()


@pytest.mark.parametrize(
    ("arriving", "seen_by"),
    [
        pytest.param(SOURCE, {DRAFT.sha256}, id="a likely source"),
        pytest.param(LATER, set(), id="a younger text is no source"),
        pytest.param(FAR, set(), id="a text that is like none"),
    ],
)
async def test_who_would_see_it(
    session: AsyncSession, index: ParagraphIndex, arriving: Document, seen_by: set[str]
) -> None:
    await put(session, DRAFT, OTHER, ADOPTED)
    await catch_up(session, index)
    await linked(session, index, DRAFT, OTHER, ADOPTED)
    await put(session, arriving)
    await catch_up(session, index)
    assert await drafts_that_would_see(session, looking_in(index), arriving) == seen_by
    await linked(session, index, DRAFT, OTHER)
    assert await drafts_that_would_see(session, looking_in(index), arriving) == set()  # they do now


async def test_three_that_are_more_like_it_are_enough(session: AsyncSession, index: ParagraphIndex) -> None:
    copies = [make_document(f"LSC/Resolution 1.{n}", "1", operative("1", f"{WANTED}.")) for n in range(1, 4)]
    await put(session, DRAFT, *copies)
    await catch_up(session, index)
    await linked(session, index, DRAFT)
    await put(session, SOURCE)
    await catch_up(session, index)
    assert await drafts_that_would_see(session, looking_in(index), SOURCE) == set()
