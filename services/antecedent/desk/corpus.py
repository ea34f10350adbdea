"""The corpus of the command: the store of ANTECEDENT_DATABASE_URL, else a SQLite file in the user's data folder."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.problems import CorpusUnusable
from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Document, Trace
from antecedent.resolutions.register import Register
from antecedent.store.around import around
from antecedent.store.blobs import open_blobs
from antecedent.store.engine import create_engine, sessions
from antecedent.store.schema import latest
from antecedent.store.settings import StoreSettings, data_home

if TYPE_CHECKING:
    from antecedent.store.search import ParagraphIndex

PATIENCE = 10.0  # seconds for another command to finish the tables
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A trace with what the corpus knows around it."""

    trace: Trace
    corpus: Register | None = None
    comparisons: Mapping[str, Comparison] = field(default_factory=dict[str, Comparison])


class Corpus:
    """An open store: `do` runs one piece of work in one transaction."""

    def __init__(self, settings: StoreSettings) -> None:
        self._url = settings.database_url
        self._folder = _folder(self._url)
        self._runner = asyncio.Runner()
        self._engine = create_engine(self._url)
        self.blobs = open_blobs(settings.blobs, settings)

    def do(self, work: Callable[[AsyncSession], Awaitable[Answer]]) -> Answer:
        try:
            return self._runner.run(self._transaction(work))
        except (DBAPIError, OSError) as error:
            raise _unusable(self._url, error) from error

    @cached_property
    def index(self) -> "ParagraphIndex":
        """Of all paragraphs; a cache beside the database, made anew when it is missing."""
        from antecedent.store.search import ParagraphIndex

        return ParagraphIndex(self._folder / "index")

    def close(self) -> None:
        self._runner.run(self._engine.dispose())
        self._runner.close()

    async def _transaction(self, work: Callable[[AsyncSession], Awaitable[Answer]]) -> Answer:
        async with sessions(self._engine)() as session, session.begin():
            return await work(session)


@contextmanager
def open_corpus() -> Iterator[Corpus]:
    """The corpus of the settings; a SQLite one is made, or brought to this release."""
    settings = StoreSettings()
    try:
        _prepare(settings.database_url)
        corpus = Corpus(settings)
    except (DBAPIError, OSError, ArgumentError, ImportError) as error:
        raise _unusable(settings.database_url, error) from error
    try:
        yield corpus
    finally:
        corpus.close()


def in_corpus(work: Callable[[AsyncSession], Awaitable[Answer]]) -> Answer:
    """One piece of work on the corpus."""
    with open_corpus() as corpus:
        return corpus.do(work)


def trace_in_corpus(draft: Document) -> Found:
    """Traces a draft against what the corpus says it may come from."""
    from antecedent.desk.linking import refresh, trace_in

    with open_corpus() as corpus:
        corpus.do(lambda session: refresh(session, corpus.index))
        found = corpus.do(lambda session: trace_in(session, draft, corpus.index))
        return corpus.do(lambda session: surrounded(session, found))


async def surrounded(session: AsyncSession, trace: Trace) -> Found:
    """A trace with what the corpus knows of the texts that it names and comes from."""
    found = await around(session, [trace.draft], {trace.draft.sha256: Comparison(base=trace.base, links=trace.links)})
    return Found(trace=trace, corpus=found.register, comparisons=found.comparisons)


def _prepare(url: str) -> None:
    """Migrations are loaded only when they are due: they cost a third of a second."""
    if make_url(url).get_backend_name() == "sqlite" and asyncio.run(_version(url)) != latest():
        from antecedent.store.migrate import upgrade

        try:
            upgrade(url)
        except DBAPIError:  # another command may be making the same tables just now
            if not _made_by_another(url):
                raise


def _made_by_another(url: str) -> bool:
    end = time.monotonic() + PATIENCE
    while asyncio.run(_version(url)) != latest():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


async def _version(url: str) -> str | None:
    engine = create_engine(url)
    try:
        async with engine.connect() as connection:
            row = (await connection.execute(text("SELECT version_num FROM alembic_version"))).first()
            return row[0] if row else None
    except DBAPIError:
        return None
    finally:
        await engine.dispose()


def _folder(url: str) -> Path:
    """Where a SQLite database lies, else the user's data folder."""
    parsed = make_url(url)
    beside = parsed.get_backend_name() == "sqlite" and parsed.database
    return Path(str(parsed.database)).parent if beside else data_home()


def _unusable(url: str, error: Exception) -> CorpusUnusable:
    cause = str(error.orig if isinstance(error, DBAPIError) else error).splitlines()[0]
    return CorpusUnusable(
        f"The corpus {_shown(url)} cannot be used: {cause}. "
        "Check ANTECEDENT_DATABASE_URL; `antecedent-migrate` makes the tables."
    )


def _shown(url: str) -> str:
    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "of ANTECEDENT_DATABASE_URL"
