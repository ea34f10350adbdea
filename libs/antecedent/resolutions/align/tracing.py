"""The two verbs: `align` a draft with one earlier text, `trace` it against several."""

from collections.abc import Sequence

from antecedent.resolutions.diff import differences
from antecedent.resolutions.models import Document, Link, Paragraph, Trace

LINKER_VERSION = "1"


def align(draft: Document, prior: Document) -> tuple[Link, ...]:
    """Links in which each paragraph of both texts stands once."""
    return trace(draft, [prior]).links


def trace(draft: Document, priors: Sequence[Document]) -> Trace:
    """The draft against the texts it may come from; `base` is the one that it revises."""
    base = priors[0] if priors else None
    links = _thin(draft, base) if base else ()
    return Trace(draft=draft, priors=tuple(priors), base=base.sha256 if base else None, links=links)


def _thin(draft: Document, base: Document) -> tuple[Link, ...]:
    from rapidfuzz import fuzz

    scores = sorted(
        (
            (fuzz.ratio(d.text, p.text), -i, -j)
            for i, d in enumerate(draft.paragraphs)
            for j, p in enumerate(base.paragraphs)
        ),
        reverse=True,
    )
    left, right = dict(enumerate(draft.paragraphs)), dict(enumerate(base.paragraphs))
    links: list[Link] = []
    for score, i, j in scores:
        if score > 60 and -i in left and -j in right:
            links.append(_link(left.pop(-i), right.pop(-j), base.sha256, score / 100))
    links += [
        Link(draft=(d.id,), prior=(), document=None, relation="new", changes=differences("", d.text))
        for d in left.values()
    ]
    links += [
        Link(draft=(), prior=(p.id,), document=base.sha256, relation="deleted", changes=differences(p.text, ""))
        for p in right.values()
    ]
    return tuple(links)


def _link(draft: Paragraph, prior: Paragraph, document: str, score: float) -> Link:
    same = draft.text.casefold() == prior.text.casefold()
    changes = differences(prior.text, draft.text)
    return Link(
        draft=(draft.id,),
        prior=(prior.id,),
        document=document,
        relation="unchanged" if same else "amended",
        score=score,
        changes=changes,
    )
