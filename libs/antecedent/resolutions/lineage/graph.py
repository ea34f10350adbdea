"""The chain of a paragraph back through versions and documents, out of the links of every traced draft."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from antecedent.resolutions.findings.finding import Comparison
from antecedent.resolutions.models import Document, Link, Relation
from antecedent.resolutions.register.labels import labels_of
from antecedent.resolutions.register.models import Register


class Node(NamedTuple):
    """A paragraph of a document, by its sha256 and id."""

    document: str
    paragraph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Descent:
    """One step: a paragraph and one that it comes from. `crossed`: it went from a resolution to a decision or back."""

    later: Node
    earlier: Node
    relation: Relation
    moved: bool = False
    crossed: bool = False
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """A paragraph on the way, with what a reader needs to know it by."""

    node: Node
    symbol: str
    adopted: str | None
    status: str | None
    label: str | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ancestry:
    """A paragraph, everything that it comes from, newest first, and the steps between."""

    of: Node
    stations: tuple[Station, ...]
    steps: tuple[Descent, ...]


def descents(register: Register, comparisons: Mapping[str, Comparison]) -> dict[Node, tuple[Descent, ...]]:
    """Every step of every traced document, by its later paragraph."""
    found: dict[Node, list[Descent]] = defaultdict(list)
    decided = frozenset(node for document in register.documents.values() for node in _decided(document))
    for sha, comparison in sorted(comparisons.items()):
        for link in comparison.links:
            for step in _steps(decided, sha, link):
                found[step.later].append(step)
    for step in _renumbered(register, decided):
        if all((known.later, known.earlier) != (step.later, step.earlier) for known in found[step.later]):
            found[step.later].append(step)
    return {node: tuple(steps) for node, steps in found.items() if steps}


def ancestry(register: Register, steps: Mapping[Node, tuple[Descent, ...]], of: Node) -> Ancestry:
    """The paragraph's whole chain; steps that lead in a circle are walked once."""
    walked: dict[Node, None] = {of: None}
    taken: list[Descent] = []
    ahead = [of]
    while ahead:
        for step in steps.get(ahead.pop(0), ()):
            taken.append(step)
            if step.earlier not in walked:
                walked[step.earlier] = None
                ahead.append(step.earlier)
    return Ancestry(of=of, stations=tuple(_stations(register, walked)), steps=tuple(taken))


def _steps(decided: frozenset[Node], sha: str, link: Link) -> Iterator[Descent]:
    for later in link.draft if link.document and link.relation != "deleted" else ():
        for earlier in link.prior:
            new, old = Node(sha, later), Node(link.document or "", earlier)
            crossed = (new in decided) != (old in decided)
            yield Descent(
                later=new, earlier=old, relation=link.relation, moved=link.moved, crossed=crossed, score=link.score
            )


def _renumbered(register: Register, decided: frozenset[Node]) -> Iterator[Descent]:
    """What texts say themselves: 'ex-10.2', 'transferred to Decision 14.21', however much the wording changed."""
    for event in register.events:
        later = _numbered(register, event.document, event.into)
        if event.action not in ("renumber", "transfer") or later is None:
            continue
        versions = register.works[event.work].versions if event.work in register.works else ()
        for version in versions:
            earlier = _numbered(register, version.document, version.symbol)
            if earlier:
                crossed = (later in decided) != (earlier in decided)
                yield Descent(later=later, earlier=earlier, relation="amended", crossed=crossed, score=1.0)


def _numbered(register: Register, sha: str | None, symbol: str | None) -> Node | None:
    """The decision of a document that bears the symbol's number."""
    document = register.documents.get(sha or "")
    number = (symbol or "").rpartition(" ")[2].rpartition("/")[2]
    for paragraph in document.paragraphs if document else ():
        if paragraph.kind == "decision" and paragraph.number == number:
            return Node(sha or "", paragraph.id)
    return None


def _decided(document: Document) -> Iterator[Node]:
    """The paragraphs of a document's decisions, with what hangs on them."""
    found: set[str] = set()
    for paragraph in document.paragraphs:
        if paragraph.kind == "decision" or paragraph.parent in found:
            found.add(paragraph.id)
            yield Node(document.sha256, paragraph.id)


def _stations(register: Register, nodes: Iterable[Node]) -> Iterator[Station]:
    by_document: dict[str, tuple[Document, dict[str, tuple[str, ...]]]] = {}
    for node in nodes:
        document = register.documents.get(node.document)
        if document and node.document not in by_document:
            by_document[node.document] = (document, labels_of(document))
        if document:
            yield from _station(node, *by_document[node.document])


def _station(node: Node, document: Document, labels: Mapping[str, tuple[str, ...]]) -> Iterator[Station]:
    for paragraph in document.paragraphs:
        if paragraph.id == node.paragraph:
            label = labels.get(paragraph.id, ())
            yield Station(
                node=node,
                symbol=document.symbol or document.file,
                adopted=document.adopted,
                status=document.status,
                label=label[0] if label else None,
                kind=paragraph.kind,
                text=paragraph.text,
            )
