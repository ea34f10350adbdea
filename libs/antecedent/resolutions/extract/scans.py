"""Pages that are pictures: read by whoever reads pictures (OCR), into the same pieces as digital ones."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from antecedent.resolutions.extract.glyphs import Piece, Style
from antecedent.resolutions.models import Box

DOTS_PER_INCH = 200
LANGUAGES = {  # that a script may be read in, those of the treaty bodies first
    "Latin": ("en", "fr", "es", "pt", "de"), "Cyrillic": ("ru",), "Arabic": ("ar",), "Han": ("zh",),
}  # fmt: skip
HEIGHT = 1.35  # font sizes that a word of middling height makes
ALIKE = 0.15  # lines whose sizes differ less have one size: pictures are no finer than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word read from a picture; its box is in pixels from the top left, `line` tells words of one line apart."""

    text: str
    box: Box
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whoever reads pictures (PNG); languages are ISO 639-1 codes."""

    languages: frozenset[str]  # that it knows
    read: Callable[[bytes, tuple[str, ...]], tuple[Word, ...]]  # a picture in some of them
    script: Callable[[bytes], str | None]  # 'Latin', 'Cyrillic', 'Arabic', 'Han' …; None where it cannot tell


@dataclass(slots=True)
class Pictures:
    """The pictures of one document, read in the languages of the script of the first of them."""

    reader: Reader
    script: str | None = None

    def words(self, image: bytes) -> tuple[Word, ...]:
        """None in a script that the reader has no language for: what it saw in it would be made up."""
        if self.script is None:
            self.script = self.reader.script(image) or "Latin"
        known = tuple(code for code in LANGUAGES.get(self.script, ()) if code in self.reader.languages)
        return self.reader.read(image, known) if known else ()

    @property
    def foreign(self) -> str | None:
        """The script that could not be read."""
        known = self.script is None or any(code in self.reader.languages for code in LANGUAGES.get(self.script, ()))
        return None if known else self.script


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


def warning(pages: Sequence[int], *, read: bool, foreign: str | None = None) -> str:
    """What is said of pages that stay without words; `foreign` is a script that OCR has no language for."""
    numbers = ", ".join(map(str, pages))
    which = f"Page {numbers} is a picture" if len(pages) == 1 else f"Pages {numbers} are pictures"
    if foreign:
        return (
            f"{which} in {foreign} script, and OCR has no language for it here; install tesseract's and read it again."
        )
    if read:
        return f"{which} in which OCR found no words; what stands there is missing."
    return f"{which} and no OCR is installed; what stands there is missing. Install tesseract and read the file again."
