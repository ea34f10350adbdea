"""Marks of notes as typewriters set them, '1/' in the line and '1/' before the note: made raised marks like others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from antecedent.resolutions.models import Box, Line, Span

SLASHED = re.compile(r"(?<!\S)(\d{1,2})/(?=\s|$)")


def raise_slashed(lines: Sequence[Line]) -> Sequence[Line]:
    """A mark is one where another line of its page begins with it; later pages may speak of its note again."""
    marked = [i for i, line in enumerate(lines) if any("/" in span.text for span in line.spans)]
    heads: dict[int, set[str]] = defaultdict(set)
    inside: dict[int, set[str]] = defaultdict(set)
    for i in marked:
        for match in SLASHED.finditer(lines[i].text.strip()):
            (inside if match.start() else heads)[lines[i].page].add(match[1])
    known = {page: marks & inside[page] for page, marks in heads.items() if marks & inside[page]}
    if not known:
        return lines
    found, seen = set(marked), set[str]()
    raised: list[Line] = []
    for i, line in enumerate(lines):
        seen |= known.get(line.page, set())
        raised.append(_raised(line, seen) if i in found else line)
    return raised


def _raised(line: Line, marks: set[str]) -> Line:
    return replace(line, spans=tuple(part for span in line.spans for part in _parts(span, marks)))


def _parts(span: Span, marks: set[str]) -> Iterator[Span]:
    """The span cut at its marks, their strokes left out."""
    start = 0
    for match in SLASHED.finditer(span.text):
        if match[1] in marks and not span.raised:
            if match.start() > start:
                yield _cut(span, start, match.start())
            yield replace(_cut(span, match.start(), match.end() - 1), raised=True)
            start = match.end()
    if start < len(span.text):
        yield _cut(span, start, len(span.text)) if start else span


def _cut(span: Span, start: int, end: int) -> Span:
    """A part of a span; its box is measured by the count of characters."""
    x0, width = span.box.x0, (span.box.x1 - span.box.x0) / len(span.text)
    box = Box(x0 + start * width, span.box.top, x0 + end * width, span.box.bottom)
    return replace(span, text=span.text[start:end], box=box)
