# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
"""Widths for the standard fonts that a PDF neither holds nor measures.

Readers know these fonts by heart, but pdf_oxide (0.3.78) knows them for ASCII alone: behind an accented letter words
then run together. So such a font is written once more behind the file, with its widths from Adobe's metrics.
"""

import re
from collections.abc import Iterator

_NAME = re.compile(rb"/BaseFont\s*/(Times-\w+|Helvetica(?:-\w+)?)(?=[\s/>])")
_NUMBER = re.compile(rb"(\d+)\s+0 obj\s*<<$")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref", re.S)
USUAL = 556  # for what the metrics lack
CODES = {b"/WinAnsiEncoding": "cp1252", b"/MacRomanEncoding": "mac_roman"}


def with_widths(data: bytes) -> bytes:
    """The file with an update that tells the widths; the file itself where there is nothing to tell."""
    start = _START.search(data[-200:])
    known = list(_fonts(data)) if start else []
    trailers = _TRAILER.findall(data) if known else []
    return _updated(data, known, int(start[1]), trailers[-1]) if start and trailers else data


def _fonts(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The number of each font that lacks its widths, and its dictionary with them."""
    for name in _NAME.finditer(data):
        begin = data.rfind(b"obj", 0, name.start()) + 3
        opening = data.find(b"<<", begin) + 2
        number = _NUMBER.search(data, max(0, begin - 20), opening)
        body = _measured(data[opening - 2 : data.find(b"endobj", opening)].rstrip(), name[1])
        if number and body:
            yield int(number[1]), body


def _measured(body: bytes, name: bytes) -> bytes | None:
    """The font's dictionary with its widths, None where it has some or counts its letters in a way of its own."""
    code = next((codec for key, codec in CODES.items() if key in body), None)
    if code is None or b"/Widths" in body or b"/Differences" in body:
        return None
    from pdfminer.fontmetrics import FONT_METRICS

    widths: dict[str, int] = FONT_METRICS[name.decode()][1]
    told = " ".join(str(widths.get(bytes([n]).decode(code, "replace"), USUAL)) for n in range(32, 256))
    return body[:-2] + f" /FirstChar 32 /LastChar 255 /Widths [{told}]>>".encode()


def _updated(data: bytes, fonts: list[tuple[int, bytes]], start: int, trailer: bytes) -> bytes:
    parts, entries, end = [data, b"\n"], [b"xref\n"], len(data) + 1
    for number, body in sorted(fonts):
        entries.append(b"%d 1\n%010d 00000 n \n" % (number, end))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
        end += len(parts[-1])
    rest = re.sub(rb"/Prev\s+\d+", b"", trailer)
    return b"".join([*parts, *entries, b"trailer\n<<%s /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (rest, start, end)])
