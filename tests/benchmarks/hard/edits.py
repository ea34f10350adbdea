"""The edits, each on one block of the prior text: it writes what the draft has in its place, and the links wanted."""

from antecedent.resolutions.align import likeness
from antecedent.resolutions.models import Kind, Paragraph
from tests.benchmarks.hard import wording
from tests.benchmarks.hard.desk import OTHER, Block, Desk

_AMENDED = {"light": ((0.88, 1.0), (0.0, 0.1)), "medium": ((0.65, 0.9), (0.1, 0.35))}  # kept, added
_TWINNED = 0.75  # from here on two paragraphs of a text are twins, and one may well have come of the other


def keep(desk: Desk, block: Block) -> None:
    made = [desk.write(block[0].text, block[0].kind)]
    desk.link(made, block[:1], "kept")
    _follow(desk, block, made)
    desk.put(made)


def amend(desk: Desk, block: Block) -> None:
    level = desk.random.choice(["light", "light", "medium"])
    made = [desk.write(_amended(desk, block[0].text, level), block[0].kind)]
    desk.link(made, block[:1], level, *(["chapeau"] if len(block) > 1 else []))
    _follow(desk, block, made)
    desk.put(made)


def rewrite(desk: Desk, block: Block) -> None:
    """Half of the words go, others come; verb and subject stay."""
    made = [desk.write(_rewritten(desk, block[0].text), block[0].kind)]
    desk.link(made, block[:1], *(["chapeau"] if len(block) > 1 else ["heavy"]))
    _follow(desk, block, made)
    desk.put(made)


def divide(desk: Desk, block: Block) -> None:
    """Into paragraphs, or into a chapeau with items; pieces may be cut, stand apart or change sides."""
    parts = wording.pieces(desk.random, block[0].text, desk.language, desk.random.choice([2, 2, 3, 4]))
    if len(parts) < 2 or len(block) > 1:
        return amend(desk, block)
    tags = ["split"]
    if desk.chance(0.35):
        parts = [wording.shortened(desk.random, part, desk.random.uniform(0.55, 0.9)) for part in parts]
        tags.append("reworded")
    if block[0].kind == "operative" and desk.chance(0.4):
        head = desk.write(parts[0] + ":", "operative")
        made = [head, *(desk.write(part + ";", "subparagraph", head) for part in parts[1:])]
        desk.put(made)
    else:
        made = _apart(desk, parts, block[0], tags)
    return desk.link(made, block, *tags)


def join(desk: Desk, block: Block) -> None:
    """Two to four paragraphs of one side, neighbours or not, whole or cut; a chapeau takes in its items."""
    if 1 < len(block) < 6:
        return _gather(desk, block, ["merge"])
    alike = [u for u in desk.units if u[0].kind == block[0].kind and len(u) == 1]
    number = min(desk.random.choice([1, 1, 1, 1, 2, 3]), len(alike))
    if not number or len(block) > 1:
        return amend(desk, block)
    near = desk.chance(0.65)
    chosen = alike[:number] if near else desk.random.sample(alike, number)
    for unit in chosen:
        desk.units.remove(unit)
    parts = [*block, *(unit[0] for unit in chosen)]
    return _gather(desk, parts, ["merge"] if near else ["merge", "apart"])


def drop(desk: Desk, block: Block) -> None:
    for paragraph in block:
        desk.link([], [paragraph], "dropped")


def turn(desk: Desk, block: Block) -> None:
    """From the preamble to the body, or back, under another verb."""
    if len(block) > 1 or block[0].kind not in ("preambular", "operative"):
        return keep(desk, block)
    kind: Kind = "operative" if block[0].kind == "preambular" else "preambular"
    text = _amended(desk, block[0].text, "medium") if desk.chance(0.3) else block[0].text
    made = [desk.write(wording.turned(desk.random, text, desk.language, kind), kind)]
    desk.link(made, block, "side")
    return desk.put(made, loose=True)


def annex(desk: Desk, block: Block) -> None:
    made = [desk.write(block[0].text, "annex")]
    desk.link(made, block[:1], "annexed")
    _follow(desk, block, made)
    desk.put(made, loose=True)


def disguise(desk: Desk, block: Block) -> None:
    """A new paragraph with the head and the tail of one that goes, or that stands beside it, on another subject."""
    if len(block) > 1 or len(block[0].text.split()) < 14:
        return keep(desk, block)
    words, other = block[0].text.split(), desk.donor().split()
    head, tail = desk.random.randint(2, 5), desk.random.randint(0, 5)
    middle = other[3 : 3 + max(6, len(words) - head - tail)]
    made = desk.write(" ".join([*words[:head], *middle, *words[len(words) - tail :]]), block[0].kind)
    return _replace(desk, block, made)


def exchange(desk: Desk, block: Block, stranger: Paragraph) -> None:
    """A paragraph of the same resolution, that the prior text is made to lack, in the place of one that goes."""
    _replace(desk, block, desk.write(stranger.text, stranger.kind))


def borrow(desk: Desk, block: Block) -> None:
    """From the other prior, as it is or amended."""
    text = block[0].text
    level = desk.random.choice(["", "light", "medium"])
    text = _amended(desk, text, level) if level else text
    made = desk.write(text, block[0].kind)
    desk.link([made], block[:1], "several priors", document=OTHER)
    desk.put([made], loose=True)


