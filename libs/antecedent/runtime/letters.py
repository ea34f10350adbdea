"""Dead letters: reading them, and putting them back where they came from."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from antecedent.contracts.topics import DEAD_LETTERS
from antecedent.runtime.kafka import producing, read_all
from antecedent.runtime.settings import Settings

OWN = "dl_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message that was given up, with where it came from and why it lies here."""

    id: str  # partition-offset among the dead letters
    document: str
    topic: str
    partition: int
    offset: int
    attempts: int
    error: str
    reason: str
    at: str
    value: bytes
    headers: dict[str, str]

    def json(self) -> dict[str, object]:
        row: dict[str, object] = {name: getattr(self, name) for name in self.__slots__}
        return row | {"value": self.value.decode(errors="replace")}


async def letters(settings: Settings) -> AsyncIterator[Letter]:
    """All dead letters, by partition and offset. Reading takes nothing away: Kafka's retention ends them."""
    async for record in read_all(settings, DEAD_LETTERS):
        headers = {name: value.decode(errors="replace") for name, value in record.headers}
        yield Letter(
            id=f"{record.partition}-{record.offset}",
            document=(record.key or b"").decode(errors="replace"),
            topic=headers.get("dl_topic", ""),
            partition=int(headers.get("dl_partition", -1)),
            offset=int(headers.get("dl_offset", -1)),
            attempts=int(headers.get("dl_attempts", 0)),
            error=headers.get("dl_error", ""),
            reason=headers.get("dl_reason", ""),
            at=headers.get("dl_at", ""),
            value=record.value or b"",
            headers=headers,
        )


async def replay(settings: Settings, chosen: Sequence[Letter]) -> int:
    """Publishes the messages again on their own topics, with their own headers; gives how many."""
    async with producing(settings) as producer:
        for letter in chosen:
            own = [(name, value.encode()) for name, value in letter.headers.items() if not name.startswith(OWN)]
            await producer.send_and_wait(letter.topic, letter.value, key=letter.document.encode(), headers=own)
    return len(chosen)
