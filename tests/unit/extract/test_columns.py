"""Columns, and the numbers of lines beside or between them: read in their order, on pages that are typeset here."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract

from .pages import paragraph, pdf, prose, texts, write


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = [line[:42] for line in prose(12)], [line[:42] for line in prose(12, start=3)]

    def draw(canvas: Canvas) -> None:
        write(canvas, 200, 780, "A heading over both of the columns", size=14)
        paragraph(canvas, 740, left, x=60, size=10)
        paragraph(canvas, 737, right, x=310, size=10)

    lines = extract(pdf(draw)).lines
    assert texts(lines) == ["A heading over both of the columns", *left, *right]
    assert {line.column for line in lines[1:] if line.box.x0 > 300} == {1}


def test_line_numbers_in_the_margin_are_kept_aside() -> None:
    lines = prose(20)

    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 760, lines, x=90)
        for i in range(4, 20, 5):
            write(canvas, 60, 760 - i * 1.2 * 11, str(i + 1), size=9)

    extraction = extract(pdf(draw))
    assert texts(extraction.lines) == lines
    assert texts(extraction.lines, "furniture") == ["5", "10", "15", "20"]


def test_columns_go_on_where_one_is_short() -> None:
    def full(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[:44].lower() for line in prose(30)], x=72, size=10)
        paragraph(canvas, 740, [line[:44].lower() for line in prose(30, 3)], x=310, size=10)

    def short(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[:44].lower() for line in prose(30, 5)], x=72, size=10)
        paragraph(canvas, 740, ["the last words", "of the text"], x=310, size=10)

    lines = [line for line in extract(pdf(full, short)).lines if line.page == 2]
    assert [line.text for line in lines[-2:]] == ["the last words", "of the text"]
    assert [line.column for line in lines] == [0] * 30 + [1, 1]


def test_lines_side_by_side_in_columns_are_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[:30].lower() for line in prose(30)], x=72, size=10)
        paragraph(canvas, 740, [line[:30].lower() for line in prose(30, 3)], x=310, size=10)

    extraction = extract(pdf(draw, draw))
    assert not extraction.tables
    assert len(extraction.lines) == 120


@pytest.mark.parametrize("x", [72.0, 310.0, 250.0], ids=["left", "right", "middle"])
def test_a_header_over_columns_breaks_neither(x: float) -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, x, 800, "LSC/Resolution 4.5 of the Parties")
        paragraph(canvas, 740, [line[:44].lower() for line in prose(30)], x=72, size=10)
        paragraph(canvas, 740, [line[:44].lower() for line in prose(30, 3)], x=310, size=10)

    first, *others = extract(pdf(draw)).lines
    assert first.text == "LSC/Resolution 4.5 of the Parties"
    assert [line.box.x0 for line in others] == sorted(line.box.x0 for line in others)


@pytest.mark.parametrize(
    ("numbered", "at"),
    [
        pytest.param([(5, 4), (10, 9), (15, 14), (20, 19)], 540.0, id="every fifth, at the right of ragged lines"),
        pytest.param([(n + 31, n) for n in range(20) if n % 7], 50.0, id="all but some, going on from another page"),
    ],
)
def test_numbers_of_lines_are_set_aside(numbered: list[tuple[int, int]], at: float) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[: 90 - 20 * (n % 3)] for n, line in enumerate(prose(20))], size=11)
        for number, line in numbered:
            canvas.setFont("Times-Roman", 7)
            canvas.drawRightString(at, 740 - line * 13.2, str(number))

    def short(canvas: Canvas) -> None:
        paragraph(canvas, 740, prose(6), size=11)
        canvas.setFont("Times-Roman", 7)
        canvas.drawRightString(at, 740 - 4 * 13.2, "5")

    lines = extract(pdf(draw, short)).lines
    assert not [line.text for line in lines if line.role == "body" and any(c.isdigit() for c in line.text)]


def test_notes_under_one_column_leave_the_other_alone() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[:44].lower() for line in prose(40)], x=72, size=10)
        end = write(canvas, 72, 250, "and so do the wardens", size=10)
        write(canvas, end, 254, "1", size=6)
        canvas.line(72, 136, 130, 136)
        write(canvas, 72, 124, "1", size=6)
        write(canvas, 76, 120, " See the report.", size=8)
        paragraph(canvas, 740, [line[:44].lower() for line in prose(52, 3)], x=310, size=10)

    lines = extract(pdf(draw)).lines
    assert [line.text for line in lines if line.role == "footnote"] == ["1 See the report."]


def test_numbers_hanging_in_the_right_column_are_no_column() -> None:
    def draw(canvas: Canvas) -> None:
        for n, line in enumerate(prose(30)):
            write(canvas, 72, 740 - 13 * n, line[:44].lower(), size=10)
            write(canvas, 344, 740 - 13 * n, line[:36].lower(), size=10)
            if n % 5 == 0:
                write(canvas, 310, 740 - 13 * n, f"{n // 5 + 1}.", size=10)

    lines = extract(pdf(draw)).lines
    assert [line.text.split()[0] for line in lines if line.text[0].isdigit()] == [f"{n}." for n in range(1, 7)]
    assert sum(line.box.x0 < 300 for line in lines) == 30


def _ragged(canvas: Canvas, x: float, top: float, start: int) -> None:
    """Thirty lines of 150 to 200 points, the widest right at the gutter."""
    for n, line in enumerate(prose(30, start)):
        words = line.lower().split()
        while canvas.stringWidth(" ".join(words), "Times-Roman", 10) > 210 - 20 * (n % 3):
            words.pop()
        write(canvas, x, top - 13 * n, " ".join(words), size=10)


def test_a_wide_line_of_a_ragged_column_does_not_cross_the_gutter() -> None:
    def draw(canvas: Canvas) -> None:
        _ragged(canvas, 72, 740, 0)
        write(canvas, 72, 740 - 13 * 30, "w" * 29, size=10)  # ends eight points before the other column
        _ragged(canvas, 290, 736, 3)

    lines = extract(pdf(draw, draw)).lines
    assert [line.column for line in lines] == ([0] * 31 + [1] * 30) * 2


def test_numbers_of_lines_between_columns_are_no_marks_of_the_lines_beside() -> None:
    def draw(canvas: Canvas) -> None:
        _ragged(canvas, 72, 740, 0)
        _ragged(canvas, 326, 736, 3)
        for n in range(4, 30, 5):
            canvas.setFont("Times-Roman", 7)
            canvas.drawRightString(308, 740 - 13 * n, str(n + 1))

    lines = extract(pdf(draw)).lines
    assert texts(lines, "furniture") == ["5", "10", "15", "20", "25", "30"]
    assert not any(span.raised for line in lines for span in line.spans)


def test_a_row_of_another_column_between_a_mark_and_its_word_takes_it_from_none() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 740, [line[:40].lower() for line in prose(30)], x=72, size=10)
        paragraph(canvas, 738.2, [line[:40].lower() for line in prose(30, 3)], x=310, size=10)
        end = write(canvas, 72, 380, "and so do the wardens", size=10)
        write(canvas, end, 384, "1", size=6)
        write(canvas, 310, 381.5, "of the other column", size=10)

    marks = [span.text for line in extract(pdf(draw)).lines for span in line.spans if span.raised]
    assert marks == ["1"]


def test_numbers_of_lines_close_before_those_of_paragraphs_are_set_aside() -> None:
    def draw(canvas: Canvas) -> None:
        for n, line in enumerate(prose(20)):
            write(canvas, 85, 740 - 13.2 * n, line[:70])
            write(canvas, 50, 740 - 13.2 * n, str(n + 1), size=7)
            if n % 5 == 0:
                write(canvas, 63, 740 - 13.2 * n, f"{n // 5 + 1}.")

    lines = extract(pdf(draw)).lines
    assert [line.text.split()[0] for line in lines if line.role == "body" and line.text[0].isdigit()] == [
        "1.", "2.", "3.", "4.",
    ]  # fmt: skip
