"""A PDF put into a real bucket, or dropped in a folder, ends as links in Postgres and an event on the topic."""

import asyncio
import json
import urllib.request
from pathlib import Path

import obstore
import pytest

from antecedent.contracts.events import DocumentLinked, FindingsChanged, event_from
from antecedent.contracts.topics import topic_of
from antecedent.resolutions.findings import find
from antecedent.store.engine import create_engine, sessions
from antecedent.store.register import load_comparisons, load_register
from deploy.local.kafka import make_topic
from deploy.local.s3 import S3
from tests.servers import World

pytestmark = pytest.mark.servers

PRIOR, DRAFT = "LSC_Resolution_2.3_Rev.COP4.pdf", "LSC_COP5_Doc.12.2.pdf"


async def test_from_bucket_and_folder_to_links_and_events(world: World, samples: Path) -> None:
    world.product.start()
    prior, draft = (samples / PRIOR).read_bytes(), (samples / DRAFT).read_bytes()
    await world.put("incoming/prior.pdf", prior)
    await world.settled(1)
    world.place("draft.pdf", draft)
    states = await world.settled(2)

    assert states == {"prior.pdf": ("linked", None), "draft.pdf": ("linked", None)}
    linked = await world.rows(
        "SELECT count(*) FROM links l JOIN documents d ON d.sha256 = l.document"
        " JOIN documents p ON p.sha256 = l.prior_document WHERE d.file = 'draft.pdf' AND p.file = 'prior.pdf'"
    )
    assert linked[0][0] > 5
    await world.until(world.all_handled)  # an event follows its rows
    records = await world.events(topic_of(DocumentLinked))
    events = [event_from(dict(r.headers)["ce_type"].decode(), json.loads(r.value)) for r in records]
    assert {event.document for event in events} == {sha for (sha,) in await world.rows("SELECT sha256 FROM documents")}
    assert all(r.key.decode() == event.document for r, event in zip(records, events, strict=True))
    correlations = {dict(r.headers)["ce_correlationid"] for r in records}
    assert len(correlations) == 2  # each file's own, kept over all stages
    assert [row[0] for row in await world.rows("SELECT url FROM sources ORDER BY url")] == [
        f"file://{world.drop}/draft.pdf",
        f"s3://{world.name}-drafts/incoming/prior.pdf",
    ]
    await what_changed_in_the_findings_is_told(world)
    await same_content_elsewhere_is_one_document(world, prior)
    await a_changed_file_is_a_new_version(world, samples)
    await a_deleted_file_is_noted(world)


async def what_changed_in_the_findings_is_told(world: World) -> None:
    """The last event of each document, laid over those before, has the findings that the whole corpus gives."""
    engine = create_engine(world.product.env["ANTECEDENT_DATABASE_URL"])
    async with sessions(engine)() as session:
        whole = find(await load_register(session), await load_comparisons(session))
    await engine.dispose()
    assert {one.kind for one in whole} >= {"orphaned-paragraph", "repeals-unknown"}

    async def told() -> bool:
        standing: dict[str, set[str]] = {}
        for record in await world.events(topic_of(FindingsChanged)):
            event = FindingsChanged.model_validate_json(record.value)
            keys = standing.setdefault(event.document, set())
            keys |= set(event.appeared)
            keys -= set(event.ended)
            assert sum(event.kinds.values()) == sum(event.severities.values()) == len(keys)
        return {key for keys in standing.values() for key in keys} == {one.key for one in whole}

    await world.until(told)


async def same_content_elsewhere_is_one_document(world: World, data: bytes) -> None:
    world.place("again/copy.pdf", data)

    async def two_places() -> bool:
        return (await world.rows("SELECT count(*) FROM sources"))[0][0] == 3

    await world.until(two_places)
    assert await world.rows("SELECT count(*) FROM documents") == [(2,)]


async def a_changed_file_is_a_new_version(world: World, samples: Path) -> None:
    world.place("draft.pdf", (samples / "LSC_COP5_Doc.13.pdf").read_bytes())

    async def replaced() -> bool:
        query = "SELECT count(*), count(replaced) FROM sources WHERE url LIKE '%/draft.pdf'"
        return (await world.rows(query))[0] == (2, 1)

    await world.until(replaced)
    await world.settled(3)


async def a_deleted_file_is_noted(world: World) -> None:
    (world.drop / "again" / "copy.pdf").unlink()

    async def noted() -> bool:
        return (await world.rows("SELECT count(*) FROM sources WHERE deleted IS NOT NULL"))[0][0] == 1

    await world.until(noted)
    assert await world.rows("SELECT count(*) FROM documents") == [(3,)]


async def test_what_is_stated_wins_and_a_slow_writer_is_waited_for(world: World, samples: Path) -> None:
    world.product.env |= {"ANTECEDENT_REST_SECONDS": "60"}  # a stop of the whole machine is no end of writing
    world.product.start()
    data = (samples / PRIOR).read_bytes()
    stated = {"symbol": "LSC/Resolution 99.1", "status": "adopted", "date": "2031-05-04"}
    world.place("slow.json", json.dumps(stated).encode())
    with (world.drop / "slow.pdf").open("wb") as file:
        for start in range(0, len(data), len(data) // 4 + 1):
            file.write(data[start : start + len(data) // 4 + 1])
            file.flush()
            await asyncio.sleep(0.6)
    await world.settled(1)
    assert await world.rows("SELECT symbol, status, adopted FROM documents") == [
        ("LSC/Resolution 99.1", "adopted", "2031-05-04")
    ]
    await world.put("meta.pdf", (samples / DRAFT).read_bytes(), symbol="LSC/COP9/Doc.1")
    await world.settled(2)
    assert ("LSC/COP9/Doc.1",) in await world.rows("SELECT symbol FROM documents WHERE file = 'meta.pdf'")


async def test_notifications_and_file_events_are_enough_between_two_listings(world: World, samples: Path) -> None:
    """The places are listed once an hour: what the bucket server and the folder tell brings the files in."""
    make_topic(world.kafka, "bucket-events")
    server = S3(world.folder / "told", events=(world.kafka.servers, "bucket-events")).start()
    world.extra.append(server.process)
    world.s3 = server
    for name in ("drafts", "blobs"):
        server.bucket(f"{world.name}-{name}")
    hourly = {"ANTECEDENT_SWEEP_SECONDS": "3600", "ANTECEDENT_BUCKET_EVENTS_TOPIC": "bucket-events"}
    world.product.env |= server.settings | hourly
    world.product.start()

    async def listed() -> bool:
        told = await asyncio.to_thread(metrics_at, world.product.of("ingest")[0].address)
        return told.count("antecedent_swept_timestamp_seconds{") == 2

    await world.until(listed)
    await world.put("deep/er/told + ld.pdf", (samples / PRIOR).read_bytes())
    world.place("seen.pdf", (samples / DRAFT).read_bytes())
    assert await world.settled(2) == {"told + ld.pdf": ("linked", None), "seen.pdf": ("linked", None)}
    await obstore.delete_async(world.bucket(), "deep/er/told + ld.pdf")

    async def noted() -> bool:
        return await world.rows("SELECT count(*) FROM sources WHERE deleted IS NOT NULL") == [(1,)]

    await world.until(noted)


def metrics_at(address: str) -> str:
    with urllib.request.urlopen(f"{address}/metrics") as answer:
        return answer.read().decode()
