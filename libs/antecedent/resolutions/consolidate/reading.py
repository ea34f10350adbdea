"""'As it would read if adopted': the draft's own text, and the texts of which it repeals parts, with those marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from antecedent.resolutions.models import Document, Kind, Paragraph
from antecedent.resolutions.register.decisions import part_of
from antecedent.resolutions.register.labels import labels_of
from antecedent.resolutions.register.models import Event, Register
from antecedent.resolutions.register.names import work_symbol
from antecedent.resolutions.status import covers


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of a reading; `repealed_by` names the text, and its paragraph, that takes it out."""

    paragraph: str
    kind: Kind
    number: str | None
    depth: int
    text: str
    repealed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text as it would read; `of` is the symbol that it would have, `document` the one that it is made from."""

    of: str | None
    title: str | None
    document: str
    formula: str | None
    blocks: tuple[Block, ...]
    gone: bool = False  # repealed as a whole


def readings(register: Register, draft: Document) -> tuple[Reading, ...]:
    """The draft as adopted, then each text at hand that it repeals in whole or part, in the order of its repeals."""
    events = [event for event in register.events if event.document == draft.sha256 and event.action != "revise"]
    works = dict.fromkeys(event.work for event in events)
    touched = [reading for work in works if (reading := _touched(register, work, events))]
    return (as_adopted(draft), *touched)


def as_adopted(draft: Document) -> Reading:
    """The text that results when every change of the draft is accepted; marked drafts are numbered anew."""
    standing = [paragraph for paragraph in draft.paragraphs if paragraph.text]
    numbers = _renumbered(standing) if draft.tracked_changes else {}
    return Reading(
        of=work_symbol(draft.revises) if draft.revises else draft.symbol,
        title=draft.title,
        document=draft.sha256,
        formula=draft.enacting_formula,
        blocks=tuple(_block(paragraph, numbers.get(paragraph.id, paragraph.number)) for paragraph in standing),
    )


def _renumbered(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Operative paragraphs counted through: insertions and deletions leave doubles and gaps in the printed numbers."""
    counted = (one for one in paragraphs if one.kind == "operative" and (one.number or "").isdecimal())
    return {paragraph.id: str(count) for count, paragraph in enumerate(counted, start=1)}


def _touched(register: Register, work: str, events: Sequence[Event]) -> Reading | None:
    ours = [event for event in events if event.work == work]
    named = max((event.revision or 0 for event in ours), default=0)
    versions = register.works[work].versions if work in register.works else ()
    seen = [version for version in versions if version.document in register.documents]
    wanted = [version for version in seen if not named or version.revision == named]
    text = register.documents[wanted[-1].document or ""] if wanted else None
    return _struck(part_of(text, work), ours) if text else None


def _struck(text: Document, events: Sequence[Event]) -> Reading:
    labels = labels_of(text)
    blocks = tuple(
        _block(paragraph, paragraph.number, _repealer(labels.get(paragraph.id, ()), events))
        for paragraph in text.paragraphs
    )
    return Reading(
        of=text.symbol,
        title=text.title,
        document=text.sha256,
        formula=text.enacting_formula,
        blocks=blocks,
        gone=any(event.scope == "whole" for event in events),
    )


def _repealer(labels: tuple[str, ...], events: Iterable[Event]) -> str | None:
    for event in events:
        if event.scope == "whole" or (labels and covers(event, labels)):
            return event.by or event.document
    return None


def _block(paragraph: Paragraph, number: str | None, repealed_by: str | None = None) -> Block:
    return Block(
        paragraph=paragraph.id,
        kind=paragraph.kind,
        number=number,
        depth=paragraph.depth,
        text=paragraph.text,
        repealed_by=repealed_by,
    )
