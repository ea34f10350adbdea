# pyright: reportMissingTypeStubs=false
"""Known words a language, from pyspellchecker's lists; read on first use, since few documents need them."""

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

COMMON = 500  # occurrences in the list's corpus that make a word common


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a language that occur so often in the list's corpus, in small letters."""

    language: str
    least: int

    def __contains__(self, word: str) -> bool:
        return _count(self.language, word) >= self.least


@dataclass(frozen=True, slots=True)
class WordList:
    """`common` words are those that stand alone often, not only as parts or oddities."""

    known: Words
    common: Words


def word_list(language: str) -> WordList:
    """Empty for a language that has no list."""
    return WordList(Words(language, 1), Words(language, COMMON))


@cache
def _entries(language: str) -> bytes:
    """A word and its count a line, in the words' order: a few words are found in it sooner than it is parsed."""
    resource = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    return gzip.decompress(resource.read_bytes()) if resource.is_file() else b""


@lru_cache(maxsize=1 << 16)
def _count(language: str, word: str) -> int:
    """How often a word occurs, by bisection; 0 for an unknown one."""
    entries, sought = _entries(language), word.encode()
    low, high = entries.find(b"\n") + 1, len(entries)
    while low < high:
        start = entries.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = entries.find(b"\n", start)
        end = end if end >= 0 else len(entries)
        found, _, count = entries[start:end].strip(b' ,"}').rpartition(b'": ')
        if found == sought:
            return int(count)
        low, high = (end + 1, high) if found < sought else (low, start)
    return 0
