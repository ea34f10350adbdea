"""Several messages in hand at once: those of one partition one after the other, committed in one go when they are done.

FastStream's own subscribers handle one message at a time, or are a member of the group for each that they handle at
once, of one topic. Here one consumer has a lane for each partition number, over all of its topics: what concerns one
document stays in order, and while one lane waits for the database or a process the others go on.
"""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportMissingTypeArgument=false, reportUnknownParameterType=false, reportIncompatibleMethodOverride=false

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, cast

from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener, ConsumerRecord, TopicPartition
from aiokafka.errors import ConsumerStoppedError, KafkaError
from faststream._internal.broker.registrator import Registrator
from faststream._internal.endpoint.subscriber.call_item import CallsCollection
from faststream._internal.endpoint.subscriber.utils import MultiLock
from faststream.kafka import KafkaBroker
from faststream.kafka.schemas import Topic
from faststream.kafka.subscriber.config import KafkaSubscriberConfig, KafkaSubscriberSpecificationConfig
from faststream.kafka.subscriber.specification import KafkaSubscriberSpecification
from faststream.kafka.subscriber.usecase import DefaultSubscriber

from antecedent.runtime.logs import logger

log = logger(__name__)
COMMIT_SECONDS = 0.5  # what is done waits so long to be committed with what is done next
AGAIN_SECONDS = 1.0
LAST_SECONDS = 5.0  # for the last commit of a consumer that stops


class Lanes(DefaultSubscriber, ConsumerRebalanceListener):
    """A subscriber that handles up to `in_hand` messages at once, each of another partition."""

    def __init__(self, config: KafkaSubscriberConfig, specification: Any, calls: Any, *, in_hand: int) -> None:
        config.listener = self
        super().__init__(config, specification, calls)
        self._hands = asyncio.Semaphore(in_hand)
        self._open: set[int] = set()  # partition numbers that have a lane
        self._done: dict[TopicPartition, int] = {}  # where to go on, not committed yet
        self._news = asyncio.Event()

    async def _run_consume_loop(self, consumer: AIOKafkaConsumer) -> None:
        """Opens a lane for each partition that comes, and commits what the lanes have done."""
        while self.running:
            for number in {tp.partition for tp in consumer.assignment()} - self._open:
                self._open.add(number)
                self.add_task(self._run_lane, (consumer, number))
            await self._news.wait()
            await asyncio.sleep(COMMIT_SECONDS)
            self._news.clear()
            if not await self._commit():
                await asyncio.sleep(AGAIN_SECONDS)

    async def _run_lane(self, consumer: AIOKafkaConsumer, number: int) -> None:
        partitions = [TopicPartition(name, number) for name in self.topic_names_for_subscribe]
        while self.running:
            try:
                record = await consumer.getone(*partitions)
            except ConsumerStoppedError:
                return
            except KafkaError as error:
                log.warning("nothing can be read now", partition=number, error=repr(error))
                await asyncio.sleep(AGAIN_SECONDS)
                continue
            async with self._hands:
                if _place(record) in consumer.assignment():  # or another replica has it by now
                    cast("Any", record).consumer = _Mark(self, record)
                    await self.consume(record)

    def done(self, record: ConsumerRecord) -> None:
        """Whatever is below it in its partition was done before it."""
        self._done[_place(record)] = record.offset + 1
        self._news.set()

    async def _commit(self) -> bool:
        """False when it is to be tried again. What was taken away meanwhile is done again elsewhere, without harm."""
        if self.consumer is None:
            return True
        mine = self.consumer.assignment()
        done, self._done = {tp: offset for tp, offset in self._done.items() if tp in mine}, {}
        try:
            if done:
                await self.consumer.commit(done)
        except KafkaError as error:
            log.warning("what is done cannot be committed yet", error=repr(error))
            self._done = done | self._done
            self._news.set()
            return False
        return True

    async def on_partitions_revoked(self, revoked: Any) -> None:  # noqa: ARG002
        await self._commit()

    async def on_partitions_assigned(self, assigned: Any) -> None:  # noqa: ARG002
        self._news.set()

    async def stop(self) -> None:
        """What is in hand is finished and committed, as far as the time for it reaches."""
        self.running = False
        if isinstance(self.lock, MultiLock):
            await self.lock.wait_release(self._outer_config.graceful_timeout)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._commit(), LAST_SECONDS)
        self._open.clear()
        await super().stop()


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a message has for its consumer: to commit is to note that it is done."""

    lanes: Lanes
    record: ConsumerRecord

    async def commit(self) -> None:
        self.lanes.done(self.record)

    def seek(self, partition: TopicPartition, offset: int) -> None:
        if self.lanes.consumer is not None:
            self.lanes.consumer.seek(partition, offset)


def add_lanes(broker: KafkaBroker, *topics: str, group: str, options: Mapping[str, Any], in_hand: int) -> Lanes:
    """A subscriber of the broker; `options` are aiokafka's. FastStream has no place to name a class of one's own."""
    named = [Topic.validate(topic) for topic in topics]
    outer = cast("Any", broker.config)
    calls = CallsCollection[Any]()
    config = KafkaSubscriberConfig(
        topics=named, group_id=group, connection_args=dict(options), no_reply=True, _outer_config=outer
    )
    told = KafkaSubscriberSpecificationConfig(topics=named, title_=None, description_=None)
    specification = KafkaSubscriberSpecification(_outer_config=outer, calls=calls, specification_config=told)
    made = Lanes(config, specification, calls, in_hand=in_hand)
    Registrator.subscriber(cast("Any", broker), made)
    return made


def _place(record: ConsumerRecord) -> TopicPartition:
    return TopicPartition(record.topic, record.partition)
