# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
"""The one place that knows pdf_oxide: the fast source of a page's glyphs and drawn paths."""

import re
from functools import cache
from itertools import count
from typing import Any

import pdf_oxide

from antecedent.resolutions.extract.fonts import filler
from antecedent.resolutions.extract.glyphs import BLACK, Glyph, Style, is_bold

_SUBSET = re.compile(r"[A-Z]{6}\+")


class Oxide:
    """A PDF open in pdf_oxide; raises whatever the library raises, the caller decides what that means.

    One at a time in a process: the library's fonts are shared, see `fonts`.
    """

    def __init__(self, data: bytes) -> None:
        _fonts.forget()
        self._document: Any = _open(data)
        self.count = int(self._document.page_count)

    @property
    def tagged(self) -> bool:
        return bool(self._document.has_structure_tree())

    def frame(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a page as the file has it, before rotation."""
        x0, y0, x1, y1 = self._document.page_crop_box(index) or self._document.page_media_box(index)
        if self._document.page_rotation(index) % 180:
            return x0, y0, y1 - y0, x1 - x0
        return x0, y0, x1 - x0, y1 - y0

    def glyphs(self, index: int, left: float, top: float) -> list[Glyph]:
        """`left` and `top` are where the page begins in the coordinates of the file."""
        characters = self._document.extract_chars(index)
        glyphs = [
            (c.char, (x := c.origin_x - left), x + c.advance_width, top - c.origin_y, c.font_size, c.font_name, c)
            for c in characters
        ]
        _fonts.note({glyph[5] for glyph in glyphs})
        return _mend_spaces(glyphs)

    def paths(self, index: int) -> list[dict[str, Any]]:
        return self._document.extract_paths(index)

    def links(self, index: int, left: float, top: float) -> list[tuple[float, float, float, float]]:
        """The boxes of a page's links, as (x0, y0, x1, y1) from its top left."""
        boxes = [note["rect"] for note in self._document.get_annotations(index) if note.get("subtype") == "Link"]
        return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in boxes]


def _mend_spaces(glyphs: list[Glyph]) -> list[Glyph]:
    """A no-break space that some fonts map to its two bytes arrives as 'Â' and, right behind it, the space."""
    if not any(glyph[0] == "Â" for glyph in glyphs):
        return glyphs
    for i, (text, _, end, y, size, font, source) in enumerate(glyphs):
        if text == "Â" and any(
            after[0] == "\xa0" and after[3] == y and abs(after[1] - end) < 0.02 * size
            for after in glyphs[i + 1 : i + 4]
        ):
            glyphs[i] = (" ", glyphs[i][1], end, y, size, font, source)
    return glyphs


def style_of(c: Any) -> Style:
    """Without the colour, which few pages ask for."""
    italic, bold = _face(c.font_name, c.is_italic, str(c.font_weight))
    rotation = c.rotation_degrees
    return Style(italic, bold, None, BLACK, rotation) if rotation else _UPRIGHT[italic, bold]


def coloured_style_of(c: Any) -> Style:
    return style_of(c)._replace(colour=c.color, mark=c.mcid)


def marked_style_of(c: Any) -> Style:
    """With the mark in the structure tree."""
    return _marked(style_of(c), c.mcid)


@cache
def _marked(style: Style, mark: int | None) -> Style:
    return style._replace(mark=mark)


@cache
def _face(font: str, italic: bool, weight: str) -> tuple[bool, bool]:
    return italic, is_bold(weight, font)


_UPRIGHT = {(i, b): Style(i, b, None, BLACK, 0.0) for i in (False, True) for b in (False, True)}


def _open(data: bytes) -> Any:
    pdf_oxide.disable_logging()
    return pdf_oxide.PdfDocument.from_bytes(data)


class _Fonts:
    """Whether the library's cache may hold fonts that it would take for those of another document."""

    def __init__(self) -> None:
        self._left = False
        self._numbers = count()

    def note(self, names: set[str]) -> None:
        self._left = self._left or not all(_SUBSET.match(name) for name in names)

    def forget(self) -> None:
        if self._left:
            _open(filler(next(self._numbers))).extract_chars(0)
            self._left = False


_fonts = _Fonts()
