"""The session, meeting or COP that a document belongs to, as a plain number."""

import re
from collections.abc import Sequence

from antecedent.resolutions.bodies.numerals import arabic
from antecedent.resolutions.structure.naming import Name
from antecedent.resolutions.structure.ordinals import ordinals

MEETING = re.compile(r"(?:CO?P|CoP|MOP|CMA|EA\.)[\s/]?(\d{1,3})")
HEAD = re.compile(
    r"(?:RES|DEC|HRC|EA)[/.](?:S-|ES-)?(\d{1,4})/|(?:Resolution|Decision|Recommendation|Conf\.)\s(\d{1,2})\.|^A/C\.\d/(\d+)/|^A/(\d+)/|^E/(\d{4})/"
)
ROMAN = re.compile(r"(?:Resolution |DEC/|Decision )([IVXL]+)[./]\d")
REVISED = re.compile(r"\(Rev\.?\s?[A-Za-z]*\s?(\d+)\)")
ORDINAL = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th|e|ème|er|ª|\.ª|º)\s+(?:session|meeting|réunion|sesión|reunión)", re.I)
KINDS = ("ordinary", "special", "regular", "plenary", "ordinaire", "extraordinaire", "ordinaria", "extraordinaria")
WORDED = re.compile(
    r"(?<!\w)(?P<words>[^\W\d_]+(?:(?:-|\s(?:et\s)?)[^\W\d_]+){0,4})\s+"
    r"(?:session|meeting|réunion|sesión|reunión)\b",
    re.I,
)


def session_of(name: Name, texts: Sequence[str]) -> str | None:
    """From the symbol ('A/RES/79/75' → '79'), else from an ordinal ('17th Meeting', 'seventy-ninth session')."""
    symbol = name.symbol or ""
    for pattern in (REVISED, MEETING, HEAD):
        if match := pattern.search(symbol):
            return next(value for value in match.groups() if value)
    if match := ROMAN.search(symbol):
        return str(arabic(match[1]))
    found = (match[1] if (match := ORDINAL.search(text)) else _worded(text) for text in texts)
    return next(filter(None, found), None)


def _worded(text: str) -> str | None:
    """The longest ordinal that ends right before 'session': 'at its twenty-first session' → '21'."""
    for match in WORDED.finditer(text.lower()):
        words = [word for word in re.split(r"[-\s]+", match["words"]) if word not in KINDS]
        ends = (" ".join(words[start:]) for start in range(len(words)))
        value = next((ordinals()[end] for end in ends if end in ordinals()), None)
        if value:
            return str(value)
    return None
