"""Mentions of other documents: `cite(document) -> Document`, with `citations` filled.

Paragraphs, their footnotes ('Ibid.' takes up the source of the note before), the masthead and tables are read.
"""

from collections.abc import Iterable
from dataclasses import replace

from antecedent.resolutions.citations.binding import Voice
from antecedent.resolutions.citations.footnotes import Source, in_note, source_of
from antecedent.resolutions.citations.mentions import mentions
from antecedent.resolutions.citations.outside import cell_texts, joint_symbols, masthead_texts
from antecedent.resolutions.citations.pinpointing import pinpointed
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.symbols import Mention
from antecedent.resolutions.citations.voices import voice_of
from antecedent.resolutions.models import Citation, Document, Paragraph

__all__ = ["cite"]


def cite(document: Document) -> Document:
    """The document with every mention of another one; its own symbols are none."""
    speaks = voice_of(document)
    own = (document.symbol or "", *joint_symbols(document))
    head = _outside(masthead_texts(document), speaks.at(0, ""))
    found = [one for one in head if one.symbol is None or not any(each.startswith(one.symbol) for each in own)]
    source: Source = None
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.text:
            text = plain(paragraph.text)
            found += [
                _citation(mention, paragraph.text, paragraph) for mention in _pointed(text, speaks.at(index, text))
            ]
        for note in paragraph.footnotes:
            text = plain(note.text)
            voice = replace(speaks.at(index, text), source=source.body if source else None)
            inside = in_note(text, _pointed(text, voice), source)
            found += [replace(_citation(mention, note.text, paragraph), footnote=note.marker) for mention in inside]
            source = source_of(text, inside, source)
    found += _outside(cell_texts(document), speaks.at(len(document.paragraphs), ""))
    return replace(document, citations=tuple(one for one in found if one.symbol is None or one.symbol not in own))


def _outside(texts: Iterable[tuple[int, str]], voice: Voice) -> list[Citation]:
    return [
        replace(as_citation(mention, text), page=page)
        for page, text in texts
        for mention in _pointed(plain(text), voice)
    ]


def _pointed(text: str, voice: Voice) -> tuple[Mention, ...]:
    found = mentions(text, voice)
    return pinpointed(text, found) if found else ()


def _citation(mention: Mention, text: str, paragraph: Paragraph) -> Citation:
    return replace(as_citation(mention, text), paragraph=paragraph.id, start=mention.start, end=mention.end)


def as_citation(mention: Mention, text: str) -> Citation:
    """A mention as a citation that stands nowhere yet."""
    return Citation(
        printed=text[mention.start : mention.end],
        symbol=mention.symbol,
        body=mention.body,
        type=mention.type,
        number=mention.number,
        revision=mention.revision,
        pinpoint=mention.pinpoint,
        candidates=mention.candidates,
    )
