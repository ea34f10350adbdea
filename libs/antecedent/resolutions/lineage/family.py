"""The family of a work: what revises, repeals, replaces and cites it, and what it does to others."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.building import is_text
from antecedent.resolutions.register.models import Event, Register, Work
from antecedent.resolutions.register.names import name_of

Tie = Literal["revises", "repeals", "consolidates", "renumbers", "transfers", "cites"]
_TIES: dict[str, Tie] = {
    "revise": "revises",
    "replace": "consolidates",
    "renumber": "renumbers",
    "transfer": "transfers",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """`by` does something to `to`: one of them is a version of the work, or a document that carries it."""

    tie: Tie
    by: str
    to: str
    effect: str | None = None
    date: str | None = None
    document: str | None = None


def family(register: Register, work: Work) -> tuple[Relative, ...]:
    """All ties of a work, by date and name; several citations of one text by another are one."""
    own = {version.document for version in work.versions if version.document} | set(work.drafts)
    documents = [register.documents[sha] for sha in own if sha in register.documents]
    found = [
        *(_tied(event) for event in register.by_work.get(work.key, ())),
        *(_tied(event) for event in register.events if event.document in own and event.work != work.key),
        *(cited for document in documents for cited in _cited(document, work.key)),
        *(
            cited
            for document in register.documents.values()
            if document.sha256 not in own
            for cited in _cited(document, work.key)
            if name_of(cited.to).work == work.key
        ),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.date or "9999", one.tie, one.by, one.to)))


def _tied(event: Event) -> Relative:
    return Relative(
        tie=_TIES.get(event.action, "repeals"),
        by=event.by or event.document or "",
        to=event.target,
        effect=event.effect,
        date=event.date,
        document=event.document,
    )


def _cited(document: Document, work: str) -> Iterator[Relative]:
    """Every text that the document cites, its own work left out unless it is another's."""
    own = name_of(document.symbol).work if document.symbol else None
    for citation in document.citations:
        if not citation.symbol or not is_text(citation) or citation.role == "repeals":
            continue
        if name_of(citation.symbol).work != own or own != work:
            yield Relative(
                tie="cites",
                by=document.symbol or document.file,
                to=citation.symbol,
                date=document.adopted,
                document=document.sha256,
            )
