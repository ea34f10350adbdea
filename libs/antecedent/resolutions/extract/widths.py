# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
"""Widths of letters, written where pdf_oxide looks for them: such fonts are written once more behind the file.

pdf_oxide (0.3.78) keeps fonts over documents, and takes two of one name for the same one although their widths differ,
where these stand in an object of their own and the file holds no program (its issue 1129): a document would come out
otherwise after another one. And of the standard fonts that a PDF neither holds nor measures it knows the widths for
ASCII alone: behind an accented letter words run together.
"""

import re
from collections.abc import Iterator

from antecedent.resolutions.extract.objects import Objects

_FONT = re.compile(rb"/BaseFont\s*/(?![A-Z]{6}\+)([^\s/<>\[\]()]+)")  # not of a subset: the library keeps none of these
_APART = re.compile(rb"/Widths\s+(\d+)\s+\d+\s+R")
_USUAL = 556  # for what the metrics lack
_CODES = {b"/WinAnsiEncoding": "cp1252", b"/MacRomanEncoding": "mac_roman"}

_STANDARD = re.compile(rb"(?:Times-\w+|Helvetica(?:-\w+)?)$")
_DICTIONARY = re.compile(rb"<<.*>>", re.S)
_ARRAY = re.compile(rb"\[[^\[\]]*\]")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = re.compile(rb"(?:trailer|\bobj)\s*(<<.*?>>)\s*(?:startxref|stream)", re.S)
_KEPT = re.compile(rb"/(?:Size\s+\d+|(?:Root|Info|Encrypt)\s+\d+\s+\d+\s+R|ID\s*\[[^\]]*\])")


def with_widths(data: bytes, objects: Objects) -> tuple[bytes, bool]:
    """The file with an update that tells the widths, where any are to be told; whether all are told."""
    start = _START.search(data[-200:])
    trailer = _TRAILER.search(data, int(start[1])) if start else None
    kept = b" ".join(_KEPT.findall(trailer[1])) if trailer else b""
    if start is None or trailer is None or (b"/Encrypt" in trailer[1]) > (b"/Encrypt" in kept):
        return data, False
    fonts = list(_fonts(objects))
    return _updated(data, fonts, int(start[1]), kept) if fonts else data, objects.whole


def _fonts(objects: Objects) -> Iterator[tuple[int, bytes]]:
    """The number of each font whose widths are to be told, and its dictionary with them."""
    for number, body in objects.holding(b"/BaseFont"):
        if name := _FONT.search(body):
            told = _brought(body, objects) or _measured(body, name[1])
            if told:
                yield number, told


def _brought(body: bytes, objects: Objects) -> bytes | None:
    """The font's dictionary with the widths that stand apart from it."""
    apart, whole = _APART.search(body), _DICTIONARY.search(body)
    array = _ARRAY.search(objects.get(int(apart[1]))) if apart else None
    return _APART.sub(b"/Widths" + array[0], whole[0], count=1) if array and whole else None


def _measured(body: bytes, name: bytes) -> bytes | None:
    """A standard font's dictionary with its widths; None where it has some, or counts letters in a way of its own."""
    whole = _DICTIONARY.search(body)
    code = next((codec for key, codec in _CODES.items() if key in body), None) if _STANDARD.match(name) else None
    if code is None or whole is None or b"/Widths" in body or b"/Differences" in body:
        return None
    from pdfminer.fontmetrics import FONT_METRICS

    widths: dict[str, int] = FONT_METRICS[name.decode()][1]
    told = " ".join(str(widths.get(bytes([n]).decode(code, "replace"), _USUAL)) for n in range(32, 256))
    return whole[0][:-2] + f" /FirstChar 32 /LastChar 255 /Widths [{told}]>>".encode()


def _updated(data: bytes, fonts: list[tuple[int, bytes]], start: int, trailer: bytes) -> bytes:
    parts, entries, end = [data, b"\n"], [b"xref\n"], len(data) + 1
    for number, body in sorted(fonts):
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, end))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        end += len(parts[-1])
    return b"".join([*parts, *entries, b"trailer\n<<%s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start, end)])
