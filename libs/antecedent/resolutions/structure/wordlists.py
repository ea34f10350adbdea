# pyright: reportMissingTypeStubs=false
"""Known words a language, from pyspellchecker's lists; read on first use, since few documents need them."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

COMMON = 500  # occurrences in the list's corpus that make a word common


@dataclass(frozen=True, slots=True)
class WordList:
    """Lower-case words; `common` are those that stand alone often, not only as parts or oddities."""

    known: frozenset[str]
    common: frozenset[str]


@cache
def word_list(language: str) -> WordList:
    """Empty for a language that has no list."""
    resource = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    if not resource.is_file():
        return WordList(frozenset(), frozenset())
    counts = cast("dict[str, int]", json.loads(gzip.decompress(resource.read_bytes())))
    return WordList(frozenset(counts), frozenset(word for word, count in counts.items() if count >= COMMON))
