"""Pieces → rows: what stands on one baseline, with raised and lowered marks beside the words that they stand at."""

import re
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from antecedent.resolutions.extract.glyphs import SPACE, Piece, words_of

Row = list[Piece]

SMALL = 0.85  # of the size of the words beside it: what is smaller may be a raised mark
TOUCH = 0.5  # sizes: a mark stands no further from its word than this, where the line below it has one too
FEWEST = 4  # letters that stand alone and may make a word

_LETTER = re.compile(r"(?<!\S)[^\W\d_](?!\S)")


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Rows from top to bottom, each from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: p.y):
        if rows and piece.y - rows[-1][-1].y <= 0.12 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return [_rejoin_spaced_letters(row) for row in _attach_marks(rows)]


def gap(left: Piece, right: Piece) -> float:
    """White space between neighbours in sizes of the larger."""
    size = left.size if left.size > right.size else right.size
    return (right.x0 - left.x1) / (size or 1.0)


def parted(left: Piece, right: Piece) -> bool:
    """Whether a space stands between neighbours."""
    return right.spaced or gap(left, right) > SPACE


def _attach_marks(rows: list[Row]) -> list[Row]:
    for n, upper in enumerate(rows):
        for lower in rows[n + 1 : n + 3]:  # a row of another column may lie between a mark and its words
            if not upper or not lower:  # its marks went to the row above
                continue
            if lower[0].y - upper[0].y >= 0.8 * max(lower[0].size, upper[0].size):
                break
            _move(upper, lower, raised=True)
            if lower and upper:
                _move(lower, upper, raised=False)
    return [row for row in rows if row]


def _move(small: Row, row: Row, *, raised: bool) -> None:
    """Moves the pieces of `small` that are marks of `row`'s words."""
    size = max(piece.size for piece in row)
    if min(piece.size for piece in small) >= SMALL * size:
        return
    reach = 3 * size if max(piece.size for piece in small) < SMALL * size else TOUCH * size
    small[:] = [word for piece in small for word in words_of(piece)]
    left, right = row[0].x0 - 3 * size, row[-1].x1 + size
    few = [piece for piece in small if piece.size < SMALL * size and left < piece.x0 < right]
    moved = [piece for piece in few if _in_reach(piece, row, reach, raised=raised)]
    if not moved:
        return
    for piece in moved:
        piece.raised = raised
        small.remove(piece)
    words = [word for piece in row for word in (words_of(piece) if _holds(piece, moved) else [piece])]
    row[:] = sorted([*words, *moved], key=lambda p: p.x0)


def _holds(piece: Piece, marks: Row) -> bool:
    return any(piece.x0 < mark.x0 < piece.x1 for mark in marks)


def _in_reach(piece: Piece, row: Row, reach: float, *, raised: bool) -> bool:
    """Near the words, and as far over or under their baseline as marks are; small type on a baseline of its own, such
    as the number of a line in another column, must touch them."""
    nearest = min(row, key=lambda p: max(p.x0 - piece.x1, piece.x0 - p.x1))
    if max(nearest.x0 - piece.x1, piece.x0 - nearest.x1) > reach:
        return False
    rise = (nearest.y - piece.y) / nearest.size
    return 0.1 < rise < 0.75 if raised else -0.35 < rise < -0.03


def _rejoin_spaced_letters(row: Row) -> Row:
    """'R E S O L U T I O N' is one word: single letters at even distances, wider ones between words."""
    if len(_LETTER.findall(" ".join([piece.text for piece in row]))) < FEWEST:
        return row
    row = [word for piece in row for word in words_of(piece)]
    result: Row = []
    run: Row = []
    for piece in row:
        single = len(piece.text) == 1 and (piece.text.isalpha() or (run and piece.text in "’'"))
        if run and (not single or gap(run[-1], piece) > 1.2):
            result += _joined(run)
            run = []
        if single:
            run.append(piece)
        else:
            result.append(piece)
    return result + _joined(run) if run else result


def _joined(run: Row) -> Row:
    if len(run) < FEWEST:
        return run
    even = 1.5 * median(gap(a, b) for a, b in pairwise(run))
    whole = run[0]
    for left, right in pairwise(run):
        if gap(left, right) > even:
            whole.breaks = [*whole.breaks, (len(whole.text), left.x1, right.x0, True)]
            whole.text += " "
        whole.text += right.text
        whole.x1 = right.x1
    return [whole]
