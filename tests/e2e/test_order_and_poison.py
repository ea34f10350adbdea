"""Any order, the same file twice, files that cannot be read, a broker that is down at the start."""

import asyncio
import zlib
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from antecedent.contracts.events import DocumentParsed, PriorChanged
from antecedent.runtime.broker import Events, make_broker
from antecedent.runtime.sandbox import STARTING
from deploy.local.product import answers_well
from tests.papers import papers, typeset
from tests.servers import CORPUS, World

pytestmark = pytest.mark.servers

LIMIT = 60  # seconds that a file may take
MINE = {
    "empty.pdf": b"",
    "text.pdf": b"Resolution 1.1 in plain text\n%%EOF",
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    "notes.docx": b"PK\x03\x04 no PDF at all",
}


async def test_a_draft_before_its_prior_and_one_file_in_two_places(world: World) -> None:
    """Draft and revision arrive before what they revise; two replicas of each share the work."""
    (_, first), (_, revision), (_, draft) = list(papers(3))
    world.product.start(number=2)
    world.place("draft.pdf", draft)
    await world.settled(1)
    assert await comes_from(world, "draft.pdf") == set()
    await asyncio.gather(world.put("revision.pdf", revision), world.put("again/revision.pdf", revision))
    world.place("revision.pdf", revision)
    await world.settled(2)
    await world.until(lambda: is_linked_to(world, "draft.pdf", "revision.pdf"))
    await world.put("first.pdf", first)
    await world.settled(3)
    await world.until(lambda: is_linked_to(world, "revision.pdf", "first.pdf"))

    async def three_places() -> bool:
        return await world.rows("SELECT count(*) FROM sources") == [(5,)]

    await world.until(three_places)
    assert await world.rows("SELECT count(*) FROM documents") == [(3,)]
    await the_same_draft_twice_at_once(world)


async def test_a_likely_source_that_comes_later_is_seen_from_the_draft_and_nothing_else_is_linked_again(
    world: World,
) -> None:
    ((_, other),) = papers(1, seed=4)  # of the source's own day: their recitals are alike, but it comes from none
    wanted = "Urges Parties to hang a lantern of green glass over each of the nine doors of the pilots' house"
    draft = typeset(70, 2, ["Requests Parties to count their boats", wanted])
    source = typeset(71, 0, [wanted, "Invites Parties to whitewash the steps of the quay before each meeting"])
    world.product.start()
    for name, data in (("draft.pdf", draft), ("other.pdf", other)):
        world.place(name, data)
    await world.settled(2)
    await world.until(world.all_handled)
    before = await linked_at(world)
    world.place("source.pdf", source)

    async def seen() -> bool:
        shas = {file: sha for sha, file in await world.rows("SELECT sha256, file FROM documents")}
        links = await world.rows("SELECT see FROM links WHERE document = :sha", sha=shas["draft.pdf"])
        return shas.get("source.pdf") in {one["document"] for (see,) in links for one in see}

    await world.until(seen)
    await world.until(world.all_handled)
    after = await linked_at(world)
    assert after["draft.pdf"] > before["draft.pdf"]
    assert after["other.pdf"] == before["other.pdf"]


async def linked_at(world: World) -> dict[str, datetime]:
    return dict(await world.rows("SELECT file, at FROM traces JOIN documents ON sha256 = document"))


async def the_same_draft_twice_at_once(world: World) -> None:
    """Both topics of the linker carry the draft many times; they may meet in two replicas. The links stay the same."""
    query = "SELECT document, position, relation, cast(draft AS text), cast(prior AS text) FROM links ORDER BY 1, 2"
    await world.until(world.all_handled)
    before = await world.rows(query)
    shas = {file: sha for sha, file in await world.rows("SELECT sha256, file FROM documents")}
    draft, prior = shas["draft.pdf"], shas["revision.pdf"]
    broker = make_broker(world.settings, service="test")
    async with broker:
        events = Events(broker, "test")
        for _ in range(5):
            await events.publish(DocumentParsed(document=draft, parser_version="1"))
            await events.publish(PriorChanged(document=draft, prior=prior))
    await world.until(world.all_handled)
    assert await world.rows(query) == before
    assert await world.events("antecedent.dead-letters.v1") == []


