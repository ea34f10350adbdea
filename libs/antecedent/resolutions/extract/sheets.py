"""A page from the source that reads it right: pdf_oxide, or pdfium where that finds disorder."""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.changes import marker_for, spread_colours
from antecedent.resolutions.extract.direction import as_seen
from antecedent.resolutions.extract.drawing import Rule, rules_of
from antecedent.resolutions.extract.garbled import is_garbled
from antecedent.resolutions.extract.glyphs import Glyph, Marker, Piece, Style, pieces_of, right_to_left
from antecedent.resolutions.extract.objects import Objects
from antecedent.resolutions.extract.oxide import Oxide, coloured_style_of, mark_of, marked_style_of, style_of, turn_of
from antecedent.resolutions.extract.scans import DOTS_PER_INCH, Pictures, pieces_from
from antecedent.resolutions.extract.tags import Element, Elements, read_tree
from antecedent.resolutions.models import Change

if TYPE_CHECKING:
    from antecedent.resolutions.extract.pdfium import Pdfium

A4 = (595.0, 842.0)

Frame = tuple[float, float, float, float]  # left and bottom in the file's coordinates, width, height

STAMP = 0.1  # share of a page's characters that a watermark or a note along the margin may have


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page turned so that its text stands upright; `aside` is what stands at another angle."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    aside: list[Piece]
    rules: list[Rule]
    source: Literal["digital", "ocr", "empty"] = "digital"
    unread: bool = False  # something is drawn on it, but no words were found
    elements: Elements = field(default_factory=dict[int, Element])  # of the structure tree, by the marks of the pieces


class Source:
    """An open PDF; raises Rejected('damaged' | 'encrypted' | 'empty') when neither library opens it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdfium: Pdfium | None = None
        self._objects = Objects(data)
        self._oxide = _open_oxide(data, self._objects)
        self.count = self._oxide.count if self._oxide else self.pdfium.count
        self._tree = read_tree(self._objects) if self._oxide else {}
        self._as_drawn = not self._objects.speak_of(b"/CropBox", b"/Rotate", b"/UserUnit")
        self._failed: list[int] = []
        self._garbled: list[int] = []
        if not self.count:
            raise Rejected("empty", "The file has no pages. Ask its sender for a new copy.")

    @property
    def tagged(self) -> bool:
        """Whether the file has a structure tree."""
        return bool(self._tree) if self._oxide else self.pdfium.tagged

    @property
    def pdfium(self) -> "Pdfium":
        """Opened when first needed."""
        if self._pdfium is None:
            from antecedent.resolutions.extract.pdfium import Pdfium  # a tenth of the start, seldom needed

            self._pdfium = Pdfium(self._data)
        return self._pdfium

    @property
    def warnings(self) -> tuple[str, ...]:
        said = (
            (self._failed, "Damaged, and read as empty: page {}. Ask for a new copy of the file."),
            (self._garbled, "The text layer says other letters than the print, and OCR did not read it: page {}."),
        )
        return tuple(text.format(", ".join(map(str, pages))) for pages, text in said if pages)

    def sheet(self, index: int, ocr: Pictures | None = None) -> Sheet:
        """A page; one that is a picture, or whose text layer is none, is read by `ocr`."""
        sheet = self._digital(index)
        if sheet.pieces and is_garbled(sheet.pieces):
            return self._reread(sheet, index, ocr)
        return sheet if sheet.pieces or sheet.aside else self._picture(sheet, index, ocr)

    def _reread(self, sheet: Sheet, index: int, ocr: Pictures | None) -> Sheet:
        read = self._picture(sheet, index, ocr) if ocr else sheet
        if read.source == "ocr":
            return replace(read, aside=[], elements={})
        self._garbled.append(index + 1)
        return sheet

    def _digital(self, index: int) -> Sheet:
        if self._oxide:
            try:
                sheet = _fast_sheet(self._oxide, index, self._frame(self._oxide, index), self._tree.get(index, {}))
            except Exception:  # a page that one library cannot read is left to the other
                sheet = None
            if sheet:
                return sheet
        try:
            return _sure_sheet(self.pdfium, index)
        except Exception as error:  # one bad page does not spoil the others
            if isinstance(error, Rejected) and error.code == "encrypted":
                raise
            self._failed.append(index + 1)
            return Sheet(index + 1, *A4, [], [], [])

    def _picture(self, sheet: Sheet, index: int, ocr: Pictures | None) -> Sheet:
        empty = replace(sheet, source="empty")
        try:
            if self.pdfium.is_blank(index):
                return empty
            pieces = pieces_from(ocr.words(self.pdfium.picture(index, DOTS_PER_INCH))) if ocr else []
        except Exception as error:  # a picture that cannot be drawn cannot be read
            if isinstance(error, Rejected) and error.code == "encrypted":
                raise
            return empty
        return replace(sheet, pieces=pieces, source="ocr") if pieces else replace(empty, unread=True)

    def _frame(self, oxide: Oxide, index: int) -> Frame:
        """As the page is cropped; pdfium tells at once how it is, the other only after going through all pages."""
        left, bottom, width, height = oxide.frame(index)
        if self._as_drawn and width > 0 and height > 0:
            return left, bottom, width, height
        try:
            across, down = self.pdfium.size(index)
        except Rejected:
            return left, bottom, width, height
        if not _alike(across * down, width * height):
            left, bottom, width, height = self.pdfium.frame(index)
        turned = _alike(across, height) and _alike(down, width)
        return (left, bottom, height, width) if turned else (left, bottom, width, height)


def _open_oxide(data: bytes, objects: Objects) -> Oxide | None:
    try:
        oxide = Oxide(data, objects)
        return oxide if oxide.count else None
    except Exception:  # whatever it stumbles over, the other library has its turn
        return None


def _alike(a: float, b: float) -> bool:
    return abs(a - b) < 0.01


def _fast_sheet(oxide: Oxide, index: int, frame: Frame, elements: Elements) -> Sheet | None:
    """None where the page is better read by pdfium."""
    left, bottom, width, height = frame
    glyphs, top = oxide.glyphs(index, left), bottom + height
    style, kind = (marked_style_of, mark_of) if elements else (style_of, turn_of)
    upright, aside = _parted(_downwards(pieces_of(zip(*glyphs, strict=True), style, kind), top))
    if _is_disorder(upright, aside):
        return None
    rules = rules_of(oxide.paths(index), left, top)
    marker = marker_for(rules, upright, oxide.links(index, left, top)) if rules else None
    if marker:
        flipped = partial(_asked_upwards, marker, top)
        marked = pieces_of(zip(*glyphs, strict=True), coloured_style_of, mark_of, flipped)
        upright, aside = _parted(spread_colours(_downwards(marked, top)))
    return Sheet(index + 1, width, height, upright, aside, rules, elements=elements)


def _downwards(pieces: list[Piece], top: float) -> list[Piece]:
    """Baselines from the page's top, of which the file counts upwards: a piece has many characters to turn."""
    for piece in pieces:
        piece.y = top - piece.y
    return pieces


