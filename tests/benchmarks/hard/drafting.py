"""A case: a real resolution as the prior text, a draft made of it by random edits, and the links between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from antecedent.resolutions.align import likeness
from antecedent.resolutions.models import Document, Paragraph
from tests.benchmarks.hard import edits
from tests.benchmarks.hard.desk import BASE, OTHER, Block, Desk, Edit, Wanted
from tests.benchmarks.hard.library import Library, Text

_LANGUAGES = {"en": 0.6, "fr": 0.2, "es": 0.2}
_EDITS: dict[Edit, float] = {
    edits.keep: 36,
    edits.amend: 17,
    edits.rewrite: 9,
    edits.divide: 12,
    edits.join: 10,
    edits.drop: 4,
    edits.turn: 4,
    edits.annex: 2,
    edits.disguise: 3,
}
_HOME = 0.45  # what is so like a paragraph of the base was not borrowed elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    draft: Document
    priors: tuple[Document, ...]
    base: str
    links: tuple[Wanted, ...]


def make_case(library: Library, seed: int) -> Case:
    """The same case for the same seed and library."""
    r = Random(seed)
    known = {name: share for name, share in _LANGUAGES.items() if library.get(name)}
    language = r.choices(list(known), list(known.values()))[0]
    source, other, *others = r.sample(library[language], min(6, len(library[language])))
    donors = [p.text for text in others for p in text if len(p.text.split()) > 6]
    desk = Desk(r, language, donors, _units(source))
    twins = _twinned(desk)
    strangers = _strangers(desk, twins)
    prior = [paragraph for unit in desk.units for paragraph in unit]
    _edit_all(desk, twins, strangers)
    priors = [_document(BASE, prior)]
    if r.random() < 0.3:
        priors.insert(r.randint(0, 1), _document(OTHER, _borrowed(desk, prior, other)))
    return Case(draft=_document("draft", _ordered(desk)), priors=tuple(priors), base=BASE, links=tuple(desk.links))


def _document(name: str, paragraphs: Sequence[Paragraph]) -> Document:
    return Document(sha256=name, paragraphs=tuple(paragraphs))


def _units(text: Text) -> list[Block]:
    units: list[Block] = []
    for paragraph in text:
        if paragraph.parent and units:
            units[-1].append(paragraph)
        else:
            units.append([paragraph])
    return units


def _twinned(desk: Desk) -> set[str]:
    """Puts twins into the prior text; the names of all that have one."""
    names: set[str] = set()
    single = [u for u in desk.units if len(u) == 1 and u[0].kind == "operative" and 8 < len(u[0].text.split()) < 50]
    for unit in desk.random.sample(single, min(len(single), desk.random.randint(0, 2))):
        made = edits.twin(desk, unit[0], f"{unit[0].id}-twin")
        if made.text != unit[0].text:
            desk.units.insert(desk.units.index(unit) + desk.random.randint(1, 3), [made])
            names |= {unit[0].id, made.id}
    return names


def _strangers(desk: Desk, twins: set[str]) -> dict[str, Paragraph]:
    """Which paragraph of the prior text is replaced by which, that is taken out of it."""
    pairs = edits.decoyed(desk, [u for u in desk.units if u[0].id not in twins], desk.random.randint(0, 2))
    for _, stranger in pairs:
        desk.units.remove(stranger)
    return {gone[0].id: stranger[0] for gone, stranger in pairs}


def _edit_all(desk: Desk, twins: set[str], strangers: dict[str, Paragraph]) -> None:
    while desk.units:
        unit = desk.units.pop(0)
        name = unit[0].id
        if name in strangers:
            edits.exchange(desk, unit, strangers[name])
        elif name in twins:
            _keep_twin(desk, unit)
        else:
            plain = unit[0].kind in ("heading", "annex") or len(unit[0].text.split()) < 5
            edit = edits.keep if plain else desk.random.choices(list(_EDITS), list(_EDITS.values()))[0]
            edit(desk, unit)
    for _ in range(desk.random.randint(0, 2)):
        edits.add(desk)


def _keep_twin(desk: Desk, unit: Block) -> None:
    """As it was, here or elsewhere; seldom gone."""
    if desk.chance(0.12):
        return edits.drop(desk, unit)
    made = [desk.write(unit[0].text, unit[0].kind)]
    desk.link(made, unit, "twin")
    return desk.put(made, loose=desk.chance(0.3))


def _borrowed(desk: Desk, prior: Sequence[Paragraph], text: Text) -> list[Paragraph]:
    """The other prior, after some of its paragraphs went into the draft."""
    named = [replace(p, id=f"other-{p.id}", parent=p.parent and f"other-{p.parent}") for p in text]
    single = [p for p in named if p.kind in ("preambular", "operative") and len(p.text.split()) > 6]
    for paragraph in desk.random.sample(single, min(len(single), desk.random.randint(1, 4))):
        if all(likeness(paragraph.text, own.text) < _HOME for own in prior):
            edits.borrow(desk, [paragraph])
    return named


def _ordered(desk: Desk) -> list[Paragraph]:
    """The blocks with the loose ones put in anywhere on their side, and some moved; annexes at the end."""
    r, blocks = desk.random, desk.blocks
    moving = r.sample(blocks, r.randint(0, 1 + len(blocks) // 8))
    for block in (*moving, *desk.loose):
        if any(block is other for other in blocks):
            blocks = [other for other in blocks if other is not block]
        side = [k for k, other in enumerate(blocks) if _side(other) == _side(block)]
        blocks.insert(r.choice(side) if side else len(blocks), block)
    return [paragraph for block in sorted(blocks, key=_side) for paragraph in block]


def _side(block: Block) -> int:
    return {"preambular": 0, "annex": 2}.get(block[0].kind, 1)
