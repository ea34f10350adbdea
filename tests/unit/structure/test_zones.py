"""Where the text of a document begins and ends, whatever stands around it."""

import pytest

from antecedent.resolutions.models import Document, Extraction, Page
from antecedent.resolutions.structure.breaks import Block
from antecedent.resolutions.structure.headings import is_heading
from antecedent.resolutions.structure.layout import learn_layout
from antecedent.resolutions.structure.rows import rows_of
from antecedent.resolutions.structure.vocabulary import vocabulary
from antecedent.resolutions.structure.zones import starts_annex
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


def test_a_report_before_a_resolution_stands_in_the_masthead_and_is_told() -> None:
    sheet = Sheet().line("#General Assembly#", size=20).line("#THE LAMPS OF THE YEAR#", x=230, after=30, size=12)
    sheet.line("#Summary#", after=30, size=12)
    for number in range(1, 5):
        sheet.paragraph(f"{number}. {PROSE[0]}", *PROSE[1:])
    sheet.line("#III. Draft decision#", after=30, size=12)
    sheet.paragraph("*The Conference of the Parties to the Convention on Lighthouses*").paragraph("*Takes note* of it.")
    document = sheet.document()
    assert document.title == "THE LAMPS OF THE YEAR"
    assert texts(document) == ["Takes note of it."]
    assert any("(page 1) stands in the masthead" in warning for warning in document.warnings)


def test_the_title_of_a_draft_behind_a_report_is_its_own() -> None:
    sheet = Sheet().line("#THE LAMPS OF THE YEAR#", x=230, after=30, size=12).paragraph(*PROSE).paragraph(*PROSE)
    sheet.line("#Draft resolution II#", after=30, size=12).line("#THE KEEPING OF LIGHTS#", x=230, after=30, size=12)
    sheet.paragraph("*The Conference of the Parties to the Convention on Lighthouses,*")
    assert sheet.paragraph("1. *Decides* to keep the lights.").document().title == "THE KEEPING OF LIGHTS"


def test_a_table_of_contents_is_no_text() -> None:
    sheet = Sheet().line("#REPORT OF THE WARDENS#", x=230, after=30, size=12).line("Contents", after=30)
    sheet.paragraph("I. Lamps . . . . . . . . . . . . . . . . . . . . . . . . . 2")
    sheet.paragraph(
        "II. Ferries and what became of them in the winter, and", "of harbours . . . . . . . . . . . . . . . 3"
    )
    sheet.paragraph("*Second part*").paragraph("III. Lenses............................................. 4")
    document = sheet.paragraph(*PROSE).paragraph("Keeper: ..............................").document()
    assert len(texts(document)) == 2
    assert [text for _, text in document.masthead if text.startswith("II. Ferries")]


def test_lines_of_dots_without_pages_are_contents_unless_they_ask_to_be_filled_in() -> None:
    parts, dots = ("Lamps", "Lenses", "Ferries", "Wardens", "Harbours"), " . . . . . . . . . . . ."
    listed = Sheet().line("#REPORT OF THE WARDENS#", x=230, after=30, size=12).paragraph(*PROSE)
    asked = Sheet().line("#FORM OF THE WARDENS#", x=230, after=30, size=12).paragraph(*PROSE)
    for part in parts:
        listed.paragraph(part + dots)
        asked.paragraph(part + ":" + dots)
    assert len(texts(listed.document())) == 1
    assert len(texts(asked.document())) == 1 + len(parts)


def test_an_annex_may_have_a_long_title() -> None:
    sheet = Sheet().line("#Annex I#")
    for _ in range(3):
        sheet.line("#Technical updates to the lamps and lenses of the lighthouses along the coast of the north#")
    rows = rows_of(Extraction(pages=(Page(number=1, width=595, height=842),), lines=tuple(sheet.lines)))
    words = vocabulary("en")
    layout = learn_layout(rows, words)
    assert starts_annex(Block(rows), layout, words)
    assert is_heading(Block(rows[:3]), layout, words)
    assert not starts_annex(Block(rows[1:]), layout, words)


def test_a_draft_in_brackets_has_its_formula_and_counts_recitals_alone_by_side() -> None:
    sheet = Sheet().line("LSC/COP4/CRP.2").line("#B. DRAFT DECISION#", x=230, after=30, size=12)
    sheet.paragraph("[The Conference of the Parties to the Convention on Lighthouses,")
    sheet.paragraph("PP1 *Recalling* its earlier resolutions,").paragraph("PP2 *Noting* that lamps wear out,")
    sheet.paragraph("1. *Decides* to keep the lights;").paragraph("Option 2: no text;")
    document = sheet.paragraph("2. *Invites* Parties to keep them.]").document()
    assert document.enacting_formula == "The Conference of the Parties to the Convention on Lighthouses"
    assert [paragraph.kind for paragraph in document.paragraphs] == ["preambular"] * 2 + ["operative"] * 3


def test_a_formula_that_decides_has_no_recitals_after_it() -> None:
    sheet = Sheet().line("#THE LAMPS#", x=230, after=30, size=12)
    sheet.paragraph("*The Conference of the Parties decides:*")
    document = sheet.paragraph("(a) To keep the lights;").paragraph("(b) That each lamp has a keeper.").document()
    assert [paragraph.kind for paragraph in document.paragraphs] == ["operative", "operative"]


def test_a_recital_misprinted_as_an_operative_paragraph_stays_among_the_recitals() -> None:
    sheet = Sheet().line("#THE LAMPS#", x=230, after=30, size=12)
    sheet.paragraph("*The Conference of the Parties to the Convention on Lighthouses,*")
    sheet.paragraph("*Noting* the lamps,").paragraph("*Recalls* the wardens,").paragraph("*Recalling* the ferries,")
    document = sheet.paragraph("1. *Decides* to keep the lights.").document()
    assert [paragraph.kind for paragraph in document.paragraphs] == ["preambular"] * 3 + ["operative"]


def test_a_decision_of_one_sentence_begins_with_who_speaks() -> None:
    sheet = Sheet().line("LSC/COP4/L.22").line("#THE LAMPS#", x=230, after=30, size=12)
    sheet.paragraph(fill("The Conference of the Parties, recalling its resolution"), "3.2 and its decisions on lamps:")
    document = sheet.paragraph("(a) Takes note of the report;").paragraph("(b) Requests a report.").document()
    assert [(paragraph.kind, paragraph.number) for paragraph in document.paragraphs] == [
        ("operative", None),
        ("subparagraph", "(a)"),
        ("subparagraph", "(b)"),
    ]


def test_text_that_stands_amid_a_wide_page_or_names_a_date_is_no_masthead() -> None:
    sheet = Sheet().line("LSC/COP4/L.23").line("2nd session", after=30).line("#" + 90 * "T" + "#", after=30)
    for text in (
        "1. We, the wardens, met from 14 July to the winter of",
        "2. On 3 May 2014 we heard of the lamps, and of what",
    ):
        lines = (
            text[:51],
            "the ferries had seen of the northern coast while at",
            "sea in the time of the storms that came from lands.",
        )
        sheet.paragraph(*lines, x=170)
    document = sheet.document()
    assert [paragraph.number for paragraph in document.paragraphs] == ["1", "2"]
    assert len(document.masthead) == 3
