"""The objects of a PDF as they are written, for what the readers of text do not tell, or tell slowly."""

import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

LARGEST = 1 << 25  # bytes of a stream of objects once unpacked; more is a trap

_OBJECT = re.compile(rb" obj\b")
_NUMBER = re.compile(rb"(\d{1,8})\s+\d{1,5}$")
_COUNT, _FIRST = re.compile(rb"/N\s+(\d+)"), re.compile(rb"/First\s+(\d+)")


class _Found(NamedTuple):
    at: dict[int, tuple[bytes, int]]  # number → the bytes that hold the object, and where in them it begins
    streams: list[bytes]  # of objects, unpacked
    whole: bool  # whether all such streams could be unpacked


class Objects:
    """The objects of a file by number; what a later update wrote counts. Looked for when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __getitem__(self, number: int) -> bytes:
        data, start = self._found.at[number]
        end = data.find(b"endobj", start)
        return data[start : end if end >= 0 else len(data)]

    def get(self, number: int) -> bytes:
        """Empty where there is none."""
        return self[number] if number in self._found.at else b""

    def values(self) -> Iterator[bytes]:
        """All of them, what was written last first."""
        return (self[number] for number in reversed(self._found.at))

    def items(self) -> Iterator[tuple[int, bytes]]:
        """With their numbers."""
        return ((number, self[number]) for number in self._found.at)

    def speak_of(self, *names: bytes) -> bool:
        """Whether any of the names may stand in an object: sure of it only where the answer is no."""
        if any(name in self._data for name in names):
            return True
        if b"/ObjStm" not in self._data:
            return b"/Encrypt" in self._data
        return not self._found.whole or any(name in text for text in self._found.streams for name in names)

    @property
    def whole(self) -> bool:
        """Whether all that are packed in streams could be read."""
        return self._found.whole

    @cached_property
    def _found(self) -> _Found:
        found, data = _Found({}, [], whole=True), self._data
        for match in _OBJECT.finditer(data):
            number, start = _NUMBER.search(data, max(0, match.start() - 16), match.start()), match.end()
            if number is None:
                continue
            found.at[int(number[1])] = data, start
            if b"/ObjStm" in data[start : start + 200].partition(b"endobj")[0]:
                found = _with_packed(found, data, start)
        return found


def _with_packed(found: _Found, data: bytes, start: int) -> _Found:
    """With the objects of a compressed stream, each in its own bytes; none where it is written in another way."""
    begin = data.find(b"stream", start)
    head = data[start:begin]
    count, first = _COUNT.search(head), _FIRST.search(head)
    begin += 8 if data[begin + 6 : begin + 8] == b"\r\n" else 7
    if b"/FlateDecode" not in head or b"/Predictor" in head or not count or not first:
        return found._replace(whole=False)
    try:
        text = zlib.decompressobj().decompress(data[begin : data.find(b"endstream", begin)], LARGEST)
        offsets = [int(each) for each in text[: int(first[1])].split()[: 2 * int(count[1])]]
    except (zlib.error, ValueError):
        return found._replace(whole=False)
    starts = [int(first[1]) + offset for offset in offsets[1::2]]
    ends = [*starts[1:], len(text)]
    found.at.update((number, (text[a:b], 0)) for number, a, b in zip(offsets[::2], starts, ends, strict=False))
    found.streams.append(text)
    return found
