"""What a footnote spares: 'Except paragraph 4', 'Paragraph 4 of Resolution 9.7 remains in force'."""

from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.models import Document, Footnote
from antecedent.resolutions.repeals.objects import Target
from antecedent.resolutions.repeals.passages import Segment
from antecedent.resolutions.repeals.vocabulary import EXCEPT, STAYS

NEAR = 3  # characters between a text and the mark of its note


def spare_by_notes(document: Document, segment: Segment, targets: tuple[Target, ...]) -> None:
    """Adds to the targets what the notes of their paragraph spare."""
    for note in segment.paragraph.footnotes:
        spared = spared_in(plain(note.text))
        for target in _meant(document, segment, note, targets) if spared else ():
            target.spared += [item for item in spared if item not in target.spared]


def spared_in(text: str) -> tuple[str, ...]:
    """The parts that a note keeps."""
    spares = EXCEPT.search(text)
    points = pinpoints(text, spares.end() if spares else 0) if spares or STAYS.search(text) else ()
    return points[0].items if points else ()


def _meant(document: Document, segment: Segment, note: Footnote, targets: tuple[Target, ...]) -> list[Target]:
    """The targets that a note speaks of: by name, else by the place of its mark, else the only one."""
    cited = {
        citation.symbol
        for citation in document.citations
        if citation.paragraph == segment.paragraph.id and citation.footnote == note.marker
    }
    if named := [target for target in targets if target.symbol in cited]:
        return named
    if note.at is not None:
        near = [target for target in targets if 0 <= note.at + segment.start - target.end <= NEAR]
        if near:
            return near
    return list(targets) if len(targets) == 1 else []
