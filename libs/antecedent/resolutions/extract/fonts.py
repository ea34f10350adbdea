"""A PDF of nothing but fonts, which pushes all others out of pdf_oxide's cache.

pdf_oxide keeps parsed fonts over documents, and takes two fonts of one name for the same one although their widths
differ (its issue 1129): a document then comes out otherwise after another one. Where `widths` cannot tell it of them,
this stands in. The cache holds 1,024 fonts, first in, first out, and cannot be cleared from Python.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import count

CAPACITY = 1024
_NAME = b"Filler"
_SUBSET = re.compile(r"[A-Z]{6}\+")


class Kept:
    """Whether the cache may hold fonts that it would take for those of another document."""

    def __init__(self) -> None:
        self._any = False
        self._numbers = count()

    def note(self, names: Iterable[str]) -> None:
        """The fonts that were read; the library keeps none of a subset."""
        self._any = self._any or not all(_SUBSET.match(name) for name in names)

    def filler(self) -> bytes | None:
        """What to read before another document."""
        needed, self._any = self._any, False
        return filler(next(self._numbers)) if needed else None


def filler(number: int) -> bytes:
    """A page with more fonts than the cache holds, with names that no other number has."""
    return _template().replace(_NAME, b"F%05d" % (number % 100_000))


@cache
def _template() -> bytes:
    numbers = range(5, 5 + CAPACITY)
    content = b"BT ET"  # a page without text objects has its fonts left unread
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<<%s>>>>>>"
        % b"".join(b"/F%d %d 0 R" % (number, number) for number in numbers),
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        *(b"<</BaseFont/%s%04d>>" % (_NAME, number) for number in numbers),  # without a kind they are read fastest
    ]
    parts, offsets, end = [b"%PDF-1.4\n"], list[int](), 9
    for number, body in enumerate(objects, 1):
        offsets.append(end)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        end += len(parts[-1])
    size = len(objects) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    parts += [b"%010d 00000 n \n" % offset for offset in offsets]
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, end))
    return b"".join(parts)
