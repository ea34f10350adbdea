"""What is read around a text or a document gives the same answers as the whole corpus, and reads less of it."""

import tomllib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.consolidate import consolidation, readings
from antecedent.resolutions.findings import Comparison, assess
from antecedent.resolutions.lineage import Node, ancestry, descents, family
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Known, Register, build
from antecedent.resolutions.status import status
from antecedent.store.around import around, around_hashes
from antecedent.store.engine import create_engine, sessions
from antecedent.store.keys import work_key
from antecedent.store.links import save_links
from antecedent.store.register import save_known
from antecedent.store.tables import Table
from antecedent.store.works import register_around, texts_of, works_like
from tests.looks.documents import sample_documents
from tests.unit.store.conftest import put

GOLD = tomllib.loads((Path(__file__).parents[3] / "samples" / "gold" / "register.toml").read_text("utf-8"))
DOCUMENTS = sample_documents()
DATES: list[str] = GOLD["statuses"]["at"]
KNOWN = (Known(symbol="LSC/Resolution 1.9", title="Lamps of old", date="2008-10-14", status="in force"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    session: AsyncSession
    register: Register
    comparisons: dict[str, Comparison]


@pytest.fixture(scope="module")
async def corpus() -> AsyncIterator[Corpus]:
    """The samples in a store, with the links of the gold's drafts."""
    engine = create_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    async with sessions(engine)() as session:
        await put(session, *DOCUMENTS.values())
        await save_known(session, KNOWN, origin="list.csv")
        comparisons = {DOCUMENTS[name].sha256: _traced(name, priors) for name, priors in GOLD["priors"].items()}
        for sha, found in comparisons.items():
            await save_links(session, sha, found.links, version=LINKER_VERSION, base=found.base)
        yield Corpus(session=session, register=build(DOCUMENTS.values(), KNOWN), comparisons=comparisons)
    await engine.dispose()


def _traced(name: str, priors: list[str]) -> Comparison:
    found = trace(DOCUMENTS[name], tuple(DOCUMENTS[prior] for prior in priors))
    return Comparison(base=found.base, links=found.links)


@pytest.mark.parametrize("symbol", GOLD["works"])
async def test_status_of_every_work(corpus: Corpus, symbol: str) -> None:
    works = await works_like(corpus.session, symbol)
    register = await register_around(corpus.session, works, await texts_of(corpus.session, works))
    for version in corpus.register.works[work_key(symbol)].versions:
        for paragraph in (None, "1", "2(b)", "annex 1"):
            for at in DATES:
                assert status(register, version.symbol, at, paragraph) == status(
                    corpus.register, version.symbol, at, paragraph
                )


@pytest.mark.parametrize("name", DOCUMENTS)
async def test_what_is_said_of_every_document(corpus: Corpus, name: str) -> None:
    document = DOCUMENTS[name]
    found = await around_hashes(corpus.session, [document.sha256], family=True)
    assert found.register.documents[document.sha256] == document
    assert assess(document, found.register, found.comparisons) == assess(document, corpus.register, corpus.comparisons)
    assert readings(found.register, document) == readings(corpus.register, document)
    assert _chains(document, found.register, found.comparisons) == _chains(
        document, corpus.register, corpus.comparisons
    )
    work = corpus.register.works.get(work_key(document.symbol or ""))
    if work:
        assert family(found.register, found.register.works[work.key]) == family(corpus.register, work)
    links = corpus.comparisons.get(document.sha256)
    if links:
        assert consolidation(found.register, document, links) == consolidation(corpus.register, document, links)


def _chains(document: Document, register: Register, comparisons: Mapping[str, Comparison]) -> list[object]:
    steps = descents(register, comparisons)
    return [ancestry(register, steps, Node(document.sha256, one.id)) for one in document.paragraphs]


async def test_a_draft_that_is_not_in_the_corpus(corpus: Corpus) -> None:
    name = "LSC_COP5_Doc.12.2"
    draft, sha = DOCUMENTS[name], DOCUMENTS[name].sha256
    kept = {"LSC_COP5_Doc.12.3_tracked", "LSC_COP5_Doc.12.2_tracked"}
    links = {sha: corpus.comparisons[sha]}
    found = await around(corpus.session, [draft], links)
    assert {DOCUMENTS[one].sha256 for one in kept} <= set(found.comparisons), "the drafts that change the same text"
    assert assess(draft, found.register, found.comparisons) == assess(draft, corpus.register, corpus.comparisons)


async def test_texts_of_others_are_left_where_they_are(corpus: Corpus) -> None:
    works = await works_like(corpus.session, "LSC/Resolution 3.6")
    register = await register_around(corpus.session, works, await texts_of(corpus.session, works))
    whole = {one.symbol for one in register.documents.values() if any(p.text for p in one.paragraphs)}
    assert whole == {"LSC/Resolution 3.6"}
    assert len(register.documents) < len(corpus.register.documents)


@pytest.mark.parametrize(
    ("name", "works"),
    [
        pytest.param("LSC/Res. 2.03 (Rev.COP4)", {"lsc/resolution 2.3"}, id="any spelling"),
        pytest.param("Resolution 2.3", {"lsc/resolution 2.3"}, id="the end of a name"),
        pytest.param("Decision 3.10", {"lsc/decision 3.10"}, id="held by a document of decisions"),
        pytest.param("Resolution 1.5", {"lsc/resolution 1.5"}, id="never seen"),
        pytest.param("Resolution 1.9", {"lsc/resolution 1.9"}, id="listed"),
        pytest.param("Resolution 2.%", set[str](), id="no wildcard"),
        pytest.param("solution 2.3", set[str](), id="no part of a word"),
    ],
)
async def test_works_named(corpus: Corpus, name: str, works: set[str]) -> None:
    assert await works_like(corpus.session, name) == works
