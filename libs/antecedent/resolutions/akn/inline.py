"""A paragraph's text as inline elements: citations as references, footnotes where their marks stood."""

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from antecedent.resolutions.akn.naming import NAMESPACE, clean, work_uri
from antecedent.resolutions.akn.tracked import TRACKED, changes_of, write_gone, write_run
from antecedent.resolutions.models import Citation, Document, Footnote, Paragraph
from antecedent.resolutions.register.names import name_of


def fill(
    element: Element,
    paragraph: Paragraph,
    citations: Iterable[Citation],
    document: Document,
    dates: Mapping[str, str],
) -> None:
    """Writes the paragraph's text with its references and notes into the element."""
    listed = list(citations)
    inside = [one for one in listed if one.footnote is None and one.symbol and one.start is not None]
    marks = {note.at if note.at is not None else len(paragraph.text): note for note in paragraph.footnotes}
    pieces = _pieces(paragraph, inside, sorted(marks))
    changes = changes_of(paragraph)
    if paragraph.before is not None:
        element.set("class", TRACKED)
    last: Element | None = None
    for start, end, citation in pieces:
        if citation:
            last = SubElement(element, _q("ref"), href=href(citation, document, dates))
            write_run(last, None, paragraph.text, (start, end), changes)
        else:
            last = write_run(element, last, paragraph.text, (start, end), changes)
        for note in (note for note in paragraph.footnotes if _at(note, paragraph) == end and end > start):
            last = _note(element, note)
    last = write_gone(element, last, len(paragraph.text), changes)
    for note in paragraph.footnotes:
        if not paragraph.text:
            last = _note(element, note)


def href(citation: Citation, document: Document, dates: Mapping[str, str]) -> str:
    """Where the cited text lives."""
    symbol = citation.symbol or ""
    known = {name_of(one).work: date for one, date in dates.items()}
    body = citation.body or document.body
    return work_uri(symbol, body=body, date=known.get(name_of(symbol).work))


def _pieces(
    paragraph: Paragraph, citations: list[Citation], marks: list[int]
) -> Iterator[tuple[int, int, Citation | None]]:
    """Runs of plain text and citations that follow each other; overlapping citations: the first stands."""
    at = 0
    for citation in sorted(citations, key=lambda one: (one.start or 0, -(one.end or 0))):
        start, end = citation.start or 0, citation.end or 0
        if start < at or end <= start:
            continue
        yield from _cut(at, start, marks)
        yield start, end, citation
        at = end
    yield from _cut(at, len(paragraph.text), marks)


def _cut(start: int, end: int, marks: list[int]) -> Iterator[tuple[int, int, None]]:
    for mark in marks:
        if start < mark < end:
            yield start, mark, None
            start = mark
    if start < end:
        yield start, end, None


def _at(note: Footnote, paragraph: Paragraph) -> int:
    return len(paragraph.text) if note.at is None else note.at


def _note(element: Element, note: Footnote) -> Element:
    found = SubElement(element, _q("authorialNote"), marker=note.marker, placement="bottom")
    SubElement(found, _q("p")).text = clean(note.text)
    return found


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
