"""Ordinals in words, to ninety-nine: 'seventy-ninth', 'vingt et unième', 'vigésima segunda' → 79, 21, 22."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files(__package__ or "").joinpath("ordinals.toml").read_text(encoding="utf-8"))


@cache
def ordinals() -> dict[str, int]:
    """The words in small letters with plain spaces for hyphens."""
    found = _english() | _french() | _spanish()
    return {re.sub(r"[-\s]+", " ", words): value for words, value in found.items()}


def _english() -> dict[str, int]:
    ones, tens = _data()["english"], _data()["english_tens"]
    found = {word: n for n, word in enumerate(ones, 1)}
    for ten, word in enumerate(tens, 2):
        found[word[:-1] + "ieth"] = 10 * ten
        found |= {f"{word}-{one}": 10 * ten + n for n, one in enumerate(ones[:9], 1)}
    return found


def _french() -> dict[str, int]:
    stems = _data()["french"]
    found = {"premier": 1, "première": 1} | {f"{stem}ième": n for n, stem in enumerate(stems, 1) if n > 1}
    for word, value in _data()["french_tens"].items():
        found[word.rstrip("e") + "ième"] = value
        found |= {f"{word} {stem}ième": value + n for n, stem in enumerate(stems, 1) if n < 10 or value in (60, 80)}
        found |= {f"{word} et {stem}ième": value + n for n, stem in ((1, "un"), (11, "onz"))}
    return found


def _spanish() -> dict[str, int]:
    ones = {f"{stem}{end}": n for n, stem in enumerate(_data()["spanish"], 1) for end in "oa"} | {
        "primer": 1,
        "tercer": 3,
    }
    found = dict(ones) | {"undécima": 11, "undécimo": 11, "duodécima": 12, "duodécimo": 12}
    for ten, stem in enumerate(_data()["spanish_tens"], 1):
        for end in "oa":
            found[stem + end] = 10 * ten
            found |= {f"{stem}{end} {one}": 10 * ten + n for one, n in ones.items()}
    found |= {f"decimo{one}": 10 + n for one, n in ones.items()}
    return found
