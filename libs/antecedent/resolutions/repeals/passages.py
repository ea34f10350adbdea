"""Paragraphs with what hangs on them, as one text to read verbs in."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.symbols import Mention
from antecedent.resolutions.citations.vocabulary import NOUN
from antecedent.resolutions.models import Citation, Document, Paragraph
from antecedent.resolutions.repeals.vocabulary import may_end


@dataclass(frozen=True, slots=True)
class Segment:
    """One paragraph's stretch of a passage."""

    start: int
    end: int
    paragraph: Paragraph
    chapeaux: tuple[str, ...]  # texts that it hangs on, nearest first
    reach: int  # end of the last paragraph that hangs on it


@dataclass(frozen=True, slots=True)
class Passage:
    """A top paragraph and its sub-paragraphs, joined by line ends; mentions are at their places in it."""

    text: str
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...]

    def segment_at(self, offset: int) -> Segment:
        return next(segment for segment in reversed(self.segments) if segment.start <= offset)


def passages(document: Document) -> Iterator[Passage]:
    """One passage for each top paragraph that may end something, in order."""
    cited: dict[str, list[Citation]] = {}
    for citation in document.citations:
        if citation.paragraph and citation.footnote is None:
            cited.setdefault(citation.paragraph, []).append(citation)
    run: list[Paragraph] = []
    for paragraph in document.paragraphs:
        if run and not (paragraph.parent and any(paragraph.parent == member.id for member in run)):
            if any(may_end(member.text) for member in run):
                yield _passage(run, cited)
            run = []
        run.append(paragraph)
    if run and any(may_end(member.text) for member in run):
        yield _passage(run, cited)


def _passage(run: list[Paragraph], cited: dict[str, list[Citation]]) -> Passage:
    starts: list[int] = []
    at = 0
    for paragraph in run:
        starts.append(at)
        at += len(paragraph.text) + 1
    by_id = {paragraph.id: paragraph for paragraph in run}
    segments = tuple(
        Segment(start, start + len(paragraph.text), paragraph, _chapeaux(paragraph, by_id), _reach(index, run, starts))
        for index, (paragraph, start) in enumerate(zip(run, starts, strict=True))
    )
    found = [
        shifted
        for paragraph, start in zip(run, starts, strict=True)
        for shifted in _mentions(cited.get(paragraph.id, []), start)
    ]
    return Passage("\n".join(plain(paragraph.text) for paragraph in run), segments, tuple(found))


def _chapeaux(paragraph: Paragraph, by_id: dict[str, Paragraph]) -> tuple[str, ...]:
    found: list[str] = []
    while paragraph.parent in by_id:
        paragraph = by_id[paragraph.parent]
        found.append(plain(paragraph.text))
    return tuple(found)


def _reach(index: int, run: list[Paragraph], starts: list[int]) -> int:
    below = {run[index].id}
    last = index
    for later in range(index + 1, len(run)):
        if run[later].parent in below:
            below.add(run[later].id)
            last = later
    return starts[last] + len(run[last].text)


def _mentions(citations: list[Citation], shift: int) -> Iterator[Mention]:
    """Citations as mentions again; numbers of a list share the noun of the first."""
    noun: int | None = None
    for citation in citations:
        start, end = shift + (citation.start or 0), shift + (citation.end or 0)
        if NOUN.match(citation.printed.lower()):
            noun = start
        elif citation.type == "document":
            noun = None
        yield replace(
            Mention(start=start, end=end, symbol=citation.symbol, body=citation.body, type=citation.type), noun=noun
        )
