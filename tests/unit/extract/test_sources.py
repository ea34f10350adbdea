"""What the two libraries tell of a file: its pages' frames, its fonts, the words between its marks."""

from typing import Literal, get_args

import pytest
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract
from antecedent.resolutions.extract.fonts import CAPACITY, filler
from antecedent.resolutions.extract.objects import Objects
from antecedent.resolutions.extract.widths import with_widths

from .pages import Draw, pdf, write


def _crop(canvas: Canvas) -> None:
    canvas.setCropBox((50, 100, 545, 800))


def _turn(canvas: Canvas) -> None:
    canvas.setPageRotation(180)


@pytest.mark.parametrize(
    ("change", "left", "baseline", "width"),
    [(lambda _: None, 72, 142, 595), (_crop, 22, 100, 495), (_turn, 72, 142, 595)],
    ids=["whole", "cropped", "turned"],
)
def test_lines_stand_where_their_page_begins(change: Draw, left: float, baseline: float, width: float) -> None:
    def draw(canvas: Canvas) -> None:
        change(canvas)
        write(canvas, 72, 700, "Requests Parties")

    extraction = extract(pdf(draw))
    (line,) = extraction.lines
    assert line.box.x0 == pytest.approx(left)
    assert line.box.top < baseline < line.box.bottom
    assert extraction.pages[0].width == width


def test_a_mark_between_words_stands_between_them() -> None:
    def draw(canvas: Canvas) -> None:
        end = write(canvas, 72, 700, "the report")
        write(canvas, end, 704, "3", size=6.5)
        write(canvas, end + 4, 700, " of the wardens")

    (line,) = extract(pdf(draw)).lines
    assert [(span.text, span.raised) for span in line.spans] == [
        ("the report", False),
        ("3 ", True),
        ("of the wardens", False),
    ]


Ending = Literal["table", "stream", "none"]


def _font(widths: int, ending: Ending) -> bytes:
    """A page in a font without a program, whose widths stand apart from it, as those that the library mistakes."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length 37>>stream\nBT /F1 10 Tf 72 700 Td (abcabc) Tj ET\nendstream",
        b"<</Type/Font/Subtype/TrueType/BaseFont/Harbour/FirstChar 97/LastChar 99/Widths 6 0 R>>",
        b"[%d %d %d]" % (widths, widths, widths),
    ]
    body, offsets = b"%PDF-1.5\n", [0]
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    return body + _ended(ending, [*offsets, len(body)])


def _ended(ending: Ending, offsets: list[int]) -> bytes:
    """Where the objects of a file are, as a table or as the stream that is its last object."""
    *before, start = offsets
    if ending == "none":
        return b"trailer<</Size 7/Root 1 0 R>>\n%%EOF"
    tail = b"startxref\n%d\n%%%%EOF\n" % start
    if ending == "table":
        entries = b"".join(b"%010d 00000 n \n" % offset for offset in before[1:])
        return b"xref\n0 7\n0000000000 65535 f \n" + entries + b"trailer\n<</Size 7/Root 1 0 R>>\n" + tail
    rows = b"".join(bytes((n > 0, *divmod(offset, 256), 0)) for n, offset in enumerate(offsets))
    head = b"<</Type/XRef/Size 8/W[1 2 1]/Root 1 0 R/DecodeParms<<>>/Length %d>>" % len(rows)
    return b"7 0 obj\n%sstream\n%s\nendstream\nendobj\n" % (head, rows) + tail


@pytest.mark.parametrize("ending", get_args(Ending))
def test_fonts_of_one_name_keep_their_own_widths(ending: Ending) -> None:
    ends = [extract(_font(widths, ending)).lines[0].box.x1 for widths in (500, 700, 500)]
    assert ends == pytest.approx([72 + 6 * 5, 72 + 6 * 7, 72 + 6 * 5])


@pytest.mark.parametrize(("ending", "told"), [("table", True), ("stream", True), ("none", False)])
def test_widths_that_stand_apart_are_brought_where_a_file_can_be_updated(ending: Ending, told: bool) -> None:
    data = _font(600, ending)
    updated, sure = with_widths(data, Objects(data))
    assert sure is told
    assert (b"/Widths[600 600 600]" in updated) is told


def test_no_two_fillers_share_a_font() -> None:
    assert filler(1) != filler(2)
    assert filler(1).count(b"/BaseFont/") == CAPACITY
