"""Body lines of an Extraction, each with what the decisions about paragraphs ask for again and again."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce

from antecedent.resolutions.models import Box, Extraction, Line, Span
from antecedent.resolutions.sizes import usual_size
from antecedent.resolutions.structure.numbering import Number, read_number

SEPARATOR = re.compile(r"[\s*_—–\-=·.•~]*$")
MARK = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})(?:\s*,\s*\d{1,3})*$")
LONE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|[a-z])(?:\s*,\s*\d{1,3})*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A body line; `at` is its place among the lines of the Extraction."""

    at: int
    page: int
    place: tuple[int, int]  # page and column
    box: Box
    spans: tuple[Span, ...]
    text: str
    size: float
    bold: bool
    italic: bool  # all of it
    leads: bool  # it begins in italics
    number: Number | None
    tag: str | None
    block: int | None


def rows_of(extraction: Extraction) -> list[Row]:
    """The lines that carry text, numbers that stand apart from their text put before it."""
    rows: list[Row] = []
    size = body_size(extraction)
    for at, line in enumerate(extraction.lines):
        if line.role != "body" or SEPARATOR.match(line.text) or is_note(line, size):
            continue
        row = _row(at, line)
        if rows and _stands_before(rows[-1], row):
            row = _joined(rows.pop(), row)
        rows.append(row)
    return _with_stray_marks(rows)


def body_size(extraction: Extraction) -> float:
    """The size that most characters of the body have."""
    sizes: Counter[float] = Counter()
    for line in extraction.lines:
        if line.role == "body":
            sizes[line.spans[-1].size] += len(line.text)
    return usual_size(sizes) or 10.0


def is_note(line: Line, body_size: float) -> bool:
    """Lines of notes, also those that only show by the raised mark at their head and smaller type after it."""
    if line.role != "body":
        return line.role == "footnote"
    first, *others = line.spans
    return (
        first.raised and bool(MARK.match(first.text.strip())) and any(span.size < 0.93 * body_size for span in others)
    )


def _with_stray_marks(rows: list[Row]) -> list[Row]:
    """Marks of notes that come as lines of their own go to the line that they stand at; where in it is not known."""
    kept: list[Row] = []
    waiting: list[Row] = []
    for row in rows:
        if LONE.match(row.text) and kept and row.size < 0.75 * kept[-1].size:
            if _stands_at(row, kept[-1]):
                kept[-1] = _marked(kept[-1], row)
            else:
                waiting.append(row)
            continue
        for mark in waiting:
            if _stands_at(mark, row):
                row = _marked(row, mark)
            elif kept[-1].place == mark.place and 0 < mark.box.bottom - kept[-1].box.bottom < 1.6 * kept[-1].size:
                kept[-1] = _marked(kept[-1], mark)  # it did not fit on the line of its word
        waiting.clear()
        kept.append(row)
    return kept


def _stands_at(mark: Row, row: Row) -> bool:
    middle = (mark.box.top + mark.box.bottom) / 2
    return mark.place == row.place and row.box.top - 2 < middle < row.box.bottom


def _marked(row: Row, mark: Row) -> Row:
    return replace(row, spans=(*row.spans, *(replace(span, raised=True) for span in mark.spans)))


def rejoin_stretched(rows: list[Row], right: Callable[[Row], float]) -> list[Row]:
    """Justified lines of narrow columns may come in pieces: those that together reach the right edge are one line.

    `right` tells the right edge of the text where a row stands.
    """
    joined: list[Row] = []
    for row in rows:
        pieces = [row]
        while joined and _beside(joined[-1], pieces[0]) and right(row) - row.box.x1 < 2.5:
            pieces.insert(0, joined.pop())
        joined.append(reduce(_joined, pieces))
    return joined


def _beside(left: Row, right: Row) -> bool:
    level = abs(left.box.bottom - right.box.bottom) < 1.0
    alike = abs(left.size - right.size) < 0.6
    alike = alike and (left.bold == right.bold or right.text[:1].islower())  # a bold lead, not a label beside a text
    return left.place == right.place and level and alike and left.box.x1 < right.box.x0


def _row(at: int, line: Line, number: Number | None = None) -> Row:
    plain = [span for span in line.spans if not span.raised and span.text.strip()] or list(line.spans)
    text = "".join(span.text for span in line.spans if not span.raised or _is_side(span)).strip() or line.text.strip()
    number = read_number(text)
    return Row(
        at=at,
        page=line.page,
        place=(line.page, line.column),
        box=line.box,
        spans=line.spans,
        text=text,
        size=max(plain, key=lambda span: len(span.text)).size,
        bold=all(span.bold for span in plain),
        italic=all(span.italic for span in plain),
        leads=_leads(line.spans, number),
        number=number,
        tag=line.tag,
        block=line.block,
    )


def _is_side(span: Span) -> bool:
    """Drafts in negotiation set 'PP1' small and raised."""
    number = read_number(span.text.strip())
    return number is not None and number.side is not None


def _leads(spans: tuple[Span, ...], number: Number | None) -> bool:
    """Whether the words after the number begin in italics."""
    passed = 0
    skip = len(number.printed) if number else 0
    for span in spans:
        bare = span.text.strip()
        if span.italic and bare and passed + len(bare) > skip:
            return True
        passed += len(bare)
        if passed > skip and any(map(str.isalnum, bare[-(passed - skip) :])):  # '[*Noting*' in a draft in negotiation
            return False
    return False


def _stands_before(left: Row, right: Row) -> bool:
    """A number or bullet set apart on the line of its text comes as a line of its own."""
    same_place = left.place == right.place and -1 <= right.box.x0 - left.box.x1 < 7 * right.size
    level = abs(left.box.bottom - right.box.bottom) < 0.35 * right.size
    return same_place and level and left.number is not None and not left.number.rest and right.number is None


def _joined(left: Row, right: Row) -> Row:
    box = Box(left.box.x0, min(left.box.top, right.box.top), right.box.x1, max(left.box.bottom, right.box.bottom))
    gap = replace(left.spans[-1], text=left.spans[-1].text.rstrip() + " ")
    spans = (*left.spans[:-1], gap, *right.spans)
    merged = _row(
        left.at, Line(page=left.page, box=box, spans=spans, column=left.place[1], tag=right.tag, block=right.block)
    )
    return replace(merged, size=right.size)
