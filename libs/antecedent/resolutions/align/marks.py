"""Tracked changes as evidence: what a paragraph said before is the better witness of what it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from antecedent.resolutions.align.words import likeness, same_words
from antecedent.resolutions.diff import differences
from antecedent.resolutions.models import Document, Link, Paragraph

_ALIKE = 0.5  # share of words in common from which a struck paragraph, or one shown as new, is taken for an old one


def witness(paragraph: Paragraph) -> str:
    """The text before; what is inserted whole has only its own."""
    return paragraph.before or paragraph.text


def without_struck(draft: Document) -> Document:
    """What the draft still says: paragraphs struck out whole come from the old text, but nothing comes of them."""
    if all(paragraph.text for paragraph in draft.paragraphs):
        return draft
    return replace(draft, paragraphs=tuple(p for p in draft.paragraphs if p.text))


def struck_links(draft: Document, base: Document | None, links: Sequence[Link]) -> Iterator[Link]:
    """A link for each paragraph that the draft strikes out: to what it was in the base, unless that lives on elsewhere.

    Its relation is 'deleted', its changes are the deletion of what the draft shows as struck.
    """
    kept = {i for link in links if base and link.document == base.sha256 for i in link.prior}
    free = [p for p in base.paragraphs if p.id not in kept] if base else []
    for paragraph in draft.paragraphs:
        if not paragraph.text:
            source = _source(paragraph.before or "", free)
            free = [p for p in free if p is not source]
            yield _struck(paragraph, source, base)


def contradicted(link: Link, draft: Document, priors: Sequence[Document]) -> bool:
    """One shown as wholly new, linked to one shown as struck whole, though they have little in common."""
    if len(link.draft) != 1 or len(link.prior) != 1 or link.score >= _ALIKE:
        return False
    new = next(p for p in draft.paragraphs if p.id == link.draft[0])
    old = next(p.text for text in priors if text.sha256 == link.document for p in text.paragraphs if p.id in link.prior)
    return new.before == "" and any(not p.text and same_words(p.before or "", old) for p in draft.paragraphs)


def _source(before: str, free: Sequence[Paragraph]) -> Paragraph | None:
    """The same words, else the likest."""
    same = next((p for p in free if same_words(p.text, before)), None)
    best = same or max(free, key=lambda p: likeness(p.text, before), default=None)
    return best if best and likeness(best.text, before) >= _ALIKE else None


def _struck(paragraph: Paragraph, source: Paragraph | None, base: Document | None) -> Link:
    before = source.text if source else paragraph.before or ""
    return Link(
        draft=(paragraph.id,),
        prior=(source.id,) if source else (),
        document=base.sha256 if source and base else None,
        relation="deleted",
        changes=differences(before, ""),
    )