async def test_bad_files_have_a_reason_and_take_no_more_time_from_good_ones_than_their_limits(world: World) -> None:
    world.product.env |= {"ANTECEDENT_LIMIT_MEMORY": "500000000", "ANTECEDENT_LIMIT_SECONDS": str(LIMIT)}
    world.product.start()
    good = dict(papers(12))
    bad = (
        MINE
        | {"endless.pdf": endless()}
        | {path.name: path.read_bytes() for path in sorted((CORPUS / "torture").glob("*.pdf"))[::4]}
    )
    for (name, data), odd in zip(good.items(), list(bad)[: len(good)], strict=False):
        world.place(odd, bad[odd])
        await world.put(name, data)
    for odd in list(bad)[len(good) :]:
        world.place(odd, bad[odd])
    contents = set(bad.values())
    states = await world.settled(len(good) + len(contents))

    assert {name: states[name] for name in good} == dict.fromkeys(good, ("linked", None))
    assert {states[name] for name in MINE} <= {
        ("rejected", "empty"),
        ("rejected", "not-a-pdf"),
        ("rejected", "damaged"),
    }
    refused = await world.rows("SELECT file, code, reason FROM documents WHERE state = 'rejected'")
    assert all(code not in (None, "failed") and len(reason) > 20 for _, code, reason in refused), refused
    assert ("endless.pdf", "memory") in {(file, code) for file, code, _ in refused}
    assert await world.events("antecedent.dead-letters.v1") == []
    await no_bad_one_held_the_others_up_longer_than_its_limit(world)


async def no_bad_one_held_the_others_up_longer_than_its_limit(world: World) -> None:
    """One replica does one after the other: what one takes is what all behind it wait for.

    It began after the one before it had ended and after it was received itself; all three moments are recorded.
    """
    ends = await world.rows(
        "SELECT d.file, d.state, d.received, min(s.at) FROM documents d JOIN stages s USING (sha256)"
        " WHERE s.stage IN ('extracted', 'rejected') GROUP BY d.sha256 ORDER BY 4"
    )
    assert len(ends) > 20
    taken = {
        file: ended - max(received, before)
        for (*_, before), (file, state, received, ended) in pairwise(ends)
        if state == "rejected"
    }
    assert max(taken.values()) <= timedelta(seconds=LIMIT + STARTING), taken


def endless() -> bytes:
    """A small file whose one page says the same two hundred thousand times."""
    words = (
        b"1 0 0 1 %d %d Tm (the keeper writes on and on) Tj\n" % (40 + n % 420, 40 + n % 700) for n in range(200_000)
    )
    text = zlib.compress(b"BT /F1 9 Tf\n" + b"".join(words) + b"ET", 9)
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made, places = b"%PDF-1.7\n", b""
    for number, part in enumerate(parts, 1):
        places += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    end = b"xref\n0 6\n0000000000 65535 f \n%btrailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (places, len(made))


async def test_a_broker_that_is_down_at_the_start_and_a_lost_event(world: World) -> None:
    """The service says that it lives but is not ready, and works once the broker is there; the sweep finds the lost."""
    await asyncio.to_thread(world.kafka.kill)
    try:
        (ingest,) = world.product.add("ingest", env={"ANTECEDENT_STUCK_SECONDS": "2"})
        ingest.start(wait=False)

        async def lives() -> bool:
            return await asyncio.to_thread(answers_well, f"{ingest.address}/health")

        await world.until(lives)
        assert not answers_well(f"{ingest.address}/ready")
    finally:
        await asyncio.to_thread(world.kafka.start)
    await asyncio.to_thread(ingest.process.until, ingest.ready)
    await world.rows("SELECT 1")
    name, data = next(papers(1, seed=7))
    world.place(name, data)

    async def extracted() -> bool:
        return await world.rows("SELECT state FROM documents") == [("extracted",)]

    await world.until(extracted)
    await world.begin()  # the topics are made anew: the parser's event is lost
    others = [*world.product.add("parser"), *world.product.add("linker")]
    for replica in others:
        replica.start(wait=False)
    await world.settled(1)


async def comes_from(world: World, file: str) -> set[str]:
    query = (
        "SELECT DISTINCT p.file FROM links l JOIN documents d ON d.sha256 = l.document"
        " JOIN documents p ON p.sha256 = l.prior_document WHERE d.file = :file"
    )
    return {name for (name,) in await world.rows(query, file=file)}


async def is_linked_to(world: World, file: str, prior: str) -> bool:
    return prior in await comes_from(world, file)