def _asked_upwards(marker: Marker, top: float, x: float, y: float, size: float) -> Change | None:
    return marker(x, top - y, size)


def _parted(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """What stands upright, and what stands at another angle: a watermark, a note along the margin."""
    upright = [piece for piece in pieces if not piece.style.rotation]
    return upright, [piece for piece in pieces if piece.style.rotation] if len(upright) < len(pieces) else []


def _is_disorder(pieces: list[Piece], aside: list[Piece]) -> bool:
    """More than a stamp of turned text, right-to-left text, characters without a code."""
    if any(piece.size <= 0 for piece in pieces) or (aside and _length(aside) > STAMP * _length(pieces)):
        return True
    odd = [word for piece in pieces if not piece.text.isascii() for word in piece.text.split(" ")]
    return right_to_left(odd) or any("\ufffd" in text[:-1] or text == "\ufffd" or _private(text) for text in odd)


def _length(pieces: list[Piece]) -> int:
    return sum(len(piece.text.replace(" ", "")) for piece in pieces)


def _private(text: str) -> bool:
    return any("\ue000" <= c <= "\uf8ff" for c in text) and len(text) > 1


def _sure_sheet(pdfium: "Pdfium", index: int) -> Sheet:
    glyphs, _, width, height = pdfium.glyphs(index)
    upright = [glyph for glyph in glyphs if not _turned(glyph)]
    aside = pieces_of([glyph for glyph in glyphs if _turned(glyph)], _own_style, _own_style)
    return Sheet(index + 1, width, height, pieces_of(as_seen(upright), _own_style, _own_style), aside, [])


def _turned(glyph: Glyph) -> bool:
    return 2 < glyph[6].rotation < 358


def _own_style(style: Any) -> Style:
    return style
