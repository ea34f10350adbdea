"""The language of a text, by its commonest words or its script."""

import re
from collections import Counter
from collections.abc import Iterable

from antecedent.resolutions.structure.vocabulary import LANGUAGES, vocabulary

WORD = re.compile(r"[^\W\d_]+")
SCRIPTS = (
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
ENOUGH = 1_500  # words


def tell_language(texts: Iterable[str]) -> str | None:
    """'en', 'fr' or 'es' by function words, 'zh', 'ar' or 'ru' by script; None where nothing speaks for one."""
    words: Counter[str] = Counter()
    sample: list[str] = []
    count = 0
    for text in texts:
        found = WORD.findall(text.lower())
        words.update(found)
        sample.append(text)
        count += len(found)
        if count > ENOUGH:
            break
    return _by_script("".join(sample)) or _by_words(words)


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample)) or 1
    return next((code for code, script in SCRIPTS if len(script.findall(sample)) > 0.3 * letters), None)


def _by_words(words: Counter[str]) -> str | None:
    total = words.total() or 1
    shares = {code: sum(words[word] for word in vocabulary(code).function_words) / total for code in LANGUAGES}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > 0.12 else None
