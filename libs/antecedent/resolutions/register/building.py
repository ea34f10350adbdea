"""Documents → register: gathers what they are and name, then arranges it as works and events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from antecedent.resolutions.models import Citation, Document
from antecedent.resolutions.register.dates import Meetings, adopted_on, first, next_meeting
from antecedent.resolutions.register.decisions import decisions_in
from antecedent.resolutions.register.events import events_of
from antecedent.resolutions.register.models import Event, Known, Origin, Register, Version, Work
from antecedent.resolutions.register.names import is_placeholder, name_of, work_symbol

# Kinds of text that are adopted and can be in force; reports and meeting documents cannot.
TEXTS = frozenset({"resolution", "decision", "recommendation", "declaration"})
_TRUST: dict[Origin, int] = {"document": 0, "known": 1, "cited": 2}


def build(documents: Iterable[Document], known: Iterable[Known] = (), meetings: Meetings | None = None) -> Register:
    """The register of these documents and of the imported list; any order of them gives the same register.

    `meetings` are those of the whole corpus, where the documents are only a part of it.
    """
    ordered = sorted(documents, key=lambda document: (document.adopted or "9999", document.sha256))
    meetings = _earliest(_meetings(ordered), meetings or {})
    listed = tuple(known)
    mentions = [*_seen(ordered, meetings), *_known(listed), *_named(ordered, meetings)]
    works = _works(mentions, ordered)
    events = events_of(ordered, works, meetings)
    return Register(
        works=works,
        events=events,
        by_work=_grouped(events),
        documents={document.sha256: document for document in ordered},
        meetings=meetings,
        known=listed,
    )


def _grouped(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    grouped: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        grouped[event.work].append(event)
    return {work: tuple(found) for work, found in grouped.items()}


def _earliest(one: Meetings, other: Meetings) -> dict[tuple[str, str], str]:
    return {
        meeting: first([dates[meeting] for dates in (one, other) if meeting in dates]) for meeting in (*one, *other)
    }


def _meetings(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    """(body, session) → the first date on which that meeting adopted a text."""
    dates: dict[tuple[str, str], list[str]] = defaultdict(list)
    for document in documents:
        if document.status == "adopted" and document.adopted and document.body and document.session:
            dates[(document.body, document.session)].append(document.adopted)
    return {meeting: first(found) for meeting, found in dates.items()}


_Mention = tuple[Version, str | None]  # with the body, where known


def _seen(documents: Iterable[Document], meetings: Meetings) -> Iterator[_Mention]:
    for document in documents:
        for symbol in texts_in(document):
            title = document.title if symbol == document.symbol else None
            yield _adopted(document, symbol, title, meetings), document.body


def texts_in(document: Document) -> tuple[str, ...]:
    """Symbols of the texts that an adopted document is a version of: its decisions, else itself."""
    if document.status != "adopted":
        return ()
    return tuple(decisions_in(document)) or ((document.symbol,) if document.symbol else ())


def _adopted(document: Document, symbol: str, title: str | None, meetings: Meetings) -> Version:
    name, adopted = name_of(symbol), adopted_on(document, meetings)
    return Version(
        symbol=symbol,
        work=name.work,
        revision=name.revision,
        origin="document",
        adopted=adopted,
        known_by=None if adopted else next_meeting(document, meetings),
        document=document.sha256,
        title=title,
    )


def _known(rows: Iterable[Known]) -> Iterator[_Mention]:
    for row in rows:
        name = name_of(row.symbol)
        yield (
            Version(
                symbol=row.symbol,
                work=name.work,
                revision=name.revision,
                origin="known",
                adopted=row.date,
                title=row.title,
            ),
            None,
        )


def _named(documents: Iterable[Document], meetings: Meetings) -> Iterator[_Mention]:
    for document in documents:
        for symbol, body in _symbols(document):
            name = name_of(symbol)
            if is_placeholder(symbol) or _not_yet(document, name.revision):
                continue
            met = meetings.get((body or document.body or "", str(name.revision))) if name.revision else None
            version = Version(
                symbol=symbol,
                work=name.work,
                revision=name.revision,
                origin="cited",
                adopted=met,
                known_by=adopted_on(document, meetings) if document.status == "adopted" else None,
            )
            yield version, body


def _symbols(document: Document) -> Iterator[tuple[str, str | None]]:
    for citation in document.citations:
        # On its front page a draft names what it is to become.
        if citation.symbol and is_text(citation) and (citation.paragraph or document.status == "adopted"):
            yield citation.symbol, citation.body
    if document.revises:
        yield document.revises, document.body
    for repeal in document.repeals:
        yield repeal.symbol, None


def is_text(citation: Citation) -> bool:
    """Whether the citation names a text that can be in force."""
    return citation.type in TEXTS


def _not_yet(document: Document, revision: int) -> bool:
    """A draft that names '(Rev.COP14)' at COP14 names what it would become, not what there is."""
    if document.status == "adopted" or not revision or not document.session:
        return False
    return document.session.isdecimal() and revision >= int(document.session)


def _works(mentions: Iterable[_Mention], documents: Iterable[Document]) -> dict[str, Work]:
    versions: dict[str, dict[int, list[Version]]] = defaultdict(lambda: defaultdict(list))
    bodies: dict[str, str] = {}
    for version, body in mentions:
        versions[version.work][version.revision].append(version)
        if body:
            bodies[version.work] = min(bodies.get(version.work, body), body)
    drafts = _drafts(documents)
    return {key: _work(key, versions[key], bodies.get(key), drafts.get(key, ())) for key in sorted(versions)}


def _work(key: str, found: dict[int, list[Version]], body: str | None, drafts: tuple[str, ...]) -> Work:
    versions = tuple(_merged(found[revision]) for revision in sorted(found))
    # An original that is only ever named without its revision is the work, no version of its own.
    named = min(versions, key=lambda version: (_TRUST[version.origin], version.revision))
    return Work(key=key, symbol=work_symbol(named.symbol), body=body, versions=versions, drafts=drafts)


def _merged(found: list[Version]) -> Version:
    """What all mentions of a version say together: a document's own word before a list's, that before a mention."""
    ranked = sorted(found, key=lambda v: (_TRUST[v.origin], v.adopted or "9999", v.document or "", v.symbol))
    best = ranked[0]
    known_by = min((version.known_by for version in ranked if version.known_by), default=None)
    return Version(
        symbol=best.symbol,
        work=best.work,
        revision=best.revision,
        origin=best.origin,
        adopted=next((version.adopted for version in ranked if version.adopted), None),
        known_by=known_by,
        document=best.document,
        title=next((version.title for version in ranked if version.title), None),
    )


def _drafts(documents: Iterable[Document]) -> dict[str, tuple[str, ...]]:
    drafts: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for document in documents:
        if document.status != "adopted" and document.revises:
            drafts[name_of(document.revises).work] += (document.sha256,)
    return drafts
