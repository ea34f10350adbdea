"""What every service is made of: engine, broker, events, metrics, fates."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from faststream.kafka import KafkaBroker
from sqlalchemy.ext.asyncio import AsyncEngine

from antecedent.runtime import logs
from antecedent.runtime.broker import Events, deliver, make_broker
from antecedent.runtime.fate import Fate
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.service import Service
from antecedent.runtime.settings import Settings
from antecedent.runtime.telemetry import trace_messages
from antecedent.store.engine import SessionMaker, create_engine, lean_sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The parts, before the service's own handlers are added."""

    name: str
    settings: Settings
    engine: AsyncEngine
    session: SessionMaker
    broker: KafkaBroker
    events: Events
    metrics: Metrics
    fate: Fate

    def parts(self) -> dict[str, Any]:
        """What handlers of every service take."""
        return {"session": self.session, "events": self.events, "metrics": self.metrics, "fate": self.fate}

    def service(
        self,
        *,
        before: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = (),
        beside: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = (),
        closing: tuple[Callable[[], None], ...] = (),
    ) -> Service:
        return Service(
            name=self.name,
            settings=self.settings,
            engine=self.engine,
            broker=self.broker,
            metrics=self.metrics,
            before=before,
            beside=beside,
            closing=closing,
        )


def assemble(settings: Settings, name: str) -> Base:
    """Makes the parts of the service `name`; the engine and the broker connect at their first use."""
    logs.configure(name, settings.log_level)
    pool, seconds = settings.database_pool, settings.database_timeout
    engine = create_engine(settings.database_url, pool_size=pool, timeout=seconds, ping=False)
    session, metrics = lean_sessions(engine), Metrics()
    broker = make_broker(settings, service=name)
    events = Events(broker, name)
    fate = Fate(session=session, events=events, metrics=metrics)
    deliver(broker, settings, metrics, fate.failed)
    trace_messages(broker, settings, name)
    return Base(
        name=name,
        settings=settings,
        engine=engine,
        session=session,
        broker=broker,
        events=events,
        metrics=metrics,
        fate=fate,
    )
