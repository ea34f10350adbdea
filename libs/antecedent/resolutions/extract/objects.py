"""The objects of a PDF as they are written, for what the readers of text do not tell, or tell slowly."""

import re
import zlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

LARGEST = 1 << 25  # bytes of a stream of objects once unpacked; more is a trap

_OBJECT = re.compile(rb" obj\b")
_NUMBER = re.compile(rb"(\d{1,8})\s+\d{1,5}$")
_COUNT, _FIRST = re.compile(rb"/N\s+(\d+)"), re.compile(rb"/First\s+(\d+)")


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """Bytes that hold objects: the file, or a stream of objects unpacked."""

    text: bytes
    numbers: list[int] = field(default_factory=list[int])
    starts: list[int] = field(default_factory=list[int])


@dataclass(slots=True)
class _Found:
    stretches: list[_Stretch]  # the file first
    at: dict[int, tuple[_Stretch, int]]  # number → where it is, as the how manieth
    whole: bool = True

    def add(self, stretch: _Stretch, number: int, start: int) -> None:
        self.at[number] = stretch, len(stretch.starts)
        stretch.numbers.append(number)
        stretch.starts.append(start)


class Objects:
    """The objects of a file by number; what a later update wrote counts. Looked for when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def __getitem__(self, number: int) -> bytes:
        stretch, n = self._found.at[number]
        start = stretch.starts[n]
        if stretch.text is self._data:
            end = self._data.find(b"endobj", start)
        else:
            end = stretch.starts[n + 1] if n + 1 < len(stretch.starts) else -1
        return stretch.text[start : end if end >= 0 else len(stretch.text)]

    def get(self, number: int) -> bytes:
        """Empty where there is none."""
        return self[number] if number in self._found.at else b""

    def holding(self, name: bytes) -> Iterator[tuple[int, bytes]]:
        """The objects in which a name stands, with their numbers, as they follow each other in the file."""
        for stretch in self._found.stretches:
            at = stretch.text.find(name)
            while at >= 0:
                n = bisect_right(stretch.starts, at) - 1
                if n >= 0 and self._found.at[stretch.numbers[n]] == (stretch, n) and name in self[stretch.numbers[n]]:
                    yield stretch.numbers[n], self[stretch.numbers[n]]
                following = stretch.starts[n + 1] if n + 1 < len(stretch.starts) else len(stretch.text)
                at = stretch.text.find(name, following)

    def speak_of(self, *names: bytes) -> bool:
        """Whether any of the names may stand in an object: sure of it only where the answer is no."""
        if any(name in self._data for name in names):
            return True
        if b"/ObjStm" not in self._data:
            return b"/Encrypt" in self._data
        return not self.whole or any(name in each.text for each in self._found.stretches for name in names)

    @property
    def whole(self) -> bool:
        """Whether all that are packed in streams could be read."""
        return self._found.whole

    @cached_property
    def _found(self) -> _Found:
        data = self._data
        file = _Stretch(data)
        found = _Found([file], {})
        for match in _OBJECT.finditer(data):
            number, start = _NUMBER.search(data, max(0, match.start() - 16), match.start()), match.end()
            if number is None:
                continue
            found.add(file, int(number[1]), start)
            if b"/ObjStm" in data[start : start + 200].partition(b"endobj")[0]:
                _unpack(found, data, start)
        return found


def _unpack(found: _Found, data: bytes, start: int) -> None:
    """Adds the objects of a compressed stream; none where it is written in another way."""
    begin = data.find(b"stream", start)
    head = data[start:begin]
    count, first = _COUNT.search(head), _FIRST.search(head)
    begin += 8 if data[begin + 6 : begin + 8] == b"\r\n" else 7
    try:
        if b"/FlateDecode" not in head or b"/Predictor" in head or not count or not first:
            raise ValueError(head)
        text = zlib.decompressobj().decompress(data[begin : data.find(b"endstream", begin)], LARGEST)
        offsets = [int(each) for each in text[: int(first[1])].split()[: 2 * int(count[1])]]
    except (zlib.error, ValueError):
        found.whole = False
        return
    stretch = _Stretch(text)
    found.stretches.append(stretch)
    for number, offset in sorted(zip(offsets[::2], offsets[1::2], strict=False), key=lambda each: each[1]):
        found.add(stretch, number, int(first[1]) + offset)
