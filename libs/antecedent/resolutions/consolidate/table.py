"""The consolidation table: each proposed paragraph with its source and what was done to it, and all that is dropped."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from antecedent.resolutions.findings.finding import Comparison
from antecedent.resolutions.models import Document, Edit, Link, Paragraph, Relation, Repeal
from antecedent.resolutions.register.decisions import part_of
from antecedent.resolutions.register.labels import labels_of, normal
from antecedent.resolutions.register.models import Register
from antecedent.resolutions.register.names import name_of

Action = Literal["retain", "amend", "new", "repeal", "merge", "split", "move"]
_ACTIONS: dict[Relation, Action] = {
    "unchanged": "retain",
    "amended": "amend",
    "split": "split",
    "merged": "merge",
    "new": "new",
    "deleted": "repeal",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A paragraph of an earlier text, or a whole one (`label` None)."""

    symbol: str
    label: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row; `proposed` are (label, text) of the draft's paragraphs, none where something goes."""

    action: Action
    proposed: tuple[tuple[str | None, str], ...]
    sources: tuple[Source, ...]
    moved: bool = False
    changes: tuple[Edit, ...] = ()
    comment: str = ""


def consolidation(register: Register, draft: Document, comparison: Comparison) -> tuple[Row, ...]:
    """Rows in the draft's order; what goes stands where it stood in its text, repeals of other texts at the end."""
    sides = _Sides(
        draft=draft,
        labels={draft.sha256: labels_of(draft)},
        register=register,
    )
    rows = [_row(sides, link) for link in _arranged(draft, register, comparison)]
    living = [link for link in comparison.links if link.draft and link.relation != "deleted"]
    carried = {(link.document, one) for link in living for one in link.prior}
    return (*rows, *_repeal_rows(sides, carried, comparison.base))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    draft: Document
    register: Register
    labels: dict[str, dict[str, tuple[str, ...]]]  # filled as texts are met

    def label(self, document: Document, paragraph: str) -> str | None:
        whole = self.register.documents.get(document.sha256, document)  # also of a decision, which is a part of it
        known = self.labels.setdefault(document.sha256, labels_of(whole))
        found = known.get(paragraph, ())
        return found[0] if found and not found[0].startswith("section") else None


def _arranged(draft: Document, register: Register, comparison: Comparison) -> Iterator[Link]:
    """Links by their first paragraph in the draft; a deleted one follows what comes from the paragraph before it."""
    order = {paragraph.id: place for place, paragraph in enumerate(draft.paragraphs)}
    base = register.documents.get(comparison.base or "")
    places: dict[str, float] = {}
    for link in comparison.links:
        if link.draft and link.document == comparison.base:
            places.update({prior: min(order.get(one, 0) for one in link.draft) for prior in link.prior})
    reached = -1.0
    for paragraph in base.paragraphs if base else ():
        reached = places.setdefault(paragraph.id, reached)
    yield from sorted(comparison.links, key=lambda link: _place(link, order, places))


def _place(link: Link, order: Mapping[str, int], places: Mapping[str, float]) -> tuple[float, int]:
    if link.draft:
        return (min(order.get(one, 0) for one in link.draft), 0)
    return (min((places.get(one, len(order)) for one in link.prior), default=len(order)), 1)


def _row(sides: _Sides, link: Link) -> Row:
    texts = {paragraph.id: paragraph.text for paragraph in sides.draft.paragraphs}
    action = _ACTIONS[link.relation]
    return Row(
        action="move" if link.relation == "unchanged" and link.moved else action,
        # What a tracked draft strikes out stands in its link, without words.
        proposed=tuple((sides.label(sides.draft, one), texts[one]) for one in link.draft if texts.get(one)),
        sources=tuple(_sources(sides, link.document, link.prior)),
        moved=link.moved,
        changes=link.changes,
        comment=("Not carried over" if link.prior else "Struck out") if action == "repeal" else "",
    )


def _sources(sides: _Sides, sha: str | None, paragraphs: Iterable[str]) -> Iterator[Source]:
    document = sides.register.documents.get(sha or "")
    if document is None:
        return
    texts = {paragraph.id: paragraph.text for paragraph in document.paragraphs}
    for one in paragraphs:
        yield Source(symbol=document.symbol or document.file, label=sides.label(document, one), text=texts.get(one, ""))


def _repeal_rows(sides: _Sides, carried: set[tuple[str | None, str]], base: str | None) -> Iterator[Row]:
    """Repeals of other texts: whole ones as one row, parts a row a paragraph, whatever the draft carries over."""
    revised = sides.register.documents.get(base or "")
    for repeal in sides.draft.repeals:
        work = name_of(repeal.symbol).work
        if revised and revised.symbol and name_of(revised.symbol).work == work:
            continue
        for label in repeal.paragraphs or (None,):
            yield _repeal_row(sides, repeal, label, carried)


def _repeal_row(sides: _Sides, repeal: Repeal, label: str | None, carried: set[tuple[str | None, str]]) -> Row:
    document = _text(sides.register, repeal.symbol)
    found = (
        [p for p in document.paragraphs if label and sides.label(document, p.id) == normal(label)] if document else []
    )
    kept = [paragraph for paragraph in found if document and (document.sha256, paragraph.id) in carried]
    remarks = [
        f"from {repeal.from_}" if repeal.from_ else "",
        f"except {', '.join(repeal.except_)}" if repeal.except_ else "",
        f"into {repeal.into}" if repeal.into else "",
        "carried over above" if kept else "",
    ]
    return Row(
        action="repeal",
        proposed=(),
        sources=(Source(symbol=repeal.symbol, label=label, text=_said(document, found)),),
        comment="; ".join(remark for remark in (repeal.action, *remarks) if remark),
    )


def _said(document: Document | None, found: Sequence[Paragraph]) -> str:
    """The paragraphs repealed; of a whole text its title, of a decision, which has none, its words."""
    if document is None:
        return ""
    shown = found or (() if document.title else document.paragraphs)
    return " ".join(one.text for one in shown) or document.title or ""


def _text(register: Register, symbol: str) -> Document | None:
    name = name_of(symbol)
    versions = register.works[name.work].versions if name.work in register.works else ()
    seen = [version for version in versions if version.document in register.documents]
    meant = [version for version in seen if version.revision == name.revision] or seen
    return part_of(register.documents[meant[-1].document or ""], name.work) if meant else None
