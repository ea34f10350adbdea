# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
"""The one place that knows pdf_oxide: the fast source of a page's glyphs and drawn paths."""

from functools import cache
from operator import add, attrgetter
from typing import Any

import pdf_oxide

from antecedent.resolutions.extract.fonts import Kept
from antecedent.resolutions.extract.glyphs import BLACK, Style, is_bold
from antecedent.resolutions.extract.objects import Objects
from antecedent.resolutions.extract.widths import with_widths

# of each character of a page: text, x0, x1, baseline (upwards, as in the file), font size, font, the character itself
Glyphs = tuple[list[str], list[float], list[float], list[float], list[float], list[str], list[Any]]

mark_of = attrgetter("mcid")  # in the structure tree
turn_of = attrgetter("rotation_degrees")
_X, _Y, _WIDTH, _TEXT, _SIZE, _FONT = map(
    attrgetter, ("origin_x", "origin_y", "advance_width", "char", "font_size", "font_name")
)


class Oxide:
    """A PDF open in pdf_oxide; raises whatever the library raises, the caller decides what that means.

    One at a time in a process: the library's fonts are shared, see `fonts`.
    """

    def __init__(self, data: bytes, objects: Objects) -> None:
        if filler := _kept.filler():
            _open(filler).extract_chars(0)
        data, self._told = with_widths(data, objects)
        self._document: Any = _open(data)
        self.count = int(self._document.page_count)

    def frame(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a page's sheet, before it is cropped and turned.

        What the library tells of cropping and turning it looks up by going through all pages, in a copy of the file.
        """
        x0, y0, x1, y1 = self._document[index].bbox
        return x0, y0, x1 - x0, y1 - y0

    def glyphs(self, index: int, left: float) -> Glyphs:
        """`left` is where the page begins in the coordinates of the file, in which baselines stay."""
        # asked with layers to leave out, even none, the library neither keeps a page's characters nor copies them
        characters = self._document.extract_chars(index, exclude_layers=[])
        x0 = [x - left for x in map(_X, characters)] if left else list(map(_X, characters))
        x1 = list(map(add, x0, map(_WIDTH, characters)))
        y, texts, sizes, fonts = (list(map(of, characters)) for of in (_Y, _TEXT, _SIZE, _FONT))
        if not self._told:
            _kept.note(set(fonts))
        return _mend_spaces((texts, x0, x1, y, sizes, fonts, characters))

    def paths(self, index: int) -> list[dict[str, Any]]:
        return self._document.extract_paths(index)

    def links(self, index: int, left: float, top: float) -> list[tuple[float, float, float, float]]:
        """The boxes of a page's links, as (x0, y0, x1, y1) from its top left."""
        boxes = [note["rect"] for note in self._document.get_annotations(index) if note.get("subtype") == "Link"]
        return [(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in boxes]


def _mend_spaces(glyphs: Glyphs) -> Glyphs:
    """A no-break space that some fonts map to its two bytes arrives as 'Â' and, right behind it, the space."""
    texts, x0, x1, y, sizes, *_ = glyphs
    for i in [i for i, text in enumerate(texts) if text == "Â"] if "Â" in texts else ():
        after = range(i + 1, min(i + 4, len(texts)))
        if any(texts[n] == "\xa0" and y[n] == y[i] and abs(x0[n] - x1[i]) < 0.02 * sizes[i] for n in after):
            texts[i] = " "
    return glyphs


def style_of(c: Any) -> Style:
    """Without the colour, which few pages ask for."""
    italic, bold = _face(c.font_name, c.is_italic, c.font_weight)
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


_kept = Kept()
