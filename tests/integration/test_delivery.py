"""The delivery middleware on the real broker: retries, dead letters, nothing blocked, nothing lost on a rebalance."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import zip_longest

import pytest
from aiokafka.partitioner import murmur2
from faststream.kafka import KafkaBroker

from antecedent.contracts.events import DocumentParsed
from antecedent.contracts.topics import topic_of
from antecedent.runtime.broker import Events, consume, correlation, deliver, make_broker
from antecedent.runtime.delivery import Permanent, Transient
from antecedent.runtime.kafka import ensure_topics, measure_lag, passed, producing
from antecedent.runtime.letters import Letter, letters, replay
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.settings import Settings
from deploy.local.kafka import Kafka
from deploy.local.process import PATIENCE
from tests.servers import forget_topics, until

pytestmark = pytest.mark.servers

TOPIC = topic_of(DocumentParsed)
Handler = Callable[[DocumentParsed], Awaitable[None]]


@pytest.fixture
async def settings(kafka: Kafka) -> Settings:
    """Topics without messages; short waits, as in a service that is tuned for a test."""
    made = Settings(
        _env_file=None,
        kafka_servers=kafka.servers,
        kafka_partitions=2,
        retry_attempts=3,
        retry_first_seconds=0.05,
        kafka_session_seconds=6,
    )
    await forget_topics(made)
    await ensure_topics(made)
    return made


@asynccontextmanager
async def consuming(
    settings: Settings, handler: Handler, group: str, metrics: Metrics | None = None, failed: list[str] | None = None
) -> AsyncIterator[KafkaBroker]:
    broker = make_broker(settings, service="test")

    async def note(document: str, topic: str, reason: str) -> None:
        (failed if failed is not None else []).append(f"{document[:1]} {topic} {reason}")

    deliver(broker, settings, metrics or Metrics(), note)
    consume(broker, settings, group, TOPIC)(handler)
    await broker.start()
    try:
        yield broker
    finally:
        await broker.stop()


async def publish(settings: Settings, *documents: str, versions: str = "") -> None:
    broker = make_broker(settings, service="test")
    async with broker:
        for document, version in zip_longest(documents, versions, fillvalue="1"):
            event = DocumentParsed(document=document * 64, parser_version=version)
            await Events(broker, "test").publish(event, correlation_id=f"c-{document}")


async def all_letters(settings: Settings) -> list[Letter]:
    return [letter async for letter in letters(settings)]


async def test_what_may_pass_is_tried_again_and_what_will_not_is_a_dead_letter(settings: Settings) -> None:
    tries: Counter[str] = Counter()
    heard: dict[str, str] = {}
    failed: list[str] = []
    metrics = Metrics()

    async def handle(event: DocumentParsed) -> None:
        name = event.document[0]
        tries[name] += 1
        heard[name] = correlation.get()
        if name == "a" and tries[name] < 3:
            raise Transient("away")
        if name == "b":
            raise Permanent("never")
        if name == "c":
            raise Transient("away for good")

    await publish(settings, "a", "b", "c", "d")
    async with consuming(settings, handle, "retrying", metrics, failed) as broker:

        async def done() -> bool:
            return tries["d"] == 1 and tries["a"] == 3 and len(await all_letters(settings)) == 2

        await until(done)
        await measure_lag(broker, metrics)

    assert tries == {"a": 3, "b": 1, "c": 3, "d": 1}
    assert heard == {name: f"c-{name}" for name in "abcd"}
    found = {letter.document[0]: letter for letter in await all_letters(settings)}
    assert {(n, one.error, one.reason, one.attempts, one.topic) for n, one in found.items()} == {
        ("b", "Permanent", "never", 1, TOPIC),
        ("c", "Transient", "away for good", 3, TOPIC),
    }
    assert found["b"].headers["ce_type"] == "org.antecedent.document.parsed.v1"
    assert failed == [f"b {TOPIC} Permanent: never"]  # 'c' may pass: it is left to the sweep
    assert metrics.registry.get_sample_value("antecedent_dead_letters_total", {"topic": TOPIC}) == 2
    assert metrics.registry.get_sample_value("antecedent_retries_total", {"topic": TOPIC}) == 4


BAD = [
    pytest.param(b"{", [("content-type", b"application/json")], id="no JSON"),
    pytest.param(b'{"document": 7}', [("content-type", b"application/json")], id="no event"),
    pytest.param(b"{}", [("ce_type", b"\xff\xfe")], id="a header that is no text"),
    pytest.param(b"", [], id="nothing"),
]


@pytest.mark.parametrize(("value", "headers"), BAD)
async def test_what_cannot_be_understood_does_not_block_its_partition(
    settings: Settings, value: bytes, headers: list[tuple[str, bytes]]
) -> None:
    seen: list[str] = []

    async def handle(event: DocumentParsed) -> None:
        seen.append(event.document[0])

    async with producing(settings) as producer:
        await producer.send_and_wait(TOPIC, value, key=b"bad", headers=headers, partition=0)
        good = DocumentParsed(document="e" * 64, parser_version="1").model_dump_json().encode()
        await producer.send_and_wait(
            TOPIC, good, key=b"e" * 64, headers=[("content-type", b"application/json")], partition=0
        )
    async with consuming(settings, handle, "poisoned"):

        async def done() -> bool:
            return seen == ["e"] and len(await all_letters(settings)) == 1

        await until(done)
    (letter,) = await all_letters(settings)
    assert (letter.value, letter.topic, letter.partition, letter.attempts) == (value, TOPIC, 0, 1)


async def test_a_full_replay_puts_every_letter_back_as_it_was(settings: Settings) -> None:
    mended = False
    done: list[tuple[str, str]] = []

    async def handle(event: DocumentParsed) -> None:
        if not mended:
            raise Permanent("a release that must be mended")
        done.append((event.document[0], correlation.get()))

    names = list("0123456789")
    await publish(settings, *names)
    async with consuming(settings, handle, "mended"):

        async def dead() -> bool:
            return len(await all_letters(settings)) == len(names)

        await until(dead)
        mended = True
        assert await replay(settings, await all_letters(settings)) == len(names)

        async def back() -> bool:
            return len(done) == len(names)

        await until(back)
    assert sorted(done) == [(name, f"c-{name}") for name in names]


async def test_a_slow_handler_keeps_its_partition_and_a_rebalance_loses_nothing(settings: Settings) -> None:
    handled: Counter[str] = Counter()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(event: DocumentParsed) -> None:
        begun.set()
        await go_on.wait()
        handled[event.document[0]] += 1

    async def quick(event: DocumentParsed) -> None:
        handled[event.document[0]] += 1

    names = list("0123456789abcdef")
    await publish(settings, *names)
    async with consuming(settings, slow, "rebalanced"):
        await asyncio.wait_for(begun.wait(), PATIENCE)
        async with consuming(settings, quick, "rebalanced"):  # joins while a message is in work
            go_on.set()

            async def done() -> bool:
                return set(handled) == set(names)

            await until(done)
    assert not await all_letters(settings)


async def test_partitions_go_on_side_by_side_and_what_concerns_one_document_in_order(settings: Settings) -> None:
    """One message waits: the other partition's go on, those behind it do not, and none of them is committed."""
    begun: list[str] = []
    go_on = asyncio.Event()

    async def handle(event: DocumentParsed) -> None:
        begun.append(event.document[0] + event.parser_version)
        if event.document[0] == "a":
            await go_on.wait()

    partition = {name: murmur2((name * 64).encode()) & 0x7FFFFFFF for name in "0123456789abcdef"}
    other = next(name for name in partition if (partition[name] - partition["a"]) % settings.kafka_partitions)
    await publish(settings, "a", "a", other, other, versions="1212")
    later = datetime.now(UTC) + timedelta(seconds=5)

    async def committed() -> bool:
        known = await passed(settings, "lanes", TOPIC, later)
        return known.document(other * 64) and not known.document("a" * 64)

    async with consuming(settings, handle, "lanes"):
        await until(committed)
        assert begun.count("a1") == 1
        assert "a2" not in begun
    assert [one for one in begun if one[0] == other] == [f"{other}1", f"{other}2"]
    go_on.set()
    async with consuming(settings, handle, "lanes"):  # the first ended in the middle of its work

        async def all_done() -> bool:
            return (await passed(settings, "lanes", TOPIC, later)).document("a" * 64)

        await until(all_done)
    assert [one for one in begun if one[0] == "a"] == ["a1", "a1", "a2"]
    assert [one for one in begun if one[0] == other] == [f"{other}1", f"{other}2"]


async def test_no_more_messages_are_in_hand_than_are_allowed(settings: Settings) -> None:
    at_once, most, done = 0, 0, 0

    async def handle(_: DocumentParsed) -> None:
        nonlocal at_once, most, done
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.05)
        at_once -= 1
        done += 1

    names = list("0123456789abcdef")
    await publish(settings, *names)

    async def all_done() -> bool:
        return done == len(names)

    async with consuming(settings.model_copy(update={"in_hand": 1}), handle, "one-hand"):
        await until(all_done)
    assert most == 1


async def test_the_sweep_can_tell_a_lost_event_from_a_long_queue(settings: Settings) -> None:
    go_on = asyncio.Event()
    handled: list[str] = []

    async def handle(event: DocumentParsed) -> None:
        await go_on.wait()
        handled.append(event.document)

    await publish(settings, "a")
    later = datetime.now(UTC) + timedelta(seconds=5)
    async with consuming(settings, handle, "queued"):
        assert not (await passed(settings, "queued", TOPIC, later)).document("a" * 64)
        go_on.set()

        async def done() -> bool:
            return (await passed(settings, "queued", TOPIC, later)).document("a" * 64)

        await until(done)
    assert handled == ["a" * 64]
