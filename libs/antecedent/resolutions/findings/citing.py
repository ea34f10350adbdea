"""Citations of texts that are repealed, replaced by a newer version, or not yet adopted."""

from collections.abc import Iterator
from dataclasses import dataclass

from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.findings.finding import Finding, graver
from antecedent.resolutions.findings.numbering import too_young
from antecedent.resolutions.findings.wording import place, told
from antecedent.resolutions.models import Citation, Document
from antecedent.resolutions.register.building import is_text
from antecedent.resolutions.register.models import Event, Register, Version
from antecedent.resolutions.register.names import is_placeholder, name_of
from antecedent.resolutions.register.resolving import is_there, text_of, version_at
from antecedent.resolutions.register.sessions import eve
from antecedent.resolutions.status import covers, held_events, is_succession, labels_under, state


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A citation with the version meant, and the state of things on the eve of the citing document."""

    register: Register
    document: Document
    citation: Citation
    symbol: str
    version: Version
    current: Version
    explicit: bool
    at: str | None


def citing(register: Register, document: Document) -> Iterator[Finding]:
    """One finding a paragraph and text: the first mention stands for all."""
    at = eve(register, document)
    once: set[tuple[str | None, ...]] = set()
    for citation in document.citations:
        if citation.symbol is None or not _is_counted(document, citation, citation.symbol):
            continue
        spot = (citation.paragraph, citation.symbol, citation.pinpoint)
        if spot in once:
            continue
        once.add(spot)
        yield from _judged(register, document, citation, citation.symbol, at)


def _is_counted(document: Document, citation: Citation, symbol: str) -> bool:
    """Not: what it repeals there, its own earlier versions, reports, numbers still to be given, the front page."""
    if not is_text(citation) or citation.role == "repeals" or is_placeholder(symbol) or citation.paragraph is None:
        return False
    work = name_of(symbol).work
    if any(work == name_of(own).work for own in (document.symbol, document.revises) if own):
        return False
    return not any(r.paragraph == citation.paragraph and name_of(r.symbol).work == work for r in document.repeals)


def _judged(
    register: Register, document: Document, citation: Citation, symbol: str, at: str | None
) -> Iterator[Finding]:
    name, work = name_of(symbol), register.works.get(name_of(symbol).work)
    current = version_at(work, at, before=True) if work else None
    asked = next((version for version in work.versions if version.revision == name.revision), None) if work else None
    version = asked if name.revision else (current or asked)
    future = _future(register, document, citation, version, at)
    if future:
        yield future
    if future or version is None:
        return
    yield from _past(
        _Case(
            register=register,
            document=document,
            citation=citation,
            symbol=symbol,
            version=version,
            current=current or version,
            explicit=bool(name.revision),
            at=at,
        )
    )


def _future(
    register: Register, document: Document, citation: Citation, version: Version | None, at: str | None
) -> Finding | None:
    """By the date of the text cited; by its number where nobody knows the date."""
    adopted = version.adopted if version else None
    if version and adopted:
        why = None if is_there(version, at) else f"it was adopted on {adopted}, after this document ({at})"
    else:
        why = too_young(register, document, citation, at)
    if why is None:
        return None
    return Finding(
        kind="cites-future",
        severity=graver(document, "high"),
        document=document.sha256,
        paragraph=citation.paragraph,
        target=citation.symbol,
        message=f"{place(document, citation.paragraph)} cites {citation.symbol}, but {why}. "
        "The number or one of the dates is wrong.",
        evidence={"printed": citation.printed, "adopted": adopted, "at": at},
    )


def _past(case: _Case) -> Iterator[Finding]:
    found = state(case.register, case.version, case.at, before=True, besides=case.document)
    held = held_events(case.register, case.version, case.at, before=True, besides=case.document)
    if found == "repealed":
        event = [event for event in held if not is_succession(event)][-1]
        if not _is_recited(case, event):
            yield _repealed(case, event, f"cites {case.symbol}")
    elif part := _part(case, held):
        pinpoint = case.citation.pinpoint
        yield _repealed(case, part, f"cites {pinpoint} of {case.symbol}")
    elif case.current.revision > (case.version.revision if case.explicit else 0):
        yield _old(case)


def _is_recited(case: _Case, event: Event) -> bool:
    """Whether the paragraph itself tells who repealed it ('Recalling that 1.1 was repealed by 2.6')."""
    beside = {one.symbol for one in case.document.citations if one.paragraph == case.citation.paragraph}
    return event.by is not None and name_of(event.by) in {name_of(symbol) for symbol in beside if symbol}


def _part(case: _Case, held: list[Event]) -> Event | None:
    """The partial repeal that reaches the very paragraph cited, or one of them."""
    printed = case.citation.pinpoint or ""
    cited = [name for point in pinpoints(printed) for name in point.items] or ([printed] if printed else [])
    text = text_of(case.register, case.version)
    reached = [labels_under(text, name) for name in cited]
    parts = (event for event in held if event.scope == "part")
    return next((event for event in parts if any(covers(event, labels) for labels in reached)), None)


def _repealed(case: _Case, event: Event, does: str) -> Finding:
    paragraph = case.citation.paragraph
    kind = next((p.kind for p in case.document.paragraphs if p.id == paragraph), None)
    return Finding(
        kind="cites-repealed",
        severity=graver(case.document, "medium" if kind == "preambular" else "high"),
        document=case.document.sha256,
        paragraph=paragraph,
        target=case.symbol,
        message=f"{place(case.document, paragraph)} {does}, which {told(event)}.",
        evidence={
            "printed": case.citation.printed,
            "by": event.by,
            "document": event.document,
            "paragraph": event.paragraph,
            "action": event.action,
            "date": event.date,
        },
    )


def _old(case: _Case) -> Finding:
    newer = case.current
    since = f" since {newer.adopted}" if newer.adopted else ""
    advice = (
        "Cite the newer version, or say that the old one is meant."
        if case.explicit
        else "Add the revision to the symbol, so that no reader takes it for the first text."
    )
    return Finding(
        kind="cites-old-version",
        severity=graver(case.document, "medium" if case.explicit else "low"),
        document=case.document.sha256,
        paragraph=case.citation.paragraph,
        target=case.symbol,
        message=f"{place(case.document, case.citation.paragraph)} cites {case.symbol}; "
        f"{newer.symbol} has taken its place{since}. {advice}",
        evidence={
            "printed": case.citation.printed,
            "version": newer.symbol,
            "adopted": newer.adopted,
            "document": newer.document,
        },
    )
