"""Small PDFs in the looks of the samples, as many as wanted: resolutions, their revisions, and drafts that revise them.

Every third text is a draft, every text differs, and drafts may come before what they revise.
"""

import io
import random
from collections.abc import Iterator

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.platypus import Paragraph as Block
from reportlab.platypus import SimpleDocTemplate, Spacer

THINGS = ("lamps", "lenses", "towers", "buoys", "fog signals", "keepers' logs", "lantern rooms", "daymarks", "beacons")
PLACES = ("Skerravik", "Puerto Candil", "Valdorra", "Port Merrow", "Nordholm", "Isla Serena", "Cap Tourmente")
VERBS = ("Urges", "Requests", "Encourages", "Invites", "Calls upon", "Decides to ask")
DEEDS = (
    "to inspect the {thing} near {place} every {n} months and to report what they find to the Secretariat",
    "to repair within {n} years all {thing} that the survey of {place} found to be damaged by the sea",
    "to keep the {thing} of {place} lit on at least {n} nights of each year, whatever their use",
    "to give {n} per cent of the harbour dues of {place} to the upkeep of {thing} along the coast",
    "to train no fewer than {n} persons a year at {place} in the care of {thing}",
)
STYLES = getSampleStyleSheet()
BODY = ParagraphStyle(
    "body", parent=STYLES["Normal"], fontName="Times-Roman", fontSize=10.5, leading=12.6, spaceAfter=6
)
HEAD = ParagraphStyle("head", parent=BODY, fontName="Times-Bold", alignment=1, spaceBefore=12, spaceAfter=12)


def papers(number: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """File names and PDFs, in threes: a resolution, its revision, a draft that revises that."""
    for n in range(number):
        work, kind = divmod(n, 3)
        chance = random.Random(seed * 10_000 + work)
        acts = [act(chance) for _ in range(8)]
        for step in range(kind):
            acts = revised(acts, random.Random(seed * 10_000 + work * 10 + step))
        yield f"paper-{work:03}-{kind}.pdf", typeset(work, kind, acts)


def act(chance: random.Random) -> str:
    deed = chance.choice(DEEDS).format(
        thing=chance.choice(THINGS), place=chance.choice(PLACES), n=chance.randrange(2, 60)
    )
    return f"{chance.choice(VERBS)} Parties {deed}"


def revised(acts: list[str], chance: random.Random) -> list[str]:
    """One act less, one more, one with another number."""
    kept = [one for n, one in enumerate(acts) if n != chance.randrange(len(acts))]
    changed = chance.randrange(len(kept))
    kept[changed] = kept[changed].replace("Parties to", "Parties, where they are able, to")
    kept.insert(chance.randrange(len(kept)), act(chance))
    return kept


def typeset(work: int, kind: int, acts: list[str]) -> bytes:
    number = f"4.{work + 1}"
    symbol = (f"LSC/Resolution {number}", f"LSC/Resolution {number} (Rev.COP5)", f"LSC/COP6/Doc.{work + 1}")[kind]
    meeting = (
        "Adopted by the Conference of the Parties at its Fourth Meeting (Nordholm, 12 – 16 October 2020)",
        "Adopted by the Conference of the Parties at its Fifth Meeting (Port Merrow, 14 – 18 October 2024)",
        f"Draft resolution: proposed amendments to Resolution {number} (Rev.COP5)",
    )[kind]
    title = f"THE CARE OF {THINGS[work % len(THINGS)].upper()} AT {PLACES[work % len(PLACES)].upper()} ({work + 1})"
    blocks = [Block(symbol, BODY), Block("Original: English", BODY), Block(meeting, BODY), Block(title, HEAD)]
    blocks.append(Block(f"<i>Recalling</i> Resolution 1.{work % 9 + 1} on the lights of the coast,", BODY))
    blocks.append(Block("<i>Aware</i> that salt, storm and neglect put out more lights than progress does,", BODY))
    blocks.append(Block("<i>The Conference of the Parties to the Convention on Seamarks</i>", BODY))
    for n, words in enumerate(acts, 1):
        verb, _, rest = words.partition(" Parties")
        end = "." if n == len(acts) else ";"
        blocks.append(Block(f"{n}.&nbsp;&nbsp;&nbsp;<i>{verb}</i> Parties{rest}{end}", BODY))
    out = io.BytesIO()
    page = SimpleDocTemplate(out, pagesize=A4, invariant=1, title=symbol, leftMargin=72, rightMargin=72)
    page.build([*blocks, Spacer(1, 1)])
    return out.getvalue()
