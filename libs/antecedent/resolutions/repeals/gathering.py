"""All repeals of a document: verbs and what they point to, tables, new numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from antecedent.resolutions.citations.mentions import bare, mentions
from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.vocabulary import NOUN
from antecedent.resolutions.citations.voices import Speaker, recommends, voice_of
from antecedent.resolutions.models import Action, Document, Effect, Paragraph, Repeal
from antecedent.resolutions.repeals.actions import FATES, legend_of, remarked
from antecedent.resolutions.repeals.clauses import Ending, endings
from antecedent.resolutions.repeals.effects import general, in_brackets, proposed_from
from antecedent.resolutions.repeals.lists import KEEPS, TABLE, Label, annexed, ended, headed, is_head, referred, same
from antecedent.resolutions.repeals.notes import spare_by_notes, spared_in
from antecedent.resolutions.repeals.objects import Target, targets
from antecedent.resolutions.repeals.passages import Passage, passages
from antecedent.resolutions.repeals.renumbering import renumbered
from antecedent.resolutions.repeals.tables import kind_of, rows_of
from antecedent.resolutions.repeals.vocabulary import EXCEPT, verbs, word

# A cheap question first: a text without any of these points nowhere.
POINTS = (
    "annex", "anexo", "appendi", "apéndi", "apendi", "tabl", "cuadro", "list", "hereunder", "below", "following",
    "siguient", "suivant", "ci-", "schedule", "continuación",
)  # fmt: skip
# A list of what has been before.
BEFORE = re.compile(
    r"previous|already|earlier|formerly|history|status|déjà|antérieur|précédemment|anterior|previamente|historial",
    re.IGNORECASE,
)
FOR = re.compile(r"\b(?:for|propos\w+|propuest\w+|suggested|recommended|para)\b", re.IGNORECASE)  # 'for deletion'
LISTED = word("list_words")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A verb whose texts are listed elsewhere."""

    ending: Ending
    wanted: Label | None
    table: bool
    kind: str | None  # of text, if it speaks of one kind


def gather(document: Document) -> tuple[Repeal, ...]:
    """Every repeal, one entry a paragraph, text and action, in printed order."""
    speaker = voice_of(document)
    effects = proposed_from(document)
    found: list[Repeal] = []
    pointers: list[Pointer] = []
    last: str | None = None
    for passage in passages(document):
        if not passage.mentions and not _may_point(passage):
            continue
        for ending in endings(passage, document.symbol, last):
            last = ending.from_ or last
            if ending.targets:
                spare_by_notes(document, ending.segment, ending.targets)
                found += _repeals(passage, ending, effects)
            elif pointer := _pointer(passage, ending):
                pointers.append(pointer)
    for pointer in pointers:
        found += _listed(document, speaker, pointer, effects)
    found += _titled(document, speaker, effects, {repeal.paragraph for repeal in found})
    found += _tables(document, speaker, pointers, effects)
    found += _renumbered(document, speaker, effects)
    return _united([repeal for repeal in found if repeal.symbol != document.symbol])


def _may_point(passage: Passage) -> bool:
    """A passage that names no text may still point to a list of them."""
    small = passage.text.lower()
    return small.rstrip().endswith(":") or any(stem in small for stem in POINTS)


def _repeals(passage: Passage, ending: Ending, effects: dict[str, Effect]) -> Iterator[Repeal]:
    for target in ending.targets:
        paragraph = (
            passage.segment_at(target.start).paragraph
            if target.start > ending.segment.end
            else ending.segment.paragraph
        )
        own = passage.text[ending.segment.start : ending.verb.start]
        waits = ending.proposed or in_brackets(own, len(own)) or recommends(own) is not None
        effect = "proposed" if waits else effects[ending.segment.paragraph.id]
        yield _repeal(target, ending.verb.ends, paragraph.id, effect, ending)


