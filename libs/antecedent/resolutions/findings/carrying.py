"""What a consolidation leaves behind, and what two drafts of one meeting both want to change."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from antecedent.resolutions.findings.finding import Comparison, Finding, graver
from antecedent.resolutions.findings.marking import same_words
from antecedent.resolutions.findings.wording import name, place
from antecedent.resolutions.models import Document, Link, Paragraph, Repeal
from antecedent.resolutions.register.labels import labels_of, normal
from antecedent.resolutions.register.models import Register
from antecedent.resolutions.register.names import name_of

Comparisons = Mapping[str, Comparison]


def orphaned(register: Register, document: Document, comparison: Comparison) -> Iterator[Finding]:
    """Paragraphs of the texts that the draft takes over, which it neither carries over nor repeals.

    These are the text that it revises; texts that it replaces; texts that it takes apart paragraph by paragraph.
    """
    carried = {(link.document, prior) for link in comparison.links if link.draft for prior in link.prior}
    for sha in sorted({link.document or "" for link in comparison.links} | {comparison.base or ""}):
        prior = register.documents.get(sha)
        repeals = _repeals_of(document, prior) if prior else []
        told = document.tracked_changes and sha == comparison.base  # its marks, or a finding on them, tell of each
        if prior is None or told or not _takes_over(document, prior, comparison, repeals):
            continue
        struck = {normal(label) for repeal in repeals for label in repeal.paragraphs or ()}
        labels = labels_of(prior)
        spent = {repeal.paragraph for repeal in prior.repeals}  # what only repeals has had its effect
        for paragraph in prior.paragraphs:
            left = (
                (sha, paragraph.id) not in carried
                and paragraph.id not in spent
                and not struck.intersection(labels.get(paragraph.id, ()))
            )
            if left and paragraph.kind in ("operative", "decision"):
                yield _orphan(document, prior, paragraph, sha == comparison.base)


def competing(register: Register, comparisons: Comparisons) -> Iterator[Finding]:
    """Paragraphs that two drafts of one meeting change, each in its own way; one finding on each draft."""
    changes: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for sha, comparison in sorted(comparisons.items()):
        draft = register.documents.get(sha)
        if draft is None or draft.status == "adopted" or not draft.session:
            continue
        texts = {paragraph.id: paragraph.text for paragraph in draft.paragraphs}
        for link in comparison.links:
            if link.relation not in ("unchanged", "new") and link.document and not _is_left_out(register, draft, link):
                result = " ".join(texts.get(one, "") for one in link.draft)
                for prior in link.prior:
                    changes[(f"{draft.body} {draft.session}", link.document, prior)][sha] = result
    for (_, prior, paragraph), results in sorted(changes.items()):
        yield from _rivals(register, prior, paragraph, results)


def _rivals(register: Register, prior: str, paragraph: str, results: Mapping[str, str]) -> Iterator[Finding]:
    text = register.documents.get(prior)
    for sha, result in results.items():
        draft = register.documents[sha]
        others = [
            register.documents[other]
            for other, wanted in results.items()
            if other != sha and not same_words(wanted, result) and not _same_text(draft, register.documents[other])
        ]
        if text and others:
            yield _rival(draft, others, text, paragraph, result, {o.sha256: results[o.sha256] for o in others})


def _rival(
    draft: Document, others: list[Document], text: Document, paragraph: str, wanted: str, rest: dict[str, str]
) -> Finding:
    names = ", ".join(sorted(name(other) for other in others))
    where = f"{place(text, paragraph).lower()} of {name(text)}"
    return Finding(
        kind="competing-amendments",
        severity="high",
        document=draft.sha256,
        paragraph=None,
        target=f"{name(text)} {place(text, paragraph).lower()}",
        message=f"This draft and {names} change {where} in different ways.",
        evidence={"prior": text.sha256, "paragraph": paragraph, "wanted": wanted, "others": rest},
    )


def _same_text(one: Document, other: Document) -> bool:
    """Two files of one draft: its copy with and without tracked changes, its revision, its languages."""
    if one.symbol and other.symbol:
        return name_of(one.symbol).work == name_of(other.symbol).work
    return one.title is not None and one.title == other.title


def _repeals_of(document: Document, prior: Document) -> list[Repeal]:
    if not prior.symbol:
        return []
    work = name_of(prior.symbol).work
    return [repeal for repeal in document.repeals if name_of(repeal.symbol).work == work]


def _takes_over(document: Document, prior: Document, comparison: Comparison, repeals: list[Repeal]) -> bool:
    gone = any(one.scope == "whole" and one.action in ("repeal", "retire", "delete") for one in repeals)
    if gone:  # what it does not carry over, it repeals
        return False
    if prior.sha256 == comparison.base and _is_revised(document, prior):
        return True
    sha = prior.sha256
    replaced = any(repeal.action in ("replace", "renumber", "transfer") for repeal in repeals if not repeal.paragraphs)
    taken = any(link.document == sha and link.draft for link in comparison.links)
    apart = any(repeal.scope == "part" for repeal in repeals)
    return taken and (replaced or apart)


def _is_revised(document: Document, prior: Document) -> bool:
    """Whether the document is a new version of the prior, and not only like it in part."""
    works = {name_of(one).work for one in (document.revises, document.symbol) if one}
    if prior.symbol and name_of(prior.symbol).work in works:
        return True
    return bool(document.title and prior.title) and same_words(document.title or "", prior.title or "")


def _is_left_out(register: Register, draft: Document, link: Link) -> bool:
    """Whether a draft with marks neither keeps nor strikes out the paragraph: an extract does not amend the rest."""
    prior = register.documents.get(link.document or "")
    if not draft.tracked_changes or prior is None:
        return False
    shown = [paragraph.before for paragraph in draft.paragraphs if paragraph.id in link.draft]
    if any(before != "" for before in shown):
        return False
    texts = [paragraph.text for paragraph in prior.paragraphs if paragraph.id in link.prior]
    befores = [paragraph.before for paragraph in draft.paragraphs if paragraph.before]
    return not all(any(same_words(before, text) for before in befores) for text in texts)


def _orphan(document: Document, prior: Document, paragraph: Paragraph, revised: bool) -> Finding:
    does = "revises" if revised else "takes over"
    return Finding(
        kind="orphaned-paragraph",
        severity=graver(document, "medium"),
        document=document.sha256,
        paragraph=None,
        target=f"{name(prior)} {place(prior, paragraph.id).lower()}",
        message=f"This text {does} {name(prior)}, but neither carries over nor repeals its "
        f"{place(prior, paragraph.id).lower()}: “{_short(paragraph.text)}”",
        evidence={"prior": prior.sha256, "paragraph": paragraph.id, "text": paragraph.text},
    )


def _short(text: str, words: int = 14) -> str:
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
