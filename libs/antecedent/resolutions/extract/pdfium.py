# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportAttributeAccessIssue=false, reportPrivateUsage=false
"""The one place that knows pdfium: the slow and sure source of glyphs, and pictures of pages."""

import ctypes
import io
import math
from collections import Counter
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract.glyphs import Glyph, Style, is_bold


class Pdfium:
    """A PDF open in pdfium; raises Rejected when it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document: Any = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(error) from error
        self.count = len(self._document)
        self.tagged = bool(raw.FPDFCatalog_IsTagged(self._document.raw))

    def frame(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, width and height of a page before rotation, as it is cropped."""
        left, bottom, right, top = self._document[index].get_bbox()
        return left, bottom, right - left, top - bottom

    def size(self, index: int) -> tuple[float, float]:
        """Width and height of a page as it is shown, cropped and turned; told without reading the page."""
        return self._document.get_page_size(index)

    def glyphs(self, index: int, rotation: int | None = None) -> tuple[list[Glyph], int, float, float]:
        """Glyphs with the page turned so that its text stands upright; also that rotation, width and height."""
        left, bottom, width, height = self.frame(index)
        page = self._document[index]
        text = page.get_textpage()
        found = [_Char(text.raw, i) for i in range(raw.FPDFText_CountChars(text.raw))]
        turned = _main_rotation(found) if rotation is None else rotation
        glyphs = [c.glyph(turned, left, bottom, width, height) for c in found if c.text]
        text.close()
        page.close()
        return glyphs, turned, *((height, width) if turned % 180 else (width, height))

    def is_blank(self, index: int) -> bool:
        """Whether nothing at all is drawn on a page."""
        page = self._document[index]
        blank = raw.FPDFPage_CountObjects(page.raw) == 0
        page.close()
        return blank

    def picture(self, index: int, dots_per_inch: int) -> bytes:
        """A page as PNG."""
        page = self._document[index]
        image = page.render(scale=dots_per_inch / 72, grayscale=True).to_pil()
        page.close()
        stream = io.BytesIO()
        image.save(stream, "PNG")
        return stream.getvalue()

    def close(self) -> None:
        self._document.close()


class _Char:
    """A character as pdfium has it, in the coordinates of the file."""

    def __init__(self, page: Any, index: int) -> None:
        code = raw.FPDFText_GetUnicode(page, index)
        generated = raw.FPDFText_IsGenerated(page, index) == 1
        self.text = "" if generated and code in (0xD, 0xA) else _character(code)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        self.x, self.y = x.value, y.value
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(page, index, box)
        self.box = (box.left, box.bottom, box.right, box.top)
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(page, index, matrix)
        self.size = round(raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d), 3)
        self.angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        self.weight = raw.FPDFText_GetFontWeight(page, index)
        self.font, self.flags = _font(page, index)
        self.generated = generated

    def glyph(self, turned: int, left: float, bottom: float, width: float, height: float) -> Glyph:
        """Turned by a multiple of 90°; what stands at another angle says so in its style."""
        x, y = self.x - left, self.y - bottom
        x0, x1, y0, y1 = self.box[0] - left, self.box[2] - left, self.box[1] - bottom, self.box[3] - bottom
        start, end, baseline = {
            0: (x, x1, height - y),
            90: (y, y1, x),
            180: (width - x, width - x0, y),
            270: (height - y, height - y0, width - x),
        }[turned]
        italic = bool(self.flags & 64) or "Italic" in self.font or "Oblique" in self.font
        bold = is_bold("Bold" if self.weight >= 600 else "", self.font)
        style = Style(italic, bold, None, (0.0, 0.0, 0.0), (self.angle - turned) % 360)
        font = "" if self.generated else self.font
        return self.text, start, end, round(baseline, 3), self.size, font, style


def _main_rotation(characters: list[_Char]) -> int:
    counts: Counter[int] = Counter({0: 0})
    for c in characters:
        if not c.text.isspace() and abs(c.angle - round(c.angle / 90) * 90) < 1:
            counts[round(c.angle / 90) * 90 % 360] += 1
    return max(counts, key=lambda rotation: counts[rotation])


def _character(code: int) -> str:
    if code in (0x2, 0xFFFE):  # pdfium's own mark for a hyphen that breaks a word at a line end
        return "\u00ad"
    return chr(code) if code and code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _font(page: Any, index: int) -> tuple[str, int]:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    length = raw.FPDFText_GetFontInfo(page, index, name, 128, flags)
    return name.value.decode("utf-8", "replace") if length else "", flags.value


def _refusal(error: Exception) -> Rejected:
    if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        return Rejected("encrypted", "The file asks for a password. Save it without one and try again.")
    return Rejected("damaged", "The file is damaged and cannot be opened. Ask its sender for a new copy.")
