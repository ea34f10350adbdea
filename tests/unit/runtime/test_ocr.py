"""Tesseract's table → words; the command itself where it is installed."""

import io

import pypdfium2
import pytest

from antecedent.resolutions.extract import extract
from antecedent.resolutions.models import Box
from antecedent.runtime.ocr import find_reader, script_of, words_of
from tests.unit.extract.pages import paragraph, pdf

TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
4\t1\t1\t1\t1\t0\t10\t20\t90\t12\t-1\t
5\t1\t1\t1\t1\t1\t10\t20\t40\t12\t96.1\tParties
5\t1\t1\t1\t1\t2\t55\t20\t45\t12\t12.0\t|
5\t1\t1\t1\t2\t1\t10\t40\t40\t12\t91.0\tdecide"""


def test_words_keep_their_boxes_and_lines_and_specks_are_dropped() -> None:
    words = words_of(TABLE)
    assert [(word.text, word.line) for word in words] == [("Parties", 0), ("decide", 1)]
    assert words[0].box == Box(10, 20, 50, 32)


@pytest.mark.skipif(find_reader() is None, reason="tesseract is not installed")
def test_a_scanned_page_comes_out_in_lines() -> None:
    lines = ["The wardens of the lagoon keep the lamps.", "Parties decide on the ferries in spring."]
    digital = pypdfium2.PdfDocument(pdf(lambda canvas: paragraph(canvas, 700, lines, size=14)))
    image = digital[0].render(scale=3).to_pil()
    stream = io.BytesIO()
    image.save(stream, "PDF", resolution=216)
    extraction = extract(stream.getvalue(), ocr=find_reader())
    assert [line.text for line in extraction.lines] == lines
    assert extraction.pages[0].source == "ocr"


@pytest.mark.parametrize(
    ("sure", "script"), [pytest.param("4.2", "Cyrillic", id="sure"), pytest.param("0.3", None, id="unsure")]
)
def test_the_script_is_believed_where_it_is_sure(sure: str, script: str | None) -> None:
    told = f"Page number: 0\nRotate: 0\nScript: Cyrillic\nScript confidence: {sure}\n"
    assert script_of(told) == script
