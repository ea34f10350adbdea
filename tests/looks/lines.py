"""Breaks runs into lines: words measured in their fonts, hyphenated where the look says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.looks.look import FAMILIES, Look
from tests.looks.text import Change, Run

DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
SYLLABLE = re.compile(r"(?<=[aeiouyé])(?=[bcdfghklmnprstvz][aeiouyé])")
RAISED = 0.62  # size of a superscript


string_width = cache(pdfmetrics.stringWidth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a word in one style."""

    text: str
    font: str
    size: float
    raised: bool = False
    change: Change | None = None
    mark: str | None = None
    underlined: bool = False
    spacing: float = 0.0  # behind each character

    @property
    def width(self) -> float:
        return string_width(self.text, self.font, self.size) + self.spacing * len(self.text)


Word = tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A broken line: words with where it begins; `last` lines are not justified."""

    words: tuple[Word, ...]
    x: float
    width: float
    last: bool = False
    number: tuple[Word, ...] = ()
    start: float = 0.0  # where the number begins

    @property
    def marks(self) -> list[str]:
        return [part.mark for word in self.words for part in word if part.mark]


@cache
def family(name: str) -> tuple[str, str, str, str]:
    """Upright, italic, bold and both; a family that this machine lacks is Times."""
    names = FAMILIES[name]
    if name == "DejaVu":
        if not all((DEJAVU / f"{font}.ttf").exists() for font in names):
            return FAMILIES["Times"]
        for font in names:
            pdfmetrics.registerFont(TTFont(font, DEJAVU / f"{font}.ttf"))
    return names


def words_of(runs: tuple[Run, ...], look: Look, size: float, *, bold: bool = False, spacing: float = 0.0) -> list[Word]:
    """The words, each of parts that no space divides."""
    words: list[list[Part]] = [[]]
    for run in runs:
        pieces = [run.text] if run.mark else re.split(r"( )", run.text)
        for piece in pieces:
            if piece == " ":
                words.append([])
            elif piece:
                part = _part(replace(run, text=piece, bold=run.bold or bold), look, size)
                words[-1].append(replace(part, spacing=spacing) if spacing else part)
    return [tuple(word) for word in words if word]


def _part(run: Run, look: Look, size: float) -> Part:
    fonts = family(look.family)
    if run.mark:
        text = run.text if look.mark == "raised" else f"[{run.text}]"
        raised = look.mark == "raised"
        return Part(text=text, font=fonts[0], size=size * (RAISED if raised else 1), raised=raised, mark=run.mark)
    italic, bold = run.italic and look.leads == "italic", run.bold or (run.italic and look.leads == "bold")
    underlined = run.italic and look.leads == "underlined"
    return Part(text=run.text, font=fonts[italic + 2 * bold], size=size, change=run.change, underlined=underlined)


def break_lines(words: list[Word], first: float, left: float, right: float, look: Look) -> Iterator[Row]:
    """Rows between `left` and `right`, the first one from `first`."""
    x, line, used, queue = first, list[Word](), 0.0, list(words)
    while queue:
        word = queue.pop(0)
        space = _space(word) if line else 0.0
        width = sum(part.width for part in word)
        if x + used + space + width <= right + 0.01:
            line.append(word)
            used += space + width
            continue
        head, tail = _divide(word, right - x - used - space, hyphenate=look.hyphenated)
        if head:
            line.append(head)
        elif not line:
            line.append(word)
            tail = ()
        yield Row(words=tuple(line), x=x, width=right - x)
        queue.insert(0, tail if head else word) if head or tail else None
        x, line, used = left, [], 0.0
    if line:
        yield Row(words=tuple(line), x=x, width=right - x, last=True)


def _space(word: Word) -> float:
    return 1.5 * word[0].spacing + string_width(
        " ", word[0].font, word[0].size if not word[0].raised else word[0].size / RAISED
    )


def _divide(word: Word, room: float, *, hyphenate: bool) -> tuple[Word, Word]:
    """The word's head that fits with its hyphen, and the rest; two empty words where it cannot be divided."""
    if len(word) != 1:
        return (), word
    part, best = word[0], 0
    own = [m.end() for m in re.finditer(r"(?<=[a-zé]{2})-(?=[a-zé]{2})", part.text)]
    soft = [m.start() for m in SYLLABLE.finditer(part.text)] if hyphenate and part.text.strip(",.;:").isalpha() else []
    for cut in (*own, *(c for c in soft if 3 <= c <= len(part.text) - 4)):
        text = part.text[:cut] + ("" if cut in own else "-")
        if cut > best and replace(part, text=text).width <= room:
            best = cut
    if not best:
        return (), word
    head = part.text[:best] + ("" if best in own else "-")
    return (replace(part, text=head),), (replace(part, text=part.text[best:]),)
