"""A link's changes, cut at the borders of its paragraphs and of what stands in them."""

from collections.abc import Iterable, Sequence

from antecedent.resolutions.comparison.models import Piece
from antecedent.resolutions.models import Citation, Edit, Operation, Paragraph

Run = tuple[int, int, bool]  # from, to, changed


def runs_of(paragraphs: Sequence[Paragraph], changes: Sequence[Edit], own: Operation) -> list[list[Run]]:
    """For each paragraph of a side, which stretches of its text changed; `own` is 'insert' or 'delete'.

    The side's text is its paragraphs' texts with white space between them.
    """
    runs = _runs(changes, own)
    joined = "".join(edit.text for edit in changes if edit.operation in ("equal", own))
    found: list[list[Run]] = []
    start = 0
    for paragraph in paragraphs:
        at = joined.find(paragraph.text, start)
        if at < 0:  # the changes are of another reading: show the whole as it is
            found.append([(0, len(paragraph.text), not changes or (len(changes) == 1 and changes[0].operation == own))])
            continue
        end = at + len(paragraph.text)
        found.append([(max(a, at) - at, min(b, end) - at, new) for a, b, new in runs if a < end and b > at])
        start = end
    return found


def struck(paragraph: Paragraph) -> tuple[Piece, ...]:
    """What a tracked draft shows of a paragraph that it strikes out whole."""
    return (Piece(text=paragraph.before, changed=True),) if paragraph.before else ()


def readable(changes: Iterable[Edit]) -> tuple[Edit, ...]:
    """The changes with the space before each outside of it: nobody wants to see a space underlined."""
    edits: list[Edit] = []
    for operation, text in changes:
        bare = text.lstrip()
        if operation != "equal" and bare and bare != text:
            edits.append(Edit("equal", text[: len(text) - len(bare)]))
            text = bare
        edits.append(Edit(operation, text))
    return tuple(edits)


def pieces_of(paragraph: Paragraph, runs: Sequence[Run], citations: Iterable[Citation]) -> tuple[Piece, ...]:
    """The paragraph's text in runs that are alike in all respects, with the marks of its footnotes between them."""
    spans = [c for c in citations if c.footnote is None and c.start is not None and c.end is not None]
    marks = {note.at: note.marker for note in paragraph.footnotes if note.at is not None}
    borders = {0, len(paragraph.text), *marks}
    borders |= {edge for a, b, _ in runs for edge in (a, b)}
    borders |= {edge for c in spans for edge in (c.start or 0, c.end or 0)}
    edges = sorted(edge for edge in borders if 0 <= edge <= len(paragraph.text))
    pieces: list[Piece] = []
    for a, b in zip(edges, [*edges[1:], edges[-1]], strict=True):
        if a in marks:
            pieces.append(Piece(text="", mark=marks[a]))
        if a < b:
            pieces.append(_piece(paragraph.text, a, b, runs, spans))
    return tuple(pieces)


def _piece(text: str, a: int, b: int, runs: Sequence[Run], spans: Iterable[Citation]) -> Piece:
    changed = any(start <= a < end and new for start, end, new in runs)
    inside = next((c for c in spans if (c.start or 0) <= a < (c.end or 0)), None)
    return Piece(text=text[a:b], changed=changed, citation=inside)


def _runs(changes: Iterable[Edit], own: Operation) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for operation, text in changes:
        if operation in ("equal", own):
            gap = len(text) - len(text.lstrip())  # a space before a change is no change that a reader wants to see
            runs += [(at, at + gap, False), (at + gap, at + len(text), operation == own)]
            at += len(text)
    return runs
