"""What the world may rely on: recorded events, their envelope, and the AsyncAPI document."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from antecedent.contracts.envelope import event_id, message
from antecedent.contracts.events import EVENTS, DocumentLinked, DocumentParsed, Event, event_from
from antecedent.contracts.topics import topic_of
from tests.contract.asyncapi import COMMITTED, generated

RECORDED = [
    pytest.param(record, id=f"{path.stem} {record['headers']['ce_type']}")
    for path in sorted((Path(__file__).parent / "recorded").glob("*.json"))
    for record in json.loads(path.read_text())
]
SHA = "9f2feb0f1ef425b292f2f94bc8482494df430413ab32b5cbd4bae3ce8c8bca2e"
REQUIRED = {"ce_specversion", "ce_id", "ce_type", "ce_source"}  # by CloudEvents 1.0


@pytest.mark.parametrize("record", RECORDED)
def test_a_recorded_event_is_understood_and_said_in_the_same_words(record: dict) -> None:
    event = event_from(record["headers"]["ce_type"], record["value"])
    assert json.loads(event.model_dump_json()) == record["value"]
    again = message(
        event,
        source=record["headers"]["ce_source"].removeprefix("/antecedent/"),
        at=datetime.fromisoformat(record["headers"]["ce_time"]),
        correlation=record["headers"]["ce_correlationid"],
    )
    assert (again.topic, again.key.decode(), again.headers) == (record["topic"], record["key"], record["headers"])


def test_every_type_of_event_is_recorded() -> None:
    recorded = {param.values[0]["headers"]["ce_type"] for param in RECORDED}
    assert recorded == {f"org.antecedent.{event.type}" for event in EVENTS}


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_types_topics_and_names_agree(event: type[Event]) -> None:
    words = event.type.split(".")
    assert event.__name__.lower() == "".join(words[:-1])
    assert words[-1].startswith("v")
    assert topic_of(event) == f"antecedent.{event.type}"


def test_the_envelope_is_a_cloudevent() -> None:
    sent = message(
        DocumentParsed(document=SHA, parser_version="1"), source="parser", at=datetime.now(UTC), correlation="c"
    )
    assert sent.headers.keys() >= REQUIRED
    assert sent.headers["content-type"] == "application/json"
    assert len(sent.value) < 1000


def test_the_same_fact_has_the_same_id_and_another_fact_another() -> None:
    one = DocumentLinked(document=SHA, linker_version="1", links={"new": 3})
    assert event_id(one) == event_id(one.model_copy())
    assert event_id(one) != event_id(one.model_copy(update={"links": {"new": 4}}))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({"document": "abc", "parser_version": "1"}, id="no hash"),
        pytest.param({"parser_version": "1"}, id="no document"),
        pytest.param({"document": SHA, "parser_version": "1", "paragraphs": -1}, id="less than no paragraphs"),
    ],
)
def test_what_does_not_fit_is_refused(data: dict) -> None:
    with pytest.raises(ValidationError):
        event_from("org.antecedent.document.parsed.v1", data)


def test_the_asyncapi_document_is_that_of_the_code() -> None:
    assert COMMITTED.read_text() == generated(), "run `python -m tests.contract.asyncapi` and look at the difference"


def test_the_example_of_a_consumer_is_short() -> None:
    example = Path(__file__).parents[2] / "examples" / "new_links.py"
    assert len(example.read_text().splitlines()) <= 30
