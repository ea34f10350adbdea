"""Paragraphs as words: what is compared, and when two texts say the same."""

import re
import unicodedata
from collections import Counter

# 79/208, 11.10 and 2025-2029 hold numbers that belong together; an apostrophe parts two words ('l’Assemblée').
_WORD = re.compile(r"\d+(?:[/.]\d+)+|[^\W_]+")
_LIST_END = re.compile(r"([,;])\s*(?:and|or|et|ou|y|o)\s*[,;]?\s*$", re.IGNORECASE)
_STEM = 6  # letters: 'welcoming' and 'welcomes' meet, 'report' and 'reporting' too


def words(text: str) -> list[str]:
    """The words in order, without case, punctuation and the 'and' that closes an item of a list."""
    return _WORD.findall(_LIST_END.sub(r"\1", unicodedata.normalize("NFC", text)).casefold())


def stems(text: str) -> list[str]:
    """Words cut after six letters, so that inflections meet in any language; numbers stay whole."""
    return [word if word[0].isdigit() else word[:_STEM] for word in words(text)]


def same_words(before: str, after: str) -> bool:
    """Unchanged as the output contract means it: the same words, whatever the case and punctuation."""
    return words(before) == words(after)


def likeness(before: str, after: str) -> float:
    """Share of the words of both texts that the other has too, in any order: 0 to 1; 1 for the same words."""
    old, new = Counter(words(before)), Counter(words(after))
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0
