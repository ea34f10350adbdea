"""Real servers as fixtures, one of each a run: where one cannot start, CI fails and a laptop skips with the reason."""

import asyncio
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import obstore
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from antecedent.runtime.kafka import admin, read_all
from antecedent.runtime.settings import Settings
from antecedent.store.blobs import open_store
from antecedent.store.settings import StoreSettings
from deploy.local.kafka import Kafka
from deploy.local.postgres import Postgres
from deploy.local.process import CannotStart, Process
from deploy.local.product import Product, environment, migrate
from deploy.local.s3 import ACCESS_KEY, S3, SECRET_KEY

Server = TypeVar("Server", Kafka, Postgres, S3)
ENDS = ("linked", "rejected")


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

    async def settled(self, number: int, seconds: float = 90) -> dict[str, tuple[str, str | None]]:
        """Waits until so many documents are linked or rejected, none waits, and every queue is empty."""

        async def done() -> bool:
            states = [state for (state,) in await self.rows("SELECT state FROM documents")]
            return len(states) >= number and all(state in ENDS for state in states)

        await until(done, seconds, lambda: self.logs())
        return await self.states()

    async def events(self, topic: str) -> list[Any]:
        return [record async for record in read_all(self.settings, topic)]

    def logs(self, characters: int = 1500) -> str:
        return "\n".join(f"== {r.process.name}\n{r.process.tail(characters)}" for r in self.product.replicas)


async def until(condition: Callable[[], Any], seconds: float, told: Callable[[], str] = str) -> None:
    """Waits for a condition, however long each look takes; a database that restarts is no failure of the test."""
    end = time.monotonic() + seconds
    while True:
        try:
            if await condition():
                return
        except Exception as error:
            if time.monotonic() > end:
                raise AssertionError(f"{error!r}\n{told()}") from error
        if time.monotonic() > end:
            raise AssertionError(f"not reached in {seconds} s\n{told()}")
        await asyncio.sleep(0.1)


async def forget_topics(settings: Settings) -> None:
    """Deletes the product's topics, so that a test reads only its own messages."""
    async with admin(settings) as client:
        own = [name for name in await client.list_topics() if name.startswith(("antecedent.", "bucket-events"))]
        if own:
            await client.delete_topics(own)

        async def gone() -> bool:
            return not set(own) & set(await client.list_topics())

        await until(gone, 20)


@pytest.fixture
async def world(
    kafka: Kafka, postgres: Postgres, s3: S3, tmp_path: Path, request: pytest.FixtureRequest
) -> AsyncIterator[World]:
    """Nothing of it runs yet: `world.product.start()` does that."""
    name = f"t{abs(hash(request.node.nodeid)) % 10**8}"
    database = copy_database(postgres, name)
    (tmp_path / "drop").mkdir()
    watch = [f"{s3.bucket(f'{name}-drafts')}/", f"file://{tmp_path}/drop"]
    env = environment(database=database, kafka=kafka, s3=s3, blobs=s3.bucket(f"{name}-blobs"), watch=watch)
    env |= {"ANTECEDENT_SWEEP_SECONDS": "1"}
    engine = create_async_engine(database, poolclass=NullPool)
    product = Product(folder=tmp_path, env=env)
    made = World(kafka=kafka, postgres=postgres, s3=s3, folder=tmp_path, name=name, product=product, engine=engine)
    await forget_topics(made.settings)
    yield made
    product.stop()
    for process in made.extra:
        process.stop()
    await engine.dispose()


def copy_database(postgres: Postgres, name: str) -> str:

    client = [postgres.bin / "createdb", "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "postgres"]
    subprocess.run([*client, "-T", "template_antecedent", name], check=True, capture_output=True)
    return postgres.url(name)
