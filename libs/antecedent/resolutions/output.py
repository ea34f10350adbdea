"""Core values ↔ the JSON of docs/output.md. Documents go both ways, so that one read from JSON equals the one written.

Points are rounded to hundredths, scores to ten-thousandths. `body`, `session`, `revises`, `masthead` and `tables` are
more than the contract asks for: without them a document could not come back whole.
"""

from typing import Any

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.models import (
    Box,
    Cell,
    Citation,
    Document,
    Edit,
    Footnote,
    Link,
    PageBox,
    Paragraph,
    Repeal,
    See,
    Table,
    TableOf,
    Trace,
)

Json = dict[str, Any]


def document_json(document: Document) -> Json:
    """The object that `antecedent parse --json` prints for a document."""
    return {
        "file": document.file,
        "sha256": document.sha256,
        "symbol": document.symbol,
        "title": document.title,
        "body": document.body,
        "session": document.session,
        "language": document.language,
        "status": document.status,
        "adopted": document.adopted,
        "revises": document.revises,
        "pages": document.pages,
        "tracked_changes": document.tracked_changes,
        "enacting_formula": document.enacting_formula,
        "masthead": [[page, text] for page, text in document.masthead],
        "paragraphs": [paragraph_json(paragraph) for paragraph in document.paragraphs],
        "tables": [_table_json(placed) for placed in document.tables],
        "citations": [citation_json(citation) for citation in document.citations],
        "repeals": [repeal_json(repeal) for repeal in document.repeals],
        "warnings": list(document.warnings),
    }


def rejected_json(file: str, sha256: str | None, error: Rejected) -> Json:
    """What stands in a document's place when its file cannot be read."""
    return {"file": file, "sha256": sha256, "rejected": {"code": error.code, "reason": error.reason}}


def paragraph_json(paragraph: Paragraph) -> Json:
    first = paragraph.boxes[0] if paragraph.boxes else None
    return {
        "id": paragraph.id,
        "kind": paragraph.kind,
        "number": paragraph.number,
        "depth": paragraph.depth,
        "parent": paragraph.parent,
        "lead": paragraph.lead,
        "addressees": list(paragraph.addressees),
        "text": paragraph.text,
        "page": first.page if first else None,
        "box": _points(first[1:]) if first else None,
        "boxes": _boxes_json(paragraph.boxes),
        "footnotes": [{"marker": note.marker, "text": note.text, "at": note.at} for note in paragraph.footnotes],
        "before": paragraph.before,
    }


def citation_json(citation: Citation) -> Json:
    return {
        "paragraph": citation.paragraph,
        "start": citation.start,
        "end": citation.end,
        "footnote": citation.footnote,
        "page": citation.page,
        "printed": citation.printed,
        "symbol": citation.symbol,
        "body": citation.body,
        "type": citation.type,
        "number": citation.number,
        "revision": citation.revision,
        "pinpoint": citation.pinpoint,
        "role": citation.role,
        "candidates": list(citation.candidates),
    }


def repeal_json(repeal: Repeal) -> Json:
    return {
        "paragraph": repeal.paragraph,
        "symbol": repeal.symbol,
        "scope": repeal.scope,
        "paragraphs": _listed(repeal.paragraphs),
        "except": _listed(repeal.except_),
        "effect": repeal.effect,
        "action": repeal.action,
        "from": repeal.from_,
        "into": repeal.into,
        "condition": repeal.condition,
        "boxes": _boxes_json(repeal.boxes),
    }


def link_json(link: Link) -> Json:
    """One link; `see` stands only where there is a likely antecedent elsewhere."""
    row: Json = {
        "draft": list(link.draft),
        "prior": list(link.prior),
        "document": link.document,
        "relation": link.relation,
        "moved": link.moved,
        "score": round(link.score, 4),
        "changes": [[edit.operation, edit.text] for edit in link.changes],
    }
    if link.see:
        row["see"] = [
            {"document": see.document, "paragraph": see.paragraph, "score": round(see.score, 4)} for see in link.see
        ]
    return row


def trace_json(trace: Trace) -> Json:
    """The object that `antecedent trace --json` prints."""
    return {
        "draft": document_json(trace.draft),
        "priors": [document_json(prior) for prior in trace.priors],
        "base": trace.base,
        "links": [link_json(link) for link in trace.links],
    }


