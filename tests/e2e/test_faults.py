"""150 PDFs through two replicas of each service, with kills and restarts: the end is that of a run without faults."""

import asyncio
import random
from typing import Any

import pytest

from tests.papers import papers
from tests.servers import CORPUS_PDFS, World, until

pytestmark = [pytest.mark.servers, pytest.mark.timeout(1500)]

NUMBER = 150
KILLS = 10
LONG = 600.0  # seconds for all of it, on a slow machine
LONGEST_CALM = 6.0  # seconds between two faults, when no progress shows

# What must be the same, however often a message came: all but the moments. Documents by content, rows by their place.
TABLES = {
    "documents": "SELECT sha256, state, code, symbol, title, status, parser_version, linker_version FROM documents",
    "paragraphs": "SELECT document, position, id, kind, number, depth, parent, lead, text FROM paragraphs",
    "citations": 'SELECT document, position, paragraph, start, "end", printed, symbol, role FROM citations',
    "repeals": "SELECT document, position, paragraph, symbol, scope, effect, action FROM repeals",
    "traces": "SELECT document, base, cast(priors AS text), version FROM traces",
    "links": "SELECT document, position, prior_document, cast(draft AS text), cast(prior AS text), relation, moved,"
    " round(cast(score AS numeric), 6), cast(changes AS text) FROM links",
    # Of equally likely ones any may be told, and adopted texts keep what they saw when they came.
    "sightings": "SELECT document, position, cast(jsonb_path_query_array(cast(see AS jsonb), '$[*].score') AS text)"
    " FROM links JOIN documents ON sha256 = document WHERE status = 'draft' AND relation = 'new'",
}


async def snapshot(world: World) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(await world.rows(query), key=repr) for name, query in TABLES.items()}


def files() -> list[tuple[str, bytes]]:
    """The corpora's own where they are, else texts in the samples' looks."""
    if CORPUS_PDFS:
        return [(f"{n}-{path.name}", path.read_bytes()) for n, path in enumerate(CORPUS_PDFS[:NUMBER])]
    return list(papers(NUMBER))


async def drop(world: World, given: list[tuple[str, bytes]], chance: random.Random) -> None:
    """Half in the bucket, half in the folder, in any order."""
    for n, (name, data) in enumerate(chance.sample(given, len(given))):
        if n % 2:
            await world.put(name, data)
        else:
            world.place(name, data)


async def test_kills_and_restarts_lose_and_double_nothing(world: World, second_world: World) -> None:
    given = files()
    world.product.start(number=2)
    await drop(world, given, random.Random(1))
    await world.settled(NUMBER, LONG)
    await quiet(world)
    faultless = await snapshot(world)
    world.product.stop()

    second_world.product.env |= {"ANTECEDENT_STUCK_SECONDS": "10", "ANTECEDENT_KAFKA_SESSION_SECONDS": "6"}
    await second_world.begin()
    second_world.product.start(number=2)
    chance = random.Random(2)
    await drop(second_world, given[: NUMBER // 2], chance)
    harm = asyncio.create_task(do_harm(second_world, chance))
    await drop(second_world, given[NUMBER // 2 :], chance)
    await harm
    await second_world.settled(NUMBER, LONG)
    await quiet(second_world)
    harmed = await snapshot(second_world)

    assert {row[1] for row in faultless["documents"]} <= {"linked", "rejected"}
    assert len(faultless["documents"]) == NUMBER
    assert any(row[5] == "amended" for row in faultless["links"])
    assert any(row[2] != "[]" for row in faultless["sightings"])
    for table, rows in faultless.items():
        assert rows == harmed[table], table


async def do_harm(world: World, chance: random.Random) -> None:
    """Ten SIGKILLs of random replicas while documents are on their way, one restart of the broker and of Postgres."""
    await progress(world, 5)
    for n in range(KILLS):
        replica = chance.choice(world.product.replicas)
        await asyncio.to_thread(replica.process.kill)
        replica.start(wait=False)
        if n == KILLS // 3:
            await asyncio.to_thread(world.kafka.kill)
            await asyncio.to_thread(world.kafka.start)
        if n == 2 * KILLS // 3:
            await asyncio.to_thread(world.postgres.kill)
            await asyncio.to_thread(world.postgres.start)
        await progress(world, 5 + (n + 1) * (NUMBER - 20) // KILLS)


async def progress(world: World, number: int) -> None:
    """Waits until so many documents ended, or for a while: faults must fall while there is work, not after it."""

    async def some() -> bool:
        query = "SELECT count(*) FROM documents WHERE state IN ('linked', 'rejected')"
        return (await world.rows(query))[0][0] >= number

    try:
        await until(some, LONGEST_CALM)
    except AssertionError:
        return


async def quiet(world: World) -> None:
    """Waits until every message of the services' topics is handled: the last links are those that stay."""
    await world.until(world.all_handled)
