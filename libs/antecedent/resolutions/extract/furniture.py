"""Running headers and footers: what stands at the same edge of page after page."""

import re
from collections import Counter
from dataclasses import replace

from antecedent.resolutions.models import Line, Page

EDGE = 0.12  # of the page's height that headers and footers may take


def mark_furniture(lines: list[Line], pages: tuple[Page, ...]) -> list[Line]:
    heights = {page.number: page.height for page in pages}
    edge = [_at_edge(line, heights[line.page]) for line in lines]
    counts: Counter[str] = Counter()
    for key in {(_key(line), line.page) for line, at in zip(lines, edge, strict=True) if at}:
        counts[key[0]] += 1
    return [
        replace(line, role="furniture") if at and (_is_number(line) or counts[_key(line)] > 1) else line
        for line, at in zip(lines, edge, strict=True)
    ]


def _at_edge(line: Line, height: float) -> bool:
    return line.box.bottom < EDGE * height or line.box.top > (1 - EDGE) * height


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _is_number(line: Line) -> bool:
    return re.fullmatch(r"[–—-]?\s*(\d+\s*/\s*)?\d+\s*[–—-]?", line.text) is not None
