"""Standard fonts without widths: words behind accented letters stay apart."""

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract
from antecedent.resolutions.extract.objects import Objects
from antecedent.resolutions.extract.widths import with_widths
from tests.looks.html import typeset_html
from tests.looks.look import Look
from tests.looks.text import Block, Run, Text

from .pages import pdf, write


@pytest.mark.parametrize("font", ["Times-Roman", "Times-Italic", "Helvetica", "Helvetica-Bold"])
def test_words_behind_accented_letters_are_parted(font: str) -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for word in ("los", "países", "y", "períodos", "según", "el", "índice", "n°", "30"):
            x = write(canvas, x, 700, word, font=font) + 2.2

    (line,) = extract(pdf(draw)).lines
    assert line.text == "los países y períodos según el índice n° 30"
    assert abs(line.box.x1 - 72 - sum(pdfmetrics.stringWidth(w, font, 11) + 2.2 for w in line.text.split()) + 2.2) < 0.1


def test_files_that_hold_their_fonts_are_left_alone() -> None:
    data = typeset_html(Text(blocks=(Block(runs=(Run(text="los países"),)),)), Look())
    assert with_widths(data, Objects(data)) == (data, True)
