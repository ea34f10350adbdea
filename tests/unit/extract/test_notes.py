"""Which lines are notes where nothing tells them from the text by its size alone."""

from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract
from antecedent.resolutions.extract.columns import Columns
from antecedent.resolutions.extract.glyphs import Piece
from antecedent.resolutions.extract.scans import PLAIN

from .pages import paragraph, pdf, prose, texts, write


def _under_a_rule(canvas: Canvas) -> None:
    """A page whose text stands below the rule of its header, and begins with the number of its one note."""
    canvas.line(72, 790, 200, 790)
    end = write(canvas, 100, 770, "1. Welcomes the report of the wardens of the northern lamps")
    write(canvas, end, 774, "1", size=6.5)
    paragraph(canvas, 756, ["and its focus on ferries;", "2. Decides to keep the lamps;"])
    canvas.line(72, 120, 180, 120)
    end = write(canvas, 72, 110, "1", size=5.5)
    write(canvas, end + 3, 107, "LSC/COP3/Doc.4.", size=8.5)


def test_text_below_a_header_is_no_note_though_it_begins_with_the_number_of_one() -> None:
    lines = extract(pdf(lambda canvas: paragraph(canvas, 760, prose(30)), _under_a_rule)).lines
    assert [text.replace(" ", "") for text in texts(lines, "footnote")] == ["1LSC/COP3/Doc.4."]
    assert any(text.startswith("1. Welcomes") for text in texts(lines))


def _table_amid_text(canvas: Canvas) -> None:
    write(canvas, 72, 760, "Lamps and their keepers")
    write(canvas, 190, 764, "a", size=6.5)
    canvas.line(72, 700, 180, 700)
    end = write(canvas, 72, 690, "a", size=5.5)
    write(canvas, end + 3, 687, "Not counting ferries.", size=8.5)
    paragraph(canvas, 660, prose(12))


def test_text_below_the_notes_of_a_table_is_no_note() -> None:
    lines = extract(pdf(lambda canvas: paragraph(canvas, 760, prose(30)), _table_amid_text)).lines
    assert set(prose(12)) <= set(texts(lines))


def test_one_line_beside_a_gutter_is_read() -> None:
    row = [Piece("left", 72, 90, 100, 11, "", PLAIN, True), Piece("right", 320, 350, 100, 11, "", PLAIN, True)]
    assert len(Columns([300.0]).in_reading_order([row])) == 2


def _typewritten(canvas: Canvas) -> None:
    paragraph(canvas, 760, [*prose(20), "as set out in the Harbour Charter, 1/ which the wardens keep, 2/"])
    canvas.line(72, 120, 180, 120)
    paragraph(canvas, 107, ["1/ Lamps Series, vol. 12.", "It is kept in the archive.", "2/ LSC/COP3/Doc.4."])


def _once_more(canvas: Canvas) -> None:
    paragraph(canvas, 760, [*prose(20), "and in the Harbour Charter 1/ and its 24/7 service."])


def test_marks_with_a_stroke_are_marks_of_notes_of_the_texts_size() -> None:
    lines = extract(pdf(_typewritten, _once_more)).lines
    notes = [line for line in lines if line.role == "footnote"]
    assert [line.spans[0].raised for line in notes] == [True, False, True]
    marks = [span.text.strip() for line in lines if line.role == "body" for span in line.spans if span.raised]
    assert marks == ["1", "2", "1"]
    assert any("24/7 service" in text for text in texts(lines))


def _called(canvas: Canvas, mark: str) -> None:
    """A page whose last line ends in a raised mark."""
    paragraph(canvas, 740, prose(30))
    end = write(canvas, 72, 300, "as set out in the Harbour Charter")
    write(canvas, end, 304, mark, size=6.5)


def test_a_note_that_two_pages_have_is_no_footer() -> None:
    def draw(canvas: Canvas) -> None:
        _called(canvas, "1")
        write(canvas, 72, 60, "1. LSC/Resolution 4.2.", size=8.5)
        write(canvas, 290, 30, "- 3 -", size=8.5)

    assert texts(extract(pdf(draw, draw)).lines, "footnote") == ["1. LSC/Resolution 4.2."] * 2


def test_marks_printed_as_one_call_both_notes() -> None:
    def draw(canvas: Canvas) -> None:
        _called(canvas, "12")
        write(canvas, 72, 90, "1. LSC/Resolution 4.2.", size=8.5)
        write(canvas, 72, 80, "2. LSC/Resolution 4.3.", size=8.5)

    assert texts(extract(pdf(draw)).lines, "footnote") == ["1. LSC/Resolution 4.2.", "2. LSC/Resolution 4.3."]