def _repeal(target: Target, action: Action, paragraph: str, effect: Effect, ending: Ending | None) -> Repeal:
    return Repeal(
        paragraph=paragraph,
        symbol=target.symbol,
        scope="part" if target.paragraphs or target.spared else "whole",
        effect=effect,
        action=action,
        paragraphs=tuple(target.paragraphs) if target.paragraphs else None,
        except_=tuple(target.spared) or None,
        from_=target.from_ or (ending.from_ if ending else None),
        into=ending.into if ending else None,
        condition=ending.condition if ending else None,
    )


def _pointer(passage: Passage, ending: Ending) -> Pointer | None:
    """Where a verb without texts of its own points to; None when it points nowhere."""
    segment = ending.segment
    sentence = passage.text[segment.start : segment.end]
    table = bool(TABLE.search(sentence))
    wanted = referred(sentence)
    if not (table or wanted or LISTED.search(sentence) or sentence.rstrip().endswith(":")):
        return None
    return Pointer(ending, wanted, table, kind_of(sentence))


def _listed(document: Document, speaker: Speaker, pointer: Pointer, effects: dict[str, Effect]) -> Iterator[Repeal]:
    paragraphs = document.paragraphs
    at = next(index for index, one in enumerate(paragraphs) if one.id == pointer.ending.segment.paragraph.id)
    wanted = pointer.wanted
    items = annexed(paragraphs[at + 1 :], wanted) if wanted else _following(document, at)
    effect = effects[paragraphs[at].id]
    for item in ended(items):
        for target in _items(item, speaker, pointer.kind):
            yield _repeal(target, pointer.ending.verb.ends, item.id, effect, pointer.ending)


def _following(document: Document, at: int) -> Iterator[Paragraph]:
    """Paragraphs right behind that begin with a text."""
    cited = {
        citation.paragraph
        for citation in document.citations
        if (citation.start or 0) <= 4 and citation.start is not None
    }
    for paragraph in document.paragraphs[at + 1 :]:
        if paragraph.id not in cited:
            return
        yield paragraph


def _items(paragraph: Paragraph, speaker: Speaker, kind: str | None) -> list[Target]:
    """The texts of one item of a list, which may leave their noun to the list; what it keeps or amends is none."""
    text = plain(paragraph.text)
    voice = speaker.at(0, text)
    found = mentions(text, voice) or (bare(text, kind, voice) if kind and text[:1].isalnum() else ())
    if not found or (found[0].start > 12 and not pinpoints(text[: found[0].start])):
        return []
    if KEEPS.search(text, found[0].end) and not EXCEPT.search(text):
        return []
    return targets(text, 0, len(text), found, loose=True)


def _titled(
    document: Document, speaker: Speaker, effects: dict[str, Effect], known: set[str | None]
) -> Iterator[Repeal]:
    """A list under a heading that says it all: 'DECISIONS TO BE RETIRED', where no paragraph points to it."""
    action: Action | None = None
    told = False  # whether the heading leaves it to the items: 'Proposed fate of Decisions'
    for paragraph in document.paragraphs:
        if paragraph.kind == "heading" or (paragraph.kind == "annex" and is_head(paragraph)):
            heading = plain(paragraph.text)
            action, told = _of_heading(heading), bool(FATES.search(heading)) and bool(NOUN.search(heading.lower()))
        elif paragraph.id not in known and (ends := action or (remarked(plain(paragraph.text)) if told else None)):
            for target in _items(paragraph, speaker, None):
                yield _repeal(target, ends, paragraph.id, effects[paragraph.id], None)


def _of_heading(text: str) -> Action | None:
    """What the texts of a list suffer by its heading."""
    if KEEPS.search(text) or BEFORE.search(text) or not NOUN.search(text.lower()):
        return None
    told = ("participle", "noun") if FOR.search(text) else ("participle",)
    return next((verb.ends for verb in verbs(text) if verb.voice in told and verb.action != "amend"), None)


