"""`make load`: the pipeline's rate on this machine, its latency idle and under load, and one process as a measure.

The seconds of CPU that each process takes for a document say where they go, on a busy machine too.
"""

import asyncio
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from deploy.local.product import Product
from tests.papers import papers
from tests.servers import CORPUS_PDFS
from tests.stack import stack

TICKS = os.sysconf("SC_CLK_TCK")
NAMES = ("ingest", "parser", "linker", "kafka.Kafka", "postgres", "versitygw")
NUMBER = int(os.environ.get("ANTECEDENT_LOAD", "150"))
IDLE = 20  # documents dropped one after the other


@dataclass(frozen=True, slots=True)
class Alone:
    """What one process took."""

    seconds: float
    cpu: float


def main() -> None:
    given = files()
    with tempfile.TemporaryDirectory(prefix="antecedent-load-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        alone = one_process(given, folder / "alone")
        with stack(folder / "stack", web=False, prometheus=False) as product:
            asyncio.run(measure(product, given, alone))


def files() -> list[tuple[str, bytes]]:
    """The corpora's own PDFs where they are, else small ones, on which what a message costs weighs most."""
    if len(CORPUS_PDFS) >= NUMBER and os.environ.get("ANTECEDENT_PAPERS") != "1":
        step = len(CORPUS_PDFS) // NUMBER
        return [(f"{n}-{path.name}", path.read_bytes()) for n, path in enumerate(CORPUS_PDFS[::step][:NUMBER])]
    return list(papers(NUMBER))


def one_process(given: list[tuple[str, bytes]], folder: Path) -> Alone:
    """Seconds that `antecedent add` takes for the same files on SQLite with one job, its start left in."""
    (folder / "pdf").mkdir(parents=True)
    for name, data in given:
        (folder / "pdf" / name).write_bytes(data)
    env = {**os.environ, "ANTECEDENT_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/a.db"}
    env["ANTECEDENT_BLOBS"] = f"file://{folder}/blobs"
    command = [Path(sys.executable).parent / "antecedent", "add", "--jobs", "1", folder / "pdf"]
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=env, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Alone(seconds=time.perf_counter() - began, cpu=cpu)


async def measure(product: Product, given: list[tuple[str, bytes]], alone: Alone) -> None:
    engine = create_async_engine(product.env["ANTECEDENT_DATABASE_URL"])
    drop = product.folder / "drop"
    idle = [await seconds_to_link(engine, drop, f"idle-{n}.pdf", data) for n, (_, data) in extra(IDLE)]
    began, before = time.perf_counter(), spent()
    for name, data in given:
        place(drop, name, data)
    await until_linked(engine, len({data for _, data in given}) + IDLE)
    seconds, after = time.perf_counter() - began, spent()
    under = await latencies(engine)
    pages = await one(engine, "SELECT coalesce(sum(pages), 0) FROM extractions")
    await engine.dispose()
    cores = len(os.sched_getaffinity(0))
    rate, single = len(given) / seconds, len(given) / alone.seconds
    print(f"documents a second   {rate:.1f} on {cores} cores ({pages / (len(given) + IDLE) * rate:.1f} pages a second)")
    print(f"drop to link, idle   p50 {quantile(idle, 50):.2f} s, p95 {quantile(idle, 95):.2f} s")
    print(f"drop to link, load   p50 {quantile(under, 50):.2f} s, p95 {quantile(under, 95):.2f} s")
    print(f"one process          {single:.1f} documents a second (`antecedent add --jobs 1`)")
    print(f"ratio a core         {rate / cores / single:.2f} (pipeline's rate a core over one process's; target 0.6)")
    costs = {name: (after[name] - before.get(name, 0)) * 1000 / len(given) for name in after}
    total, own = sum(costs.values()), alone.cpu * 1000 / len(given)
    print(f"CPU a document       {total:.0f} ms: " + ", ".join(f"{name} {cost:.0f}" for name, cost in costs.items()))
    print(f"CPU of one process   {own:.0f} ms ({own / total:.2f} of the pipeline's)")


def spent() -> dict[str, float]:
    """Seconds of CPU by now of each server and service with the processes that it started; of this one by itself."""
    seconds: dict[int, float] = {}
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            values = path.read_text().rpartition(")")[2].split()
            parents[int(path.parent.name)] = int(values[1])
            seconds[int(path.parent.name)] = (int(values[11]) + int(values[12])) / TICKS
    found: dict[str, float] = {}
    for pid in seconds:
        name = owner(pid, parents)
        if name:
            found[name] = found.get(name, 0.0) + seconds[pid]
    return dict(sorted(found.items()))


def owner(pid: int, parents: dict[int, int]) -> str | None:
    """The server or service that a process belongs to; None for those of others."""
    command = "this measurement"
    while pid != os.getpid():
        if pid not in parents:
            return None
        with suppress(OSError):
            command = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
        pid = parents[pid]
    return next((name for name in NAMES if name in command), "this measurement")


def extra(number: int) -> list[tuple[int, tuple[str, bytes]]]:
    return list(enumerate(papers(number, seed=2)))


def place(drop: Path, name: str, data: bytes) -> None:
    (drop / f".{name}").write_bytes(data)
    (drop / f".{name}").rename(drop / name)


async def seconds_to_link(engine: AsyncEngine, drop: Path, name: str, data: bytes) -> float:
    began = time.perf_counter()
    place(drop, name, data)
    ended = f"SELECT count(*) FROM documents WHERE file = '{name}' AND state IN ('linked', 'rejected')"
    while not await one(engine, ended):
        await asyncio.sleep(0.02)
    return time.perf_counter() - began


async def until_linked(engine: AsyncEngine, number: int) -> None:
    while await one(engine, "SELECT count(*) FROM documents WHERE state IN ('linked', 'rejected')") < number:
        await asyncio.sleep(0.2)  # this too takes from the machine


async def latencies(engine: AsyncEngine) -> list[float]:
    """From the file's first sight to its last linking, for what was dropped at once."""
    query = text(
        "SELECT extract(epoch FROM s.at - d.received) FROM documents d JOIN stages s USING (sha256)"
        " WHERE s.stage = 'linked' AND d.file NOT LIKE 'idle-%'"
    )
    async with engine.connect() as connection:
        return [float(row[0]) for row in await connection.execute(query)]


async def one(engine: AsyncEngine, query: str) -> int:
    async with engine.connect() as connection:
        return int((await connection.execute(text(query))).scalar_one())


def quantile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
