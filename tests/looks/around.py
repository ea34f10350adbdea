"""What is printed around the text of a page."""

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from tests.looks.lines import family
from tests.looks.look import Look

GREY = Color(0.85, 0.85, 0.85)


def draw_furniture(canvas: Canvas, look: Look, number: int, pages: int) -> None:
    """Header, folio, job number, bar code and watermark of a page."""
    width, height = look.paper
    font, size = family(look.family)[0], 8.5
    canvas.setFont(font, size)
    if look.watermark:
        _draw_watermark(canvas, look, font)
    header = look.header_even if look.header_even and number % 2 == 0 else look.header
    side = look.header_side if look.header_side != "alternate" else ("left", "right")[number % 2]
    for n, line in enumerate(header):
        _draw_aligned(canvas, side, look, line, height - look.margin * 0.45 - (n - 1) * size)
    if look.header and look.ruled:
        canvas.line(look.margin, height - look.margin + 2, width - look.margin, height - look.margin + 2)
    folio = look.page_number.format(page=number, pages=pages)
    canvas.drawCentredString(width / 2, height - 16 if look.page_number_top else look.margin * 0.5, folio)
    if look.job:
        canvas.drawString(look.margin, look.margin * 0.5, look.job)
    if look.bar_code and number == 1:
        canvas.drawString(look.margin, look.margin * 0.5 - size, look.bar_code)


def _draw_watermark(canvas: Canvas, look: Look, font: str) -> None:
    canvas.saveState()
    canvas.setFillColor(GREY)
    canvas.setFont(font, 90)
    canvas.translate(look.paper[0] / 2, look.paper[1] / 2)
    canvas.rotate(45)
    canvas.drawCentredString(0, 0, look.watermark)
    canvas.restoreState()


def _draw_aligned(canvas: Canvas, side: str, look: Look, line: str, y: float) -> None:
    if side == "centre":
        canvas.drawCentredString(look.paper[0] / 2, y, line)
    elif side == "left":
        canvas.drawString(look.margin, y, line)
    else:
        canvas.drawRightString(look.paper[0] - look.margin, y, line)
