"""Watching places: listings on a clock, file events and bucket events as hints."""

import asyncio
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote_plus

from sqlalchemy.ext.asyncio import AsyncEngine
from watchfiles import awatch

from antecedent.ingest.handlers import Ingest
from antecedent.runtime.delivery import TRANSIENT
from antecedent.runtime.logs import logger
from antecedent.runtime.places import Place, Seen, documents_of, is_document
from antecedent.store import queries
from antecedent.store.locks import alone

log = logger(__name__)
AT_ONCE = 8  # files taken in at the same time
AGAIN_SECONDS = 2.0  # after something that may pass


@dataclass(kw_only=True)
class Watcher:
    """Watches all places of one replica. Listings are shared out by a lock a place; hints go to whoever gets them."""

    places: tuple[Place, ...]
    ingest: Ingest
    engine: AsyncEngine
    every: float
    busy: dict[str, asyncio.Task[None]] = field(default_factory=dict[str, asyncio.Task[None]])
    news: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])  # of those, since the last look
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def watch(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            for place in self.places:
                group.create_task(self._list_for_ever(place))
                if place.folder is not None:
                    group.create_task(self._follow(place, place.folder))

    async def _list_for_ever(self, place: Place) -> None:
        while True:
            try:
                async with alone(self.engine, place.prefix) as mine:
                    if mine:
                        await self.list_once(place)
                        self.ingest.metrics.swept.labels(place.prefix).set(time.time())
            except TRANSIENT as error:
                log.warning("a place cannot be listed now", place=place.url, error=repr(error))
            await asyncio.sleep(self.every)

    async def list_once(self, place: Place) -> None:
        """Takes in what is new or changed, notes what is gone."""
        seen = await place.listing()
        async with self.ingest.session() as session:
            known = {row.url: row.etag for row in await queries.sources_under(session, place.prefix)}
        for one in changed(seen, known, place):
            self.hint(place, one.key, one)
        for url in known.keys() - {place.source(one.key) for one in seen}:
            async with self.ingest.session.begin() as session:
                await queries.source_deleted(session, url)

    def hint(self, place: Place, key: str, seen: Seen | None = None) -> None:
        """Looks at a file soon, as a listing saw it or anew; one that is waited for already need wait no longer."""
        name = place.source(key)
        if name in self.busy:
            self.news[name].set()
            return
        self.news[name] = asyncio.Event()
        task = asyncio.create_task(self._look(place, key, seen), name=f"look {name}")
        self.busy[name] = task
        task.add_done_callback(lambda _: self._looked(name))

    def _looked(self, name: str) -> None:
        del self.busy[name], self.news[name]

    async def _look(self, place: Place, key: str, seen: Seen | None) -> None:
        news = self.news[place.source(key)]
        while True:
            news.clear()
            try:
                async with self.gate:
                    wait = await (self.ingest.take(place, seen) if seen else self.ingest.look(place, key))
            except TRANSIENT as error:
                log.warning("a file cannot be taken in now", file=place.source(key), error=repr(error))
                wait = AGAIN_SECONDS
            if not wait:
                return
            seen = None
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), wait)

    async def _follow(self, place: Place, folder: str) -> None:
        """File events of a folder; where the system gives none (network shares), the listing does."""
        root = Path(folder)
        async for changes in awatch(root, step=50, debounce=400, recursive=True, yield_on_timeout=False):
            for _, path in changes:
                for key in documents_of(Path(path).relative_to(root).as_posix()):
                    if is_document(key):
                        self.hint(place, key)

    async def bucket_event(self, event: dict[str, Any]) -> None:
        """An S3 notification in the standard record format; one without Records (a test event) says nothing."""
        for bucket, key in objects_of(event):
            for place in self.places:
                inside = place.key_in_bucket(bucket, key)
                for document in documents_of(inside) if inside else ():
                    if is_document(document):
                        self.hint(place, document)


def changed(seen: Iterable[Seen], known: dict[str, str | None], place: Place) -> list[Seen]:
    """Files whose mark is not the one that was taken in."""
    return [one for one in seen if known.get(place.source(one.key)) != one.mark]


def objects_of(event: dict[str, Any]) -> list[tuple[str, str]]:
    """Bucket and key of each record; some servers url-encode the key and some do not, so that both are looked at."""
    found: list[tuple[str, str]] = []
    for record in event.get("Records") or ():
        bucket, key = record["s3"]["bucket"]["name"], record["s3"]["object"]["key"]
        found += [(bucket, name) for name in dict.fromkeys((key, unquote_plus(key)))]
    return found
