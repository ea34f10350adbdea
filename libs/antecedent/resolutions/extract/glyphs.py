# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false
"""The one place that knows pdf_oxide: a page's characters, gathered into pieces of words."""

from dataclasses import dataclass
from typing import Any

import pdf_oxide

from antecedent.resolutions.errors import Rejected


@dataclass(slots=True)
class Piece:
    """Characters that touch, of one style and baseline; `y` is the baseline from the top of the page."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    italic: bool
    bold: bool
    mark: int | None  # mark in the structure tree (mcid)
    rotation: float
    colour: tuple[float, float, float]
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as the file has it."""

    number: int
    width: float
    height: float
    pieces: list[Piece]


def open_pdf(data: bytes) -> "pdf_oxide.PdfDocument":
    """Opens a PDF; raises Rejected('damaged')."""
    pdf_oxide.disable_logging()
    try:
        return pdf_oxide.PdfDocument.from_bytes(data)
    except Exception as error:
        raise Rejected("damaged", f"The file cannot be opened ({error}). Ask its sender for a new copy.") from error


def read_sheet(document: "pdf_oxide.PdfDocument", index: int) -> Sheet:
    x0, y0, x1, y1 = document.page_crop_box(index) or document.page_media_box(index)
    return Sheet(index + 1, x1 - x0, y1 - y0, _pieces(document.extract_chars(index), x0, y1))


def _pieces(characters: list[Any], left: float, top: float) -> list[Piece]:
    pieces: list[Piece] = []
    current: Piece | None = None
    for c in characters:
        text = c.char
        if text.isspace():
            current = None if current and c.origin_x > current.x0 else current
            continue
        x, y, size, font = c.origin_x - left, top - c.origin_y, c.font_size, c.font_name
        if (
            current
            and y == current.y
            and size == current.size
            and font == current.font
            and -0.4 * size < x - current.x1 < 0.12 * size
        ):
            current.text += text
            current.x1 = x + c.advance_width
            continue
        bold = c.font_weight not in ("Normal", "Light", "Medium", "Thin", "ExtraLight")
        current = Piece(
            text, x, x + c.advance_width, y, size, font, c.is_italic, bold, c.mcid, c.rotation_degrees, c.color
        )
        pieces.append(current)
    return pieces
