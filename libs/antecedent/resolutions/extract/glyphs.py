"""Glyphs → pieces of words: what touches on one baseline in one style."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from antecedent.resolutions.models import Change

SPACE = 0.17  # of the font size: a wider gap parts words even where no space is written
NEAR = 0.6  # and a wider one than this parts what stands side by side for some other reason
WRITTEN_SPACE = 0.08  # a narrower gap joins them although a space is written

# text, x0, x1, baseline from the top of the page, font size, font, source of the style: plain for speed
Glyph = tuple[str, float, float, float, float, str, Any]
WHITE = frozenset(filter(str.isspace, map(chr, range(0x3001))))  # a look-up takes half the time of a call
BLACK = (0.0, 0.0, 0.0)
Marker = Callable[[float, float, float], Change | None]  # middle of a glyph, its baseline, its size


class Style(NamedTuple):
    italic: bool
    bold: bool
    mark: int | None  # mark in the structure tree (mcid)
    colour: tuple[float, float, float]
    rotation: float


# a space between words: offset in the text, where the word before ends, where the next begins, whether it is written
Break = tuple[int, float, float, bool]


@dataclass(slots=True)
class Piece:
    """Words of one style that stand side by side.

    `y` is their baseline from the page's top, `spaced` tells whether a space is written before the first one, `breaks`
    are the spaces between them.
    """

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
    breaks: list[Break] = field(default_factory=list[Break])


def pieces_of(
    glyphs: Iterable[Glyph], style: Callable[[Any], Style], kind: Callable[[Any], Any], marker: Marker | None = None
) -> list[Piece]:
    """Gathers glyphs, in any order of lines but each line's in reading order; white space is only evidence.

    Neighbouring words of one font and `kind` are one piece, for there are many words; where rules mark glyphs each
    stays alone. This loop sees each character of each page: what it holds in plain names is held there for speed.
    """
    pieces: list[Piece] = []
    piece = Piece("", 0.0, 0.0, -1.0, 0.0, "", _NONE, False)
    word, end, base, em, face = "", 0.0, -1.0, 0.0, ""
    space = change = group = None
    for text, x0, x1, y, size, font, source in glyphs:
        if text in WHITE:
            space = y, font
            continue
        gap = x0 - end
        if marker:
            change = marker((x0 + x1) / 2, y, size)
        spaced = space is not None and space[0] == y and space[1] in (font, face) and gap > WRITTEN_SPACE * size
        space = None
        if y == base and size == em and font == face and gap > -0.6 * size and change is piece.change:
            if gap < SPACE * size and not spaced:
                if text != word[-1] or gap > -0.8 * (x1 - x0):  # else struck twice to look bold
                    word += text
                    end = x1
                continue
            if gap < NEAR * size and not marker and kind(source) == group:
                piece.breaks.append((len(word), end, x0, spaced))
                word += " " + text
                end = x1
                continue
        piece.text, piece.x1 = word, end
        space_change = marker((x0 + end) / 2, y, size) if marker and y == base else None
        piece = Piece(text, x0, x1, y, size, font, style(source), spaced, change, space_change)
        pieces.append(piece)
        word, end, base, em, face, group = text, x1, y, size, font, kind(source)
    piece.text, piece.x1 = word, end
    return pieces


def words_of(piece: Piece) -> list[Piece]:
    """The words of a piece, each a piece of its own."""
    words: list[Piece] = []
    at, x0, spaced = 0, piece.x0, piece.spaced
    for offset, end, start, written in [*piece.breaks, (len(piece.text), piece.x1, 0.0, False)]:
        words.append(replace(piece, text=piece.text[at:offset], x0=x0, x1=end, spaced=spaced, breaks=[]))
        at, x0, spaced = offset + 1, start, written
    return words if piece.breaks else [piece]


_NONE = Style(False, False, None, BLACK, 0.0)


def is_bold(weight: str, font: str) -> bool:
    """From the weight that the font declares, or else from its name."""
    return weight in _BOLD_WEIGHTS or "Bold" in font or "Black" in font or "Heavy" in font


_BOLD_WEIGHTS = frozenset({"SemiBold", "Bold", "ExtraBold", "Black"})


def right_to_left(texts: Sequence[str]) -> bool:
    """Whether there is Hebrew, Arabic or another script written from the right."""
    return any("\u0590" <= c <= "\u08ff" or "\ufb1d" <= c <= "\ufeff" for text in texts for c in text if c > "\u058f")
