"""Who speaks in a document, and which bodies it has named up to a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from antecedent.resolutions.bodies import bodies, body_of, parent_of
from antecedent.resolutions.citations.binding import Voice, named
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.models import Document

# 'Recommends to the General Assembly the adoption of the following draft resolution': from there on it speaks.
RECOMMENDS = re.compile(
    r"\b(?:recommends?|submits?|proposes?|recommande|soumet|propose|recomienda|somete|propone)\b[^.;]{0,160}"
    r"\b(?:adopt|adopts|adoption|approve|approval|adopter|adopte|adopción|apruebe|aprobación|adopte)\b[^.;]{0,160}"
    r"(?:\b(?:following|draft|annexed|annex|below|along|suivante?s?|projet|annexe|ci-après|siguientes?|proyecto|anexo)\b|:)",
    re.IGNORECASE,
)
ASKS = (
    "ecomm",
    "ECOMM",
    "ecomi",
    "ECOMI",
    "ubmits",
    "UBMITS",
    "oumet",
    "OUMET",
    "omete",
    "OMETE",
    "ropos",
    "ROPOS",
    "ropone",
)


def recommends(text: str) -> re.Match[str] | None:
    """The announcement of a text that another body is asked to adopt."""
    return RECOMMENDS.search(text) if any(map(text.__contains__, ASKS)) else None


OPENING = 4  # paragraphs at the top that may be a masthead in an unknown look
LETTERHEAD = 140  # characters of one at most


@dataclass(frozen=True, slots=True)
class Speaker:
    """The body that speaks, with the document's texts for what short names take up."""

    body: str | None
    session: int | None
    texts: tuple[str, ...]  # of the masthead, then of each paragraph
    offset: int  # of the first paragraph among the texts
    guests: tuple[tuple[int, str], ...] = ()  # (paragraph, body that speaks behind it)
    parent: str | None = None  # the body of which the speaker is an organ that is not known

    def at(self, index: int, text: str) -> Voice:
        """The voice of paragraph `index`; `text` is what it reads now."""
        guest = next((body for start, body in reversed(self.guests) if start < index), None)
        session = None if guest and guest != self.body else self.session
        parent = None if guest else self.parent
        return Voice(guest or self.body, session, lambda among: self._last_named(among, index, text), parent=parent)

    def _last_named(self, among: tuple[str, ...], index: int, text: str) -> str | None:
        """The body that was named last in full before the end of this text."""
        for earlier in (text, *reversed(self.texts[: self.offset + index])):
            for name in reversed(named(plain(earlier))):
                if name.full and name.bodies[0] in among:
                    return name.bodies[0]
        return None


def voice_of(document: Document) -> Speaker:
    """The speaker of a document: whom its formula names, else as its structure says, its symbol or its masthead."""
    head = tuple(text for _, text in document.masthead)
    session = int(document.session) if document.session and document.session.isdigit() else None
    known = document.body if document.body in bodies() else None
    formula = _full(document.enacting_formula or "", None)
    body = formula or known or _recognised(document, head)
    parent = None if formula else parent_of(document.symbol or "")
    texts = (*head, *(paragraph.text for paragraph in document.paragraphs))
    return Speaker(body, session, texts, len(head), tuple(_guests(document)), parent)


def _guests(document: Document) -> Iterator[tuple[int, str]]:
    """The bodies that are recommended to adopt what follows."""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind != "preambular" and (match := recommends(paragraph.text)):
            told = [name for name in named(plain(match[0])) if name.full]
            if told:
                yield index, told[0].bodies[0]


def _recognised(document: Document, head: tuple[str, ...]) -> str | None:
    if document.symbol and (body := body_of(document.symbol)):
        return body
    parent = parent_of(document.symbol or "")  # its name in the letterhead is not the speaker's
    opening = (one.text for one in document.paragraphs[:OPENING] if one.kind == "heading" or len(one.text) < LETTERHEAD)
    found = (_full(text, parent) for text in (*head, document.title or "", *(() if parent else opening)))
    return next(filter(None, found), None)


def _full(text: str, but: str | None) -> str | None:
    """The first body that a text names in full."""
    return next((name.bodies[0] for name in named(plain(text)) if name.full and name.bodies[0] != but), None)
