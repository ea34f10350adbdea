"""Tracked changes against the text that they claim to change: silent edits, and marks where nothing changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from antecedent.resolutions.findings.finding import Comparison, Finding
from antecedent.resolutions.findings.wording import name, place
from antecedent.resolutions.models import Document, Link, Paragraph
from antecedent.resolutions.register.models import Register


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words in the same order, whatever the case and punctuation."""
    return _words(one) == _words(other)


def marking(register: Register, document: Document, comparison: Comparison) -> Iterator[Finding]:
    """Where the marks of a draft with tracked changes disagree with the text that it revises."""
    base = register.documents.get(comparison.base or "")
    if base is None or not document.tracked_changes:
        return
    ours = {paragraph.id: paragraph for paragraph in document.paragraphs}
    theirs = {paragraph.id: paragraph for paragraph in base.paragraphs}
    sides = _Sides(
        befores=frozenset(_key(_before(paragraph)) for paragraph in document.paragraphs),
        priors=frozenset(_key(paragraph.text) for paragraph in base.paragraphs),
    )
    struck = {_key(one.before): one.id for one in document.paragraphs if one.before and not one.text}
    gone: list[str] = []
    for link in comparison.links:
        if link.document not in (None, base.sha256):
            continue
        drafts = [ours[one] for one in link.draft if one in ours]
        kept = [one for one in link.prior if one in theirs and not _is_struck_elsewhere(theirs[one], link, struck)]
        before = " ".join(theirs[one].text for one in kept)
        after = " ".join(paragraph.text for paragraph in drafts)
        if all(paragraph.before == "" for paragraph in drafts) and not same_words(after, before):
            # All of it is shown as new: then what it comes from is gone.
            gone += [one for one in link.prior if one in theirs and _key(theirs[one].text) not in sides.befores]
        yield from _judged(document, base, link, drafts, before, sides)
    if gone:
        yield _silent_deletions(document, base, gone)


def _is_struck_elsewhere(prior: Paragraph, link: Link, struck: Mapping[str, str]) -> bool:
    """Whether the draft strikes the paragraph out where it stood, and only its words live on in this link."""
    place = struck.get(_key(prior.text))
    return place is not None and place not in link.draft


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The words of each paragraph as the draft says it was before, and as the text that it revises has it."""

    befores: frozenset[str]
    priors: frozenset[str]


def _judged(
    document: Document, base: Document, link: Link, drafts: list[Paragraph], prior: str, sides: _Sides
) -> Iterator[Finding]:
    said = " ".join(filter(None, (_before(paragraph) for paragraph in drafts)))
    result = " ".join(filter(None, (paragraph.text for paragraph in drafts)))
    marked = any(paragraph.before is not None for paragraph in drafts)
    moved = not said and _key(prior) in sides.befores  # struck out in one place, inserted in another
    if marked and not moved and (said.split() == result.split() or _is_same(result, prior)):
        yield _marked_equal(document, base, link, drafts, said)
    elif said and not same_words(said, prior) and not _is_struck_out(result, prior, said, sides):
        yield _silent(document, base, link, drafts, said, prior)


def _is_same(result: str, prior: str) -> bool:
    return bool(prior) and result.split() == prior.split()


def _is_struck_out(result: str, prior: str, said: str, sides: _Sides) -> bool:
    """A paragraph that goes, and is linked to nothing: it shows what the text had."""
    return not prior and not result and _key(said) in sides.priors


def _marked_equal(document: Document, base: Document, link: Link, drafts: list[Paragraph], said: str) -> Finding:
    where = place(document, drafts[0].id)
    return Finding(
        kind="marked-but-equal",
        severity="low",
        document=document.sha256,
        paragraph=drafts[0].id,
        target=_target(base, link),
        message=f"{where} is marked as changed, but reads as {name(base)} does.",
        evidence={"before": said, "paragraphs": list(link.draft), "prior": list(link.prior)},
    )


def _silent(document: Document, base: Document, link: Link, drafts: list[Paragraph], said: str, prior: str) -> Finding:
    where = place(document, drafts[0].id)
    what = (
        f"differs from {name(base)} in words that no mark shows"
        if prior
        else f"is not in {name(base)} and is not marked as new"
    )
    return Finding(
        kind="unmarked-change",
        severity="low" if all(paragraph.kind == "heading" for paragraph in drafts) else "high",
        document=document.sha256,
        paragraph=drafts[0].id,
        target=_target(base, link),
        message=f"{where} {what}.",
        evidence={"before": said, "prior_text": prior, "paragraphs": list(link.draft), "prior": list(link.prior)},
    )


def _silent_deletions(document: Document, base: Document, gone: list[str]) -> Finding:
    """One finding for all of them: an extract leaves out much, and a list of what is missing is what one wants."""
    order = [paragraph.id for paragraph in base.paragraphs if paragraph.id in gone]
    places = ", ".join(place(base, one).lower() for one in order)
    return Finding(
        kind="unmarked-change",
        severity="high",
        document=document.sha256,
        paragraph=None,
        target=name(base),
        message=f"Of {name(base)} this is gone, and no mark shows it: {places}.",
        evidence={"prior": order},
    )


def _target(base: Document, link: Link) -> str | None:
    return f"{name(base)} {place(base, link.prior[0]).lower()}" if link.prior else None


def _before(paragraph: Paragraph) -> str:
    return paragraph.text if paragraph.before is None else paragraph.before


def _key(text: str) -> str:
    return " ".join(_words(text))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
