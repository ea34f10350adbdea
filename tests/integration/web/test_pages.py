"""What the pages and the API say of a small register."""

import httpx
import pytest

from antecedent.resolutions.models import Document
from tests.integration.web.conftest import DRAFT, PRIOR, REFUSED


async def test_the_register_shows_every_document_with_its_fate(web: httpx.AsyncClient) -> None:
    page = (await web.get("/")).text
    assert f"s3://drafts/{DRAFT}" in page
    assert f"s3://drafts/{PRIOR}" in page
    assert "encrypted: It asks for a password: save it without." in page
    assert f'href="/documents/{REFUSED}"' not in page


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        pytest.param("?q=doc.12.2", DRAFT, PRIOR, id="by place"),
        pytest.param("?state=rejected", "encrypted", DRAFT, id="by state"),
    ],
)
async def test_the_register_is_searched(web: httpx.AsyncClient, query: str, there: str, absent: str) -> None:
    page = (await web.get(f"/{query}")).text
    assert there in page
    assert absent not in page


async def test_a_draft_is_shown_beside_what_it_comes_from(web: httpx.AsyncClient, read: dict[str, Document]) -> None:
    answer = await web.get(f"/documents/{read[DRAFT].sha256}")
    assert answer.status_code == 200
    assert str(read[DRAFT].symbol) in answer.text
    assert str(read[PRIOR].symbol) in answer.text


async def test_a_document_is_found_by_its_symbol(web: httpx.AsyncClient, read: dict[str, Document]) -> None:
    answer = (await web.get(f"/api/documents/{read[DRAFT].symbol}")).json()
    assert answer["document"]["sha256"] == read[DRAFT].sha256
    assert {link["document"] for link in answer["links"]} <= {read[PRIOR].sha256, None}


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        pytest.param("/api/documents/Resolution 999.9", 404, "no document is named", id="unknown"),
        pytest.param(f"/api/documents/{REFUSED}", 409, "was rejected", id="refused"),
        pytest.param("/api/status/X?at=yesterday", 422, "at", id="no date"),
    ],
)
async def test_what_cannot_be_answered_says_why(web: httpx.AsyncClient, path: str, code: int, says: str) -> None:
    answer = await web.get(path)
    assert answer.status_code == code
    assert says in answer.text


async def test_the_api_lists_what_failed(web: httpx.AsyncClient) -> None:
    rows = (await web.get("/api/documents", params={"failed": True})).json()
    assert [(row["sha256"], row["code"]) for row in rows] == [(REFUSED, "encrypted")]


async def test_the_status_page_asks_and_answers(web: httpx.AsyncClient, read: dict[str, Document]) -> None:
    assert "Look up" in (await web.get("/status")).text
    page = (await web.get("/status", params={"symbol": read[PRIOR].symbol, "at": "2026-01-01"})).text
    assert str(read[PRIOR].symbol) in page
    api = (await web.get(f"/api/status/{read[PRIOR].symbol}", params={"at": "2026-01-01"})).json()
    assert api["symbol"] == read[PRIOR].symbol


@pytest.mark.parametrize("path", ["/health", "/ready", "/metrics"])
async def test_it_says_that_it_lives(web: httpx.AsyncClient, path: str) -> None:
    assert (await web.get(path)).status_code == 200
