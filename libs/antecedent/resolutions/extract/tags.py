"""The structure tree of a tagged PDF: which element each mark of a page's content belongs to.

Read from the objects alone. pdf_oxide tells the mark of a character but not the tree, and the readers that tell it
(pdfium, pdfminer) take a third to a half of the time of the whole extraction, this one a fiftieth. What it cannot read
is untagged: tags are evidence, never needed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.objects import Objects

INLINE = frozenset(("Span", "Link", "Reference", "Em", "Strong", "Quote", "Sub", "Lbl", "LBody", "Annot", "Code"))
HOLDING = frozenset(("Note", "FENote", "TD", "TH", "TOCI"))  # all that stands in one belongs to it
DEEPEST = 60

_ROOT = re.compile(rb"/StructTreeRoot\s+(\d+)\s+\d+\s+R")
_ROLE = re.compile(rb"/S\s*/([^\s/<>\[\]()]+)")
_PAGE = re.compile(rb"/Pg\s+(\d+)\s+\d+\s+R")
_KIDS = re.compile(rb"/K(?![a-zA-Z])\s*(?:\[([^\]]*)\]|(\d+\s+\d+\s+R|\d+|<<.*?>>))", re.S)
_KID = re.compile(rb"<<(.*?)>>|(\d+)\s+\d+\s+R|(\d+)", re.S)
_MARK = re.compile(rb"/MCID\s+(\d+)")
_PAGES = re.compile(rb"/Type\s*/Catalog\b.*?/Pages\s+(\d+)|/Pages\s+(\d+)\s+\d+\s+R.*?/Type\s*/Catalog\b", re.S)
_LEAVES = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_ROLES = re.compile(rb"/RoleMap\s*(?:<<(.*?)>>|(\d+)\s+\d+\s+R)", re.S)
_PAIR = re.compile(rb"/([^\s/<>\[\]()]+)\s*/([^\s/<>\[\]()]+)")


class Element(NamedTuple):
    """The element of the tree that some content belongs to; `block` tells elements apart."""

    tag: str
    block: int


Elements = Mapping[int, Element]  # of a page, by mark


def element_of(row: Iterable[Piece], elements: Elements) -> Element | None:
    """The element of most of a row's characters."""
    marks = {piece.style.mark for piece in row}
    if len(marks) == 1:
        (mark,) = marks
        return elements.get(mark) if mark is not None else None
    weights: Counter[Element] = Counter()
    for piece in row:
        element = elements.get(piece.style.mark) if piece.style.mark is not None else None
        if element:
            weights[element] += len(piece.text) - len(piece.breaks)
    return weights.most_common(1)[0][0] if weights else None


def read_tree(objects: Objects) -> dict[int, dict[int, Element]]:
    """Page (from 0) → mark → element; empty where there is no tree, or none that can be read."""
    if not objects.speak_of(b"/StructTreeRoot"):
        return {}
    try:
        return _Tree(objects).elements()
    except (ValueError, KeyError, IndexError, RecursionError):
        return {}


@dataclass
class _Tree:
    objects: Objects
    roles: dict[str, str] = field(default_factory=dict[str, str])
    blocks: int = 0
    found: dict[int, dict[int, Element]] = field(default_factory=dict[int, dict[int, Element]])
    seen: set[int] = field(default_factory=set[int])

    def elements(self) -> dict[int, dict[int, Element]]:
        catalogue = self._catalogue()
        root, pages = _ROOT.search(catalogue), _PAGES.search(catalogue)
        if root is None or pages is None:
            return {}
        top = self.objects[int(root[1])]
        self.roles = self._role_map(top)
        self._descend(top, None, None, 0)
        order = list(self._pages(int(pages[1] or pages[2]), set()))
        return {n: self.found[number] for n, number in enumerate(order) if number in self.found}

    def _catalogue(self) -> bytes:
        """Of the file's last update."""
        found = [body for _, body in self.objects.holding(b"/StructTreeRoot") if _ROOT.search(body)]
        return [body for body in found if _PAGES.search(body)][-1]

    def _role_map(self, top: bytes) -> dict[str, str]:
        match = _ROLES.search(top)
        if match is None:
            return {}
        pairs = match[1] if match[1] is not None else self.objects[int(match[2])]
        return {a.decode("latin-1"): b.decode("latin-1") for a, b in _PAIR.findall(pairs)}

    def _pages(self, number: int, seen: set[int]) -> Iterator[int]:
        kids = _LEAVES.search(self.objects[number])
        if kids is None:
            yield number
            return
        seen.add(number)
        for kid in _REFERENCE.findall(kids[1]):
            if int(kid) not in seen:
                yield from self._pages(int(kid), seen)

    def _descend(self, body: bytes, page: int | None, element: Element | None, depth: int) -> None:
        own = _PAGE.search(body)
        page = int(own[1]) if own else page
        kids = _KIDS.search(body)
        for inner, reference, mark in _KID.findall((kids[1] or kids[2] or b"") if kids else b""):
            if inner:
                self._refer(inner, page, element)
            elif mark and page is not None and element:
                self.found.setdefault(page, {})[int(mark)] = element
            elif reference and depth < DEEPEST and int(reference) not in self.seen:
                self.seen.add(int(reference))
                kid = self.objects[int(reference)]
                self._descend(kid, page, self._element(kid, element), depth + 1)

    def _refer(self, inner: bytes, page: int | None, element: Element | None) -> None:
        """A reference to marked content, which may stand on a page of its own."""
        mark, own = _MARK.search(inner), _PAGE.search(inner)
        page = int(own[1]) if own else page
        if mark and page is not None and element:
            self.found.setdefault(page, {})[int(mark[1])] = element

    def _element(self, body: bytes, outer: Element | None) -> Element | None:
        match = _ROLE.search(body)
        role = match[1].decode("latin-1") if match else ""
        role = self.roles.get(role, role)
        if outer and (role in INLINE or outer.tag in HOLDING):
            return outer
        self.blocks += 1
        return Element(role, self.blocks)
