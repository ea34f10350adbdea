"""A typed front to aiokafka, which has no types: security, topics, lag, and what a group has passed."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false

import asyncio
import ssl
from collections import Counter
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any, Protocol, cast

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import KafkaError as AnyKafkaError
from aiokafka.errors import TopicAlreadyExistsError, for_code
from aiokafka.partitioner import murmur2
from faststream.kafka import KafkaBroker
from faststream.kafka.security import parse_security
from faststream.security import BaseSecurity, SASLPlaintext, SASLScram256, SASLScram512

from antecedent.contracts.events import EVENTS
from antecedent.contracts.topics import DEAD_LETTERS, topic_of
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.settings import Settings

log = logger(__name__)
AGAIN_SECONDS = 1.0
KafkaError: type[Exception] = AnyKafkaError


class Record(Protocol):
    """A message as it was read."""

    topic: str
    partition: int
    offset: int
    timestamp: int  # milliseconds
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes]]


def security(settings: Settings) -> BaseSecurity | None:
    """TLS and SASL as the settings say; None for plain text."""
    kind = settings.kafka_security
    if kind == "plaintext":
        return None
    context = ssl.create_default_context(cafile=settings.kafka_ca) if kind.endswith("ssl") else None
    if not kind.startswith("sasl"):
        return BaseSecurity(ssl_context=context, use_ssl=True)
    ways = {"plain": SASLPlaintext, "scram-sha-256": SASLScram256, "scram-sha-512": SASLScram512}
    password = settings.kafka_password.get_secret_value() if settings.kafka_password else ""
    return ways[settings.kafka_mechanism](
        username=settings.kafka_username or "", password=password, ssl_context=context, use_ssl=context is not None
    )


def connection(settings: Settings) -> dict[str, Any]:
    """Arguments of aiokafka's own clients."""
    return {"bootstrap_servers": settings.kafka_servers, **parse_security(security(settings))}


async def ensure_topics(settings: Settings) -> None:
    """Makes the topics that are missing; those that exist keep their partitions. Raises what Kafka raises."""
    async with admin(settings) as client:
        known = set(await client.list_topics())
        wanted = [*(topic_of(event) for event in EVENTS), DEAD_LETTERS]
        missing = [name for name in wanted if name not in known]
        new = [NewTopic(name, settings.kafka_partitions, settings.kafka_replication) for name in missing]
        answer: Any = await client.create_topics(new) if new else None
        for _, code, *_ in answer.topic_errors if answer else ():
            if code and for_code(code) is not TopicAlreadyExistsError:
                raise for_code(code)


async def until_reachable(settings: Settings, *, longest: float = 5.0) -> None:
    """Waits for a broker that is down at the start, with a line in the log for each try."""
    delay = 0.2
    while True:
        try:
            return await ensure_topics(settings)
        except (AnyKafkaError, OSError, TimeoutError) as error:
            log.warning("the broker cannot be reached yet", error=repr(error), servers=settings.kafka_servers)
            await asyncio.sleep(delay)
            delay = min(longest, delay * 2)


async def start(broker: KafkaBroker, settings: Settings) -> None:
    """Consumes as soon as the broker lets it; one that goes away meanwhile is waited for again."""
    while True:
        await until_reachable(settings)
        try:
            return await broker.start()
        except* (AnyKafkaError, OSError, TimeoutError) as errors:
            log.warning("consuming did not begin", errors=[repr(error) for error in errors.exceptions])
        await broker.stop()  # or its half-made clients would stay
        await asyncio.sleep(AGAIN_SECONDS)


async def measure_lag(broker: KafkaBroker, metrics: Metrics) -> None:
    """Sets the lag gauge from what this replica's consumers know of their own partitions."""
    behind: Counter[str] = Counter()
    for consumer in consumers(broker):
        for partition in consumer.assignment():
            with suppress(AnyKafkaError):  # taken away meanwhile by a rebalance, or its topic is gone
                end = cast("int | None", consumer.highwater(partition))
                behind[partition.topic] += max(0, end - await consumer.position(partition)) if end else 0
    for topic, messages in behind.items():
        metrics.lag.labels(topic).set(messages)


def consumers(broker: KafkaBroker) -> list[AIOKafkaConsumer]:
    """Of all subscribers; one with workers has several."""
    found: list[AIOKafkaConsumer] = []
    for subscriber in broker.subscribers:
        group = getattr(subscriber, "consumer_subgroup", None) or [getattr(subscriber, "consumer", None)]
        found += [consumer for consumer in group if consumer is not None]
    return found


class Passed:
    """Tells whether a group has passed all that was published on a topic before a moment.

    So the sweep tells a document whose event was lost from one that waits in a long queue.
    """

    def __init__(self, committed: dict[int, int], since: dict[int, int]) -> None:
        self.committed, self.since = committed, since

    def document(self, sha256: str) -> bool:
        """False, too, while the topic is not there."""
        if not self.since:
            return False
        partition = (murmur2(sha256.encode()) & 0x7FFFFFFF) % len(self.since)
        return self.committed.get(partition, 0) >= self.since[partition]


async def passed(settings: Settings, group: str, topic: str, moment: datetime) -> Passed:
    """What the group has committed, against the first offset of each partition at or after `moment`."""
    consumer = AIOKafkaConsumer(**connection(settings))
    try:
        await consumer.start()
        await consumer._client.add_topic(topic)  # or it knows nothing of the topic's partitions
        partitions = [TopicPartition(topic, n) for n in consumer.partitions_for_topic(topic) or ()]
        first = await consumer.offsets_for_times(dict.fromkeys(partitions, int(moment.timestamp() * 1000)))
        ends = await consumer.end_offsets(partitions)
        since = {tp.partition: found.offset if (found := first.get(tp)) else ends[tp] for tp in partitions}
    finally:
        await consumer.stop()
    async with admin(settings) as client:
        offsets = await client.list_consumer_group_offsets(group)
    return Passed({tp.partition: known.offset for tp, known in offsets.items() if tp.topic == topic}, since)


async def read_all(settings: Settings, topic: str) -> AsyncIterator[Record]:
    """Every message that is on the topic now, by partition; joins no group and commits nothing."""
    consumer = AIOKafkaConsumer(auto_offset_reset="earliest", enable_auto_commit=False, **connection(settings))
    try:
        await consumer.start()
        await consumer._client.add_topic(topic)
        partitions = [TopicPartition(topic, n) for n in consumer.partitions_for_topic(topic) or ()]
        begins, ends = await consumer.beginning_offsets(partitions), await consumer.end_offsets(partitions)
        for partition in (tp for tp in partitions if ends[tp] > begins[tp]):
            consumer.assign([partition])
            await consumer.seek_to_beginning(partition)
            while await consumer.position(partition) < ends[partition]:
                yield cast("Record", await consumer.getone(partition))
    finally:
        await consumer.stop()


@asynccontextmanager
async def admin(settings: Settings) -> AsyncGenerator[Any]:
    client = AIOKafkaAdminClient(**connection(settings))
    try:
        await client.start()
        yield client
    finally:
        await client.close()


@asynccontextmanager
async def producing(settings: Settings) -> AsyncGenerator[Any]:
    """A producer outside the services, as careful as theirs."""
    producer = AIOKafkaProducer(acks="all", enable_idempotence=True, **connection(settings))
    try:
        await producer.start()
        yield producer
    finally:
        await producer.stop()
