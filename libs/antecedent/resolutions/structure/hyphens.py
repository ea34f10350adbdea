"""A hyphen at a line's end: of the word, or of the typesetter only?"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from antecedent.resolutions.structure.vocabulary import vocabulary
from antecedent.resolutions.structure.wordlists import WordList, word_list

SOFT = "\u00ad"
THIN = "\u2010"
HYPHENS = ("-", THIN, SOFT, "\u2011")
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
EDGES = "\"'’‘“”«»()[].,;:!?…"
LAST = re.compile(r"[\w’'-]+$")
FIRST = re.compile(r"[\w’']+(?:-\w+)*")
FEWEST = 20  # lines for each hyphen at a line's end, where words are not broken
# Prefixes that keep their hyphen even where the joined word exists.
KEEPING = frozenset(("non", "self", "vice"))
# After 'disability-' in 'disability- and gender-sensitive' the next word is another one.
CONJUNCTIONS = {"en": ("and", "or", "to"), "fr": ("et", "ou"), "es": ("y", "e", "o", "u")}
# Ends of words that are no words, whatever a list says.
ENDINGS = frozenset((
    "ment", "ments", "tion", "sion", "ness", "able", "ably", "ible", "ing", "ings", "ity", "ties", "ance", "ence",
    "ous", "ive", "ally", "ful", "less", "ism", "ist", "ists", "ers", "est", "ted", "ate", "ates", "ary", "ery", "ial",
))  # fmt: skip
# French pronouns and particles after a hyphen.
TAILS = frozenset(("il", "ils", "elle", "elles", "on", "là", "ci", "même", "mêmes", "nous", "vous", "t-il", "t-elle"))


class Hyphens:
    """What the lines of a document themselves show of hyphens, looked up only when one must be decided."""

    def __init__(self, lines: Iterable[str], language: str | None) -> None:
        self.language = language
        self._lines = tuple(line.rstrip() for line in lines)

    @cached_property
    def _seen(self) -> tuple[frozenset[str], frozenset[str]]:
        return _words(self._lines)

    @property
    def whole(self) -> frozenset[str]:
        """Words printed without a break."""
        return self._seen[0]

    @property
    def compounds(self) -> frozenset[str]:
        """Words printed with a hyphen inside a line."""
        return self._seen[1]

    @cached_property
    def thin_is_soft(self) -> bool:
        """Whether U+2010 stands at line ends alone, as browsers set it."""
        ends = sum(line.endswith(THIN) for line in self._lines)
        return ends >= 3 and sum(THIN in line[:-1] for line in self._lines) <= 0.02 * ends

    @cached_property
    def soft_is_told(self) -> bool:
        """Whether the file tells hyphens of the typesetter, U+00AD, from those of words."""
        ends = Counter(line[-1:] for line in self._lines)
        return ends[SOFT] >= 3 and ends["-"] > 0

    @cached_property
    def unbroken(self) -> bool:
        """Whether the typesetter breaks no words: few lines end in a hyphen, none of them within a known word."""
        ends = [(before, after) for before, after in pairwise(self._lines) if before.endswith(HYPHENS)]
        few = FEWEST * max(3, len(ends)) <= len(self._lines)
        return few and not any(self._is_broken(*each) for each in ends)

    def _is_broken(self, before: str, after: str) -> bool:
        """Whether two lines hold the parts of a word that are no words themselves."""
        last, first = LAST.search(_plain(before[:-1]).lower()), FIRST.match(_plain(after).lower())
        known = word_list(self.language or "en").known
        if last is None or first is None or last[0] + first[0] not in known:
            return False
        return last[0] not in known or first[0] not in known

    def glue(self, left: str, right: str) -> str:
        """A line that ends in `left` and the next one as they should read together."""
        if not left.endswith(HYPHENS):
            tight = left.endswith(("/", "—", "–")) and left[-2:-1].isalnum()
            return left + right if tight else f"{left} {right}"
        if left.endswith((" -", f" {THIN}")):
            return left + right if self.language == "es" else f"{left} {right}"
        if right.split(" ", 1)[0] in CONJUNCTIONS.get(self.language or "en", ()) and not left.endswith(SOFT):
            return f"{left} {right}"
        return left[:-1] + right if self._is_soft(left, right) else left[:-1] + "-" + right

    def _is_soft(self, left: str, right: str) -> bool:
        """U+00AD proves nothing: some readers of PDFs give it for every hyphen at a line's end."""
        if self.thin_is_soft or self.soft_is_told:  # then a plain one is of the word
            return left.endswith((THIN, SOFT))
        if self.unbroken:
            return False
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
            return stem not in KEEPING and not (stem in ("re", "de") and tail[0] == "e")
        return not self._is_compound(stem, tail, words, inner="-" in before, outer="-" in after)

    def _is_compound(self, stem: str, tail: str, words: WordList, *, inner: bool, outer: bool) -> bool:
        """What is no known word as a whole: `inner` and `outer` tell of hyphens before and behind this one."""
        if tail in TAILS and self.language == "fr":
            return True
        if tail in ENDINGS:
            return False
        tail_stands = tail in words.known or tail in self.whole
        if stem in vocabulary(self.language).prefixes:
            return tail_stands or stem in KEEPING or outer
        stem_common, tail_common = (part in words.common or part in self.whole for part in (stem, tail))
        if self.language in ("fr", "es"):
            return self.language == "fr" and min(len(stem), len(tail)) > 3 and stem_common and tail_common
        if outer and stem_common and tail_common:  # 'easy-' and 'to-read'
            return True
        return len(tail) > 2 and tail_common and (inner or (len(stem) > 2 and stem_common))


def _plain(text: str) -> str:
    return text.replace(THIN, "-").replace("\u2011", "-")


def _words(lines: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Whole words and compounds; the two parts of a word broken over lines are neither."""
    tokens: set[str] = set()
    broken = False
    for line in lines:
        found = line.lower().split()
        begin = 1 if broken else 0
        broken = line.endswith(HYPHENS)
        tokens.update(found[begin : len(found) - 1 if broken else len(found)])
    words = {token.strip(EDGES) for token in tokens}
    others = {_plain(word) for word in words if not word.isalpha()}
    return frozenset(filter(str.isalpha, words)), frozenset(filter(COMPOUND.fullmatch, others))
