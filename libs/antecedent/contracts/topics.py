"""The topics and who reads them: one topic a type of event, all with the same number of partitions."""

from antecedent.contracts.events import Event

DEAD_LETTERS = "antecedent.dead-letters.v1"
# Consumer groups.
INGEST, PARSER, LINKER = "antecedent-ingest", "antecedent-parser", "antecedent-linker"
HINTS = "antecedent-ingest-hints"  # reads the bucket server's notifications


def topic_of(event: type[Event] | Event) -> str:
    """'document.parsed.v1' goes to the topic 'antecedent.document.parsed.v1'."""
    return f"antecedent.{event.type}"
