"""A hyphen at a line's end: of the word, or of the typesetter only?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from antecedent.resolutions.structure.vocabulary import vocabulary
from antecedent.resolutions.structure.wordlists import known_words

SOFT = "\u00ad"
THIN = "\u2010"
HYPHENS = ("-", THIN, SOFT, "\u2011")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
LAST = re.compile(r"[\w’'-]+$")
FIRST = re.compile(r"[\w’']+(?:-\w+)*")
# Prefixes that merge with their word as often as not: the word list decides.
MERGING = frozenset(
    ("inter", "co", "sub", "multi", "pre", "post", "anti", "pré", "pos", "sous", "socio", "auto", "micro")
)


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What the document itself shows of hyphens, and its language."""

    language: str | None
    whole: frozenset[str]  # words printed without a break
    compounds: frozenset[str]  # words printed with a hyphen inside a line
    thin_is_soft: bool  # U+2010 stands at line ends alone

    def glue(self, left: str, right: str) -> str:
        """What joins a line that ends in `left` to one that begins with `right`: the two as they should read."""
        if not left.endswith(HYPHENS):
            return f"{left} {right}" if not left.endswith(("/", "—")) or right[:1].isupper() is False else left + right
        if left.endswith((" -", " \u2010")):
            return f"{left} {right}"
        return left[:-1] + right if self._is_soft(left, right) else left[:-1] + "-" + right

    def _is_soft(self, left: str, right: str) -> bool:
        if left.endswith(SOFT) or (self.thin_is_soft and left.endswith(THIN)):
            return True
        before = LAST.search(left[:-1].replace(THIN, "-").replace("\u2011", "-"))
        after = FIRST.match(right.replace(THIN, "-").replace("\u2011", "-"))
        if before is None or after is None or before[0][-1].isdigit() or after[0][0].isdigit():
            return False
        if after[0][0].isupper() and not before[0].isupper():
            return False
        return self._joins(before[0].lower(), after[0].lower())

    def _joins(self, before: str, after: str) -> bool:
        """The same word elsewhere in the document decides; then prefixes; then the language's words."""
        if f"{before}-{after}" in self.compounds:
            return False
        stem, tail = re.split(r"[-’']", before)[-1], after.split("-")[0]
        if before + after in self.whole or stem + tail in self.whole:
            return True
        known = known_words(self.language or "en")
        if stem in vocabulary(self.language).prefixes and not (stem in MERGING and stem + tail in known):
            return False
        if stem + tail in known:
            return True
        return not (len(stem) > 2 and len(tail) > 2 and self._is_word(stem, known) and self._is_word(tail, known))

    def _is_word(self, text: str, known: frozenset[str]) -> bool:
        return text in known or text in self.whole


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
