"""The two verbs: `align` a draft with one earlier text, `trace` it against several."""

from collections.abc import Sequence

import numpy as np

from antecedent.resolutions.align.base import NONE, choose_base
from antecedent.resolutions.align.evidence import Bools, gather, side
from antecedent.resolutions.align.grouping import Group, Material, group
from antecedent.resolutions.align.judgement import WEIGHTS, Weights
from antecedent.resolutions.align.marks import contradicted, struck_links, without_struck, witness
from antecedent.resolutions.align.order import moved, told
from antecedent.resolutions.align.weighing import Rows, weigh
from antecedent.resolutions.align.words import likeness, same_words
from antecedent.resolutions.diff import differences
from antecedent.resolutions.models import Document, Link, Paragraph, Relation, Trace

LINKER_VERSION = "2"


def align(draft: Document, prior: Document) -> tuple[Link, ...]:
    """Links in which each paragraph of both texts stands once."""
    return trace(draft, [prior]).links


def trace(draft: Document, priors: Sequence[Document], weights: Weights = WEIGHTS) -> Trace:
    """The draft against the texts it may come from; `base` is the one that it revises, None where none is like it."""
    living = without_struck(draft)
    if not living.paragraphs or not any(prior.paragraphs for prior in priors):
        base, links = (priors[0] if priors else None), ()
    else:
        material = _material(living, priors, weights)
        base = None if material.base == NONE else priors[material.base]
        found = _links(living, priors, group(material, weights))
        links = moved(living, priors, [link for link in found if not contradicted(link, draft, priors)])
    links = (*links, *struck_links(draft, base, links))
    links = (*links, *_unlinked(draft, base, links))
    return Trace(draft=draft, priors=tuple(priors), base=base.sha256 if base else None, links=told(links, draft, base))


def _material(draft: Document, priors: Sequence[Document], weights: Weights) -> Material:
    earlier = [p for text in priors for p in text.paragraphs]
    texts = np.repeat(np.arange(len(priors)), [len(text.paragraphs) for text in priors])
    weighed = weigh(
        [p.text for p in draft.paragraphs],
        [p.text for p in earlier],
        [witness(p) for p in draft.paragraphs] if any(p.before for p in draft.paragraphs) else None,
        weights.pair_weight,
        weights.dull,
    )
    evidence = gather(draft.paragraphs, earlier, texts, weighed, weights.ground)
    return Material(
        weighed=weighed,
        evidence=evidence,
        texts=texts,
        base=choose_base(draft, priors, weighed, evidence, weights.pair),
        parents=(_parents([draft]), _parents(priors)),
        sides=(np.array([side(p) for p in draft.paragraphs]), np.array([side(p) for p in earlier])),
        headings=(_headings(draft.paragraphs), _headings(earlier)),
    )


def _headings(paragraphs: Sequence[Paragraph]) -> Bools:
    return np.array([p.kind == "heading" for p in paragraphs])


def _parents(documents: Sequence[Document]) -> Rows:
    rows: list[int] = []
    for document in documents:
        start = len(rows)
        at = {p.id: start + k for k, p in enumerate(document.paragraphs)}
        rows += [at.get(p.parent or "", -1) for p in document.paragraphs]
    return np.array(rows, dtype=np.intp)


def _links(draft: Document, priors: Sequence[Document], groups: list[Group]) -> list[Link]:
    earlier = [(text.sha256, p) for text in priors for p in text.paragraphs]
    links: list[Link] = []
    for made in groups:
        new = [draft.paragraphs[i] for i in sorted(made.members[0])]
        old = [earlier[j] for j in sorted(made.members[1])]
        links.append(_link(new, [p for _, p in old], old[0][0]))
    return links


def _unlinked(draft: Document, base: Document | None, links: Sequence[Link]) -> list[Link]:
    """What is new, and what of the base is gone."""
    linked = {i for link in links for i in link.draft}
    kept = {i for link in links if base and link.document == base.sha256 for i in link.prior}
    return [
        Link(draft=(p.id,), prior=(), document=None, relation="new", changes=differences("", p.text))
        for p in draft.paragraphs
        if p.id not in linked
    ] + [
        Link(draft=(), prior=(p.id,), document=base.sha256, relation="deleted", changes=differences(p.text, ""))
        for p in (base.paragraphs if base else ())
        if base and p.id not in kept
    ]


def _link(draft: Sequence[Paragraph], prior: Sequence[Paragraph], document: str) -> Link:
    before, after = " ".join(p.text for p in prior), " ".join(p.text for p in draft)
    return Link(
        draft=tuple(p.id for p in draft),
        prior=tuple(p.id for p in prior),
        document=document,
        relation=_relation(len(draft), len(prior), before, after),
        score=round(likeness(before, after), 3),
        changes=differences(before, after),
    )


def _relation(draft: int, prior: int, before: str, after: str) -> Relation:
    if draft == prior == 1:
        return "unchanged" if same_words(before, after) else "amended"
    return "split" if draft >= prior else "merged"
