"""Real servers as fixtures, one of each a run: where one cannot start, CI fails and a laptop skips with the reason."""

import asyncio
import os
import shutil
import subprocess
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import obstore
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from antecedent.contracts.events import DocumentExtracted, DocumentParsed, DocumentReceived, PriorChanged
from antecedent.contracts.topics import INGEST, LINKER, PARSER, topic_of
from antecedent.runtime.delivery import TRANSIENT
from antecedent.runtime.kafka import admin, passed, read_all
from antecedent.runtime.settings import Settings
from antecedent.store.blobs import open_store
from antecedent.store.settings import StoreSettings
from deploy.local.kafka import Kafka
from deploy.local.postgres import Postgres
from deploy.local.process import PATIENCE, CannotStart, Process
from deploy.local.product import Product, environment, migrate
from deploy.local.s3 import ACCESS_KEY, S3, SECRET_KEY

Server = TypeVar("Server", Kafka, Postgres, S3)
ENDS = ("linked", "rejected")
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
CORPUS_PDFS = sorted(CORPUS.rglob("pdf/**/*.pdf"))
READ_BY = {
    topic_of(DocumentReceived): INGEST,
    topic_of(DocumentExtracted): PARSER,
    topic_of(DocumentParsed): LINKER,
    topic_of(PriorChanged): LINKER,
}


def started(server: Callable[[], Server]) -> Server:
    try:
        return server().start()
    except (CannotStart, OSError, ImportError) as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"a server did not start: {error}")
        print(f"skipped: a server did not start: {error}")
        pytest.skip(f"a server did not start: {error}")


@pytest.fixture(scope="session")
def ground() -> Iterator[Path]:
    """A folder that the database's own user may enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="antecedent-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def kafka(ground: Path) -> Iterator[Kafka]:
    server = started(lambda: Kafka(ground / "kafka"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgres(ground: Path) -> Iterator[Postgres]:
    """With a migrated database `template` that others are copied from."""
    server = started(lambda: Postgres(ground / "postgres"))
    migrate(server.database("template_antecedent"), ground / "migrate.log")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def s3(ground: Path) -> Iterator[S3]:
    server = started(lambda: S3(ground / "s3"))
    yield server
    server.stop()


@dataclass(kw_only=True)
class World:
    """A product of its own on the shared servers: a database, a bucket, a folder, and no messages of others."""

    kafka: Kafka
    postgres: Postgres
    s3: S3
    folder: Path
    name: str
    product: Product
    engine: AsyncEngine
    extra: list[Process] = field(default_factory=list)

    @property
    def drop(self) -> Path:
        return self.folder / "drop"

    @property
    def settings(self) -> Settings:
        """The services' settings for clients in the test's own process."""
        return Settings(
            _env_file=None, kafka_servers=self.kafka.servers, database_url=self.product.env["ANTECEDENT_DATABASE_URL"]
        )

    def bucket(self, name: str = "drafts") -> Any:
        access = StoreSettings(
            s3_endpoint=self.s3.endpoint, s3_access_key=ACCESS_KEY, s3_secret_key=SECRET_KEY, _env_file=None
        )
        return open_store(f"s3://{self.name}-{name}", access)

    async def put(self, key: str, data: bytes, bucket: str = "drafts", **attributes: str) -> None:
        await obstore.put_async(self.bucket(bucket), key, data, attributes=attributes or None)

    def place(self, name: str, data: bytes) -> None:
        """Into the folder, complete at once."""
        path = self.drop / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / f".{path.name}").write_bytes(data)
        (path.parent / f".{path.name}").rename(path)

    async def rows(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        async with self.engine.connect() as connection:
            return [tuple(row) for row in await connection.execute(text(query), values)]

    async def states(self) -> dict[str, tuple[str, str | None]]:
        """File name → state and code."""
        return {file: (state, code) for file, state, code in await self.rows("SELECT file, state, code FROM documents")}

    async def until(self, condition: Callable[[], Any], seconds: float = PATIENCE) -> None:
        """`until`, over at once when a service ended by itself."""
        await until(condition, seconds, self.logs, self.ended)

    def ended(self) -> str:
        """Names of the services that were started and are no more."""
        gone = [r.process.name for r in self.product.replicas if r.process.popen is not None and not r.process.alive]
        return f"ended by themselves: {', '.join(gone)}" if gone else ""

    async def settled(self, number: int, seconds: float = PATIENCE) -> dict[str, tuple[str, str | None]]:
        """Waits until so many documents are linked or rejected and none waits."""

        async def done() -> bool:
            states = [state for (state,) in await self.rows("SELECT state FROM documents")]
            return len(states) >= number and all(state in ENDS for state in states)

        await self.until(done, seconds)
        return await self.states()

    async def all_handled(self) -> bool:
        """Each group has committed all that is on its topics."""
        now = datetime.now(UTC) + timedelta(minutes=1)
        found = [await passed(self.settings, group, topic, now) for topic, group in READ_BY.items()]
        return all(one.committed.get(n, 0) >= end for one in found for n, end in one.since.items())

    async def begin(self) -> None:
        """Forgets the messages of whoever used the broker before."""
        await forget_topics(self.settings)

    async def events(self, topic: str) -> list[Any]:
        return [record async for record in read_all(self.settings, topic)]

    def logs(self, characters: int = 3000) -> str:
        return "\n".join(f"== {r.process.name}\n{r.process.tail(characters)}" for r in self.product.replicas)


async def until(
    condition: Callable[[], Any],
    seconds: float = PATIENCE,
    told: Callable[[], str] = str,
    lost: Callable[[], str] = str,
) -> None:
    """Waits for a condition, however long each look takes; a database that restarts is no failure of the test.

    `lost` says why waiting is of no use any more; '' as long as it is.
    """
    end = time.monotonic() + seconds
    while True:
        if why := lost():
            raise AssertionError(f"{why}\n{told()}")
        try:
            if await condition():
                return
        except TRANSIENT as error:
            if time.monotonic() > end:
                raise AssertionError(f"{error!r}\n{told()}") from error
        if time.monotonic() > end:
            raise AssertionError(f"not reached in {seconds} s\n{told()}")
        await asyncio.sleep(0.1)


async def forget_topics(settings: Settings) -> None:
    """Deletes the product's topics and what its groups read of them, so that a test reads only its own messages."""
    async with admin(settings) as client:
        own = [name for name in await client.list_topics() if name.startswith(("antecedent.", "bucket-events"))]
        if own:
            await client.delete_topics(own)

        async def gone() -> bool:
            read = [
                tp.topic for group in set(READ_BY.values()) for tp in await client.list_consumer_group_offsets(group)
            ]
            return not set(own) & {*await client.list_topics(), *read}

        await until(gone)


