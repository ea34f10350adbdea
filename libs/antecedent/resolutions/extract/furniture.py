"""Running headers and footers, numbers of pages and jobs, bar codes: printed on a page, no part of its text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from statistics import median

from antecedent.resolutions.marks import run_on
from antecedent.resolutions.models import Line, Page, Span

TOP, BOTTOM = 0.2, 0.16  # of a page's height that headers and footers may take
ROWS = 5  # that a header or footer may have
NEAR = 4.0  # points: what stands no further from its like on another page stands in the same place

_NUMBER = re.compile(
    r"[\[(|–—-]?\s*((page|página|p\.|pág\.)\s*)?(\d{1,4}|[ivxl]{1,6})(\s*(/|of|de|sur)\s*\d{1,4})?\s*[\])|–—-]?",
    re.IGNORECASE,
)
_PAGE_N = re.compile(r"\b(?:p\.|page|pág\.|página)\s*\d{1,4}$", re.IGNORECASE)
_PAGE = re.compile(r"^\W*\d{1,4}\W*$|(?<=page )\d{1,4}|(?<=página )\d{1,4}|(?<=p\. )\d{1,4}", re.IGNORECASE)
_SYMBOL = re.compile(r"(?=.*\d)(?=.*[/.])[A-Z][\w./()-]{4,40}")
_DIGIT = re.compile(r"\d")
_JOB = re.compile(r"(?:[A-Z]{1,3}\.?\s?)?\d{2}-\d{4,6}(?:\s*\([A-Z]\))?(?:\s+\d{6})*")
_BAR_CODE = re.compile(r"\*\s*\w{5,}\s*\*")
_MARK = re.compile(r"(\d{1,3}|[*†‡§]{1,3}|[a-z])[.)]?\s+(?=.*[^\W\d_]{2})")
_DRAWN = re.compile(r"[_—–‒―-]{5,}")  # parts notes from the text, in the same place of many pages
_BAR_FONT = re.compile(r"bar\s?code|code\s?(39|128)|3\s?of\s?9|barras", re.IGNORECASE)


def mark_furniture(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """Gives role 'furniture' to what runs at the edges of the pages."""
    edges = _Edges(lines, pages)
    found = {i for i, line in enumerate(lines) if _is_machine_text(line) and (edges.low(i) or _has_bars(line))}
    for page in edges.pages:
        for at_top in (True, False):
            found |= _running(edges, page, at_top, found)
    found |= _above_frame(edges, found)
    return [replace(line, role="furniture") if i in found else line for i, line in enumerate(lines)]


class _Edges:
    """The lines of each page by where they stand, outermost first."""

    def __init__(self, lines: Sequence[Line], pages: Sequence[Page]) -> None:
        self.lines = lines
        self.heights = {page.number: page.height for page in pages}
        by_page: dict[int, list[int]] = defaultdict(list)
        for i, line in enumerate(lines):
            if line.role == "body":
                by_page[line.page].append(i)
        self.pages = sorted(by_page)
        self._by_page = by_page
        self.tops = {page: self._rows(page, at_top=True) for page in self.pages}
        self.bottoms = {page: self._rows(page, at_top=False) for page in self.pages}
        self.places = self._index()
        self.marked = self._is_marked()
        self.opening = _letters("".join(self._head(by_page[self.pages[0]]))) if self.pages else ""

    def low(self, i: int) -> bool:
        line = self.lines[i]
        return line.box.top > (1 - BOTTOM) * self.heights[line.page]

    def rows(self, page: int, at_top: bool) -> list[list[int]]:
        return (self.tops if at_top else self.bottoms)[page]

    def _rows(self, page: int, *, at_top: bool) -> list[list[int]]:
        height = self.heights[page]
        inside = [
            i
            for i in self._by_page[page]
            if (self.lines[i].box.bottom < TOP * height if at_top else self.lines[i].box.top > (1 - BOTTOM) * height)
        ]
        inside.sort(key=lambda i: self.lines[i].box.bottom, reverse=not at_top)
        rows: list[list[int]] = []
        for i in inside:
            if rows and abs(self.lines[rows[-1][0]].box.bottom - self.lines[i].box.bottom) < 3:
                rows[-1].append(i)
            else:
                rows.append([i])
        return rows[:ROWS]

    def _index(self) -> dict[str, list[tuple[int, float]]]:
        places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for page in self.pages:
            for row in (*self.tops[page], *self.bottoms[page]):
                for i in row:
                    places[_key(self.lines[i])].append((page, self.lines[i].box.bottom))
        return places

    def _is_marked(self) -> bool:
        """Whether the structure tree holds all of the text in the middle of the pages, so that it may lack the rest."""
        middle = [
            self.lines[i].tag is not None
            for page in self.pages
            for i in self._by_page[page]
            if TOP < self.lines[i].box.top / self.heights[page] < 1 - BOTTOM
        ]
        return len(middle) >= 5 and sum(middle) >= 0.98 * len(middle)

    def _head(self, members: Sequence[int]) -> Iterator[str]:
        """What a first page says of its document: all before its first long line of plain type."""
        size = median(line.spans[0].size for line in self.lines)
        for i in members:
            first = self.lines[i].spans[0]
            if len(self.lines[i].text) > 50 and not first.bold and first.size < 1.1 * size:
                return
            yield self.lines[i].text

    def common(self, i: int) -> bool:
        """Whether it stands so on all even or all odd pages, the first one apart, or nearly."""
        line = self.lines[i]
        same = {page for page, y in self.places[_key(line)] if abs(y - line.box.bottom) < NEAR}
        return len(same) >= max(2, (len(self.pages) - 1) // 2)

    def calls(self, row: Sequence[int]) -> bool:
        """Whether a row begins with a mark that its page or the one before calls: a note, even if others are alike."""
        head, page = _MARK.match(self.lines[row[0]].text.strip()), self.lines[row[0]].page
        if head is None:
            return False
        near = (*self._by_page[page], *self._by_page.get(page - 1, ()))
        marks = (span.text.strip() for i in near for span in self._raised(i))
        return any(head[1] == mark or head[1] in run_on(mark) for mark in marks)

    def _raised(self, i: int) -> list[Span]:
        return [span for span in self.lines[i].spans[1:] if span.raised]

    def set_off(self, row: Sequence[int], at_top: bool) -> bool:
        """Whether white space parts a row from the text."""
        line = self.lines[row[0]]
        inner = [
            self.lines[i].box.top - line.box.bottom if at_top else line.box.top - self.lines[i].box.bottom
            for i in self._by_page[line.page]
        ]
        size = line.box.bottom - line.box.top
        return min((space for space in inner if space > -0.5 * size), default=size) > 0.8 * size

    def repeated(self, i: int) -> bool:
        """Whether the same words, whatever their numbers, stand in the same place of another page."""
        line = self.lines[i]
        return any(page != line.page and abs(y - line.box.bottom) < NEAR for page, y in self.places[_key(line)])

    def unmarked(self, row: Sequence[int]) -> bool:
        """Whether the structure tree, which holds the text, leaves a row out."""
        return self.marked and all(self.lines[i].tag is None for i in row)

    def opens(self, i: int) -> bool:
        """Whether a line of a later page repeats words of the first page: its symbol, its title."""
        letters = _letters(self.lines[i].text)
        return self.lines[i].page != self.pages[0] and len(letters) > 5 and letters in self.opening


def _running(edges: _Edges, page: int, at_top: bool, known: set[int]) -> set[int]:
    """From the edge inwards: rows that repeat, number the page or quote its document, and all beyond them."""
    found: set[int] = set()
    pending: set[int] = set()
    for row in edges.rows(page, at_top):
        if all(_DRAWN.fullmatch(edges.lines[i].text.strip()) for i in row):
            break
        if not at_top and edges.calls(row):
            break
        sure = any(i in known or edges.common(i) for i in row)
        if sure or any(edges.repeated(i) for i in row):
            if not sure and (pending or not edges.set_off(row, at_top)):
                break
            found |= pending | set(row)
            pending = set()
        elif not pending and _tells(edges, row, at_top, found):
            found |= set(row)
        elif at_top and all(map(edges.opens, pending)) and _numbers_page(edges, row, at_top):
            found |= pending | set(row)  # the symbol, and the number of the page between it and the title
            pending = set()
        elif at_top and _is_symbol(edges, row):
            found |= pending | set(row)
            pending = set()
        else:
            pending |= set(row)
    return _only(edges, found) if at_top and page == edges.pages[0] else found


def _above_frame(edges: _Edges, found: set[int]) -> set[int]:
    """What stands on one page above the height at which the text of the others begins, as its own does below."""
    rows = {page: [row for row in edges.rows(page, True) if not found & set(row)] for page in edges.pages}
    tops = {page: [edges.lines[row[0]].box.top for row in each] for page, each in rows.items() if each}
    above: set[int] = set()
    for page in edges.pages[1:]:
        others = [each[0] for other, each in tops.items() if other not in (page, edges.pages[0])]
        frame = median(others) if others else 0.0
        at = next((n for n, top in enumerate(tops.get(page, [])) if abs(top - frame) < NEAR), 0)
        if at and edges.set_off(rows[page][at - 1], True):
            above |= {i for row in rows[page][:at] for i in row}
    return above


def _tells(edges: _Edges, row: Sequence[int], at_top: bool, found: set[int]) -> bool:
    """Whether a row that stands on one page alone shows by itself that it is furniture."""
    if _numbers_page(edges, row, at_top):
        return True
    text = edges.lines[row[0]].text.strip()
    if text[:1].islower() or text.endswith((",", ";")):  # the tail of a sentence
        return False
    return (edges.unmarked(row) and edges.set_off(row, at_top)) or (at_top and _quotes(edges, row, found))


def _is_symbol(edges: _Edges, row: Sequence[int]) -> bool:
    """The symbol of the document alone, white space below: what stands over it belongs to the header too."""
    texts = [edges.lines[i].text.strip() for i in row]
    symbols = all(edges.opens(i) for i in row) and all(_SYMBOL.fullmatch(text) for text in texts)
    return symbols and edges.set_off(row, True)


def _numbers_page(edges: _Edges, row: Sequence[int], at_top: bool) -> bool:
    texts = {i: edges.lines[i].text.strip() for i in row}
    numbers = [i for i in row if _NUMBER.fullmatch(texts[i]) or (len(texts[i]) < 60 and _PAGE_N.search(texts[i]))]
    rest = [i for i in row if i not in numbers]
    return bool(numbers) and (not rest or (at_top and all(edges.opens(i) for i in rest)))


def _quotes(edges: _Edges, row: Sequence[int], found: set[int]) -> bool:
    """Words of the first page at the very top, or right under other rows of the header."""
    line = edges.lines[row[0]]
    above = max((edges.lines[i].box.bottom for i in found), default=None)
    near = edges.set_off(row, True) if above is None else line.box.top - above < 0.6 * (line.box.bottom - line.box.top)
    return near and all(edges.opens(i) for i in row)


def _only(edges: _Edges, lines: set[int]) -> set[int]:
    """At the top of the first page stands the masthead: only what runs on is furniture there."""
    return {i for i in lines if edges.repeated(i)}


def _is_machine_text(line: Line) -> bool:
    text = line.text.strip()
    return bool(_JOB.fullmatch(text) or _BAR_CODE.fullmatch(text)) or _has_bars(line)


def _has_bars(line: Line) -> bool:
    return any(_draws_bars(span.font) for span in line.spans)


@lru_cache(maxsize=1 << 10)
def _draws_bars(font: str) -> bool:
    return bool(_BAR_FONT.search(font))


def _key(line: Line) -> str:
    """The words without the number of the page; those of a note are its own."""
    text = line.text.strip()
    if line.spans[0].raised:
        return f"{line.page} {text}"
    return _PAGE.sub("#", text) if _DIGIT.search(text) else text


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
