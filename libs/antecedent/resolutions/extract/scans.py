"""Pages that are pictures: read by whoever reads pictures (OCR), into the same pieces as digital ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from antecedent.resolutions.extract.glyphs import Piece, Style
from antecedent.resolutions.models import Box

DOTS_PER_INCH = 200
LANGUAGES = ("en", "fr", "es")
HEIGHT = 1.35  # font sizes that a word of middling height makes
ALIKE = 0.15  # lines whose sizes differ less have one size: pictures are no finer than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word read from a picture; its box is in pixels from the top left, `line` tells words of one line apart."""

    text: str
    box: Box
    line: int


class Reader(Protocol):
    """Reads a picture (PNG) in languages given as ISO 639-1 codes."""

    def __call__(self, image: bytes, languages: tuple[str, ...]) -> tuple[Word, ...]: ...


def pieces_from(words: Sequence[Word]) -> list[Piece]:
    """Words → pieces in points; the words of a line share its baseline and size."""
    scale = 72 / DOTS_PER_INCH
    lines: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    usual = median(_size(line) for line in lines.values()) if lines else 0.0
    pieces: list[Piece] = []
    for line in lines.values():
        size = _size(line)
        size = usual if abs(size - usual) < ALIKE * usual else size
        y = median(word.box.bottom for word in line)
        pieces += [
            Piece(w.text, w.box.x0 * scale, w.box.x1 * scale, y * scale, round(size * scale, 1), "", PLAIN, True)
            for w in line
        ]
    return pieces


PLAIN = Style(italic=False, bold=False, mark=None, colour=(0.0, 0.0, 0.0), rotation=0.0)


def _size(line: Iterable[Word]) -> float:
    return HEIGHT * median(word.box.bottom - word.box.top for word in line)


def warning(pages: Sequence[int], *, read: bool) -> str:
    """What is said of pages that stay without words."""
    numbers = ", ".join(map(str, pages))
    which = f"Page {numbers} is a picture" if len(pages) == 1 else f"Pages {numbers} are pictures"
    if read:
        return f"{which} in which OCR found no words; what stands there is missing."
    return f"{which} and no OCR is installed; what stands there is missing. Install tesseract and read the file again."