def _tables(
    document: Document, speaker: Speaker, pointers: list[Pointer], effects: dict[str, Effect]
) -> Iterator[Repeal]:
    if not document.tables:
        return
    legend = legend_of(_explaining(document))
    ids = {paragraph.id: index for index, paragraph in enumerate(document.paragraphs)}
    for entry in document.tables:
        index = ids.get(entry.after or "", -1)
        here = headed(document.paragraphs, index) if index >= 0 else None
        pointer = _pointing(pointers, here)
        effect: Effect = effects[pointer.ending.segment.paragraph.id] if pointer else general(document)
        kind = pointer.kind if pointer else None
        for row in rows_of(entry.table, speaker.at(max(index, 0), ""), legend, kind):
            action = row.action or (pointer.ending.verb.action if pointer else None)
            if action is None or action == "keep":
                continue
            yield Repeal(
                paragraph=pointer.ending.segment.paragraph.id if pointer else entry.after,
                symbol=row.symbol,
                scope="part" if row.paragraphs or row.spared or _noted(document, index, row.mark) else "whole",
                effect=effect,
                action=cast("Action", action),
                paragraphs=row.paragraphs,
                except_=(row.spared or _noted(document, index, row.mark)) or None,
                from_=row.from_ or (pointer.ending.from_ if pointer else None),
                into=row.into,
                condition=pointer.ending.condition if pointer else None,
                boxes=row.boxes,
            )


def _noted(document: Document, index: int, mark: str) -> tuple[str, ...]:
    """What a note under a table spares of the rows that bear its mark: '* Except paragraph 3'."""
    if not mark:
        return ()
    for paragraph in document.paragraphs[max(index, 0) :]:
        text = plain(paragraph.text)
        if text.startswith(mark) and not text.startswith(mark + mark):
            return spared_in(text)
    return ()


def _explaining(document: Document) -> Iterator[str]:
    """Texts that may explain a table's codes."""
    for paragraph in document.paragraphs:
        yield plain(paragraph.text)
        yield from (plain(note.text) for note in paragraph.footnotes)
    yield from (plain(text) for _, text in document.masthead)
    yield from (plain(cell.text) for entry in document.tables for cell in entry.table.cells)


def _pointing(pointers: list[Pointer], here: Label | None) -> Pointer | None:
    """The verb that gives a table its effect: the one that points to its annex, else one that speaks of a table."""
    by_label = (pointer for pointer in pointers if pointer.wanted and here and same(pointer.wanted, here))
    by_word = (pointer for pointer in pointers if pointer.table or pointer.wanted is None)
    return next(by_label, None) or next(by_word, None)


def _renumbered(document: Document, speaker: Speaker, effects: dict[str, Effect]) -> Iterator[Repeal]:
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind != "decision" and not re.search(r"\.[A-Z]{2}$", paragraph.number or ""):
            continue
        for old, new in renumbered(paragraph, speaker.at(index, paragraph.text)):
            yield Repeal(
                paragraph=paragraph.id,
                symbol=old,
                scope="whole",
                effect=effects[paragraph.id],
                action="renumber",
                into=new,
            )


def _united(found: list[Repeal]) -> tuple[Repeal, ...]:
    """One entry a paragraph, text and action; parts are joined, and the whole swallows its parts."""
    joined: dict[tuple[str | None, str, str], Repeal] = {}
    for repeal in found:
        key = (repeal.paragraph, repeal.symbol, repeal.action)
        before = joined.get(key)
        joined[key] = repeal if before is None else _joined(before, repeal)
    return tuple(joined.values())


def _joined(one: Repeal, other: Repeal) -> Repeal:
    if "whole" in (one.scope, other.scope):
        return one if one.scope == "whole" else replace(other, from_=other.from_ or one.from_)
    parts = tuple(dict.fromkeys((*(one.paragraphs or ()), *(other.paragraphs or ()))))
    spared = tuple(dict.fromkeys((*(one.except_ or ()), *(other.except_ or ()))))
    return replace(one, paragraphs=parts or None, except_=spared or None)
