"""What is in force: the status of a work or paragraph at a date, computed from the register's events."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.dates import day
from antecedent.resolutions.register.labels import labels_of, normal
from antecedent.resolutions.register.models import Event, Register, Version, Work
from antecedent.resolutions.register.names import name_of
from antecedent.resolutions.register.resolving import is_there, text_of, version_at

State = Literal["in-force", "revised", "partly-repealed", "repealed", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a text stands at a date; `version` is the version current then, `events` all that ever touched the work."""

    symbol: str
    title: str | None
    at: str
    status: State
    version: str | None
    versions: tuple[Version, ...]
    events: tuple[Event, ...]
    paragraph: str | None = None


def status(register: Register, symbol: str, at: str, paragraph: str | None = None) -> Standing:
    """How the version that `symbol` names stands at an ISO date, or one paragraph of it ('4(b)').

    'revised' means that a later version has taken its place; 'unknown' that it did not exist yet, or that only
    mentions of it are known. Proposals are among the events and change nothing.
    """
    name = name_of(symbol)
    work = register.works.get(name.work)
    if work is None:
        empty: tuple[Version, ...] = ()
        return Standing(
            symbol=symbol, title=None, at=at, status="unknown", version=None, versions=empty, events=(), paragraph=None
        )
    current = version_at(work, at)
    asked = next((version for version in work.versions if version.revision == name.revision), None)
    asked = asked or (current if not name.revision else None)
    return Standing(
        symbol=asked.symbol if asked else symbol,
        title=(asked and asked.title) or work.title,
        at=at,
        status=state(register, asked, at, paragraph=paragraph) if asked else "unknown",
        version=current.symbol if current else None,
        versions=work.versions,
        events=tuple(event for event in events_on(register, work) if _touches(register, asked, event, paragraph)),
        paragraph=paragraph,
    )


def events_on(register: Register, work: Work) -> tuple[Event, ...]:
    """Every event that touches the work, by date."""
    return register.by_work.get(work.key, ())


def state(
    register: Register,
    version: Version,
    at: str | None,
    *,
    before: bool = False,
    paragraph: str | None = None,
    besides: Document | None = None,
) -> State:
    """The state of a version at a date (None: after all that is known; `before`: on the eve of the date).

    What the document `besides` does itself is left out, so that a text can be judged by what it finds.
    """
    held = held_events(register, version, at, before=before, besides=besides)
    document = text_of(register, version)
    if paragraph is not None:
        held = [event for event in held if covers(event, labels_under(document, paragraph))]
        return _verdict(version, held, [], at, before)
    parts = [event for event in held if event.scope == "part"]
    if parts and _all_gone(document, parts):
        return "repealed"
    return _verdict(version, [event for event in held if event.scope == "whole"], parts, at, before)


def held_events(
    register: Register, version: Version, at: str | None, *, before: bool = False, besides: Document | None = None
) -> list[Event]:
    """The adopted events that hold for a version at a date, in their order."""
    return [
        event
        for event in register.by_work.get(version.work, ())
        if _hits(event, version) and _holds(event, at, before) and not (besides and is_by(event, besides))
    ]


def is_by(event: Event, document: Document) -> bool:
    """Whether the document, or another file of the same text, says this."""
    if event.document == document.sha256:
        return True
    return bool(event.by and document.symbol and name_of(event.by) == name_of(document.symbol))


def covers(event: Event, labels: Iterable[str]) -> bool:
    """Whether the event reaches a paragraph that these labels cover."""
    covering = set(labels)
    if covering & {normal(label) for label in event.except_ or ()}:
        return False
    return event.paragraphs is None or bool(covering & {normal(label) for label in event.paragraphs})


def labels_under(document: Document | None, label: str) -> tuple[str, ...]:
    """The labels that cover the paragraph of this name; without the document those that its name holds: 4(b), 4."""
    wanted = normal(label)
    for labels in labels_of(document).values() if document else ():
        if labels and labels[0] == wanted:
            return labels
    heads = [wanted[:end] for end, letter in enumerate(wanted) if letter in "(," and end]
    return (wanted, *heads)


def _verdict(version: Version, whole: list[Event], parts: list[Event], at: str | None, before: bool) -> State:
    if any(not is_succession(event) for event in whole):
        return "repealed"
    if whole:
        return "revised"
    if parts:
        return "partly-repealed"
    seen = version.origin != "cited"
    return "in-force" if seen and is_there(version, at, before=before) else "unknown"


def is_succession(event: Event) -> bool:
    """Whether a later version takes the place of an earlier one: the text lives on, also where it says 'replaces'."""
    return event.action == "revise" or bool(event.by and name_of(event.by).work == event.work)


def _holds(event: Event, at: str | None, before: bool) -> bool:
    if event.effect != "adopted":
        return False
    if at is None or event.date is None:
        return True
    since, then = day(event.date), day(at)
    return since < then if before else since <= then


def _hits(event: Event, version: Version) -> bool:
    """Whether an event means this version: the one that it names and all before; unnamed, all there were before it."""
    if event.by and name_of(event.by) == (version.work, version.revision):
        return False
    if event.revision is not None:
        return version.revision <= event.revision
    return not (version.adopted and event.said and day(version.adopted) >= day(event.said))


def _all_gone(document: Document | None, parts: list[Event]) -> bool:
    """Whether partial repeals together leave nothing of the body and its annexes."""
    if document is None:
        return False
    labels = labels_of(document)
    chapeaus = {paragraph.parent for paragraph in document.paragraphs if paragraph.parent}
    leaves = [
        paragraph.id
        for paragraph in document.paragraphs
        if paragraph.kind not in ("preambular", "heading") and paragraph.id not in chapeaus
    ]
    return bool(leaves) and all(any(covers(event, labels[leaf]) for event in parts) for leaf in leaves)


def _touches(register: Register, version: Version | None, event: Event, paragraph: str | None) -> bool:
    if paragraph is None:
        return True
    document = text_of(register, version) if version else None
    return covers(event, labels_under(document, paragraph))
