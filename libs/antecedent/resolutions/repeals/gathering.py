"""All repeals of a document: verbs and what they point to, tables, new numbers."""

import re
from collections.abc import Iterator
from dataclasses import replace

from antecedent.resolutions.citations.mentions import bare, mentions
from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.vocabulary import NOUN
from antecedent.resolutions.citations.voices import Speaker, recommends, voice_of
from antecedent.resolutions.models import Action, Document, Effect, Paragraph, Repeal
from antecedent.resolutions.repeals.actions import FATES, remarked
from antecedent.resolutions.repeals.clauses import Ending, endings
from antecedent.resolutions.repeals.effects import in_brackets, proposed_from
from antecedent.resolutions.repeals.lists import KEEPS, annexed, ended, is_head
from antecedent.resolutions.repeals.notes import spare_by_notes
from antecedent.resolutions.repeals.objects import Target, targets
from antecedent.resolutions.repeals.passages import Passage, passages
from antecedent.resolutions.repeals.pointing import Pointer, of_heading, pointer_of
from antecedent.resolutions.repeals.renumbering import renumbered
from antecedent.resolutions.repeals.tabled import tabled
from antecedent.resolutions.repeals.vocabulary import EXCEPT

NUMBERED = re.compile(r"(?:[^\W\d]+ )?[\dIVXL]+[./-]\d")
# A cheap question first: a text without any of these points nowhere.
POINTS = (
    "annex", "anexo", "appendi", "apéndi", "apendi", "tabl", "cuadro", "list", "hereunder", "below", "following",
    "siguient", "suivant", "ci-", "schedule", "continuación",
)  # fmt: skip


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
            elif pointer := pointer_of(passage, ending):
                pointers.append(pointer)
    for pointer in pointers:
        found += _listed(document, speaker, pointer, effects)
    found += _titled(document, speaker, effects, {repeal.paragraph for repeal in found})
    found += tabled(document, speaker, pointers, effects)
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


def _listed(document: Document, speaker: Speaker, pointer: Pointer, effects: dict[str, Effect]) -> Iterator[Repeal]:
    paragraphs = document.paragraphs
    at = next(index for index, one in enumerate(paragraphs) if one.id == pointer.ending.segment.paragraph.id)
    wanted = pointer.wanted
    items = annexed(paragraphs[at + 1 :], wanted) if wanted else _following(document, at, speaker, pointer.kind)
    effect = effects[paragraphs[at].id]
    for item in ended(items):
        for target in _items(item, speaker, pointer.kind):
            yield _repeal(target, pointer.ending.verb.ends, item.id, effect, pointer.ending)


def _following(document: Document, at: int, speaker: Speaker, kind: str | None) -> Iterator[Paragraph]:
    """Paragraphs right behind that begin with a text, or with the number of one."""
    cited = {
        citation.paragraph
        for citation in document.citations
        if (citation.start or 0) <= 4 and citation.start is not None
    }
    for paragraph in document.paragraphs[at + 1 :]:
        item = paragraph.kind == "subparagraph" and NUMBERED.match(paragraph.text)
        if paragraph.id not in cited and not (item and _items(paragraph, speaker, kind)):
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
            action, told = of_heading(heading), bool(FATES.search(heading)) and bool(NOUN.search(heading.lower()))
        elif paragraph.id not in known and (ends := action or (remarked(plain(paragraph.text)) if told else None)):
            for target in _items(paragraph, speaker, None):
                yield _repeal(target, ends, paragraph.id, effects[paragraph.id], None)


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
