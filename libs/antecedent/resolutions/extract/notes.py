"""Footnotes: small type at the foot of a page that begins with a mark."""

from collections import Counter
from dataclasses import replace

from antecedent.resolutions.models import Line


def mark_footnotes(lines: list[Line]) -> list[Line]:
    body = body_size(lines)
    marked = list(lines)
    open_zone = False
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.role != "body" or (i + 1 < len(lines) and lines[i + 1].page != line.page):
            open_zone = True
        if line.role == "body":
            open_zone = open_zone and _size(line) < 0.95 * body
            marked[i] = replace(line, role="footnote") if open_zone else line
    return marked


def body_size(lines: list[Line]) -> float:
    """The size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        for span in line.spans:
            sizes[round(span.size, 1)] += len(span.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _size(line: Line) -> float:
    return max(span.size for span in line.spans if not span.raised) if any(not s.raised for s in line.spans) else 0.0
