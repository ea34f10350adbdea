"""A structure tree: right, none, or one that lies.

| kind | elements |
| --- | --- |
| right | one a block, with its role; what stands around the text is an artifact |
| lines | one a line, all of them headings |
| whole | one for everything |
| flat | one a block, all of them paragraphs, notes and headings too |
| shuffled | as flat, in the order of the pages turned round |
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from tests.looks.text import Text

NOTE = -1
Kind = Literal["none", "right", "lines", "whole", "flat", "shuffled"]


@dataclass
class Element:
    block: int
    role: str
    marks: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # (page, mcid)


@dataclass
class Tags:
    """Marks what is drawn as the content of a block, and writes the tree at the end."""

    canvas: Canvas
    kind: Kind
    text: Text
    elements: list[Element] = field(default_factory=list[Element])
    page: int = 0
    mcid: int = 0

    @contextmanager
    def content(self, block: int) -> Iterator[None]:
        """What is drawn inside belongs to the block, NOTE for a footnote."""
        if self.kind == "none":
            yield
            return
        key = 0 if self.kind == "whole" else block
        last = self.elements[-1] if self.elements else None
        fresh = last is None or self.kind == "lines" or last.block != key or key == NOTE
        with self.element(self._role(block), key, fresh=fresh):
            yield

    @contextmanager
    def element(self, role: str, block: int = NOTE, *, fresh: bool = True) -> Iterator[None]:
        """What is drawn inside is the content of a fresh element, or of the last one."""
        if fresh:
            self.elements.append(Element(block, role))
        last = self.elements[-1]
        last.marks.append((self.page, self.mcid))
        self.canvas._code.append(f"/{last.role} <</MCID {self.mcid}>> BDC")
        self.mcid += 1
        yield
        self.canvas._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is printed around the text; lies call it text."""
        if self.kind == "none":
            yield
        elif self.kind in ("lines", "whole"):
            with self.content(NOTE - 1):
                yield
        else:
            self.canvas._code.append("/Artifact BMC")
            yield
            self.canvas._code.append("EMC")

    def end_page(self) -> None:
        self.page, self.mcid = self.page + 1, 0

    def finish(self) -> None:
        """Writes the tree, and the way from each page back to its elements, into the catalogue."""
        if self.kind == "none":
            return
        doc = self.canvas._doc
        pages = doc.Pages.pages
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        parents: list[dict[int, Any]] = [{} for _ in pages]
        kids: list[Any] = []
        for element in self.elements[::-1] if self.kind == "shuffled" else self.elements:
            made = doc.Reference(self._element(element, doc.Reference(root)))
            kids.append(made)
            for page, mark in element.marks:
                parents[page][mark] = made
        numbers: list[Any] = []
        for number, row in enumerate(parents):
            pages[number].StructParents = number
            numbers += [number, doc.Reference(PDFArray([row[mark] for mark in sorted(row)]))]
        root.dict["K"] = PDFArray(kids)
        root.dict["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        doc.Catalog.StructTreeRoot = root
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, element: Element, root: Any) -> PDFDictionary:
        doc = self.canvas._doc
        marks = [
            PDFDictionary({"Type": PDFName("MCR"), "Pg": doc.Reference(doc.Pages.pages[page]), "MCID": mcid})
            for page, mcid in element.marks
        ]
        return PDFDictionary(
            {"Type": PDFName("StructElem"), "S": PDFName(element.role), "P": root, "K": PDFArray(marks)}
        )

    def _role(self, block: int) -> str:
        if self.kind != "right":
            return "H1" if self.kind == "lines" else "P"
        if block == NOTE:
            return "Note"
        source = self.text.blocks[block]
        if source.role == "table":
            return "TD"
        return "H2" if source.kind == "heading" or source.role == "title" else "P"
