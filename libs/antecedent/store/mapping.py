"""Rows ↔ core values, in this place alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from antecedent.resolutions.models import (
    Citation,
    Document,
    Edit,
    Footnote,
    Link,
    PageBox,
    Paragraph,
    Repeal,
    See,
)
from antecedent.resolutions.output import document_from_json, document_json
from antecedent.resolutions.register import texts_in
from antecedent.store.keys import symbol_key, title_key, work_key
from antecedent.store.tables import CitationRow, DocumentRow, FootnoteRow, LinkRow, ParagraphRow, RepealRow

Row = dict[str, Any]

_COLUMNS = (
    "symbol",
    "title",
    "body",
    "session",
    "language",
    "status",
    "adopted",
    "revises",
    "pages",
    "tracked_changes",
    "enacting_formula",
    "masthead",
    "tables",
    "warnings",
)


def document_columns(document: Document) -> Row:
    """What a parsed document adds to its row; lists that nothing is asked of stay JSON."""
    data = document_json(replace(document, paragraphs=(), citations=(), repeals=()))
    return {name: data[name] for name in _COLUMNS} | {
        "symbol_key": symbol_key(document.symbol),
        "work_key": work_key(document.symbol),
        "title_key": title_key(document.title),
        "revises_key": work_key(document.revises),
    }


def paragraph_rows(document: Document) -> list[Row]:
    return [
        {
            "document": document.sha256,
            "position": position,
            "id": paragraph.id,
            "kind": paragraph.kind,
            "number": paragraph.number,
            "depth": paragraph.depth,
            "parent": paragraph.parent,
            "lead": paragraph.lead,
            "addressees": list(paragraph.addressees),
            "text": paragraph.text,
            "boxes": [list(box) for box in paragraph.boxes],
            "before": paragraph.before,
        }
        for position, paragraph in enumerate(document.paragraphs)
    ]


def text_rows(document: Document) -> list[Row]:
    """Texts of which the document is a version, and all that they need to be found by."""
    return [
        {"document": document.sha256, "position": position, "symbol": symbol, "work_key": work_key(symbol)}
        for position, symbol in enumerate(texts_in(document))
    ]


def footnote_rows(document: Document) -> list[Row]:
    notes = [(paragraph.id, note) for paragraph in document.paragraphs for note in paragraph.footnotes]
    return [
        {
            "document": document.sha256,
            "position": position,
            "paragraph": owner,
            "marker": note.marker,
            "text": note.text,
            "at": note.at,
        }
        for position, (owner, note) in enumerate(notes)
    ]


def citation_rows(document: Document) -> list[Row]:
    return [
        {
            "document": document.sha256,
            "position": position,
            "paragraph": citation.paragraph,
            "start": citation.start,
            "end": citation.end,
            "footnote": citation.footnote,
            "page": citation.page,
            "printed": citation.printed,
            "symbol": citation.symbol,
            "symbol_key": symbol_key(citation.symbol),
            "work_key": work_key(citation.symbol),
            "body": citation.body,
            "type": citation.type,
            "number": citation.number,
            "revision": citation.revision,
            "pinpoint": citation.pinpoint,
            "role": citation.role,
            "candidates": list(citation.candidates),
        }
        for position, citation in enumerate(document.citations)
    ]


def repeal_rows(document: Document) -> list[Row]:
    return [
        {
            "document": document.sha256,
            "position": position,
            "paragraph": repeal.paragraph,
            "symbol": repeal.symbol,
            "symbol_key": symbol_key(repeal.symbol),
            "work_key": work_key(repeal.symbol),
            "scope": repeal.scope,
            "paragraphs": None if repeal.paragraphs is None else list(repeal.paragraphs),
            "except_": None if repeal.except_ is None else list(repeal.except_),
            "effect": repeal.effect,
            "action": repeal.action,
            "from_": repeal.from_,
            "into": repeal.into,
            "condition": repeal.condition,
            "boxes": [list(box) for box in repeal.boxes],
        }
        for position, repeal in enumerate(document.repeals)
    ]


def link_rows(document: str, links: Iterable[Link]) -> list[Row]:
    return [
        {
            "document": document,
            "position": position,
            "prior_document": link.document,
            "draft": list(link.draft),
            "prior": list(link.prior),
            "relation": link.relation,
            "moved": link.moved,
            "score": link.score,
            "changes": [list(edit) for edit in link.changes],
            "see": [{"document": see.document, "paragraph": see.paragraph, "score": see.score} for see in link.see],
        }
        for position, link in enumerate(links)
    ]


def document_from_rows(
    row: DocumentRow,
    paragraphs: Sequence[ParagraphRow],
    footnotes: Sequence[FootnoteRow],
    citations: Sequence[CitationRow],
    repeals: Sequence[RepealRow],
) -> Document:
    """The document as it was saved; the rows come in the order of their positions."""
    head = document_from_json(
        {"sha256": row.sha256, "file": row.file} | {name: getattr(row, name) for name in _COLUMNS}
    )
    notes: dict[str, list[Footnote]] = {}
    for note in footnotes:
        notes.setdefault(note.paragraph, []).append(Footnote(marker=note.marker, text=note.text, at=note.at))
    return replace(
        head,
        paragraphs=tuple(_paragraph(p, notes.get(p.id, [])) for p in paragraphs),
        citations=tuple(_citation(citation) for citation in citations),
        repeals=tuple(repeal_from_row(repeal) for repeal in repeals),
    )


def link_from_row(row: LinkRow) -> Link:
    return Link(
        draft=tuple(row.draft),
        prior=tuple(row.prior),
        document=row.prior_document,
        relation=cast("Any", row.relation),
        moved=row.moved,
        score=row.score,
        changes=tuple(Edit(operation, text) for operation, text in row.changes),
        see=tuple(See(document=s["document"], paragraph=s["paragraph"], score=s["score"]) for s in row.see),
    )


def repeal_from_row(row: RepealRow) -> Repeal:
    return Repeal(
        paragraph=row.paragraph,
        symbol=row.symbol,
        scope=cast("Any", row.scope),
        effect=cast("Any", row.effect),
        action=cast("Any", row.action),
        paragraphs=None if row.paragraphs is None else tuple(row.paragraphs),
        except_=None if row.except_ is None else tuple(row.except_),
        from_=row.from_,
        into=row.into,
        condition=row.condition,
        boxes=_boxes(row.boxes),
    )


def _boxes(rows: Iterable[Any]) -> tuple[PageBox, ...]:
    return tuple(PageBox(*row) for row in rows)


def _paragraph(row: ParagraphRow, footnotes: Iterable[Footnote]) -> Paragraph:
    return Paragraph(
        id=row.id,
        kind=cast("Any", row.kind),
        text=row.text,
        number=row.number,
        depth=row.depth,
        parent=row.parent,
        lead=row.lead,
        addressees=tuple(row.addressees),
        boxes=_boxes(row.boxes),
        footnotes=tuple(footnotes),
        before=row.before,
    )


def _citation(row: CitationRow) -> Citation:
    return Citation(
        printed=row.printed,
        symbol=row.symbol,
        body=row.body,
        type=row.type,
        number=row.number,
        revision=row.revision,
        pinpoint=row.pinpoint,
        role=cast("Any", row.role),
        paragraph=row.paragraph,
        start=row.start,
        end=row.end,
        footnote=row.footnote,
        page=row.page,
        candidates=tuple(row.candidates),
    )
