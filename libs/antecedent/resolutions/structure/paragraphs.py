"""Zoned blocks → paragraphs: kind, number, depth, parent, texts, notes and boxes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from antecedent.resolutions.models import Kind, PageBox, Paragraph
from antecedent.resolutions.structure.breaks import Block
from antecedent.resolutions.structure.footnotes import Notes
from antecedent.resolutions.structure.headings import is_heading
from antecedent.resolutions.structure.hyphens import Hyphens
from antecedent.resolutions.structure.joining import Composed, compose
from antecedent.resolutions.structure.layout import Layout
from antecedent.resolutions.structure.leads import addressees_of, lead_of, named_addressees
from antecedent.resolutions.structure.nesting import Level, Outline
from antecedent.resolutions.structure.numbering import Number, Side, read_number
from antecedent.resolutions.structure.rows import Row
from antecedent.resolutions.structure.vocabulary import Vocabulary, group
from antecedent.resolutions.structure.zones import Zoned, head_kind, is_set_as_recital

LETTER: dict[Kind, str] = {
    "preambular": "p", "operative": "o", "subparagraph": "s", "heading": "h", "decision": "d", "annex": "a",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of the document when its paragraphs are made."""

    layout: Layout
    words: Vocabulary
    hyphens: Hyphens
    notes: Notes
    language: str | None
    named: bool = False  # whether the tags of the document name its headings


@dataclass(slots=True)
class Place:
    """Where in the document the next paragraph stands."""

    operative: bool = False
    deciding: bool = False  # among draft decisions
    directed: tuple[str, ...] = ()
    outline: Outline = field(default_factory=Outline)
    counts: Counter[str] = field(default_factory=Counter[str])
    ids: set[str] = field(default_factory=set[str])
    preambular: int = 0
    colon: bool = False  # the paragraph before ends with one
    recital_next: bool = False  # the paragraph after is set as one
    side: Side | None = None  # where the draft counts both sides, the one that it is on


@dataclass(frozen=True, slots=True)
class Made:
    """A paragraph and the place of its last line among the lines of the Extraction."""

    paragraph: Paragraph
    last_line: int


def make_paragraphs(zoned: Sequence[Zoned], look: Look) -> list[Made]:
    made: list[Made] = []
    place = Place(operative=not _has_preamble(zoned, look))
    for i, each in enumerate(zoned):
        if each.zone == "formula":
            decides = each.block.text.rstrip(" ,:").rsplit(None, 1)[-1].lower() in look.words.operative
            place.operative = place.operative or place.preambular > 0 or decides
            place.deciding, place.directed = False, ()
            place.outline.close()
        elif each.zone in ("body", "annex"):
            ahead = [z.block.number for z in zoned[i + 1 : i + 9] if z.block.number]
            place.recital_next = i + 1 < len(zoned) and is_set_as_recital(zoned[i + 1].block)
            made.append(_made(each, ahead, place, look))
    return made


def _has_preamble(zoned: Sequence[Zoned], look: Look) -> bool:
    """Texts without formula and recitals have no preamble either."""
    return any(
        each.zone == "formula"
        or (
            each.zone == "body" and (head_kind(each.block, look.words) == "preambular" or is_set_as_recital(each.block))
        )
        for each in zoned
    )


def _made(zoned: Zoned, ahead: Sequence[Number], place: Place, look: Look) -> Made:
    block = zoned.block
    composed = compose(block.rows, look.hyphens, look.notes.markers)
    if is_heading(block, look.layout, look.words, named=look.named):
        paragraph = _heading(block, composed, place, look)
    else:
        paragraph = _paragraph(zoned, composed, ahead, place, look)
    place.colon = (paragraph.text or paragraph.before or "").endswith((":", "：", ": —"))
    return Made(paragraph, block.last.at)


def _heading(block: Block, composed: Composed, place: Place, look: Look) -> Paragraph:
    text, label = composed.text, None
    number = block.number
    if number and number.rest and number.readings[0][0] != "bullet":
        text, label = _unnumbered(text), number.label
    directed = look.words.directed.fullmatch(text.rstrip(" :.")) if text else None
    place.directed = _directed(group(directed, "who") or "", look.words) if directed else ()
    place.deciding = bool(directed) or place.deciding or bool(look.words.decisions.fullmatch(text))
    place.outline.close()
    return _finished("heading", composed, block, place, look, text=text, number=label)


def _directed(who: str, words: Vocabulary) -> tuple[str, ...]:
    return named_addressees(who, words) or ((who.strip(),) if who.strip() else ())


