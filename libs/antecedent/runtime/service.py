"""The frame of a service: its HTTP address at once, its consumers as soon as the broker can be reached.

A task of it that fails for good ends the process: whoever supervises it starts it anew.
"""

import asyncio
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from faststream.kafka import KafkaBroker
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from antecedent.runtime.kafka import consumers, measure_lag, start
from antecedent.runtime.logs import logger
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.settings import Settings

log = logger(__name__)
LAG_SECONDS = 2.0


@dataclass(kw_only=True)
class Service:
    """What runs: a broker with its subscribers, what it needs before, and tasks beside it (the watchers of ingest)."""

    name: str
    settings: Settings
    engine: AsyncEngine
    broker: KafkaBroker
    metrics: Metrics
    before: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = ()
    beside: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = ()
    closing: tuple[Callable[[], None], ...] = ()
    started: bool = field(default=False, init=False)
    tasks: list[asyncio.Task[None]] = field(default_factory=list[asyncio.Task[None]], init=False)
    broken: bool = field(default=False, init=False)
    on_crash: Callable[[], None] = field(default=lambda: None, init=False)

    @asynccontextmanager
    async def lifespan(self, _app: object = None) -> AsyncGenerator[None]:
        self._start(self._consume)
        try:
            yield
        finally:
            await self._stop()

    async def _consume(self) -> None:
        await asyncio.gather(*(prepare() for prepare in self.before))
        await start(self.broker, self.settings)
        self.started = True
        log.info("consuming", service=self.name)
        for work in (self._lag, *self.beside):
            self._start(work)

    def _start(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        task = asyncio.create_task(work(), name=work.__name__)
        task.add_done_callback(self._note_a_crash)
        self.tasks.append(task)

    def _note_a_crash(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a task of the service ended", task=task.get_name(), exc_info=error)
            self.broken = True
            self.on_crash()

    async def _lag(self) -> None:
        while True:
            await measure_lag(self.broker, self.metrics)
            await asyncio.sleep(LAG_SECONDS)

    async def _stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        await self.broker.stop()
        for close in self.closing:
            close()
        await self.engine.dispose()

    @property
    def alive(self) -> bool:
        """Waiting for the broker, or consuming; False once a task of it ended with an error or a consumer is gone."""
        consuming = bool(consumers(self.broker)) or not self.broker.subscribers
        return not self.broken and (not self.started or consuming)

    async def ready(self) -> bool:
        return self.started and self.alive and await database_answers(self.engine)


async def database_answers(engine: AsyncEngine) -> bool:
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError, TimeoutError):
        return False
    return True


def routes(alive: Callable[[], bool], ready: Callable[[], Awaitable[bool]], metrics: Metrics) -> list[BaseRoute]:
    """/health (alive: consuming), /ready (the broker and the database answer) and /metrics."""

    async def health(_: Request) -> Response:
        return _answer(alive())

    async def is_ready(_: Request) -> Response:
        return _answer(await ready())

    async def exposition(_: Request) -> Response:
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", health), Route("/ready", is_ready), Route("/metrics", exposition)]


def _answer(good: bool) -> Response:
    return JSONResponse({"ok": good}, status_code=200 if good else 503)


def run(service: Service) -> None:
    """Until SIGTERM, Ctrl-C or a crash (status 1); messages in work are finished, or left to another replica."""
    app = Starlette(routes=routes(lambda: service.alive, service.ready, service.metrics), lifespan=service.lifespan)
    server = server_of(app, service.settings)
    service.on_crash = lambda: setattr(server, "should_exit", True)
    with suppress(KeyboardInterrupt):
        server.run()
    if service.broken:
        sys.exit(1)


def listen(app: Any, settings: Settings) -> None:
    with suppress(KeyboardInterrupt):
        server_of(app, settings).run()


def server_of(app: Any, settings: Settings) -> uvicorn.Server:
    host, port = settings.address
    config = uvicorn.Config(app, host=host, port=port, log_config=None, access_log=False, timeout_graceful_shutdown=20)
    return uvicorn.Server(config)
