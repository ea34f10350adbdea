"""Pages that are pictures: what a reader of pictures (OCR) must offer."""

from dataclasses import dataclass
from typing import Protocol

from antecedent.resolutions.models import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word read from a picture; its box is in pixels from the top left, `line` tells words of one line apart."""

    text: str
    box: Box
    line: int


class Reader(Protocol):
    """Reads a picture (PNG) in languages given as ISO 639-1 codes."""

    def __call__(self, image: bytes, languages: tuple[str, ...]) -> tuple[Word, ...]: ...
