"""Text layers that are no text: signs where letters are printed, or letters that no print has."""

import re
from collections.abc import Iterable

from antecedent.resolutions.extract.glyphs import Piece

SIGNS = "]^{}|~\\"
AMID = re.compile(r"[a-z][\]^{}|~\\]+(?=[a-z])")  # 'p]e^^ing'; '[T]he' and '[shall][should]' are drafting
STRANGE = re.compile(r"[\u0180-\u02af\u1d00-\u1dbf\u3400-\u4dbf\ue000-\uf8ff]")  # where other fonts' tables end up
LEAST = 20  # signs on a page
WORDS, LETTERS = 0.1, 0.2  # the shares of words and letters that are too many to be print


def is_garbled(pieces: Iterable[Piece]) -> bool:
    """Whether a page's text layer says other letters than its print, so that the picture alone tells them."""
    texts = [piece.text for piece in pieces]
    text = " ".join(texts)
    strange = sum(len(STRANGE.findall(each)) for each in texts if not each.isascii())
    if strange >= LEAST and strange > LETTERS * sum(map(str.isalpha, text)):
        return True
    if sum(map(text.count, SIGNS)) < LEAST:
        return False
    return len(AMID.findall(text)) > WORDS * len(text.split())
