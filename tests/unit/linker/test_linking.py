"""The linker's handlers on a store of their own: what comes in between is not lost, a search that hangs is ended."""

import os
import signal
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import active_children
from pathlib import Path
from typing import Any, cast

import pytest

from antecedent.contracts.events import DocumentLinked, DocumentParsed, Event, PriorChanged
from antecedent.linker.assessing import Assessor
from antecedent.linker.handlers import Linker
from antecedent.linker.searching import Search
from antecedent.resolutions.align import LINKER_VERSION
from antecedent.resolutions.align.seeing import Sighting
from antecedent.resolutions.extract import Limits
from antecedent.resolutions.models import Document
from antecedent.runtime.computing import Traced, looked, traced
from antecedent.runtime.delivery import Transient
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.sandbox import Sandbox
from antecedent.store import queries
from antecedent.store.elsewhere import looking_in
from antecedent.store.engine import SessionMaker, create_engine, sessions
from antecedent.store.tables import Table
from tests.convention import make_document, operative
from tests.unit.store.conftest import put

WANTED = "Urges Parties to keep the lamps of Skerravik lit on at least forty nights of each winter, whatever they cost"
DRAFT = make_document("LSC/COP5/Doc.1", "5", operative("1", f"{WANTED}."), draft=True)
SOURCE = make_document("LSC/Resolution 2.7", "2", operative("4", f"{WANTED} to any of them."))


@dataclass
class Said:
    """Stands for the broker."""

    events: list[Event] = field(default_factory=list[Event])

    async def publish(self, event: Event) -> None:
        self.events.append(event)

    def of(self, kind: type[Event]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


class Here:
    """Stands for the process that traces."""

    async def run_async(self, draft: Document, priors: Sequence[Document]) -> Traced:
        return traced(draft, priors)


class Outrun(Search):
    """While it looks for the first time, another replica parses and links a text."""

    coming: list[Document]
    base: SessionMaker

    async def look_up(self, texts: Sequence[str], without: str) -> Sequence[list[Sighting]]:
        found = await looking_in(self.index)(texts, without)
        while self.coming:
            document = self.coming.pop()
            async with self.base.begin() as session:
                await put(session, document)
                await queries.save_links(session, document.sha256, (), version=LINKER_VERSION)
        return found


@pytest.fixture
async def base(tmp_path: Path) -> AsyncIterator[SessionMaker]:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path}/a.db")
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    yield sessions(engine)
    await engine.dispose()


@pytest.fixture
def search(tmp_path: Path, base: SessionMaker) -> Outrun:
    made = Outrun(sandbox=Sandbox(looked), kept=tmp_path / "index")
    made.coming, made.base = [], base
    return made


def make_linker(base: SessionMaker, search: Search) -> tuple[Linker, Said]:
    said = Said()
    events: Any = said
    metrics = Metrics()
    linker = Linker(
        session=base,
        events=events,
        metrics=metrics,
        fate=Fate(session=base, events=events, metrics=metrics),
        sandbox=cast("Sandbox[Traced]", Here()),
        search=search,
        assessor=Assessor(session=base, events=events, metrics=metrics),
    )
    return linker, said


def parsed(document: Document) -> DocumentParsed:
    return DocumentParsed(document=document.sha256, parser_version="1", symbol=document.symbol, paragraphs=1)


@pytest.mark.parametrize("coming", [[], [SOURCE]], ids=["nobody comes in between", "a source comes in between"])
async def test_what_is_linked_during_the_look_is_seen(
    base: SessionMaker, search: Outrun, coming: list[Document]
) -> None:
    linker, said = make_linker(base, search)
    async with base.begin() as session:
        await put(session, DRAFT)
    search.coming = list(coming)
    await linker.parsed(parsed(DRAFT))
    async with base() as session:
        links = await queries.load_links(session, DRAFT.sha256)
    assert [see.document for link in links for see in link.see] == [document.sha256 for document in coming]
    assert len(said.of(DocumentLinked)) == 1


async def test_a_later_source_makes_the_draft_due(base: SessionMaker, search: Outrun) -> None:
    linker, said = make_linker(base, search)
    for document in (DRAFT, SOURCE):
        async with base.begin() as session:
            await put(session, document)
        await linker.parsed(parsed(document))
    assert [event.document for event in said.of(PriorChanged)] == [DRAFT.sha256]


async def test_a_search_that_hangs_is_tried_again(base: SessionMaker) -> None:
    search = Search(sandbox=Sandbox(looked, limits=Limits(seconds=5)))
    await search.warm()
    try:
        async with base.begin() as session:
            await put(session, DRAFT, SOURCE)
            await search.know(session, await queries.parsed_at(session, [DRAFT.sha256]))
        asked = [paragraph.text for paragraph in DRAFT.paragraphs]
        found = await search.look_up(asked, DRAFT.sha256)
        assert [one.document for one in found[0]] == [SOURCE.sha256]
        for process in active_children():
            os.kill(process.pid or 0, signal.SIGSTOP)
        with pytest.raises(Transient, match="timeout"):
            await search.look_up(asked, DRAFT.sha256)
        assert await search.look_up(asked, DRAFT.sha256) == found
    finally:
        search.close()
    assert not search.folder.exists(), "it goes with the process"
