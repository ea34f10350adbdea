"""The broker: one ack policy and one middleware that retries, then makes a dead letter and moves on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, cast
from uuid import uuid4

from faststream import AckPolicy, BaseMiddleware, ContextRepo, StreamMessage
from faststream.kafka import KafkaBroker
from faststream.kafka.prometheus import KafkaPrometheusMiddleware
from structlog.contextvars import bound_contextvars

from antecedent.contracts.envelope import correlation_of, message
from antecedent.contracts.events import Event
from antecedent.contracts.topics import DEAD_LETTERS, topic_of
from antecedent.runtime.delivery import Limits, Reject, decide
from antecedent.runtime.kafka import Record, security
from antecedent.runtime.lanes import Lanes, add_lanes
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.settings import Settings

log = logger(__name__)
correlation: ContextVar[str] = ContextVar("correlation", default="")

Failed = Callable[[str, str, str], Awaitable[None]]  # document, topic, reason: a message that no retry helps


def make_broker(settings: Settings, *, service: str) -> KafkaBroker:
    """At least once: with `deliver`, a message is committed when it was handled or is a dead letter, never before."""
    return KafkaBroker(
        settings.kafka_servers,
        security=security(settings),
        acks="all",
        enable_idempotence=True,
        allow_auto_create_topics=False,
        ack_policy=AckPolicy.NACK_ON_ERROR,
        client_id=f"antecedent-{service}",
        logger=logging.getLogger("antecedent.broker"),
        log_level=logging.DEBUG,  # a line for each message received and processed is too many
    )


def deliver(broker: KafkaBroker, settings: Settings, metrics: Metrics, failed: Failed | None = None) -> None:
    """Adds the one middleware after FastStream's own count; `failed` is told of messages that no retry helps."""
    broker.add_middleware(KafkaPrometheusMiddleware(registry=metrics.registry))
    broker.add_middleware(cast("Any", Delivery.made_with(broker, settings, metrics, failed)))


def consume(broker: KafkaBroker, settings: Settings, group: str, *topics: str) -> Lanes:
    """The one way to consume; `auto_offset_reset` is not the library's, which would lose documents."""
    options = {
        "auto_offset_reset": "earliest",
        "session_timeout_ms": int(settings.kafka_session_seconds * 1000),
        "heartbeat_interval_ms": int(settings.kafka_session_seconds * 100),
        "max_poll_interval_ms": int(settings.kafka_poll_seconds * 1000),
    }
    in_hand = max(settings.in_hand, settings.workers)
    return add_lanes(broker, *topics, group=group, options=options, in_hand=in_hand)


def on_topic(event: type[Event]) -> Callable[[StreamMessage[Any]], Awaitable[bool]]:
    """A filter for a subscriber of several topics."""

    async def suits(message: StreamMessage[Any]) -> bool:
        return cast("Record", message.raw_message).topic == topic_of(event)

    return suits


class Delivery(BaseMiddleware):
    """Tries a message a bounded number of times; what fails for good goes to the dead letters with its origin."""

    broker: KafkaBroker
    limits: Limits
    metrics: Metrics
    failed: Failed | None

    @classmethod
    def made_with(
        cls, broker: KafkaBroker, settings: Settings, metrics: Metrics, failed: Failed | None
    ) -> "type[Delivery]":
        limits = Limits(
            attempts=settings.retry_attempts,
            first=settings.retry_first_seconds,
            longest=settings.retry_longest_seconds,
        )
        own = {
            "broker": broker,
            "limits": limits,
            "metrics": metrics,
            "failed": staticmethod(failed) if failed else None,
        }
        return type("OwnDelivery", (cls,), own)

    def __init__(self, msg: Any, /, *, context: ContextRepo) -> None:
        super().__init__(msg, context=context)

    async def consume_scope(self, call_next: Callable[[Any], Awaitable[Any]], msg: StreamMessage[Any]) -> Any:
        headers = cast("dict[str, str]", msg.headers)
        document = self._document()
        token = correlation.set(correlation_of(headers, otherwise=uuid4().hex))
        try:
            with bound_contextvars(document=document, correlation=correlation.get(), topic=self._record.topic):
                return await self._try(call_next, msg)
        finally:
            correlation.reset(token)

    async def after_processed(
        self,
        exc_type: type[BaseException] | None = None,  # noqa: ARG002
        exc_val: BaseException | None = None,
        exc_tb: TracebackType | None = None,  # noqa: ARG002
    ) -> bool | None:
        """Reached with an error only by what could not even be decoded: it would block its partition for ever."""
        if isinstance(exc_val, Exception):
            await self._bury(exc_val, attempts=1)
            return True
        return False

    @property
    def _record(self) -> Record:
        return cast("Record", self.msg)

    def _document(self) -> str:
        return (self._record.key or b"").decode(errors="replace")

    async def _try(self, call_next: Callable[[Any], Awaitable[Any]], msg: StreamMessage[Any]) -> Any:
        attempt = 1
        while True:
            try:
                return await call_next(msg)
            except Exception as error:
                decision = decide(error, attempt, self.limits)
                if isinstance(decision, Reject):
                    log.exception("dead letter", attempts=attempt)
                    await self._bury(error, attempt)
                    if self.failed is not None and not decision.passing:
                        await self.failed(self._document(), self._record.topic, f"{type(error).__name__}: {error}")
                    return None
                log.warning("retry", attempt=attempt, delay=decision.delay, error=repr(error))
                self.metrics.retries.labels(self._record.topic).inc()
                await asyncio.sleep(decision.delay)
                attempt += 1

    async def _bury(self, error: Exception, attempts: int) -> None:
        """Tried until it succeeds: the message must not be committed before it lies among the dead letters."""
        while True:
            try:
                await self.broker.publish(
                    self._record.value or b"",
                    DEAD_LETTERS,
                    key=self._record.key,
                    headers=letter_headers(self._record, error, attempts),
                )
                self.metrics.dead_letters.labels(self._record.topic).inc()
                return
            except Exception as away:
                log.warning("the dead letter cannot be written yet", error=repr(away))
                await asyncio.sleep(self.limits.longest / 10)


def letter_headers(record: Record, error: Exception, attempts: int) -> dict[str, str]:
    """The message's own headers and, after `dl_`, where it came from and why it lies there."""
    own = {name: value.decode(errors="replace") for name, value in record.headers if not name.startswith("dl_")}
    return own | {
        "dl_topic": record.topic,
        "dl_partition": str(record.partition),
        "dl_offset": str(record.offset),
        "dl_attempts": str(attempts),
        "dl_error": type(error).__name__,
        "dl_reason": str(error)[:2000],
        "dl_at": datetime.now(UTC).isoformat(timespec="milliseconds"),
    }


class Events:
    """Publishes events of one service, each with its CloudEvents headers and the correlation id in hand."""

    def __init__(self, broker: KafkaBroker, service: str) -> None:
        self.broker, self.service = broker, service

    def announce(self, *events: type[Event]) -> None:
        """Names what the service publishes, for its AsyncAPI document."""
        for event in events:
            self.broker.publisher(topic_of(event), title=event.__name__, description=event.__doc__, schema=event)

    async def publish(self, event: Event, *, correlation_id: str | None = None) -> None:
        told = correlation_id or correlation.get() or uuid4().hex
        sent = message(event, source=self.service, at=datetime.now(UTC), correlation=told)
        await self.broker.publish(sent.value, sent.topic, key=sent.key, headers=sent.headers, correlation_id=told)
