"""Keys under which spellings of one symbol or title meet: for finding rows, never for showing."""

import re
from typing import overload

LONGEST = 400  # characters: an index of Postgres refuses what is longer than 2,700 bytes
_REVISION = re.compile(r"\(rev\.?[^)]*\)|/rev\.?\d+|/add\.?\d+|/corr\.?\d+", re.IGNORECASE)
_PADDING = re.compile(r"(?<!\d)0+(?=\d)")


@overload
def symbol_key(symbol: str) -> str: ...
@overload
def symbol_key(symbol: None) -> None: ...
def symbol_key(symbol: str | None) -> str | None:
    """'UNEP/CMS/Resolution 11.10 (Rev. COP12)' and '… 11.10 (Rev.COP12)' share a key; '12.04' and '12.4' too."""
    return None if symbol is None else _PADDING.sub("", re.sub(r"\s+", "", symbol).casefold())[:LONGEST]


@overload
def work_key(symbol: str) -> str: ...
@overload
def work_key(symbol: None) -> None: ...
def work_key(symbol: str | None) -> str | None:
    """The key without its revision: all versions of one text share it."""
    return None if symbol is None else symbol_key(_REVISION.sub("", symbol))


@overload
def title_key(title: str) -> str: ...
@overload
def title_key(title: None) -> None: ...
def title_key(title: str | None) -> str | None:
    """The title's words in lower case: punctuation and spacing differ between printings."""
    return None if title is None else " ".join(re.findall(r"\w+", title.casefold()))[:LONGEST]
