"""Documents → events: repeals as they are said, and the revisions that succeed each other."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from antecedent.resolutions.models import Document, Repeal
from antecedent.resolutions.register.dates import Meetings, adopted_on, next_meeting
from antecedent.resolutions.register.models import Event, Version, Work
from antecedent.resolutions.register.names import name_of


def events_of(documents: Iterable[Document], works: Mapping[str, Work], meetings: Meetings) -> tuple[Event, ...]:
    """All events by date; one that several files of a text say (its languages, its copies) stands once."""
    listed = list(documents)
    found = [*_successions(works), *_said(listed, meetings), *_revisions_proposed(listed, meetings)]
    once: dict[tuple[object, ...], Event] = {}
    for event in sorted(found, key=_order):
        once.setdefault(_identity(event), event)
    return tuple(once.values())


def moment(document: Document, meetings: Meetings) -> str | None:
    """When the text was adopted, or for a draft the date of the meeting it is put to, where that is known."""
    return adopted_on(document, meetings) or meetings.get((document.body or "", document.session or ""))


def _said(documents: Iterable[Document], meetings: Meetings) -> Iterator[Event]:
    for document in documents:
        for repeal in document.repeals:
            said = moment(document, meetings)
            yield _event(document, repeal, said, said or next_meeting(document, meetings))


def _event(document: Document, repeal: Repeal, said: str | None, date: str | None) -> Event:
    name = name_of(repeal.symbol)
    return Event(
        action=repeal.action,
        effect=repeal.effect if document.status == "adopted" else "proposed",
        work=name.work,
        target=repeal.symbol,
        revision=name.revision or None,
        by=document.symbol,
        document=document.sha256,
        paragraph=repeal.paragraph,
        scope=repeal.scope,
        paragraphs=repeal.paragraphs,
        except_=repeal.except_,
        said=said,
        date=repeal.from_ or date,
        into=repeal.into,
        condition=repeal.condition,
    )


def _successions(works: Mapping[str, Work]) -> Iterator[Event]:
    for work in works.values():
        for earlier, later in pairwise(work.versions):
            yield _succession(earlier, later)


def _succession(earlier: Version, later: Version) -> Event:
    return Event(
        action="revise",
        effect="adopted",
        work=earlier.work,
        target=earlier.symbol,
        revision=earlier.revision,
        by=later.symbol,
        document=later.document,
        said=later.since,
        date=later.since,
    )


def _revisions_proposed(documents: Iterable[Document], meetings: Meetings) -> Iterator[Event]:
    for document in documents:
        if document.status == "adopted" or not document.revises:
            continue
        name, said = name_of(document.revises), moment(document, meetings)
        yield Event(
            action="revise",
            effect="proposed",
            work=name.work,
            target=document.revises,
            revision=name.revision,
            by=document.symbol,
            document=document.sha256,
            said=said,
            date=said,
        )


def _order(event: Event) -> tuple[str, ...]:
    """By date; undated ones last. The rest makes the order the same whatever came first."""
    texts = (event.date, event.work, event.by, event.document, event.paragraph, event.action, event.target)
    return (event.date or "9999", *(text or "" for text in texts[1:]), "|".join(event.paragraphs or ()))


def _identity(event: Event) -> tuple[object, ...]:
    source = name_of(event.by) if event.by else event.document
    parts = (event.scope, event.paragraphs, event.except_, event.date, event.into)
    return (event.action, event.effect, event.work, event.revision, source, *parts)
