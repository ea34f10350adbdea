"""Words are found in a list as if all of it had been parsed."""

import gzip
import json
from importlib.resources import files

import pytest

from antecedent.resolutions.structure.wordlists import COMMON, word_list


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_words_are_known_and_common_as_the_list_says(language: str) -> None:
    packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    words = word_list(language)
    sample = [*list(counts)[::97], min(counts), max(counts)]
    assert all(word in words.known for word in sample)
    assert [word for word in sample if word in words.common] == [word for word in sample if counts[word] >= COMMON]
    assert not any(word in words.known for word in ("", "{", "}", '"', *(f"{word}zq" for word in sample)))


def test_a_language_without_a_list_knows_nothing() -> None:
    assert "a" not in word_list("xx").known
