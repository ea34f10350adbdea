"""Text layers that say another letter than the print: a font whose table of characters is wrong in one place.

Nothing of the print is seen here, so two things must come together: a letter that a long text cannot do without is not
there, and words that nobody knows become known ones with it. That is said, and mended by nobody: it is a guess.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from antecedent.resolutions.models import Line
from antecedent.resolutions.structure.wordlists import word_list

# How often letters stand in running text, of those that are rare enough for a wrong table to go unnoticed.
SHARES = {
    "en": {"j": 0.0015, "q": 0.001, "x": 0.0015, "z": 0.0007, "k": 0.0077, "v": 0.0098, "b": 0.015, "w": 0.015},
    "fr": {"j": 0.004, "q": 0.0136, "x": 0.0039, "z": 0.0015, "h": 0.0074, "g": 0.0087, "b": 0.009, "f": 0.0107},
    "es": {"j": 0.0044, "q": 0.0088, "z": 0.0052, "x": 0.0022, "h": 0.007, "f": 0.0069, "v": 0.009, "b": 0.0142},
}
EXPECTED = 12  # times that a letter should have stood there
WORDS = 3  # that must become known
_WORD = re.compile(r"\b[a-zà-ÿ]{5,}\b")


def misread_letters(lines: Iterable[Line], language: str | None) -> tuple[str, ...]:
    """A warning a font and letter, with one of the words."""
    texts: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        for span in line.spans:
            texts[span.font].append(span.text)
    return tuple(dict.fromkeys(said for parts in texts.values() for said in _misread(" ".join(parts), language)))


def _misread(text: str, language: str | None) -> Iterator[str]:
    for letter, share in SHARES.get(language or "", {}).items():
        if share * len(text) >= EXPECTED and letter not in text:
            found = _better(text, letter, language or "")
            if found:
                wrong, word, better = found
                yield (
                    f"The text layer seems to say '{wrong}' where '{letter}' is printed: '{word}' for '{better}'. "
                    "Check it against the page."
                )


def _better(text: str, letter: str, language: str) -> tuple[str, str, str] | None:
    """The letter said instead, one unknown word and the known one that it becomes."""
    known = word_list(language).known
    made: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word in sorted(word for word in set(_WORD.findall(text)) if word not in known):
        for n, wrong in enumerate(word):
            if (better := word[:n] + letter + word[n + 1 :]) in known:
                made[wrong].append((word, better))
    wrong = max(made, key=lambda each: len(made[each]), default=None)
    return (wrong, *made[wrong][0]) if wrong and len(made[wrong]) >= WORDS else None