@pytest.fixture
async def world(
    kafka: Kafka, postgres: Postgres, s3: S3, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[World]:
    """Nothing of it runs yet: `world.product.start()` does that."""
    made = make_world(kafka, postgres, s3, tmp_path / "one", request.node.nodeid)
    await made.begin()
    yield made
    await end(made)


@pytest.fixture
async def second_world(
    kafka: Kafka, postgres: Postgres, s3: S3, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[World]:
    """Another database and other places on the same servers; `begin` it when the first one has stopped."""
    made = make_world(kafka, postgres, s3, tmp_path / "two", f"{request.node.nodeid} second")
    yield made
    await end(made)


def make_world(kafka: Kafka, postgres: Postgres, s3: S3, folder: Path, title: str) -> World:
    name = f"t{zlib.crc32(title.encode())}"
    database = copy_database(postgres, name)
    (folder / "drop").mkdir(parents=True)
    watch = [f"{s3.bucket(f'{name}-drafts')}/", f"file://{folder}/drop"]
    env = environment(database=database, kafka=kafka, s3=s3, blobs=s3.bucket(f"{name}-blobs"), watch=watch)
    env |= {"ANTECEDENT_SWEEP_SECONDS": "1"}
    engine = create_async_engine(database, poolclass=NullPool)
    product = Product(folder=folder, env=env)
    return World(kafka=kafka, postgres=postgres, s3=s3, folder=folder, name=name, product=product, engine=engine)


async def end(world: World) -> None:
    world.product.stop()
    for process in world.extra:
        process.stop()
    await world.engine.dispose()


def copy_database(postgres: Postgres, name: str) -> str:

    client = [postgres.bin / "createdb", "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "postgres"]
    subprocess.run([*client, "-T", "template_antecedent", name], check=True, capture_output=True)
    return postgres.url(name)
