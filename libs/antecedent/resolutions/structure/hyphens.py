"""A hyphen at a line's end: of the word, or of the typesetter only?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from antecedent.resolutions.structure.vocabulary import vocabulary
from antecedent.resolutions.structure.wordlists import WordList, word_list

SOFT = "\u00ad"
THIN = "\u2010"
HYPHENS = ("-", THIN, SOFT, "\u2011")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
LAST = re.compile(r"[\w’'-]+$")
FIRST = re.compile(r"[\w’']+(?:-\w+)*")
# Prefixes that keep their hyphen even where the joined word exists.
KEEPING = frozenset(("non", "self", "ex", "vice"))
# After 'disability-' in 'disability- and gender-sensitive' the next word is another one.
CONJUNCTIONS = frozenset(("and", "or", "to", "et", "ou", "y", "e", "o", "u"))
# French pronouns and particles after a hyphen.
TAILS = frozenset(("il", "ils", "elle", "elles", "on", "là", "ci", "même", "mêmes", "nous", "vous", "t-il", "t-elle"))


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What the document itself shows of hyphens, and its language."""

    language: str | None
    whole: frozenset[str]  # words printed without a break
    compounds: frozenset[str]  # words printed with a hyphen inside a line
    thin_is_soft: bool  # U+2010 stands at line ends alone

    def glue(self, left: str, right: str) -> str:
        """A line that ends in `left` and the next one as they should read together."""
        if not left.endswith(HYPHENS):
            return left + right if left.endswith(("/", "—")) and right[:1].islower() else f"{left} {right}"
        if left.endswith((" -", f" {THIN}")):
            return left + right if self.language == "es" else f"{left} {right}"
        if right.split(" ", 1)[0] in CONJUNCTIONS and not left.endswith(SOFT):
            return f"{left} {right}"
        return left[:-1] + right if self._is_soft(left, right) else left[:-1] + "-" + right

    def _is_soft(self, left: str, right: str) -> bool:
        if left.endswith(SOFT) or (self.thin_is_soft and left.endswith(THIN)):
            return True
        before = LAST.search(_plain(left[:-1]))
        after = FIRST.match(_plain(right))
        if before is None or after is None or before[0][-1].isdigit() or after[0][0].isdigit():
            return False
        if after[0][0].isupper() and not before[0].isupper():
            return False
        return self._joins(before[0].lower(), after[0].lower())

    def _joins(self, before: str, after: str) -> bool:
        """The same word elsewhere in the document decides; then the language's words and prefixes."""
        stem, tail = re.split(r"[-’']", before)[-1], re.split(r"[-’']", after)[0]
        if f"{before}-{after}" in self.compounds or f"{before}-{tail}" in self.compounds:
            return False
        words = word_list(self.language or "en")
        if before + tail in self.whole or stem + tail in self.whole:
            return True
        if stem + tail in words.known:
            return stem not in KEEPING
        return not self._is_compound(stem, tail, words, inner="-" in before)

    def _is_compound(self, stem: str, tail: str, words: WordList, *, inner: bool) -> bool:
        if tail in TAILS and self.language == "fr":
            return True
        tail_stands = tail in words.known or tail in self.whole
        if stem in vocabulary(self.language).prefixes:
            return tail_stands
        if self.language in ("fr", "es"):
            return False
        common = len(tail) > 2 and (tail in words.common or tail in self.whole)
        return common and (inner or (len(stem) > 2 and (stem in words.common or stem in self.whole)))


def _plain(text: str) -> str:
    return text.replace(THIN, "-").replace("\u2011", "-")


def learn_hyphens(lines: Iterable[str], language: str | None) -> Hyphens:
    whole: set[str] = set()
    compounds: set[str] = set()
    ends = inside = 0
    for line in lines:
        text = line.rstrip()
        found = [match[0].lower() for match in WORD.finditer(text)]
        broken = text.endswith(HYPHENS)
        ends += text.endswith(THIN)
        inside += THIN in text[:-1]
        for word in found[: len(found) - 1 if broken else len(found)]:
            plain = word.replace(THIN, "-").replace("\u2011", "-")
            (compounds if "-" in plain else whole).add(plain)
    return Hyphens(language, frozenset(whole), frozenset(compounds), ends >= 3 and inside <= 0.02 * ends)
