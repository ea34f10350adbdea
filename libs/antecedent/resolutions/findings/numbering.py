"""What a text's number tells of its age where nobody has seen it: the meeting that gave it, or the year.

'Resolution 5.3' is of the fifth meeting where the body numbers by meeting: the citing document's own number shows it,
or that of a text which it names and which is at hand. '(Rev.COP5)' says it everywhere.
"""

import re
from collections.abc import Iterator

from antecedent.resolutions.models import Citation, Document
from antecedent.resolutions.register.models import Register
from antecedent.resolutions.register.names import name_of

_OF_MEETING = re.compile(r"(?<![\d./])(\d{1,3})[./](\d{1,3})(?: [a-z]+)?$|(?<=/)(\d{1,3})/(\d{1,3})(?: [a-z]+)?$")
_OF_YEAR = re.compile(r"\(((?:19|20)\d\d)\)$|(?<!\d)((?:19|20)\d\d)[-/]\d{1,3}$|/((?:19|20)\d\d)$")


def too_young(register: Register, document: Document, citation: Citation, at: str | None) -> str | None:
    """Why a text with this number cannot be older than the document; None where the number does not tell."""
    symbol = citation.symbol or ""
    year = _year(symbol)
    if year and at and year > int(at[:4]):
        return f"its number is of {year}"
    if citation.body != document.body or not (document.session or "").isdecimal():
        return None
    revised = name_of(symbol).revision
    meeting = revised or (_meeting(symbol) if not year and _is_by_meeting(register, document) else None)
    if meeting is None or meeting <= int(document.session or 0):
        return None
    return f"its number is of meeting {meeting}, this document of meeting {document.session}"


def _meeting(symbol: str) -> int | None:
    """5 of 'LSC/Resolution 5.3'; None where no number is followed by another."""
    found = _OF_MEETING.search(name_of(symbol).work)
    return int(found[1] or found[3]) if found else None


def _year(symbol: str) -> int | None:
    found = _OF_YEAR.search(name_of(symbol).work)
    return int(next(filter(None, found.groups()))) if found else None


def _is_by_meeting(register: Register, document: Document) -> bool:
    """Whether a text of the body at hand bears its meeting's number, and none another one."""
    told = {_meeting(symbol) == int(session) for symbol, session in _first_texts(register, document)}
    return told == {True}


def _first_texts(register: Register, document: Document) -> Iterator[tuple[str, str]]:
    """Symbol and meeting of the document itself and of the texts it names, as first adopted."""
    named = [
        document.symbol,
        document.revises,
        *(one.symbol for one in document.citations if one.body == document.body),
    ]
    for work in {name_of(symbol).work for symbol in named if symbol}:
        for version in register.works[work].versions if work in register.works else ():
            text = register.documents.get(version.document or "")
            session = (text.session or "") if text and text.body == document.body else ""
            if not version.revision and session.isdecimal() and _meeting(version.symbol):
                yield version.symbol, session
