"""CloudEvents 1.0 in Kafka's binary mode: attributes as headers, the event alone as the value.

The id is computed from what the event says: the same fact published twice has the same id, so that a reader who keeps
the ids it has seen takes each once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from antecedent.contracts.events import Event
from antecedent.contracts.topics import topic_of

CORRELATION = "ce_correlationid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What goes to the broker for one event."""

    topic: str
    key: bytes
    value: bytes
    headers: dict[str, str]


def message(event: Event, *, source: str, at: datetime, correlation: str) -> Message:
    """`source` is the service that says so; `correlation` is the same from a file's arrival to its links."""
    value = event.model_dump_json().encode()
    headers = {
        "ce_specversion": "1.0",
        "ce_id": event_id(event),
        "ce_type": f"org.antecedent.{event.type}",
        "ce_source": f"/antecedent/{source}",
        "ce_subject": event.document,
        "ce_time": at.isoformat(timespec="milliseconds"),
        "ce_partitionkey": event.document,
        CORRELATION: correlation,
        "content-type": "application/json",
    }
    return Message(topic=topic_of(event), key=event.document.encode(), value=value, headers=headers)


def event_id(event: Event) -> str:
    return sha256(f"{event.type}\n{event.model_dump_json()}".encode()).hexdigest()[:32]


def correlation_of(headers: Mapping[str, str], otherwise: str) -> str:
    return headers.get(CORRELATION) or otherwise