def _paragraph(zoned: Zoned, composed: Composed, ahead: Sequence[Number], place: Place, look: Look) -> Paragraph:
    block = zoned.block
    number = block.number
    if number is not None and composed.before is not None:
        number = read_number(composed.text or composed.before) or number
    top = _top_kind(zoned, number, place, look)
    inset = look.layout.inset(block.first)
    if number is None and len(place.outline.levels) > 1 and composed.text[:1].islower():
        return _flush(composed, block, place, look)
    if number is None:
        paragraph = _finished(top, composed, block, place, look, text=composed.text, number=None)
        place.outline.loose += top == "operative"
        place.outline.put(0, Level(None, None, 0, paragraph.id, inset))
        return paragraph
    depth, style, value = place.outline.place(number, ahead, inset, chapeau=place.colon)
    kind: Kind = "subparagraph" if depth else top
    text = _unnumbered(composed.text)
    parent = place.outline.parent(depth)
    paragraph = _finished(
        kind, composed, block, place, look, text=text, number=number.label, depth=depth, parent=parent
    )
    place.outline.put(depth, Level(number.shape, style, value, paragraph.id, inset))
    return paragraph


def _flush(composed: Composed, block: Block, place: Place, look: Look) -> Paragraph:
    """Words behind a list that go on with its sentence: they hang where its items hang, and end it."""
    parent = place.outline.parent(1)
    del place.outline.levels[1:]
    return _finished(
        "subparagraph", composed, block, place, look, text=composed.text, number=None, depth=1, parent=parent
    )


def _top_kind(zoned: Zoned, number: Number | None, place: Place, look: Look) -> Kind:
    """What a paragraph is if it hangs on no other."""
    if number is not None and number.readings[0][0] == "decision":
        return "decision"
    if number is not None and number.shape == "1.":
        place.side = None  # recitals alone were counted by side: 'PP1' … 'PP9', then '1.'
    side = number.side if number else place.side
    if side and (number or zoned.zone != "annex"):
        place.side, place.operative = side, side == "operative"
        place.preambular += not place.operative
        return side
    if zoned.zone == "annex":
        return "annex"
    if place.deciding and number is not None:
        return "decision"
    head = head_kind(zoned.block, look.words)
    if _is_preambular(zoned.block, head, number, place):
        place.preambular += 1
        return "preambular"
    if number is None or number.shape in ("1.", "1)", "(1)"):
        place.operative = True
    return "operative"


def _is_preambular(block: Block, head: str | None, number: Number | None, place: Place) -> bool:
    ended = block.text.rstrip().endswith(",")
    if place.operative:
        return head == "preambular" and ended and number is None
    if head is not None:
        return head == "preambular" or (ended and number is None and place.recital_next)
    if number is None:
        return not block.text.rstrip().endswith(":")
    return number.shape not in ("1.", "1)", "(1)")


def _finished(
    kind: Kind,
    composed: Composed,
    block: Block,
    place: Place,
    look: Look,
    *,
    text: str,
    number: str | None,
    depth: int = 0,
    parent: str | None = None,
) -> Paragraph:
    before = composed.before
    return Paragraph(
        id=_new_id(kind, number, parent, place),
        kind=kind,
        text=text,
        number=number,
        depth=depth,
        parent=parent,
        lead=None if kind == "heading" else lead_of(composed.lead, text, leads=block.first.leads),
        addressees=_addressees(kind, text, place, look),
        boxes=boxes_of(block.rows),
        footnotes=tuple(note for mark in composed.marks for note in look.notes.at(mark)),
        before=before if before is None or number is None else _unnumbered(before),
    )


def _addressees(kind: Kind, text: str, place: Place, look: Look) -> tuple[str, ...]:
    if kind == "heading":
        return place.directed
    if kind == "decision" and place.directed:
        return place.directed
    return addressees_of(text, look.language) if kind in ("operative", "decision", "annex") else ()


def _unnumbered(text: str) -> str:
    number = read_number(text)
    return number.rest.strip() if number else text


def _new_id(kind: Kind, number: str | None, parent: str | None, place: Place) -> str:
    """From kind and printed number, so that it survives small changes of the reading; counted where none is printed."""
    series = "u" if kind == "operative" and number is None else parent or kind
    place.counts[series] += 1
    count = str(place.counts[series])
    counted = kind in ("preambular", "heading") or (kind == "annex" and parent is None) or not _is_telling(number)
    label = count if counted or number is None else number.strip("()").replace(" ", "")
    base = f"{parent}.{label}" if parent else f"{'u' if series == 'u' else LETTER[kind]}{label}"
    name, repeat = base, 2
    while name in place.ids:
        name, repeat = f"{base}-{repeat}", repeat + 1
    place.ids.add(name)
    return name


def _is_telling(number: str | None) -> bool:
    """Bullets are all alike."""
    return number is not None and any(map(str.isalnum, number)) and number != "o"


def boxes_of(rows: Sequence[Row]) -> tuple[PageBox, ...]:
    """One box for each page and column, around the rows that stand there."""
    places: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        places.setdefault(row.place, []).append(row)
    return tuple(
        PageBox(
            page,
            min(row.box.x0 for row in members),
            min(row.box.top for row in members),
            max(row.box.x1 for row in members),
            max(row.box.bottom for row in members),
        )
        for (page, _), members in places.items()
    )
