"""Which documents are compared with a draft, and which drafts wait for a document."""

from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.precedence import may_precede
from antecedent.store.queries import drafts_waiting_for, priors_for, save_links

from .conftest import cites, make_document, put, repeals

OLD = {"symbol": "LHC/Resolution 4.2", "title": "Lamps: care", "adopted": "2015-01-01", "status": "adopted"}


@pytest.mark.parametrize(
    ("later", "why"),
    [
        pytest.param({"revises": "LHC/Resolution 4.2 (Rev.COP5)"}, "revises", id="says what it revises"),
        pytest.param({"symbol": "LHC/Resolution 4.2 (Rev.COP6)"}, "work", id="another version of one work"),
        pytest.param({"title": "LAMPS – care"}, "title", id="the same title, printed otherwise"),
        pytest.param({"repeals": (repeals("LHC/Resolution 4.2"),)}, "repeals", id="repealed by it"),
        pytest.param({"citations": (cites("LHC/Resolution 4.2"),)}, "cites", id="nothing but cited"),
    ],
)
async def test_a_prior_is_found_both_ways(session: AsyncSession, later: dict[str, Any], why: str) -> None:
    old, new = make_document("a", **OLD), make_document("b", adopted="2021-01-01", **later)
    await put(session, old, new)
    assert [(prior.sha256, prior.why) for prior in await priors_for(session, new)] == [(old.sha256, why)]
    assert list(await drafts_waiting_for(session, old)) == [new.sha256]
    await save_links(session, new.sha256, [], version="1", priors=[old.sha256])
    assert list(await drafts_waiting_for(session, old)) == []


async def test_the_newest_text_of_a_title_is_the_prior(session: AsyncSession) -> None:
    yearly = [make_document(str(n), title="Lamps", adopted=f"202{n}-12-01", status="adopted") for n in (1, 2, 3)]
    draft = make_document("d", title="Lamps", status="draft")
    await put(session, *yearly, draft)
    assert [prior.sha256[0] for prior in await priors_for(session, draft)] == ["3"]


@pytest.mark.parametrize(
    ("prior", "later", "may"),
    [
        pytest.param({"adopted": "2020-01-01"}, {"adopted": "2021-01-01"}, True, id="older"),
        pytest.param({"adopted": "2021-01-01"}, {"adopted": "2021-01-01"}, False, id="adopted the same day"),
        pytest.param({"status": "draft"}, {"status": "draft"}, False, id="rival drafts"),
        pytest.param({"status": "draft", "symbol": "L.5"}, {"status": "draft", "symbol": "L.5/Rev.1"}, True, id="rev"),
        pytest.param(
            {"status": "draft", "session": "9"}, {"status": "adopted", "session": "9"}, True, id="a draft, adopted"
        ),
        pytest.param(
            {"status": "draft", "session": "9"}, {"status": "adopted", "session": "8"}, False, id="a later draft"
        ),
        pytest.param({"status": "draft"}, {"status": "adopted"}, False, id="a draft of nobody knows when"),
        pytest.param({"session": "9"}, {"session": "10"}, True, id="sessions are numbers"),
        pytest.param({"session": "10"}, {"session": "10", "status": "draft"}, False, id="adopted at that meeting"),
        pytest.param({}, {}, True, id="nothing known"),
    ],
)
def test_precedence(prior: dict[str, Any], later: dict[str, Any], may: bool) -> None:
    assert may_precede(make_document("a", **prior), make_document("b", **later)) is may
