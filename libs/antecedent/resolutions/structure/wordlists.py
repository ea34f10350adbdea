# pyright: reportMissingTypeStubs=false
"""Known words a language, from pyspellchecker's lists; read on first use, since few documents need them."""

import gzip
import json
from functools import cache
from importlib.resources import files
from typing import cast


@cache
def known_words(language: str) -> frozenset[str]:
    """Lower-case words; empty for a language that has no list."""
    resource = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    if not resource.is_file():
        return frozenset()
    return frozenset(cast("dict[str, int]", json.loads(gzip.decompress(resource.read_bytes()))))
