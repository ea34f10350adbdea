"""Documents go into the store and come out as they went in; writing them again changes nothing."""

import dataclasses
from typing import Any

import pytest
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Edit, Link, See
from antecedent.store.queries import (
    documents_by_symbol,
    documents_like,
    load_document,
    load_trace,
    receive_document,
    register_source,
    save_document,
    save_links,
    source_deleted,
    sources_under,
)
from antecedent.store.tables import DocumentRow, ParagraphRow, SourceRow

from .conftest import PARAGRAPH, cites, make_document, put, repeals

SYMBOL = "LHC/Resolution 4.2 (Rev.COP6)"
FULL = make_document(
    symbol=SYMBOL,
    title="Lamps",
    session="6",
    adopted="2021-05-04",
    status="adopted",
    masthead=((1, "Agenda item 4"),),
    citations=(cites("LHC/Resolution 3.1"),),
    repeals=(repeals("LHC/Resolution 1.1"),),
    warnings=("No date.",),
)


async def test_a_document_comes_back_as_it_was_saved(session: AsyncSession) -> None:
    await put(session, FULL)
    assert await load_document(session, FULL.sha256) == FULL


async def test_saving_twice_leaves_the_same_rows(session: AsyncSession) -> None:
    await put(session, FULL, FULL)
    assert await load_document(session, FULL.sha256) == FULL
    assert (await session.exec(select(func.count()).select_from(ParagraphRow))).one() == 1


async def test_a_new_parse_with_fewer_paragraphs_leaves_none_behind(session: AsyncSession) -> None:
    await put(session, dataclasses.replace(FULL, paragraphs=(PARAGRAPH, dataclasses.replace(PARAGRAPH, id="o2"))))
    await save_document(session, FULL, version="2")
    assert await load_document(session, FULL.sha256) == FULL


async def test_an_older_parser_does_not_overwrite_a_newer_one(session: AsyncSession) -> None:
    await put(session, FULL)
    await save_document(session, dataclasses.replace(FULL, title="Older"), version="0.9")
    saved = await load_document(session, FULL.sha256)
    assert saved is not None
    assert saved.title == "Lamps"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("LHC/Resolution 4.2 (Rev. COP6)", id="spaced otherwise"),
        pytest.param("LHC/Resolution 4.02 (Rev.COP6)", id="padded"),
        pytest.param("Resolution 4.2 (Rev.COP6)", id="without its body"),
        pytest.param("aaaaaaaa", id="the beginning of its hash"),
    ],
)
async def test_a_document_is_found_by_what_a_person_types(session: AsyncSession, name: str) -> None:
    await put(session, FULL)
    assert list(await documents_like(session, name)) == [FULL.sha256]


async def test_all_versions_of_a_work_are_found(session: AsyncSession) -> None:
    await put(session, FULL, make_document("b", symbol="LHC/Resolution 4.2", adopted="2015-01-01"))
    assert list(await documents_by_symbol(session, SYMBOL, versions=True)) == ["b" * 64, FULL.sha256]


async def test_links_come_back_with_their_evidence(session: AsyncSession) -> None:
    await put(session, FULL)
    link = Link(
        draft=("o1",),
        prior=("o1", "o2"),
        document="b" * 64,
        relation="merged",
        moved=True,
        score=0.75,
        changes=(Edit("equal", "a"), Edit("delete", "b")),
        see=(See(document="c" * 64, paragraph="p1", score=0.5),),
    )
    await save_links(session, FULL.sha256, [link], version="1", base="b" * 64, priors=["b" * 64])
    await save_links(session, FULL.sha256, [link], version="1", base="b" * 64, priors=["b" * 64])
    trace = await load_trace(session, FULL.sha256)
    assert trace is not None
    assert (trace.links, trace.base, trace.priors) == ((link,), "b" * 64, ("b" * 64,))


async def test_a_content_is_new_once(session: AsyncSession) -> None:
    assert await receive_document(session, "d" * 64, file="d.pdf")
    assert not await receive_document(session, "d" * 64, file="other.pdf")


async def _seen(session: AsyncSession, *places: tuple[str, str]) -> list[tuple[Any, ...]]:
    for url, sha in places:
        await receive_document(session, sha * 64)
        await register_source(session, url, sha * 64)
    query = select(SourceRow.url, SourceRow.sha256).where(col(SourceRow.replaced).is_(None)).order_by(SourceRow.url)
    return [(url, sha[0]) for url, sha in (await session.exec(query)).all()]


async def test_one_content_in_two_places_is_one_document(session: AsyncSession) -> None:
    assert await _seen(session, ("s3://x/a", "a"), ("file:///b", "a")) == [("file:///b", "a"), ("s3://x/a", "a")]
    assert (await session.exec(select(func.count()).select_from(DocumentRow))).one() == 1


async def test_a_changed_file_replaces_what_its_place_held(session: AsyncSession) -> None:
    assert await _seen(session, ("s3://x/a", "a"), ("s3://x/a", "b")) == [("s3://x/a", "b")]


async def test_a_deleted_file_is_noted_and_its_document_stays(session: AsyncSession) -> None:
    await _seen(session, ("s3://x/a", "a"), ("s3://y/a", "a"))
    await source_deleted(session, "s3://x/a")
    assert [row.url for row in await sources_under(session, "s3://")] == ["s3://y/a"]
    assert await session.get(DocumentRow, "a" * 64)
