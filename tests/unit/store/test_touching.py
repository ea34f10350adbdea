"""Assessing only what a new document touches ends in the findings of the whole, whatever came first."""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align import LINKER_VERSION, trace
from antecedent.resolutions.findings import assess, find
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Known, build
from antecedent.store.around import around_hashes
from antecedent.store.assessments import mark_due, save_told, take_due
from antecedent.store.candidates import drafts_waiting_for, priors_for
from antecedent.store.documents import load_document, load_documents
from antecedent.store.links import save_links
from antecedent.store.register import load_comparisons, save_known
from antecedent.store.touching import rivals_of, touched_by
from tests.convention import cites, make_document, operative, recital, repeals
from tests.looks.documents import sample_documents
from tests.unit.store.conftest import put

NOW = datetime(2026, 11, 22, tzinfo=UTC)
DOCUMENTS = list(sample_documents().values())


async def link(session: AsyncSession, sha256: str) -> None:
    draft = await load_document(session, sha256)
    assert draft
    priors = await load_documents(session, [one.sha256 for one in await priors_for(session, draft)])
    found = trace(draft, tuple(priors))
    shas = [prior.sha256 for prior in found.priors]
    await save_links(session, sha256, found.links, version=LINKER_VERSION, base=found.base, priors=shas)


async def arrive(session: AsyncSession, document: Document) -> set[str]:
    """What the linker does when a document comes; gives whose findings are due."""
    await put(session, document)
    again = [document.sha256, *await drafts_waiting_for(session, document)]
    due = await touched_by(session, document.sha256)
    for sha in again:
        await link(session, sha)
        due |= {sha, *await rivals_of(session, sha)}
    return due


async def assessed(session: AsyncSession, hashes: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for sha in hashes:
        known, document = await around_hashes(session, [sha]), await load_document(session, sha)
        assert document
        found[sha] = {one.key for one in assess(document, known.register, known.comparisons)}
    return found


@pytest.mark.parametrize("seed", range(3))
async def test_any_order_ends_in_the_findings_of_the_whole(session: AsyncSession, seed: int) -> None:
    documents = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))
    told: dict[str, set[str]] = {}
    for document in documents:
        told |= await assessed(session, await arrive(session, document))
    everything = find(build(documents), await load_comparisons(session))
    assert {(sha, key) for sha, keys in told.items() for key in keys} == {(one.document, one.key) for one in everything}
    assert len(everything) > 10


OLD = make_document("LSC/Resolution 1.1", "1", operative("1", "Urges Parties to keep lamps lit."))
END = make_document("LSC/Resolution 2.1", "2", operative("1", "Repeals it."), repeals=(repeals("LSC/Resolution 1.1"),))
NEWER = make_document("LSC/Resolution 1.1 (Rev.COP3)", "3", operative("1", "Urges Parties to keep all lamps lit."))
CITING = make_document(
    "LSC/COP4/Doc.1", "4", recital("Recalling it,"), draft=True, citations=(cites(OLD.symbol or ""),)
)
OTHER = make_document(
    "LSC/COP4/Doc.2", "4", recital("Recalling another,"), draft=True, citations=(cites("LSC/Resolution 1.2"),)
)
FORESEEN = make_document(
    "LSC/COP4/Doc.3", "4", recital("Recalling it,"), draft=True, citations=(cites("LSC/Resolution 1.1 (Rev.COP3)"),)
)
CASES = [
    pytest.param(END, {CITING}, id="a repeal touches who cites the repealed text"),
    pytest.param(NEWER, {CITING}, id="a revision touches who cites the old version"),
    pytest.param(FORESEEN, {CITING}, id="the first mention of a version tells of it"),
    pytest.param(OLD, {CITING}, id="a text touches who cites it"),
    pytest.param(
        make_document("LSC/COP4/Doc.4", "4", recital("Recalling it,"), draft=True, citations=CITING.citations),
        set(),
        id="one more citation touches nobody",
    ),
]


@pytest.mark.parametrize(("document", "touched"), CASES)
async def test_a_document_touches_what_it_concerns_and_no_more(
    session: AsyncSession, document: Document, touched: set[Document]
) -> None:
    await put(session, CITING, OTHER, document)
    assert await touched_by(session, document.sha256) == {one.sha256 for one in touched}


async def test_an_imported_list_makes_findings_due(session: AsyncSession) -> None:
    for document in (CITING, OTHER):
        await put(session, document)
    await save_known(
        session, [Known(symbol="LSC/Resolution 1.1", title=None, date=None, status="repealed")], origin="a.csv"
    )
    assert set(await take_due(session, datetime.now(UTC), NOW + timedelta(days=1))) == {CITING.sha256}


async def test_what_was_marked_while_it_was_assessed_stays_due(session: AsyncSession) -> None:
    await put(session, CITING, OTHER)
    until = NOW + timedelta(minutes=5)
    await mark_due(session, [CITING.sha256, OTHER.sha256], NOW)
    assert set(await take_due(session, NOW, until)) == {CITING.sha256, OTHER.sha256}
    assert await take_due(session, NOW, until) == {}  # somebody is at them
    await mark_due(session, [OTHER.sha256], NOW + timedelta(seconds=1))
    told = [["k", "cites-repealed", "high"]]
    await save_told(session, {CITING.sha256: told, OTHER.sha256: told}, NOW, until)
    later = NOW + timedelta(hours=1)
    assert await take_due(session, later, later) == {OTHER.sha256: told}


async def test_what_a_dead_replica_took_is_due_again(session: AsyncSession) -> None:
    await put(session, CITING)
    await mark_due(session, [CITING.sha256], NOW)
    await take_due(session, NOW, NOW + timedelta(minutes=5))
    assert set(await take_due(session, NOW + timedelta(minutes=6), NOW + timedelta(minutes=9))) == {CITING.sha256}
