"""Document → Akoma Ntoso: preface, preamble, body, annexes, references and modifications.

Valid against the OASIS schema of Akoma Ntoso 3.0 whatever the document; method: AKN4UN guidelines, one `statement`.
"""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from antecedent.resolutions.akn.inline import fill
from antecedent.resolutions.akn.meta import write_meta
from antecedent.resolutions.akn.naming import NAMESPACE, clean, element_ids
from antecedent.resolutions.akn.tables import write_table
from antecedent.resolutions.models import Citation, Document, Link, Paragraph, Table


def to_akn(document: Document, *, links: Iterable[Link] = (), dates: Mapping[str, str] | None = None) -> bytes:
    """The document as UTF-8 XML; `links` become passive modifications, `dates` (by symbol) go into references."""
    register_namespace("", NAMESPACE)
    root = Element(_q("akomaNtoso"))
    statement = SubElement(root, _q("statement"), name="resolution", contains="originalVersion")
    ids = element_ids(document)
    write_meta(statement, document, ids, tuple(links), dates or {})
    parts = _Parts(document, ids, dates or {})
    parts.preface(statement)
    parts.preamble(statement)
    parts.body(statement)
    parts.annexes(statement)
    _indent(root, 0)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"


class _Parts:
    """The parts of one document, each written under the statement."""

    def __init__(self, document: Document, ids: Mapping[str, str], dates: Mapping[str, str]) -> None:
        self.document, self.ids, self.dates = document, ids, dates
        self.children: dict[str | None, list[Paragraph]] = {}
        for paragraph in document.paragraphs:
            self.children.setdefault(paragraph.parent, []).append(paragraph)
        self.citations: dict[str | None, list[Citation]] = {}
        for citation in document.citations:
            self.citations.setdefault(citation.paragraph, []).append(citation)
        self.tables: dict[str | None, list[tuple[str, Table]]] = {}
        drawn = (placed for placed in document.tables if placed.table.cells)
        for count, placed in enumerate(drawn, start=1):
            after = placed.after if placed.after in ids else None
            self.tables.setdefault(after, []).append((f"table_{count}", placed.table))

    def preface(self, statement: Element) -> None:
        found = [("docNumber", self.document.symbol), ("docTitle", self.document.title)]
        found += [("docStage", "draft")] if self.document.status == "draft" else []
        told = [(name, text) for name, text in found if text]
        if not told and None not in self.tables:
            return
        preface = SubElement(statement, _q("preface"))
        for name, text in told:
            SubElement(SubElement(preface, _q("p")), _q(name)).text = clean(text)
        self._tables(preface, None)

    def preamble(self, statement: Element) -> None:
        recitals = [one for one in self._tops() if one.kind == "preambular"]
        if not recitals and not self.document.enacting_formula:
            return
        preamble = SubElement(statement, _q("preamble"))
        for paragraph in recitals:
            holder = SubElement(preamble, _q("container"), name="recital", eId=self.ids[paragraph.id])
            self._recital(holder, paragraph)
            for child in self._below(paragraph):
                self._recital(SubElement(holder, _q("container"), name="item", eId=self.ids[child.id]), child)
        if self.document.enacting_formula:
            formula = SubElement(preamble, _q("formula"), name="enactingFormula", eId="formula_1")
            SubElement(formula, _q("p")).text = clean(self.document.enacting_formula)

    def _recital(self, holder: Element, paragraph: Paragraph) -> None:
        """Containers have no number of their own: a span holds it, in a line before the words."""
        if paragraph.number:
            SubElement(SubElement(holder, _q("p")), _q("span"), {"class": "num"}).text = paragraph.number
        self._words(SubElement(holder, _q("p")), paragraph)
        self._tables(holder, paragraph.id)

    def body(self, statement: Element) -> None:
        main = SubElement(statement, _q("mainBody"))
        for paragraph in self._main():
            if paragraph.kind != "preambular":
                self._hierarchy(main, paragraph)
        if len(main) == 0:
            SubElement(main, _q("p"))

    def annexes(self, statement: Element) -> None:
        annexed = list(self._annexed())
        if not annexed:
            return
        attachment = SubElement(SubElement(statement, _q("attachments")), _q("attachment"), eId="att_1")
        annex = SubElement(attachment, _q("doc"), name="annex")
        write_meta(annex, self.document, self.ids, (), self.dates, part="annex_1")
        main = SubElement(annex, _q("mainBody"))
        for paragraph in annexed:
            self._hierarchy(main, paragraph)

    def _hierarchy(self, parent: Element, paragraph: Paragraph) -> None:
        if paragraph.kind == "heading":
            holder = SubElement(parent, _q("hcontainer"), name="heading", eId=self.ids[paragraph.id])
            self._number(holder, paragraph)
            self._words(SubElement(holder, _q("heading")), paragraph)
            if paragraph.id in self.tables:
                content = SubElement(holder, _q("content"), eId=f"{self.ids[paragraph.id]}__content_1")
                self._tables(content, paragraph.id)
            return
        name = "point" if paragraph.parent else "paragraph"
        holder = SubElement(parent, _q(name), eId=self.ids[paragraph.id])
        if paragraph.kind in ("decision", "annex"):
            holder.set("class", paragraph.kind)
        self._number(holder, paragraph)
        if below := self.children.get(paragraph.id):
            points = SubElement(holder, _q("list"), eId=f"{self.ids[paragraph.id]}__list_1")
            intro = SubElement(points, _q("intro"), eId=f"{self.ids[paragraph.id]}__list_1__intro_1")
            self._words(SubElement(intro, _q("p")), paragraph)
            self._tables(intro, paragraph.id)
            for child in below:
                self._hierarchy(points, child)
        else:
            content = SubElement(holder, _q("content"), eId=f"{self.ids[paragraph.id]}__content_1")
            self._words(SubElement(content, _q("p")), paragraph)
            self._tables(content, paragraph.id)

    def _tables(self, holder: Element, paragraph: str | None) -> None:
        """The tables that follow the paragraph; None those before all."""
        for name, table in self.tables.get(paragraph, ()):
            write_table(holder, table, name)

    def _number(self, holder: Element, paragraph: Paragraph) -> None:
        if paragraph.number:
            stop = "." if paragraph.number.isalnum() and not paragraph.parent else ""
            SubElement(holder, _q("num")).text = paragraph.number + stop

    def _words(self, element: Element, paragraph: Paragraph) -> None:
        fill(element, paragraph, self.citations.get(paragraph.id, ()), self.document, self.dates)

    def _tops(self) -> list[Paragraph]:
        return self.children.get(None, [])

    def _main(self) -> Iterator[Paragraph]:
        annexed = {paragraph.id for paragraph in self._annexed()}
        yield from (paragraph for paragraph in self._tops() if paragraph.id not in annexed)

    def _annexed(self) -> Iterator[Paragraph]:
        """From the first annex paragraph on, with the headings right over it."""
        tops = self._tops()
        first = next((place for place, one in enumerate(tops) if one.kind == "annex"), len(tops))
        while first < len(tops) and first > 0 and tops[first - 1].kind == "heading":
            first -= 1
        yield from tops[first:]

    def _below(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        for child in self.children.get(paragraph.id, ()):
            yield child
            yield from self._below(child)


def _indent(element: Element, depth: int) -> None:
    """Lines and indents around structure; none within words, where white space would be text."""
    if len(element) == 0 or _is_words(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth


def _is_words(element: Element) -> bool:
    return element.tag in {_q(name) for name in ("p", "num", "heading")}


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
