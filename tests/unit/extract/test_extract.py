"""Extraction on pages that are typeset here: what is printed, in which order, with which role."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import Limits, Reader, Word, extract
from antecedent.resolutions.models import Box

from .pages import paragraph, pdf, prose, texts, write


def test_lines_come_from_top_to_bottom_with_their_styles() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 72, 700, "second line")
        end = write(canvas, 72, 720, "Recalling", font="Times-Italic")
        write(canvas, end, 720, " the first line")

    first, second = extract(pdf(draw)).lines
    assert [(span.text, span.italic) for span in first.spans] == [("Recalling ", True), ("the first line", False)]
    assert second.text == "second line"
    assert first.box.top < 842 - 720 < first.box.bottom


def test_raised_marks_are_spans_of_their_own_and_glue_to_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        end = write(canvas, 72, 700, "its resolution 79/208")
        end = write(canvas, end, 704, "3", size=6.5)
        write(canvas, end, 700, ", and the annex")

    (line,) = extract(pdf(draw)).lines
    assert [(span.text, span.raised) for span in line.spans] == [
        ("its resolution 79/208", False),
        ("3", True),
        (", and the annex", False),
    ]


def test_spaced_letters_are_words() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, 700, "DRAFT RESOLUTION", charSpace=5)

    assert texts(extract(pdf(draw)).lines) == ["DRAFT RESOLUTION"]


def test_words_without_written_spaces_are_parted_by_their_gaps() -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for word in ("Parties", "shall", "keep", "lamps"):
            x = write(canvas, x, 700, word) + 3

    assert texts(extract(pdf(draw)).lines) == ["Parties shall keep lamps"]


def test_running_headers_page_numbers_and_job_numbers_are_kept_aside() -> None:
    def page(number: int) -> "object":
        def draw(canvas: Canvas) -> None:
            write(canvas, 72 if number % 2 else 450, 805, "LC/COP9/Res.4", size=9)
            paragraph(canvas, 760, prose(30, start=number))
            write(canvas, 290, 40, f"{number}/4", size=9)
            if number == 1:
                write(canvas, 72, 40, "28-01234 (E)", size=9)

        return draw

    extraction = extract(pdf(*(page(number) for number in (1, 2, 3, 4))))  # type: ignore[arg-type]
    furniture = texts(extraction.lines, "furniture")
    assert {"1/4", "2/4", "3/4", "4/4", "28-01234 (E)"} <= set(furniture)
    assert furniture.count("LC/COP9/Res.4") >= 3  # on the first page it may stand for the masthead
    assert len(texts(extraction.lines)) in (120, 121)


def _with_note(canvas: Canvas, rule: bool) -> None:
    paragraph(canvas, 760, prose(20))
    end = write(canvas, 72, 480, "as set out in the Harbour Charter")
    write(canvas, end, 484, "1", size=6.5)
    if rule:
        canvas.line(72, 120, 180, 120)
    end = write(canvas, 72, 110, "1", size=5.5)
    write(canvas, end + 3, 107, "Lamps Series, vol. 12, No. 3.", size=8.5)
    write(canvas, 72, 97, "It is kept in the archive.", size=8.5)


@pytest.mark.parametrize("rule", [True, False], ids=["below a short rule", "in small type alone"])
def test_footnotes_are_told_from_the_text(rule: bool) -> None:
    lines = extract(pdf(lambda canvas: _with_note(canvas, rule))).lines
    notes = texts(lines, "footnote")
    assert [note.replace(" ", "") for note in notes] == ["1LampsSeries,vol.12,No.3.", "Itiskeptinthearchive."]
    assert len(texts(lines)) == 21


ROWS = [
    ("Provision", "Action", "Reason"),
    ("Resolution 4.1", "repeal", "done"),
    ("Resolution 5.2", "retain", "current"),
]


def _table(canvas: Canvas, rows: list[tuple[str, ...]], top: float, ruled: bool) -> None:
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            write(canvas, 76 + 120 * j, top - 20 * i, text, size=10)
    if ruled:
        canvas.grid([72 + 120 * j for j in range(4)], [top + 12 - 20 * i for i in range(len(rows) + 1)])


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "without lines"])
def test_tables_have_cells_and_leave_the_text(ruled: bool) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 800, prose(30))
        _table(canvas, ROWS, 350, ruled)
        paragraph(canvas, 250, prose(3, start=5))

    extraction = extract(pdf(draw))
    (table,) = extraction.tables
    assert [(cell.row, cell.column, cell.text) for cell in table.cells] == [
        (r, c, text) for r, row in enumerate(ROWS) for c, text in enumerate(row)
    ]
    assert extraction.lines[table.before].text == prose(3, start=5)[0]
    assert len(extraction.lines) == 33


def test_a_table_over_two_pages_is_one_without_the_repeated_head() -> None:
    def first(canvas: Canvas) -> None:
        paragraph(canvas, 800, prose(30))
        _table(canvas, ROWS, 120, True)

    def second(canvas: Canvas) -> None:
        _table(canvas, [ROWS[0], ("Resolution 6.3", "amend", "wording")], 780, True)
        paragraph(canvas, 700, prose(3, start=5))

    (table,) = extract(pdf(first, second)).tables
    assert [cell.text for cell in table.cells if cell.column == 0] == [
        "Provision",
        "Resolution 4.1",
        "Resolution 5.2",
        "Resolution 6.3",
    ]
    assert {cell.row for cell in table.cells} == {0, 1, 2, 3}


@pytest.mark.parametrize("angle", [90, 270], ids=["up", "down"])
def test_a_landscape_page_in_portrait_is_read_upright(angle: int) -> None:
    lines = prose(8)

    def draw(canvas: Canvas) -> None:
        canvas.translate(*((0, 0) if angle == 90 else (595, 842)))
        canvas.rotate(angle)
        for i, line in enumerate(lines):
            write(canvas, 72, -72 - 14 * i, line)

    extraction = extract(pdf(draw))
    assert texts(extraction.lines) == lines
    assert extraction.pages[0].width > extraction.pages[0].height


def test_a_watermark_is_kept_aside() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 760, prose(20))
        canvas.translate(200, 300)
        canvas.rotate(45)
        write(canvas, 0, 0, "DRAFT", size=60)

    assert texts(extract(pdf(draw)).lines) == prose(20)


Asked = list[tuple[bytes, tuple[str, ...]]]  # pictures, and the languages that they were to be read in


def make_reader(asked: Asked, script: str | None = None) -> Reader:
    """Reads the same two words in every picture."""

    def read(image: bytes, languages: tuple[str, ...]) -> tuple[Word, ...]:
        asked.append((image, languages))
        boxes = (Box(200, 300, 320, 330), Box(335, 300, 460, 330))
        return tuple(Word(text=text, box=box, line=0) for text, box in zip(("Parties", "decide"), boxes, strict=True))

    return Reader(languages=frozenset(("en", "es", "pt")), read=read, script=lambda _: script)


def _picture(canvas: Canvas) -> None:
    canvas.rect(100, 100, 300, 300, fill=1)


def test_a_page_that_is_a_picture_is_read_by_ocr() -> None:
    asked: Asked = []
    data = pdf(lambda canvas: paragraph(canvas, 760, prose(5)), _picture)
    extraction = extract(data, ocr=make_reader(asked))
    assert [page.source for page in extraction.pages] == ["digital", "ocr"]
    assert extraction.lines[-1].text == "Parties decide"
    assert extraction.lines[-1].box.x0 == pytest.approx(200 * 72 / 200)
    assert asked[0][0].startswith(b"\x89PNG")


def test_pictures_are_read_in_the_installed_languages_of_their_script() -> None:
    asked: Asked = []
    extract(pdf(_picture, _picture), ocr=make_reader(asked, "Latin"))
    assert [languages for _, languages in asked] == [("en", "es", "pt")] * 2


def test_a_picture_in_a_script_without_a_language_is_named_and_not_guessed_at() -> None:
    asked: Asked = []
    data = pdf(lambda canvas: paragraph(canvas, 760, prose(5)), _picture)
    extraction = extract(data, ocr=make_reader(asked, "Cyrillic"))
    assert not asked
    assert "Page 2 is a picture in Cyrillic script" in extraction.warnings[0]


def test_a_picture_that_nobody_reads_is_named_in_a_warning_and_a_blank_page_is_not() -> None:
    extraction = extract(pdf(lambda canvas: paragraph(canvas, 760, prose(5)), _picture, lambda canvas: None))
    assert len(extraction.warnings) == 1
    assert "Page 2" in extraction.warnings[0]


REJECTED = [
    (b"", Limits(), "empty"),
    (b"PK\x03\x04 a word processor's file", Limits(), "not-a-pdf"),
    (b"%PDF-1.4\nnothing that holds together", Limits(), "damaged"),
    (pdf(_picture), Limits(), "no-text"),
    (pdf(_picture), Limits(bytes=10), "too-large"),
    (pdf(_picture, _picture), Limits(pages=1), "too-many-pages"),
]


@pytest.mark.parametrize(("data", "limits", "code"), REJECTED, ids=[code for _, _, code in REJECTED])
def test_what_cannot_be_read_is_rejected_with_a_code_and_a_way_out(data: bytes, limits: Limits, code: str) -> None:
    with pytest.raises(Rejected) as raised:
        extract(data, limits=limits)
    assert raised.value.code == code
    assert raised.value.reason.endswith(".")


SAID = pdf(lambda canvas: paragraph(canvas, 760, prose(5)))


@pytest.mark.parametrize(
    ("kept", "warned"), [(len(SAID), False), (len(SAID) - 8, True)], ids=["whole", "without its last bytes"]
)
def test_a_file_without_its_end_is_read_with_a_warning(kept: int, warned: bool) -> None:
    extraction = extract(SAID[:kept])
    assert extraction.lines
    assert any("cut off" in one for one in extraction.warnings) == warned


@pytest.mark.parametrize("kept", [0.05, 0.5], ids=["hardly begun", "half"])
def test_a_file_of_which_too_little_came_is_to_be_fetched_again(kept: float) -> None:
    with pytest.raises(Rejected, match=r"cut off.*Fetch it again") as raised:
        extract(SAID[: int(kept * len(SAID))])
    assert raised.value.code == "damaged"


@pytest.mark.parametrize(("password", "code"), [("", None), ("secret", "encrypted")], ids=["empty", "set"])
def test_a_password_is_asked_for_only_where_there_is_one(password: str, code: str | None) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128))
    write(canvas, 72, 700, "Parties decide")
    canvas.showPage()
    canvas.save()
    if code is None:
        assert texts(extract(stream.getvalue()).lines) == ["Parties decide"]
        return
    with pytest.raises(Rejected) as raised:
        extract(stream.getvalue())
    assert raised.value.code == code


def test_the_tail_of_a_sentence_is_no_header() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, 72, 780, "The keeping of lights at its tenth session", font="Times-Bold")
        paragraph(canvas, 740, prose(40))

    def last(canvas: Canvas) -> None:
        write(canvas, 72, 780, "tenth session.")
        write(canvas, 72, 600, "Adopted without a vote.")

    assert "tenth session." in texts(extract(pdf(first, last)).lines)