def add(desk: Desk) -> None:
    kind: Kind = desk.random.choice(["preambular", "operative"])
    made = desk.write(desk.donor(), kind)
    desk.link([made], [], "new")
    desk.put([made], loose=True)


def twin(desk: Desk, paragraph: Paragraph, name: str) -> Paragraph:
    """The paragraph again with another number, or one to three other words in its middle."""
    words = paragraph.text.split()
    if any(c.isdigit() for c in paragraph.text) and desk.chance(0.5):
        return Paragraph(id=name, kind=paragraph.kind, text=wording.renewed(desk.random, paragraph.text))
    at, run = desk.random.randint(1, max(1, len(words) - 3)), desk.random.randint(1, 3)
    words[at : at + desk.random.randint(1, 2)] = desk.donor().split()[1 : 1 + run]
    return Paragraph(id=name, kind=paragraph.kind, text=" ".join(words))


def decoyed(desk: Desk, units: list[Block], draft: int) -> list[tuple[Block, Block]]:
    """Pairs of single paragraphs of one kind that sound alike, no twins."""
    single = [unit for unit in units if len(unit) == 1 and unit[0].kind in ("preambular", "operative")]
    found: list[tuple[Block, Block]] = []
    for one in desk.random.sample(single, min(draft, len(single))):
        alike = [(likeness(one[0].text, u[0].text), k) for k, u in enumerate(single) if u is not one]
        best = [k for share, k in sorted(alike, reverse=True) if share < _TWINNED and single[k][0].kind == one[0].kind]
        if best and not any(unit is one or unit is single[best[0]] for pair in found for unit in pair):
            found.append((one, single[best[0]]))
    return found


def _amended(desk: Desk, text: str, level: str) -> str:
    kept, added = (desk.random.uniform(*span) for span in _AMENDED[level])
    text = wording.renewed(desk.random, text) if desk.chance(0.15) else text
    text = wording.reworded(desk.random, wording.shortened(desk.random, text, kept), desk.language, 0.3)
    return wording.lengthened(desk.random, text, desk.donor(), added)


def _rewritten(desk: Desk, text: str) -> str:
    short = wording.shortened(desk.random, text, desk.random.uniform(0.33, 0.62))
    said = wording.reworded(desk.random, short, desk.language, 0.6)
    own = desk.random.uniform(0.42, 0.9)
    return wording.lengthened(desk.random, said, desk.donor(), 1 / own - 1)


def _follow(desk: Desk, block: Block, made: Block) -> None:
    """What hangs on the paragraph, most of it as it was; an item may stand on its own, or under another chapeau."""
    for paragraph in block[1:]:
        chance = desk.random.random()
        if chance < 0.07:
            desk.link([], [paragraph], "dropped")
        elif chance < 0.13:
            text = wording.led(desk.random, paragraph.text, desk.language, "operative")
            alone = desk.write(text, "operative")
            desk.link([alone], [paragraph], "promoted")
            desk.put([alone], loose=True)
        else:
            _item(desk, paragraph, made, chance)


def _item(desk: Desk, paragraph: Paragraph, made: Block, chance: float) -> None:
    kind: Kind = "heading" if paragraph.kind == "heading" else "subparagraph"
    parts = wording.pieces(desk.random, paragraph.text, desk.language, 2) if chance > 0.9 else []
    if len(parts) > 1:
        items, tag = [desk.write(part, kind, made[0]) for part in parts], "split"
    elif chance < 0.3:
        level = desk.random.choice(["light", "medium"])
        items, tag = [desk.write(_amended(desk, paragraph.text, level), kind, made[0])], level
    else:
        items, tag = [desk.write(paragraph.text, kind, made[0])], "kept"
    desk.link(items, [paragraph], tag)
    made += items


def _apart(desk: Desk, parts: list[str], source: Paragraph, tags: list[str]) -> Block:
    """The pieces as paragraphs of their own; the last may stand far off, or on the other side."""
    kinds: list[Kind] = [source.kind] * len(parts)
    far = desk.chance(0.25)
    if far and source.kind == "operative" and desk.chance(0.3):
        kinds[-1] = "preambular"
    made = [desk.write(parts[0], kinds[0])]
    for part, kind in zip(parts[1:], kinds[1:], strict=True):
        bare = kind == source.kind and desk.chance(0.4)
        made.append(desk.write(part if bare else wording.led(desk.random, part, desk.language, kind), kind))
    desk.put(made[:-1] if far else made)
    if far:
        desk.put(made[-1:], loose=True)
        tags.append("apart")
    return made


def _gather(desk: Desk, parts: Block, tags: list[str]) -> None:
    texts = [paragraph.text for paragraph in parts]
    if desk.chance(0.6):
        texts = [wording.shortened(desk.random, text, desk.random.uniform(0.3, 0.9)) for text in texts]
        tags = [*tags, "reworded"]
    if parts[-1].kind == parts[0].kind and desk.chance(0.3):
        texts.reverse()
    text = wording.joined(desk.random, texts, desk.language)
    made = [desk.write(wording.reworded(desk.random, text, desk.language, 0.15), parts[0].kind)]
    desk.link(made, parts, *tags)
    desk.put(made)


def _replace(desk: Desk, block: Block, made: Paragraph) -> None:
    """The new one beside the old one, rewritten or as it was, or in its very place."""
    chance = desk.random.random()
    if chance < 0.4:
        (rewrite if chance < 0.2 else keep)(desk, block)
    else:
        drop(desk, block)
    desk.link([made], [], "decoy")
    desk.put([made])
