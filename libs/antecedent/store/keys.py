"""Keys under which spellings of one symbol or title meet: for finding rows, never for showing."""

import re
from typing import overload

from antecedent.resolutions.register import name_of

LONGEST = 400  # characters: an index of Postgres refuses what is longer than 2,700 bytes
_PARTS = re.compile(r"/(?:add|corr)\.?\d+", re.IGNORECASE)
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
    """The register's name of the work: all versions of one text share it, and what is added to it or corrects it."""
    return None if symbol is None else name_of(_PARTS.sub("", symbol)).work[:LONGEST]


@overload
def title_key(title: str) -> str: ...
@overload
def title_key(title: None) -> None: ...
def title_key(title: str | None) -> str | None:
    """The title's words in lower case: punctuation and spacing differ between printings."""
    return None if title is None else " ".join(re.findall(r"\w+", title.casefold()))[:LONGEST]
