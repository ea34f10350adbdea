"""Where the text of a document begins and ends, whatever stands around it."""

import pytest

from antecedent.resolutions.models import Document
from tests.unit.structure.pages import RIGHT, Sheet, fill

PROSE = (
    fill("The wardens met in the harbour and spoke of the lamps"),
    fill("that had gone out in the winter, and of what"),
    "was done.",
)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_date_in_a_letters_head_or_text_ends_nothing() -> None:
    sheet = Sheet().line("United Nations", size=14).line("S/2025/149–A/79/12", x=RIGHT - 90, after=0)
    sheet.line("Distr.: General", x=RIGHT - 90).line("28 May 2025", x=RIGHT - 90)
    sheet.line("#Letter dated 28 May 2025 from the Chair of the Lights#", after=40, size=12)
    sheet.paragraph(*PROSE).paragraph("28 May 2025").paragraph(*PROSE).paragraph("Harbour of Lights")
    document = sheet.paragraph(*PROSE).document()
    assert document.symbol == "S/2025/149"
    assert document.title == "Letter dated 28 May 2025 from the Chair of the Lights"
    assert document.adopted is None
    assert sum(text.startswith("The wardens met") for text in texts(document)) == 3
    assert "Harbour of Lights" in texts(document)


def test_a_vote_at_the_end_is_a_close_whatever_names_it_lists() -> None:
    sheet = Sheet().line("LSC/Resolution 3.2").line("#THE KEEPING OF LIGHTS#", x=230, after=30, size=12)
    sheet.paragraph("*The Conference of the Parties to the Convention on Lighthouses,*")
    sheet.paragraph("1. *Decides* to keep the lights;").paragraph("2. *Requests* the Secretariat to report.")
    sheet.paragraph("3rd meeting").paragraph("7 October 2016")
    sheet.paragraph("[Adopted by a recorded vote of 9 to 2. The voting was as follows:")
    document = sheet.paragraph(fill("In favour: Northland, Eastland, Westland and other"), "lands.]").document()
    assert [paragraph.number for paragraph in document.paragraphs] == ["1", "2"]


def test_a_report_begins_with_its_text_though_a_sentence_in_it_begins_as_recitals_do() -> None:
    sheet = Sheet().line("LSC/COP4/Doc.7").line("#REPORT OF THE WARDENS#", x=230, after=30, size=12)
    for number in range(1, 5):
        sheet.paragraph(f"{number}. {PROSE[0]}", *PROSE[1:])
    sheet.paragraph("(b) Building on the work of the keepers, the wardens went on,").paragraph(*PROSE)
    sheet.paragraph("Building on the work of the keepers, the wardens asked for lamps,").paragraph(*PROSE)
    document = sheet.paragraph(*PROSE).document()
    assert texts(document)[0].startswith("The wardens met")
    assert not any(text.startswith("The wardens met") for _, text in document.masthead)


@pytest.mark.parametrize(
    "line",
    [
        "*The secretariat of the Conference shall,* in the harbour:",
        "*La Conférence des Parties doit :*",
        "*La Conferencia de las Partes podrá:*",
    ],
)
def test_a_sentence_about_a_body_is_no_enacting_formula(line: str) -> None:
    sheet = Sheet().paragraph(*PROSE).paragraph(line).paragraph("1. *Decides* to keep the lights.")
    assert sheet.document().enacting_formula is None
