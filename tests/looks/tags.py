"""A structure tree: right (an element a block), lying (an element a line, all of them headings), or none."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName
from reportlab.pdfgen.canvas import Canvas

from tests.looks.text import Text

NOTE = -1


@dataclass
class Element:
    block: int
    role: str
    marks: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])  # (page, mcid)


@dataclass
class Tags:
    """Marks what is drawn as the content of a block, and writes the tree at the end."""

    canvas: Canvas
    kind: Literal["none", "right", "lying"]
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
        last = self.elements[-1] if self.elements else None
        if last is None or self.kind == "lying" or last.block != block or block == NOTE:
            last = Element(block, self._role(block))
            self.elements.append(last)
        last.marks.append((self.page, self.mcid))
        self.canvas._code.append(f"/{last.role} <</MCID {self.mcid}>> BDC")
        self.mcid += 1
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
        parents: list[list[Any]] = [[] for _ in pages]
        kids: list[Any] = []
        for element in self.elements:
            made = doc.Reference(self._element(element, doc.Reference(root)))
            kids.append(made)
            for page, _ in element.marks:
                parents[page].append(made)
        numbers: list[Any] = []
        for number, row in enumerate(parents):
            pages[number].StructParents = number
            numbers += [number, doc.Reference(PDFArray(row))]
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
        if self.kind == "lying":
            return "H1"
        if block == NOTE:
            return "Note"
        source = self.text.blocks[block]
        return "H2" if source.kind == "heading" or source.role == "title" else "P"
