"""Repeals of what is repealed already, of what nobody knows, and of a version that another one has replaced."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from antecedent.resolutions.findings.finding import Finding, graver
from antecedent.resolutions.findings.wording import place, told
from antecedent.resolutions.models import Document, Repeal
from antecedent.resolutions.register.labels import labels_of, normal
from antecedent.resolutions.register.models import Register, Version, Work
from antecedent.resolutions.register.names import is_placeholder, name_of
from antecedent.resolutions.register.resolving import text_of, version_at
from antecedent.resolutions.register.sessions import eve
from antecedent.resolutions.status import held_events, is_by, is_succession, state

Mentions = Mapping[str, frozenset[tuple[str, str | None]]]  # work → (document, paragraph) of each mention


def mentions_of(register: Register) -> Mentions:
    """Where each work is mentioned otherwise than to be repealed."""
    found: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for document in register.documents.values():
        gone = {(name_of(repeal.symbol).work, repeal.paragraph) for repeal in document.repeals}
        for citation in document.citations:
            work = name_of(citation.symbol).work if citation.symbol else ""
            if work and citation.role != "repeals" and (work, citation.paragraph) not in gone:
                found[work].add((document.sha256, citation.paragraph))
    return {work: frozenset(places) for work, places in found.items()}


def repealing(register: Register, document: Document, mentions: Mentions) -> Iterator[Finding]:
    """What is wrong with each repeal of the document, given what stood on its eve."""
    at = eve(register, document)
    for repeal in document.repeals:
        work = register.works.get(name_of(repeal.symbol).work)
        if work is None or is_placeholder(repeal.symbol):
            continue
        if not _is_heard_of(register, document, work, mentions):
            yield _unknown(document, repeal, _has_siblings(register, work))
            continue
        yield from _known(register, document, repeal, work, at)


def _is_heard_of(register: Register, document: Document, work: Work, mentions: Mentions) -> bool:
    """Whether anything but this draft's own repeal knows the work. What a meeting has repealed did exist."""
    if document.status == "adopted" or work.key in mentions:
        return True
    if any(version.origin != "cited" for version in work.versions):
        return True
    events = register.by_work.get(work.key, ())
    return any(event.effect == "adopted" and not is_by(event, document) for event in events)


def _known(register: Register, document: Document, repeal: Repeal, work: Work, at: str | None) -> Iterator[Finding]:
    name, current = name_of(repeal.symbol), version_at(work, at, before=True)
    asked = next((version for version in work.versions if version.revision == name.revision), None)
    version = asked if name.revision else (current or asked)
    if version is None:
        return
    done = _done(register, document, repeal, version, at)
    if done:
        yield done
        return
    own = document.symbol is not None and name_of(document.symbol).work == work.key
    if current and current.revision > name.revision and not (own and not name.revision):
        yield _old(document, repeal, current)
    yield from _missing(register, document, repeal, version)


def _done(register: Register, document: Document, repeal: Repeal, version: Version, at: str | None) -> Finding | None:
    if state(register, version, at, before=True, besides=document) == "repealed":
        twice = repeal.paragraphs
    elif repeal.paragraphs:
        twice = tuple(
            label
            for label in repeal.paragraphs
            if state(register, version, at, before=True, paragraph=label, besides=document) == "repealed"
        )
    else:
        return None
    if twice is not None and not twice:
        return None
    held = held_events(register, version, at, before=True, besides=document)
    event = [event for event in held if not is_succession(event)][-1]
    what = f"{_listed(twice)} of {repeal.symbol}" if twice else repeal.symbol
    return _finding(
        document,
        repeal,
        "repeals-repealed",
        f"{place(document, repeal.paragraph)} repeals {what}, which {told(event)} already.",
        {"by": event.by, "document": event.document, "paragraph": event.paragraph, "date": event.date, "twice": twice},
    )


def _has_siblings(register: Register, work: Work) -> bool:
    """Whether texts of the same series ('Resolution 9.…') are at hand or listed: then a missing one is telling."""
    series = work.key.rstrip("0123456789")
    known = (other for key, other in register.works.items() if key.startswith(series) and key != work.key)
    return any(version.origin != "cited" for other in known for version in other.versions)


def _unknown(document: Document, repeal: Repeal, telling: bool) -> Finding:
    doubt = "Check the number." if telling else "No text of its series is in the corpus, so it cannot be checked."
    found = _finding(
        document,
        repeal,
        "repeals-unknown",
        f"{place(document, repeal.paragraph)} repeals {repeal.symbol}, of which no document and no list knows "
        f"anything. {doubt}",
        {"symbol": repeal.symbol},
    )
    return found if telling else replace(found, severity="low")


def _missing(register: Register, document: Document, repeal: Repeal, version: Version) -> Iterator[Finding]:
    """Paragraphs that the text, which is at hand, does not have."""
    text = text_of(register, version)
    if text is None or not repeal.paragraphs:
        return
    known = {label for labels in labels_of(text).values() for label in labels}
    missing = [label for label in repeal.paragraphs if not _is_known(normal(label), known)]
    if missing:
        yield _finding(
            document,
            repeal,
            "repeals-unknown",
            f"{place(document, repeal.paragraph)} repeals {_listed(missing)} of {repeal.symbol}, which the text "
            "does not have.",
            {"missing": missing, "document": text.sha256},
        )


def _is_known(label: str, known: set[str]) -> bool:
    if label.endswith("last"):  # the last of a kind is there, whatever its number
        return True
    return label in known or (label.startswith("(") and any(one.endswith(label) for one in known))


def _old(document: Document, repeal: Repeal, current: Version) -> Finding:
    since = f" since {current.adopted}" if current.adopted else ""
    return _finding(
        document,
        repeal,
        "repeals-old-version",
        f"{place(document, repeal.paragraph)} repeals {repeal.symbol}; {current.symbol} has taken its place{since} "
        "and would stay in force.",
        {"version": current.symbol, "adopted": current.adopted, "document": current.document},
    )


def _finding(document: Document, repeal: Repeal, kind: str, message: str, evidence: dict[str, object]) -> Finding:
    return Finding(
        kind=kind,  # pyright: ignore[reportArgumentType]
        severity=graver(document, "high" if kind != "repeals-old-version" else "medium"),
        document=document.sha256,
        paragraph=repeal.paragraph,
        target=repeal.symbol,
        message=message,
        evidence=evidence,
    )


def _listed(labels: tuple[str, ...] | list[str]) -> str:
    return f"paragraph{'s' if len(labels) > 1 else ''} {', '.join(labels)}"
