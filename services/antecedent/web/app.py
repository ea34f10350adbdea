"""Wires the pages and the REST API: they read the store and nothing else."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from antecedent.runtime import logs
from antecedent.runtime.metrics import Metrics
from antecedent.runtime.service import database_answers, listen, routes
from antecedent.store.engine import create_engine, sessions
from antecedent.web.handlers import Pages
from antecedent.web.settings import Settings


def build(settings: Settings) -> FastAPI:
    """The application; the database is asked at the first request."""
    logs.configure("web", settings.log_level)
    engine = create_engine(settings.database_url, pool_size=settings.database_pool, timeout=settings.database_timeout)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        yield
        await engine.dispose()

    app = FastAPI(title="Antecedent", lifespan=lifespan, docs_url=None, redoc_url=None, openapi_url="/api")
    app.router.routes.extend(routes(lambda: True, lambda: database_answers(engine), Metrics()))
    app.include_router(Pages(session=sessions(engine)).router())
    return app


def main() -> None:
    settings = Settings()
    listen(build(settings), settings)


if __name__ == "__main__":
    main()
