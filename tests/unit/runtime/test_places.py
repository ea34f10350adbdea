"""Which names of a place are documents, what belongs to them, and when a file counts as written."""

from datetime import UTC, datetime, timedelta

import pytest
from obstore.store import MemoryStore

from antecedent.ingest.watching import changed, objects_of
from antecedent.runtime.places import BRIEF_REST, Place, Seen, documents_of, is_document, pair, sidecars, still_to_rest

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "yes"),
    [
        ("a.pdf", True),
        ("deep/er/B.PDF", True),
        ("notes.docx", True),  # rejected visibly, with what to do
        (".a.pdf", False),
        (".hidden/a.pdf", False),
        ("a.pdf.part", False),
        ("a.pdf.crdownload", False),
        ("~$a.pdf", False),
        ("a.pdf.json", False),
    ],
)
def test_is_document(key: str, yes: bool) -> None:
    assert is_document(key) is yes


def test_a_sidecar_belongs_to_its_document_both_ways() -> None:
    assert sidecars("x/a.pdf") == ("x/a.pdf.json", "x/a.json")
    assert "x/a.pdf" in documents_of("x/a.pdf.json")
    assert "x/a.pdf" in documents_of("x/a.json")
    assert documents_of("x/a.pdf") == ("x/a.pdf",)


def test_a_changed_sidecar_changes_the_mark_of_its_document() -> None:
    rows = [("a.pdf", 9, "e1", NOW), ("a.json", 2, "s1", NOW), ("b.pdf", 9, "e2", NOW)]
    first, second = pair(rows), pair([rows[0], ("a.json", 2, "s2", NOW), rows[2]])
    assert [one.key for one in first] == ["a.pdf", "b.pdf"]
    assert first[0].mark != second[0].mark
    assert first[1] == second[1]


@pytest.mark.parametrize(
    ("age", "complete", "wait"),
    [
        pytest.param(0.0, True, BRIEF_REST, id="just written to its end"),
        pytest.param(BRIEF_REST, True, 0.0, id="rested to its end"),
        pytest.param(1.0, False, 4.0, id="half written, or no PDF"),
        pytest.param(6.0, False, 0.0, id="no PDF, but at rest: it is rejected visibly"),
    ],
)
def test_still_to_rest(age: float, complete: bool, wait: float) -> None:
    seen = Seen(key="a.pdf", size=1, mark="m", modified=NOW - timedelta(seconds=age))
    assert still_to_rest(seen, complete, NOW, 5.0) == pytest.approx(wait)


def test_only_what_has_another_mark_is_taken_in() -> None:
    place = Place("s3://drafts/in/", MemoryStore())
    seen = [
        Seen(key=key, size=1, mark=mark, modified=NOW) for key, mark in (("old", "1"), ("changed", "2"), ("new", "1"))
    ]
    known = {"s3://drafts/in/old": "1", "s3://drafts/in/changed": "1"}
    assert [one.key for one in changed(seen, known, place)] == ["changed", "new"]


@pytest.mark.parametrize(
    ("bucket", "key", "inside"),
    [("drafts", "in/a.pdf", "a.pdf"), ("drafts", "out/a.pdf", None), ("other", "in/a.pdf", None)],
)
def test_a_bucket_event_is_matched_to_its_place(bucket: str, key: str, inside: str | None) -> None:
    assert Place("s3://drafts/in/", MemoryStore()).key_in_bucket(bucket, key) == inside


def test_bucket_events_with_encoded_keys_and_without_records() -> None:
    record = {"s3": {"bucket": {"name": "drafts"}, "object": {"key": "a+b%C3%A9.pdf"}}}
    assert objects_of({"Records": [record]}) == [("drafts", "a+b%C3%A9.pdf"), ("drafts", "a bé.pdf")]
    assert objects_of({"Event": "s3:TestEvent"}) == []
