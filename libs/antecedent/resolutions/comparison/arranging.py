"""Trace → Comparison: rows in the draft's order, with everything that is known of their paragraphs."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from antecedent.resolutions.align.words import words
from antecedent.resolutions.comparison.cutting import pieces_of, readable, runs_of, struck
from antecedent.resolutions.comparison.models import Comparison, Hint, Part, Row, Side, Text
from antecedent.resolutions.comparison.naming import labels_of, name_of
from antecedent.resolutions.models import Citation, Document, Link, Operation, Paragraph, Repeal, See, Trace

RELATIONS = ("amended", "new", "deleted", "split", "merged", "unchanged")


def compare(trace: Trace, elsewhere: Sequence[Document] = ()) -> Comparison:
    """Arranges a trace for reading; `elsewhere` are the documents that its `see` points to."""
    documents = {document.sha256: document for document in (*elsewhere, *trace.priors)}
    known = {document.sha256: _known(document) for document in (*trace.priors, trace.draft)}
    moved = _moved_by_marks(trace)
    rows = [_row(link, trace, known, documents) for link in _in_order(trace) if not moved.intersection(link.draft)]
    counts = Counter(row.relation for row in rows)
    return Comparison(
        draft=trace.draft,
        priors=trace.priors,
        base=documents.get(trace.base or ""),
        rows=tuple(rows),
        counts={relation: counts[relation] for relation in RELATIONS},
        moved=sum(row.moved for row in rows),
    )


def _moved_by_marks(trace: Trace) -> frozenset[str]:
    """Paragraphs struck out of a tracked draft whose words it has elsewhere: they stand there, and once is enough."""
    texts = {(text.sha256, p.id): words(p.text) for text in trace.priors for p in text.paragraphs}
    kept = [texts[link.document or "", p] for link in trace.links if link.draft for p in link.prior]
    gone = {link.draft[0] for link in trace.links if link.relation == "deleted" and link.draft and not link.prior}
    return frozenset(p.id for p in trace.draft.paragraphs if p.id in gone and words(p.before or "") in kept)


def _in_order(trace: Trace) -> list[Link]:
    """By the draft's order; a dropped paragraph follows what came before it in its prior."""
    place = {paragraph.id: n for n, paragraph in enumerate(trace.draft.paragraphs)}
    kept = {
        (link.document, prior): min(place.get(draft, 0) for draft in link.draft)
        for link in trace.links
        if link.draft
        for prior in link.prior
    }
    texts = {prior.sha256: [paragraph.id for paragraph in prior.paragraphs] for prior in trace.priors}

    def key(link: Link) -> tuple[float, int]:
        if link.draft:
            return min(place.get(draft, 0) for draft in link.draft), -1
        order = texts.get(link.document or "", [])
        at = min((order.index(prior) for prior in link.prior if prior in order), default=0)
        before = next((kept[link.document, p] for p in reversed(order[:at]) if (link.document, p) in kept), -1)
        return before + 0.5, at

    return sorted(trace.links, key=key)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A document with what its paragraphs are asked for."""

    document: Document
    paragraphs: Mapping[str, Paragraph]
    labels: Mapping[str, str]
    citations: Mapping[str | None, list[Citation]]
    repeals: Mapping[str | None, list[Repeal]]


def _known(document: Document) -> _Known:
    citations: dict[str | None, list[Citation]] = defaultdict(list)
    repeals: dict[str | None, list[Repeal]] = defaultdict(list)
    for citation in document.citations:
        citations[citation.paragraph].append(citation)
    for repeal in document.repeals:
        repeals[repeal.paragraph].append(repeal)
    by_id = {paragraph.id: paragraph for paragraph in document.paragraphs}
    return _Known(document=document, paragraphs=by_id, labels=labels_of(document), citations=citations, repeals=repeals)


def _row(link: Link, trace: Trace, known: Mapping[str, _Known], documents: Mapping[str, Document]) -> Row:
    draft, prior = known[trace.draft.sha256], known.get(link.document or "")
    draft_side = _side(draft, link.draft, link, "insert")
    prior_side = _side(prior, link.prior, link, "delete")
    first = (draft_side.texts or prior_side.texts)[0].paragraph
    return Row(
        relation=link.relation,
        moved=link.moved,
        score=link.score,
        part=_part(first, draft if link.draft else prior),
        draft=draft_side,
        prior=prior_side,
        changes=readable(link.changes),
        hints=tuple(hint for see in link.see if (hint := _hint(see, documents))),
        other=bool(link.prior) and link.document != trace.base,
    )


def _side(known: _Known | None, ids: Sequence[str], link: Link, own: Operation) -> Side:
    if known is None or not ids:
        return Side(document=known and known.document)
    paragraphs = [known.paragraphs[name] for name in ids if name in known.paragraphs]
    runs = runs_of(paragraphs, link.changes, own)
    texts = [
        Text(
            paragraph=paragraph,
            label=known.labels[paragraph.id],
            pieces=pieces_of(paragraph, cut, known.citations.get(paragraph.id, ())) or struck(paragraph),
            repeals=tuple(known.repeals.get(paragraph.id, ())),
        )
        for paragraph, cut in zip(paragraphs, runs, strict=True)
    ]
    return Side(document=known.document, texts=tuple(texts))


def _part(paragraph: Paragraph, known: _Known | None) -> Part:
    """Sub-paragraphs go with what they hang on; headings and decisions with the body."""
    by_id: Mapping[str, Paragraph] = known.paragraphs if known else {}
    while paragraph.parent and paragraph.parent in by_id:
        paragraph = by_id[paragraph.parent]
    if paragraph.kind == "preambular":
        return "preamble"
    return "annex" if paragraph.kind == "annex" else "body"


def _hint(see: See, documents: Mapping[str, Document]) -> Hint | None:
    document = documents.get(see.document)
    if document is None:
        return Hint(name=see.document[:12], text="", score=see.score)
    text = next((p.text for p in document.paragraphs if p.id == see.paragraph), "")
    label = labels_of(document).get(see.paragraph, see.paragraph)
    return Hint(name=f"{name_of(document)}, {label[:1].lower()}{label[1:]}", text=text, score=see.score)
