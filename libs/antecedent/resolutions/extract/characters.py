"""Characters as they are written in plain text: ligatures, hyphens, odd spaces, what is not printed."""

from collections.abc import Sequence
from dataclasses import replace

from antecedent.resolutions.models import Line

SOFT_HYPHEN = "\u00ad"  # at the end of a line: the word was broken there and has no hyphen of its own

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_HYPHENS = {"\u2011": "-"}  # U+2010 waits for `settle_hyphens`
_UNPRINTED = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_TABLE = str.maketrans({**_LIGATURES, **_HYPHENS, **dict.fromkeys(_UNPRINTED, "")})


def clean(text: str) -> str:
    """Plain characters; soft hyphens stay, `settle_hyphens` decides on them."""
    return text if text.isascii() else text.translate(_TABLE)


def settle_hyphens(lines: Sequence[Line]) -> list[Line]:
    """Makes what broke a word at a line's end a soft hyphen, and all other hyphens plain.

    Some typesetters' soft hyphens have no code of their own and arrive as U+FFFD; others break words with U+2010,
    which is then found at line ends alone.
    """
    ends = [line.spans[-1].text.rstrip()[-2:] for line in lines]
    breaks = "\ufffd\u00ad"
    if any(end.endswith("\u2010") for end in ends) and not any(_within(line) for line in lines):
        breaks += "\u2010"
    return [
        _settled(line, soft=len(end) == 2 and end[1] in breaks and end[0].isalpha())
        if not line.text.isascii()
        else line
        for line, end in zip(lines, ends, strict=True)
    ]


def _within(line: Line) -> bool:
    return "\u2010" in line.text.rstrip()[:-1]


def _settled(line: Line, *, soft: bool) -> Line:
    spans = [replace(span, text=_plain(span.text)) for span in line.spans]
    if soft:
        spans[-1] = replace(spans[-1], text=_plain(line.spans[-1].text.rstrip()[:-1]) + SOFT_HYPHEN)
    return replace(line, spans=tuple(spans))


def _plain(text: str) -> str:
    return text.replace("\u00ad", "").replace("\u2010", "-")
