"""A store in memory, and documents to put into it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Citation, Document, Footnote, PageBox, Paragraph, Repeal
from antecedent.store.engine import create_engine, sessions
from antecedent.store.queries import receive_document, record_stage, save_document
from antecedent.store.tables import Table


@pytest.fixture
async def session() -> AsyncIterator[AsyncSession]:
    engine = create_engine("sqlite+aiosqlite://")
    async with engine.begin() as connection:
        await connection.run_sync(Table.metadata.create_all)
    async with sessions(engine)() as opened:
        yield opened
    await engine.dispose()


def make_document(sha: str = "a", **overrides: Any) -> Document:
    """A document of the fictional Lighthouse Convention, its hash one letter repeated."""
    return Document(**({"sha256": sha * 64, "file": f"{sha}.pdf", "paragraphs": (PARAGRAPH,)} | overrides))


PARAGRAPH = Paragraph(
    id="o1",
    kind="operative",
    text="Requests the Parties to keep lamps lit;",
    number="1",
    lead="Requests",
    addressees=("Parties",),
    boxes=(PageBox(1, 72.0, 310.25, 523.0, 352.0),),
    footnotes=(Footnote(marker="1", text="See Resolution 3.1.", at=8),),
    before="",
)


def cites(symbol: str) -> Citation:
    return Citation(printed=symbol, symbol=symbol, body="LHC", type="resolution", paragraph="o1", start=0, end=3)


def repeals(symbol: str) -> Repeal:
    return Repeal(
        paragraph="o1", symbol=symbol, scope="part", effect="adopted", action="repeal", paragraphs=("3", "4(b)")
    )


async def put(session: AsyncSession, *documents: Document) -> None:
    for document in documents:
        await receive_document(session, document.sha256, file=document.file)
        await save_document(session, document, version="1")
        await record_stage(session, document.sha256, "parsed", version="1")
