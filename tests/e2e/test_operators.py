"""What operators and readers of the events do: the example consumer, a full replay of dead letters, reprocessing."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from deploy.local.process import Process
from tests.papers import papers
from tests.servers import World, until

pytestmark = pytest.mark.servers
ROOT = Path(__file__).parents[2]


async def test_a_consumer_a_full_replay_and_reprocessing(world: World) -> None:
    given = list(papers(6))
    world.product.start()
    for name, data in given[:3]:
        world.place(name, data)
    assert set((await world.settled(3)).values()) == {("linked", None)}
    await the_example_prints_new_links(world)
    await what_a_broken_release_gave_up_is_replayed(world, given[3:])
    await reprocessing_reports_what_changed(world)


async def the_example_prints_new_links(world: World) -> None:
    log = world.folder / "consumer.log"
    command = [sys.executable, ROOT / "examples" / "new_links.py", world.kafka.servers]
    consumer = Process(name="consumer", command=command, log=log)
    consumer.start()
    world.extra.append(consumer)
    symbols = [symbol for (symbol,) in await world.rows("SELECT symbol FROM documents")]

    async def printed() -> bool:
        return all(f"{symbol}: " in log.read_text() for symbol in symbols)

    await until(printed, told=consumer.tail)
    lines = log.read_text().splitlines()
    assert len(lines) == len(set(lines))
    consumer.stop()


async def what_a_broken_release_gave_up_is_replayed(world: World, given: list[tuple[str, bytes]]) -> None:
    """The parser cannot write: no retry helps, everything ends among the dead letters, visibly."""
    await world.until(world.all_handled)  # or a relinking would be given up as well
    await execute(world, "ALTER TABLE paragraphs RENAME COLUMN lead TO elsewhere")
    for name, data in given:
        world.place(name, data)
    states = await world.settled(6)
    assert {states[name] for name, _ in given} == {("rejected", "failed")}
    assert len(await told(world, "list", "--failed", "--json")) == 3

    letters = await told(world, "dead-letters", "list", "--json")
    assert {(one["topic"], one["error"], one["attempts"]) for one in letters} == {
        ("antecedent.document.extracted.v1", "ProgrammingError", 1)
    }
    assert {one["document"] for one in letters} == {
        sha for (sha,) in await world.rows("SELECT sha256 FROM documents WHERE state = 'rejected'")
    }
    assert "elsewhere" not in (await told(world, "dead-letters", "show", letters[0]["id"]))["value"]
    await execute(world, "ALTER TABLE paragraphs RENAME COLUMN elsewhere TO lead")
    for _ in range(2):  # twice changes nothing
        assert "3 put back" in await said(world, "dead-letters", "replay", "--all")
    await world.until(lambda: all_linked(world))
    await world.until(world.all_handled)
    assert len(await world.events("antecedent.dead-letters.v1")) == 3


async def reprocessing_reports_what_changed(world: World) -> None:
    changes = await told(world, "reprocess", "--all", "--json")
    assert len(changes) == 6
    assert all(not change["texts"] and not change["relations"] and not change["problem"] for change in changes)
    await execute(world, "UPDATE paragraphs SET text = 'as an older parser had it' WHERE position = 0")
    (change,) = await told(world, "reprocess", changes[0]["sha256"], "--dry-run", "--json")
    assert change["texts"] == 2  # one is gone, one is there
    (change,) = await told(world, "reprocess", changes[0]["sha256"], "--json")
    assert change["texts"] == 2
    (change,) = await told(world, "reprocess", changes[0]["sha256"], "--json")
    assert change["texts"] == 0


async def all_linked(world: World) -> bool:
    return {state for (state,) in await world.rows("SELECT state FROM documents")} == {"linked"}


async def execute(world: World, statement: str) -> None:
    async with world.engine.begin() as connection:
        await connection.execute(text(statement))


async def told(world: World, *arguments: str) -> list[dict] | dict:
    return json.loads(await said(world, *arguments))


async def said(world: World, *arguments: str) -> str:
    command = [Path(sys.executable).parent / "antecedent", *arguments]
    done = await asyncio.to_thread(
        subprocess.run, command, env=os.environ | world.product.env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
