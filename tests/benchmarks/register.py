"""What the command's questions cost in a store of many documents, on SQLite and on Postgres.

    python -m tests.benchmarks.register [--documents 10000] [--keep FOLDER] [--postgres]

The documents are generated texts of the fictional convention over twenty meetings: resolutions, their revisions and
repeals, and the drafts of the last meeting. Each question is the command in a process of its own, from cold. With
--keep the stores stay, and are asked again the next time.
"""

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align import LINKER_VERSION
from antecedent.resolutions.models import Citation, Document, Edit, Link, Paragraph, Repeal
from antecedent.resolutions.structure import PARSER_VERSION
from antecedent.store.engine import create_engine, sessions
from antecedent.store.migrate import upgrade
from antecedent.store.queries import receive_document, record_stage, save_document, save_links
from antecedent.store.tables import DocumentRow, TextRow
from deploy.local.postgres import Postgres

MEETINGS = 20
PARAGRAPHS, CITATIONS = 40, 20
BATCH = 200
NOUNS = (
    "lamps",
    "towers",
    "buoys",
    "keepers",
    "harbours",
    "charts",
    "signals",
    "surveys",
    "reefs",
    "moorings",
    "tides",
)
VERBS = ("Requests", "Urges", "Invites", "Encourages", "Decides", "Reaffirms", "Welcomes", "Recommends")
QUESTIONS = {
    "status of a text": ("status", "{text}"),
    "findings on a draft": ("findings", "{draft}"),
    "lineage of a draft": ("lineage", "{draft}"),
    "consolidation": ("consolidate", "{draft}"),
    "a draft with its links": ("show", "{draft}"),
    "findings on all": ("findings",),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A generated document and what it comes from."""

    document: Document
    prior: Document | None


def generated(count: int, seed: int = 1) -> Iterator[Text]:
    """`count` documents, each meeting's in turn: four new texts to a revision; drafts at the last meeting."""
    chance = random.Random(seed)
    adopted: list[Document] = []
    for number in range(count):
        meeting = 1 + number * MEETINGS // count
        revised = chance.choice(adopted) if adopted and number % 5 == 0 else None
        made = _text(meeting, number, revised, adopted, chance)
        yield Text(made, revised)
        if made.status == "adopted":
            adopted.append(made)


def _text(meeting: int, number: int, revised: Document | None, adopted: list[Document], chance: random.Random):
    draft = meeting == MEETINGS
    symbol = f"LSC/COP{meeting}/Doc.{number}" if draft else f"LSC/Resolution {meeting}.{number}"
    if revised and revised.symbol and not draft:
        symbol = f"{revised.symbol.partition(' (')[0]} (Rev.COP{meeting})"
    cited = [chance.choice(adopted).symbol or "" for _ in range(CITATIONS if adopted else 0)]
    gone = [chance.choice(adopted).symbol or ""] if adopted and number % 7 == 0 else []
    return Document(
        sha256=sha256(f"{number} {symbol}".encode()).hexdigest(),
        file=f"{number}.pdf",
        symbol=symbol,
        title=f"{chance.choice(NOUNS)} and {chance.choice(NOUNS)} {number}".upper(),
        body="LSC",
        session=str(meeting),
        language="en",
        status="draft" if draft else "adopted",
        adopted=None if draft else f"{1980 + 2 * meeting}-10-15",
        revises=revised.symbol if revised else None,
        paragraphs=tuple(_paragraph(place, chance) for place in range(PARAGRAPHS)),
        citations=tuple(_citation(one, place) for place, one in enumerate(cited)),
        repeals=tuple(_repeal(one, draft) for one in gone),
    )


def _paragraph(place: int, chance: random.Random) -> Paragraph:
    words = " ".join(chance.choice(NOUNS) for _ in range(30))
    return Paragraph(
        id=f"o{place + 1}", kind="operative", number=str(place + 1), text=f"{chance.choice(VERBS)} {words};"
    )


def _citation(symbol: str, place: int) -> Citation:
    return Citation(
        printed=symbol,
        symbol=symbol,
        body="LSC",
        type="resolution",
        paragraph=f"o{1 + place % PARAGRAPHS}",
        start=0,
        end=5,
    )


def _repeal(symbol: str, draft: bool) -> Repeal:
    effect = "proposed" if draft else "adopted"
    return Repeal(paragraph="o3", symbol=symbol, scope="whole", effect=effect, action="repeal")


def _links(text: Text) -> Iterator[Link]:
    """Every paragraph amended from the one of its number."""
    for paragraph in text.document.paragraphs if text.prior else ():
        changes = (Edit("delete", "Old"), Edit("insert", paragraph.text))
        sha = text.prior.sha256 if text.prior else None
        yield Link(
            draft=(paragraph.id,), prior=(paragraph.id,), document=sha, relation="amended", score=0.8, changes=changes
        )


async def fill(url: str, count: int) -> None:
    engine = create_engine(url)
    texts = list(generated(count))
    for start in range(0, count, BATCH):
        async with sessions(engine)() as session, session.begin():
            for text in texts[start : start + BATCH]:
                await _put(session, text)
    await engine.dispose()


async def _put(session: AsyncSession, text: Text) -> None:
    sha = text.document.sha256
    await receive_document(session, sha, file=text.document.file)
    await save_document(session, text.document, version=PARSER_VERSION)
    await record_stage(session, sha, "parsed", version=PARSER_VERSION)
    priors = [text.prior.sha256] if text.prior else []
    base = priors[0] if priors else None
    await save_links(session, sha, _links(text), version=LINKER_VERSION, base=base, priors=priors)
    await record_stage(session, sha, "linked", version=LINKER_VERSION)


async def names(url: str) -> dict[str, str]:
    """A text of the middle of the corpus, and a draft that revises one."""
    engine = create_engine(url)
    texts = select(TextRow.symbol).order_by(col(TextRow.document))
    drafts = select(DocumentRow.sha256).where(DocumentRow.status == "draft", col(DocumentRow.revises).is_not(None))
    async with sessions(engine)() as session:
        found = {
            "text": (await session.exec(texts)).first() or "",
            "draft": (await session.exec(drafts.order_by(col(DocumentRow.sha256)))).first() or "",
        }
    await engine.dispose()
    return found


def ask(url: str, folder: Path, named: Mapping[str, str]) -> None:
    """Prints seconds, processor seconds and memory of each question."""
    environment = os.environ | {"ANTECEDENT_DATABASE_URL": url, "ANTECEDENT_BLOBS": (folder / "blobs").as_uri()}
    for question, words in QUESTIONS.items():
        command = [sys.executable, "-m", "antecedent.desk.app", *(word.format(**named) for word in words)]
        start = time.perf_counter()
        with (folder / "answer").open("wb") as out:
            process = subprocess.Popen(command, env=environment, stdout=out)
            _, status, used = os.wait4(process.pid, 0)
        took, busy = time.perf_counter() - start, used.ru_utime + used.ru_stime
        said = f" failed with {status}" if status else ""
        print(
            f"{url.partition('+')[0]:<10} {question:<22} {took:7.2f} s, {busy:6.2f} s of processor time, "
            f"{used.ru_maxrss / 1024:5.0f} MB{said}",
            flush=True,
        )


def run(url: str, folder: Path, count: int) -> None:
    """In a process of its own each: what filled the store must not count as memory of those that ask it."""
    filling = get_context("spawn").Process(target=_fill, args=(url, count))
    filling.start()
    filling.join()
    ask(url, folder, asyncio.run(names(url)))


def _fill(url: str, count: int) -> None:
    upgrade(url)
    if not asyncio.run(names(url))["text"]:
        asyncio.run(fill(url, count))


def main() -> int:
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("--documents", type=int, default=10_000)
    told.add_argument("--keep", type=Path, help="a folder for the SQLite store, used again the next time")
    told.add_argument("--postgres", action="store_true", help="on Postgres too")
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.keep or Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        run(f"sqlite+aiosqlite:///{place / 'antecedent.db'}", place, given.documents)
        if given.postgres:
            server = Postgres(Path(folder) / "postgres").start()
            try:
                run(server.database("antecedent"), place, given.documents)
            finally:
                server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
