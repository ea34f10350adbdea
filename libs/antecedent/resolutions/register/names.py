"""Names of texts: which spellings mean one work, and which of its versions."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# '(Rev.COP12)', '(Rev. CoP13)', 'Rev.MOP7', '(Rev.)', '(Rév. COP12)', '/Rev.1' at the end of a symbol.
_REVISION = re.compile(r"[\s,/]*\(?\s*r[eé]v\.?\s*(?:co?p|mop|cdp)?\s*-?\s*(\d+)?\s*\)?\s*$", re.IGNORECASE)
_PADDED = re.compile(r"(?<!\d)0+(?=\d)")
_ROMAN = re.compile(r"(?<![a-z0-9])(?![cl][/.])([ivxlc]+)(?=[/.]\d)")
_SHORT = ((re.compile(r"\bres\.\s*"), "resolution "), (re.compile(r"\bdec\.\s*"), "decision "))
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PLACEHOLDER = re.compile(r"\b\d+\.[A-Z]{1,3}\b|\[")


class Name(NamedTuple):
    """What a symbol names: `work` is the same for all spellings and versions; `revision` is 0 for the original."""

    work: str
    revision: int


@lru_cache(maxsize=50_000)  # a register asks for the names of its works again and again
def name_of(symbol: str) -> Name:
    """The name in any spelling: 'Resolution 11.10 (Rev. COP12)' and 'resolution 11.10 (Rev.COP12)' are one."""
    found = _REVISION.search(symbol)
    if not found or not found.start():
        return Name(_folded(symbol), 0)
    return Name(_folded(symbol[: found.start()]), int(found[1] or 1))


def work_symbol(symbol: str) -> str:
    """The symbol without its revision, as it is spelt."""
    found = _REVISION.search(symbol)
    return symbol[: found.start()] if found and found.start() else symbol


def is_placeholder(symbol: str) -> bool:
    """Whether the number is still to be given: 'UNEP/CMS/Decision 14.AA'."""
    return bool(_PLACEHOLDER.search(symbol))


def _folded(symbol: str) -> str:
    text = unicodedata.normalize("NFKC", symbol).casefold()
    for short, long in _SHORT:
        text = short.sub(long, text)
    text = _PADDED.sub("", _ROMAN.sub(lambda found: str(_arabic(found[1])), text))
    return " ".join(re.sub(r"\s*([/.,()])\s*", r"\1", text).split())


def _arabic(roman: str) -> int:
    values = [_DIGITS[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))