def document_from_json(data: Json) -> Document:
    """The document that `document_json` wrote; fields it does not know are passed over, missing ones take defaults."""
    return Document(
        sha256=data["sha256"],
        file=data.get("file", ""),
        symbol=data.get("symbol"),
        title=data.get("title"),
        body=data.get("body"),
        session=data.get("session"),
        language=data.get("language"),
        status=data.get("status"),
        adopted=data.get("adopted"),
        revises=data.get("revises"),
        pages=data.get("pages", 0),
        tracked_changes=data.get("tracked_changes", False),
        enacting_formula=data.get("enacting_formula"),
        masthead=tuple((page, text) for page, text in data.get("masthead", ())),
        paragraphs=tuple(paragraph_from_json(row) for row in data.get("paragraphs", ())),
        tables=tuple(_table_from_json(row) for row in data.get("tables", ())),
        citations=tuple(citation_from_json(row) for row in data.get("citations", ())),
        repeals=tuple(repeal_from_json(row) for row in data.get("repeals", ())),
        warnings=tuple(data.get("warnings", ())),
    )


def paragraph_from_json(data: Json) -> Paragraph:
    return Paragraph(
        id=data["id"],
        kind=data["kind"],
        text=data["text"],
        number=data.get("number"),
        depth=data.get("depth", 0),
        parent=data.get("parent"),
        lead=data.get("lead"),
        addressees=tuple(data.get("addressees", ())),
        boxes=_boxes_from_json(data.get("boxes")),
        footnotes=tuple(_footnote_from_json(note) for note in data.get("footnotes", ())),
        before=data.get("before"),
    )


def citation_from_json(data: Json) -> Citation:
    known = {name: data.get(name) for name in ("number", "revision", "pinpoint", "paragraph", "start", "end", "page")}
    return Citation(
        printed=data["printed"],
        symbol=data.get("symbol"),
        body=data.get("body"),
        type=data.get("type"),
        role=data.get("role", "cites"),
        footnote=data.get("footnote"),
        candidates=tuple(data.get("candidates", ())),
        **known,
    )


def repeal_from_json(data: Json) -> Repeal:
    return Repeal(
        paragraph=data.get("paragraph"),
        symbol=data["symbol"],
        scope=data["scope"],
        effect=data["effect"],
        action=data["action"],
        paragraphs=_tupled(data.get("paragraphs")),
        except_=_tupled(data.get("except")),
        from_=data.get("from"),
        into=data.get("into"),
        condition=data.get("condition"),
        boxes=_boxes_from_json(data.get("boxes")),
    )


def link_from_json(data: Json) -> Link:
    return Link(
        draft=tuple(data["draft"]),
        prior=tuple(data["prior"]),
        document=data.get("document"),
        relation=data["relation"],
        moved=data.get("moved", False),
        score=data.get("score", 0.0),
        changes=tuple(Edit(operation, text) for operation, text in data.get("changes", ())),
        see=tuple(See(document=s["document"], paragraph=s["paragraph"], score=s["score"]) for s in data.get("see", ())),
    )


def trace_from_json(data: Json) -> Trace:
    return Trace(
        draft=document_from_json(data["draft"]),
        priors=tuple(document_from_json(prior) for prior in data["priors"]),
        base=data["base"],
        links=tuple(link_from_json(link) for link in data["links"]),
    )


def _footnote_from_json(data: Json) -> Footnote:
    return Footnote(marker=data["marker"], text=data["text"], at=data.get("at"))


def _points(numbers: tuple[float, ...]) -> list[float]:
    return [round(number, 2) for number in numbers]


def _boxes_json(boxes: tuple[PageBox, ...]) -> list[list[float]]:
    return [[box.page, *_points(box[1:])] for box in boxes]


def _boxes_from_json(rows: list[Any] | None) -> tuple[PageBox, ...]:
    return tuple(PageBox(*row) for row in rows or ())


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)


def _tupled(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


def _table_json(placed: TableOf) -> Json:
    table = placed.table
    return {
        "after": placed.after,
        "page": table.page,
        "box": _points(table.box),
        "before": table.before,
        "cells": [_cell_json(cell) for cell in table.cells],
    }


def _cell_json(cell: Cell) -> Json:
    return {
        "text": cell.text,
        "page": cell.page,
        "box": _points(cell.box),
        "row": cell.row,
        "column": cell.column,
        "rows": cell.rows,
        "columns": cell.columns,
    }


def _table_from_json(data: Json) -> TableOf:
    cells = tuple(_cell_from_json(cell) for cell in data["cells"])
    table = Table(page=data["page"], box=Box(*data["box"]), cells=cells, before=data["before"])
    return TableOf(table=table, after=data["after"])


def _cell_from_json(data: Json) -> Cell:
    return Cell(
        text=data["text"],
        page=data["page"],
        box=Box(*data["box"]),
        row=data["row"],
        column=data["column"],
        rows=data["rows"],
        columns=data["columns"],
    )
