"""Pages that the tests of extraction typeset for themselves, with ReportLab."""

import io
from collections.abc import Callable, Iterable

from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.models import Line

A4 = (595.0, 842.0)
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF with one page for each function that draws one; coordinates from the bottom left."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, x: float, y: float, text: str, *, size: float = 11, font: str = "Times-Roman") -> float:
    """Writes from x on and says where the text ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)
    return x + canvas.stringWidth(text, font, size)


def paragraph(canvas: Canvas, top: float, lines: Iterable[str], *, x: float = 72, size: float = 11) -> None:
    for i, line in enumerate(lines):
        write(canvas, x, top - i * 1.2 * size, line, size=size)


def prose(count: int, start: int = 0) -> list[str]:
    """Lines that fill a page and are all different."""
    words = ("Parties", "wardens", "lagoons", "herons", "ferries", "lamps", "ledgers", "harbours", "tides", "reeds")
    return [" ".join(words[(i * 5 + j * 7 + start) % len(words)] for j in range(11)) for i in range(count)]


def texts(lines: tuple[Line, ...], role: str = "body") -> list[str]:
    """What the lines of a role say."""
    return [line.text for line in lines if line.role == role]
