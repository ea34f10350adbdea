"""The AsyncAPI document of all services, from their own subscribers and publishers."""

import json
from collections.abc import Iterable
from typing import Any

from faststream.kafka import KafkaBroker
from faststream.specification import AsyncAPI

DESCRIPTION = (
    "What the services tell each other and the world. Events are CloudEvents 1.0 in Kafka's binary mode: attributes "
    "as ce_ headers, the event as JSON in the value, the document's SHA-256 as the key."
)


def specification(brokers: Iterable[KafkaBroker]) -> dict[str, Any]:
    """One document for all services; the place of the broker is left out, as it is another everywhere."""
    made = AsyncAPI(*brokers, title="Antecedent", version="1", description=DESCRIPTION)
    document: dict[str, Any] = json.loads(made.to_specification().to_json())
    return document


def text_of(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
