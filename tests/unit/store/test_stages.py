"""The fate of a document moves forward only."""

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.queries import receive_document, record_attempt, record_rejected, record_stage
from antecedent.store.stages import Stage, after_rejection, after_success, is_newer
from antecedent.store.tables import DocumentRow


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [("1.10", "1.9", True), ("2", None, True), ("1.9", "1.9", False), (None, "1", False), (None, None, False)],
)
def test_versions_compare_by_their_numbers(version: str | None, than: str | None, newer: bool) -> None:
    assert is_newer(version, than) is newer


@pytest.mark.parametrize(
    ("state", "stage", "version", "known", "then"),
    [
        pytest.param("received", "extracted", "1", None, "extracted", id="first pass"),
        pytest.param("linked", "parsed", "1", "1", "linked", id="a redelivered message changes nothing"),
        pytest.param("linked", "parsed", "2", "1", "parsed", id="a newer parser sets it back"),
        pytest.param("linked", "parsed", "1", "2", "linked", id="an older replica changes nothing"),
        pytest.param("rejected", "extracted", "1", None, "extracted", id="a success stands against a rejection"),
    ],
)
def test_success(state: str, stage: Stage, version: str, known: str | None, then: str) -> None:
    assert after_success(state, stage, version, known) == then


@pytest.mark.parametrize(
    ("state", "stage", "then"),
    [
        pytest.param("received", "extracted", "rejected", id="not readable"),
        pytest.param("linked", "extracted", "linked", id="readable before"),
    ],
)
def test_rejection(state: str, stage: Stage, then: str) -> None:
    assert after_rejection(state, stage) == then


async def test_a_fate_in_the_store(session: AsyncSession) -> None:
    sha = "a" * 64
    await receive_document(session, sha)
    assert await record_attempt(session, sha, code="timeout", reason="The bucket did not answer.") == 1
    assert await record_rejected(session, sha, code="encrypted", reason="Ask for it without a password.") == "rejected"
    row = await session.get(DocumentRow, sha, populate_existing=True)
    assert row is not None
    assert (row.state, row.code, row.attempts) == ("rejected", "encrypted", 1)
    assert await record_stage(session, sha, "extracted", version="2") == "extracted"
    row = await session.get(DocumentRow, sha, populate_existing=True)
    assert row is not None
    assert (row.code, row.attempts, row.extractor_version) == (None, 0, "2")
