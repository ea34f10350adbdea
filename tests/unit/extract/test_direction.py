"""Texts written from the right come out as they are read."""

import pytest
from weasyprint import HTML

from antecedent.resolutions.extract import extract
from antecedent.resolutions.pipeline import parse

HEBREW = (
    "המועצה לפנסי המגדלור,",
    "1. מחליטה לשמור על כל האורות לאורך החוף הצפוני ולתעד את מצבם (LSC 2016) מדי שנה בספר היומן של השומרים, כפי שנקבע "
    "בהחלטה 3.2 משנת 2016;",
    "2. מבקשת מן המזכירות לדווח.",
)
ARABIC = (
    "مؤتمر الأطراف،",
    "1. يقرر صيانة جميع المنارات على الساحل الشمالي وتدوين حالتها كل سنة في سجل الحراس، وفقا للقرار 3.2 لعام 2016؛",
    "2. يطلب إلى الأمانة أن تقدم تقريرا.",
)


def typeset(paragraphs: tuple[str, ...]) -> bytes:
    style = "<style>body { font: 12pt DejaVu Sans }</style>"
    return HTML(string=f'<html dir="rtl">{style}{"".join(f"<p>{text}</p>" for text in paragraphs)}</html>').write_pdf()


@pytest.mark.parametrize("paragraphs", [pytest.param(HEBREW, id="Hebrew"), pytest.param(ARABIC, id="Arabic")])
def test_lines_from_the_right_are_read_from_the_right(paragraphs: tuple[str, ...]) -> None:
    lines = extract(typeset(paragraphs)).lines
    assert " ".join(line.text for line in lines) == " ".join(paragraphs)
    numbered = [p for p in parse(typeset(paragraphs), "").paragraphs if p.number]
    assert [f"{p.number}. {p.text}" for p in numbered] == list(paragraphs[1:])


def test_a_foreign_word_turns_no_line_round() -> None:
    words = "The council of lighthouses (המועצה) met in 2016."
    (line,) = extract(typeset((f'<span dir="ltr">{words}</span>',))).lines
    assert line.text.replace("המועצה", "").split() == words.replace("המועצה", "").split()
