"""The structure tree of a tagged PDF: which element each mark of a page's content belongs to.

Read from the objects alone. pdf_oxide tells the mark of a character but not the tree, and the readers that tell it
(pdfium, pdfminer) take a third to a half of the time of the whole extraction, this one a fiftieth. What it cannot read
is untagged: tags are evidence, never needed.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from antecedent.resolutions.extract.glyphs import Piece

INLINE = frozenset(("Span", "Link", "Reference", "Em", "Strong", "Quote", "Sub", "Lbl", "LBody", "Annot", "Code"))
HOLDING = frozenset(("Note", "FENote", "TD", "TH", "TOCI"))  # all that stands in one belongs to it
DEEPEST = 60
LARGEST = 1 << 25  # bytes of a stream of objects once unpacked; more is no tree but a trap

_OBJECT = re.compile(rb" obj\b")
_NUMBER = re.compile(rb"(\d{1,8})\s+\d{1,5}$")
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
    weights: Counter[Element] = Counter()
    for piece in row:
        element = elements.get(piece.style.mark) if piece.style.mark is not None else None
        if element:
            weights[element] += len(piece.text) - len(piece.breaks)
    return weights.most_common(1)[0][0] if weights else None


def read_tree(data: bytes) -> dict[int, dict[int, Element]]:
    """Page (from 0) → mark → element; empty where there is no tree, or none that can be read."""
    if b"/StructTreeRoot" not in data and b"/ObjStm" not in data:
        return {}
    try:
        return _Tree(_Objects(data)).elements()
    except (ValueError, KeyError, IndexError, RecursionError):
        return {}


class _Objects:
    """The objects of a file by number; what a later update wrote counts."""

    def __init__(self, data: bytes) -> None:
        self._at: dict[int, tuple[bytes, int]] = {}
        for match in _OBJECT.finditer(data):
            number, start = _NUMBER.search(data, max(0, match.start() - 16), match.start()), match.end()
            if number is None:
                continue
            self._at[int(number[1])] = data, start
            if b"/ObjStm" in data[start : start + 200].partition(b"endobj")[0]:
                self._at |= _packed(data, start)

    def __getitem__(self, number: int) -> bytes:
        data, start = self._at[number]
        end = data.find(b"endobj", start)
        return data[start : end if end >= 0 else len(data)]

    @cached_property
    def catalogue(self) -> bytes:
        """Of the file's last update."""
        for number in reversed(self._at):
            data, start = self._at[number]
            if _ROOT.search(data, start, start + 3000) and _PAGES.search(body := self[number]):
                return body
        raise KeyError("no tagged catalogue")


def _packed(data: bytes, start: int) -> dict[int, tuple[bytes, int]]:
    """The objects in a compressed stream, each in its own bytes; none where it is written in another way."""
    begin = data.find(b"stream", start)
    head = data[start:begin]
    count, first = re.search(rb"/N\s+(\d+)", head), re.search(rb"/First\s+(\d+)", head)
    begin += 8 if data[begin + 6 : begin + 8] == b"\r\n" else 7
    if b"/FlateDecode" not in head or b"/Predictor" in head or not count or not first:
        return {}
    try:
        text = zlib.decompressobj().decompress(data[begin : data.find(b"endstream", begin)], LARGEST)
    except zlib.error:
        return {}
    offsets = [int(each) for each in text[: int(first[1])].split()[: 2 * int(count[1])]]
    starts = [int(first[1]) + offset for offset in offsets[1::2]]
    ends = [*starts[1:], len(text)]
    return {number: (text[a:b], 0) for number, a, b in zip(offsets[::2], starts, ends, strict=True)}


@dataclass
class _Tree:
    objects: _Objects
    roles: dict[str, str] = field(default_factory=dict[str, str])
    blocks: int = 0
    found: dict[int, dict[int, Element]] = field(default_factory=dict[int, dict[int, Element]])
    seen: set[int] = field(default_factory=set[int])

    def elements(self) -> dict[int, dict[int, Element]]:
        catalogue = self.objects.catalogue
        root, pages = _ROOT.search(catalogue), _PAGES.search(catalogue)
        if root is None or pages is None:
            return {}
        top = self.objects[int(root[1])]
        self.roles = self._role_map(top)
        self._descend(top, None, None, 0)
        order = list(self._pages(int(pages[1] or pages[2]), set()))
        return {n: self.found[number] for n, number in enumerate(order) if number in self.found}

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
