"""Typesets samples/sources/*.md into samples/*.pdf, each in the look that its front matter names.

    python -m samples.typeset [FOLDER]

The same sources give the same bytes, but for the scanned page, whose image is compressed by the machine's zlib.
"""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.looks.look import LETTER, Look
from tests.looks.page import typeset
from tests.looks.source import read_source
from tests.looks.text import Text

HERE = Path(__file__).resolve().parent
PLAIN = Look(name="plain", header_side="right", ruled=True)
LOOKS = {
    "plain": PLAIN,
    "header": replace(PLAIN, name="header", header_side="alternate", indent="hanging", size=11),
    "sans": replace(
        PLAIN, name="sans", family="Helvetica", size=10, justified=False, page_number="Page {page} of {pages}"
    ),
    "meeting": replace(PLAIN, name="meeting", family="Helvetica", size=9.5, header_side="left", indent="hanging"),
    "tracked": replace(PLAIN, name="tracked", indent="hanging", leading=1.35, coloured=True, watermark="DRAFT"),
    "lettered": replace(PLAIN, name="lettered", paper=LETTER, indent="first-line", size=11, line_numbers=5),
    "french": replace(PLAIN, name="french", ruled=False, columns=2, size=11, hyphenated=True, gap=6, step=14),
    "spanish": replace(PLAIN, name="spanish", paper=LETTER, gap=10, justified=False, page_number="{page}/{pages}"),
    "columns": replace(PLAIN, name="columns", columns=2, size=9, gap=3, step=12, hyphenated=True),
    "old": replace(PLAIN, name="old", family="Courier", size=9.5, justified=False, notes="end", mark="bracket"),
    "scanned": replace(PLAIN, name="scanned", header=(), size=12, gap=12),
}

WITHOUT_HEADER = ("scanned", "french")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in samples():
        (folder / f"{name}.pdf").write_bytes(data)


def samples() -> Iterator[tuple[str, bytes]]:
    """Each sample's name and its PDF."""
    for name, text, look in texts():
        data = typeset(text, look)
        yield name, scanned(data) if look.name == "scanned" else data


def texts() -> Iterator[tuple[str, Text, Look]]:
    """Each sample's name, its text and its look; a tracked draft gives its accepted text too."""
    for path in sorted((HERE / "sources").glob("*.md")):
        text = read_source(path)
        yield path.stem, text, _look(text, "look")
        if name := text.meta.get("accepted_as"):
            yield name, text.accepted(), _look(text, "accepted_look")


def _look(text: Text, key: str) -> Look:
    look = LOOKS[text.meta[key]]
    return look if look.name in WITHOUT_HEADER else replace(look, header=(str(text.meta["symbol"]),))


def scanned(data: bytes) -> bytes:
    """The pages as images alone, slightly askew, as a copier leaves them."""
    document = pypdfium2.PdfDocument(data)
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in document:
        width, height = page.get_size()
        image = page.render(scale=200 / 72, grayscale=True).to_pil().rotate(0.4, fillcolor=255).convert("1", dither=0)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(image), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main()
