"""Lines written from the right: from the order in which they are seen to that in which they are read."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from antecedent.resolutions.extract.glyphs import Glyph, right_to_left
from antecedent.resolutions.models import Line, Span

_MIRRORED = str.maketrans("()[]", ")(][")
WITHIN = ".,:/-+%’' "  # between letters or digits from the left they belong to them

Character = tuple[str, int]  # with the span that it stands in


def as_seen(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs from left to right where some are written from the right; files hold those in any order."""
    if not right_to_left([glyph[0] for glyph in glyphs]):
        return glyphs
    return sorted(glyphs, key=lambda glyph: (glyph[3], glyph[1]))


def as_read(line: Line) -> Line:
    """The line in reading order: the whole turned where most of its letters are written from the right, else those."""
    text = line.text
    if text.isascii() or not right_to_left([text]):
        return line
    letters = [c for c in text if c.isalpha()]
    seen = [(c, n) for n, span in enumerate(line.spans) for c in span.text]
    if 2 * sum(map(_from_the_right, letters)) < len(letters):
        read = [character for run in _runs(seen, ("R", "AL", "NSM"), " ") for character in run]
    else:
        read = [character for run in _runs(seen[::-1], ("L", "EN", "AN"), WITHIN) for character in run]
    spans = [_span(line.spans[n], list(run)) for n, run in groupby(_mirrored(read), key=lambda c: c[1])]
    return replace(line, spans=tuple(spans))


def _from_the_right(c: str) -> bool:
    return unicodedata.bidirectional(c) in ("R", "AL")


def _runs(characters: list[Character], kinds: tuple[str, ...], within: str) -> Iterator[list[Character]]:
    """Characters with each run of these kinds, and of what stands within it, turned round."""
    run: list[Character] = []
    for character in characters:
        if unicodedata.bidirectional(character[0]) in kinds or (run and character[0] in within):
            run.append(character)
            continue
        yield from _turned(run, within)
        run = []
        yield [character]
    yield from _turned(run, within)


def _turned(run: list[Character], within: str) -> Iterator[list[Character]]:
    """What stands behind the last of a run does not belong to it."""
    end = len(run)
    while end and run[end - 1][0] in within:
        end -= 1
    yield run[:end][::-1]
    yield run[end:]


def _mirrored(read: list[Character]) -> list[Character]:
    """Some files hold brackets as they look, some but one of a pair: those are turned that cannot stand so."""
    places = [n for n, (c, _) in enumerate(read) if c in "()[]"]
    kinds = [read[n][0] for n in places]
    if not kinds or (kinds[0] in "([" and len(set(kinds)) > 1) or len(kinds) % 2:
        return read
    for order, n in enumerate(places):
        opened = read[n][0].translate(_MIRRORED) if read[n][0] in ")]" else read[n][0]
        read[n] = (opened.translate(_MIRRORED) if order % 2 else opened), read[n][1]
    return read


def _span(span: Span, run: list[Character]) -> Span:
    """Letters in the forms that they have at the beginning or end of a word become the letters themselves."""
    return replace(span, text=unicodedata.normalize("NFKC", "".join(c for c, _ in run)))
