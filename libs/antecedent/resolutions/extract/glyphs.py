"""Glyphs → pieces of words: what touches on one baseline in one style."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from antecedent.resolutions.models import Change

SPACE = 0.17  # of the font size: a wider gap parts words even where no space is written
WRITTEN_SPACE = 0.08  # a narrower gap joins them although a space is written

# text, x0, x1, baseline from the top of the page, font size, font, source of the style: plain for speed
Glyph = tuple[str, float, float, float, float, str, Any]
BLACK = (0.0, 0.0, 0.0)
Marker = Callable[[float, float, float], Change | None]  # middle of a glyph, its baseline, its size


class Style(NamedTuple):
    italic: bool
    bold: bool
    mark: int | None  # mark in the structure tree (mcid)
    colour: tuple[float, float, float]
    rotation: float


@dataclass(slots=True)
class Piece:
    """Characters that touch; `y` is their baseline from the page's top, `spaced` where a space is written before."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    style: Style
    spaced: bool
    change: Change | None = None
    space_change: Change | None = None  # of the space before it
    raised: bool = False


def pieces_of(glyphs: Iterable[Glyph], style: Callable[[Any], Style], marker: Marker | None = None) -> list[Piece]:
    """Gathers glyphs, in any order of lines but each line's in reading order; white space is only evidence.

    This loop sees each character of each page: what it holds in plain names is held there for speed.
    """
    pieces: list[Piece] = []
    piece = Piece("", 0.0, 0.0, -1.0, 0.0, "", _NONE, False)
    word, end, base, em, face = "", 0.0, -1.0, 0.0, ""
    space_at = space_font = change = None
    for text, x0, x1, y, size, font, source in glyphs:
        if text == " " or text.isspace():
            space_at, space_font = y, font
            continue
        gap = x0 - end
        if marker:
            change = marker((x0 + x1) / 2, y, size)
        spaced = space_at == y and space_font in (font, face) and gap > WRITTEN_SPACE * size
        space_at = None
        alike = y == base and size == em and font == face and change is piece.change
        if alike and not spaced and -0.6 * size < gap < SPACE * size:
            if text != word[-1] or gap > -0.8 * (x1 - x0):  # else struck twice to look bold
                word += text
                end = x1
            continue
        piece.text, piece.x1 = word, end
        space = marker((x0 + end) / 2, y, size) if marker and y == base else None
        piece = Piece(text, x0, x1, y, size, font, style(source), spaced, change, space)
        pieces.append(piece)
        word, end, base, em, face = text, x1, y, size, font
    piece.text, piece.x1 = word, end
    return pieces


_NONE = Style(False, False, None, BLACK, 0.0)


def is_bold(weight: str, font: str) -> bool:
    """From the weight that the font declares, or else from its name."""
    return weight in _BOLD_WEIGHTS or "Bold" in font or "Black" in font or "Heavy" in font


_BOLD_WEIGHTS = frozenset({"SemiBold", "Bold", "ExtraBold", "Black"})


def right_to_left(texts: Sequence[str]) -> bool:
    """Whether there is Hebrew, Arabic or another script written from the right."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufeff" for text in texts for c in text if c > "\u058f")
