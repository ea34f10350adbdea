"""Whole invented pages: what becomes of their lines."""

from dataclasses import replace

import pytest

from antecedent.resolutions.models import Document, Paragraph
from antecedent.resolutions.structure.naming import Name
from antecedent.resolutions.structure.sessions import session_of
from tests.unit.structure.pages import RIGHT, Sheet, fill


def resolution(
    *operative: tuple[str, ...], preamble: tuple[str, ...] = ("*Recalling* its earlier resolutions,",)
) -> Sheet:
    """A resolution of the fictional convention with these operative paragraphs, each given by its lines."""
    sheet = Sheet().line("LSC/Resolution 3.2").line("#THE KEEPING OF LIGHTS#", x=230, after=30, size=12)
    sheet.line("Adopted by the Conference of the Parties on 7 October 2016", after=20)
    for text in preamble:
        sheet.paragraph(text)
    sheet.paragraph("*The Conference of the Parties to the Convention on Lighthouses,*")
    for lines in operative:
        sheet.paragraph(*lines, hang=22)
    return sheet


def shape(document: Document) -> list[tuple[str, str | None, int, str | None]]:
    """Kind, number, depth and the number of the parent of each paragraph."""
    by_id = {paragraph.id: paragraph for paragraph in document.paragraphs}
    return [(p.kind, p.number, p.depth, by_id[p.parent].number if p.parent else None) for p in document.paragraphs]


def only(document: Document, number: str) -> Paragraph:
    return next(paragraph for paragraph in document.paragraphs if paragraph.number == number)


def test_a_resolution_says_what_it_is() -> None:
    document = resolution(
        ("1. *Decides* to keep the lights;",), ("2. *Requests* the Secretariat to report.",)
    ).document()
    assert (document.title, document.status, document.adopted) == ("THE KEEPING OF LIGHTS", "adopted", "2016-10-07")
    assert (document.language, document.session, document.symbol) == ("en", "3", "LSC/Resolution 3.2")
    assert document.enacting_formula == "The Conference of the Parties to the Convention on Lighthouses"
    assert [p.kind for p in document.paragraphs] == ["preambular", "operative", "operative"]
    assert [p.lead for p in document.paragraphs] == ["Recalling", "Decides", "Requests"]
    assert only(document, "2").addressees == ("Secretariat",)


def test_paragraphs_run_over_lines_pages_and_notes() -> None:
    sheet = resolution(("1. *Decides* to keep the lights;",))
    sheet.paragraph(fill("2. *Encourages* Parties to care for the opt-"), hang=22)
    sheet.line("^1^ See LSC/COP3/Doc.4.", after=40, role="footnote", size=8).turn()
    sheet.line("and lenses^1^, and to write down what", x=94).line("they find;", x=94)
    document = sheet.paragraph("3. *Decides* to review this.").document()
    second = only(document, "2")
    assert second.text.endswith("and lenses, and to write down what they find;")
    assert [box.page for box in second.boxes] == [1, 2]
    assert [(note.marker, note.text) for note in second.footnotes] == [("1", "See LSC/COP3/Doc.4.")]


def test_a_letter_has_the_symbol_of_its_head_though_it_has_no_masthead() -> None:
    sheet = Sheet().line("United Nations").line("S/2025/149", x=480, after=0)
    sheet.paragraph("I have the honour to refer to the lamps, about which resolution 15 (2004) says much, and to tell")
    assert sheet.line("what became of them since the last of my letters.").document().symbol == "S/2025/149"


def test_drafts_in_negotiation_number_both_sides() -> None:
    sheet = Sheet().line("LSC/COP4/CRP.2").line("#THE KEEPING OF LIGHTS#", x=230, after=30, size=12)
    for lines in (
        ("PP1. *Recalling* its earlier resolutions and what the keepers wrote of them in their",),
        ("PP2 bis. [*Noting* that lamps wear out,]",),
        ("Option 2: *Noting* that lamps wear out and that each of them has a cost:",),
        ("PP3. *Welcoming* the report,",),
        ("OP1. [*Decides* to keep the lights:]",),
        ("(a) at night;",),
        ("OP1 alt. *Invites* Parties to keep them.",),
    ):
        sheet.paragraph(*lines)
    found = [(p.kind, p.number, p.depth, p.lead) for p in sheet.document().paragraphs]
    assert found == [
        ("preambular", "PP1", 0, "Recalling"),
        ("preambular", "PP2 bis", 0, "Noting"),
        ("preambular", None, 0, None),
        ("preambular", "PP3", 0, "Welcoming"),
        ("operative", "OP1", 0, "Decides"),
        ("subparagraph", "(a)", 1, None),
        ("operative", "OP1 alt", 0, "Invites"),
    ]


def test_lists_nest_and_come_back() -> None:
    document = resolution(
        ("1. *Requests* Parties:",),
        ("(a) To keep:",),
        ("(i) lamps;",),
        ("(ii) lenses;",),
        ("(b) To report;",),
        ("2. *Decides* to review this.",),
    ).document()
    assert shape(document)[1:] == [
        ("operative", "1", 0, None),
        ("subparagraph", "(a)", 1, "1"),
        ("subparagraph", "(i)", 2, "(a)"),
        ("subparagraph", "(ii)", 2, "(a)"),
        ("subparagraph", "(b)", 1, "1"),
        ("operative", "2", 0, None),
    ]


def test_annexes_have_their_own_numbers_and_headings() -> None:
    sheet = resolution(("1. *Adopts* the rules in the annex.",))
    sheet.line("#Annex#", x=280, after=30).line("#Part I: Scope#", after=24)
    document = sheet.paragraph("1. These rules apply to lights.").paragraph("2. They bind keepers.").document()
    assert shape(document)[2:] == [
        ("heading", None, 0, None),
        ("heading", None, 0, None),
        ("annex", "1", 0, None),
        ("annex", "2", 0, None),
    ]
    assert document.paragraphs[3].text == "Part I: Scope"


def test_draft_decisions_speak_to_whom_their_heading_names() -> None:
    sheet = (
        Sheet().line("LSC/COP5/Doc.15").line("#Draft decisions#", after=30).line("#Directed to the Parties#", after=24)
    )
    sheet.paragraph("5.AA Parties are requested to shade lights.").line("#Directed to the Secretariat#", after=24)
    document = sheet.paragraph("5.BB The Secretariat shall:").paragraph("(a) count birds;", x=94).document()
    assert document.status == "draft"
    assert [(p.kind, p.number, p.addressees) for p in document.paragraphs if p.kind == "decision"] == [
        ("decision", "5.AA", ("Parties",)),
        ("decision", "5.BB", ("Secretariat",)),
    ]


KEPT = "Decides to keep lights;"


@pytest.mark.parametrize(
    ("line", "text", "before"),
    [
        pytest.param(
            "1. *Decides* to keep ~no~+all+ oil;", "Decides to keep all oil;", "Decides to keep no oil;", id="word"
        ),
        pytest.param("1. *Decides* to keep lights~, if any~;", KEPT, "Decides to keep lights, if any;", id="clause"),
        pytest.param("+1. *Decides* to keep lights;+", KEPT, "", id="inserted"),
        pytest.param("~1. Decides to keep lights;~", "", KEPT, id="deleted"),
        pytest.param("~2~+1+. *Decides* to keep lights;", KEPT, KEPT, id="number"),
        pytest.param("1. *Decides* to keep lights;", KEPT, None, id="untouched"),
    ],
)
def test_tracked_changes_are_read_both_ways(line: str, text: str, before: str | None) -> None:
    # Sheet knows one style at a time: within a change nothing is italic
    marked = line.replace("*", "") if line.startswith("+") else line
    document = resolution((marked,), ("2. *Requests* the Secretariat to report.",)).document()
    paragraph = document.paragraphs[1]
    assert (paragraph.text, paragraph.before, paragraph.number) == (text, before, "1")


@pytest.mark.parametrize(
    ("formula", "recital", "verb", "language"),
    [
        pytest.param(
            "La Conférence des Parties à la Convention,",
            "Rappelant que la garde des phares est de l’intérêt de tous,",
            "Prie les Parties de garder les phares et les amers de la côte.",
            "fr",
            id="french",
        ),
        pytest.param(
            "La Conferencia de las Partes en la Convención,",
            "Recordando que la guarda de los faros es del interés de todos,",
            "Pide a las Partes que guarden los faros y las marcas de la costa.",
            "es",
            id="spanish",
        ),
    ],
)
def test_other_languages_have_their_own_verbs(formula: str, recital: str, verb: str, language: str) -> None:
    sheet = Sheet().line("LSC/Resolution 3.2").line("#TITRE#", x=250, after=30, size=12)
    document = sheet.paragraph(recital).paragraph(formula).paragraph(f"1. {verb}").document()
    assert document.language == language
    assert [p.kind for p in document.paragraphs] == ["preambular", "operative"]
    assert document.enacting_formula == formula.rstrip(",")


def test_the_looks_tell_where_the_language_is_none_of_ours() -> None:
    sheet = Sheet().line("#Світло#", x=280, after=30, size=12).paragraph("*Асамблея Сторін,*")
    sheet.paragraph("*Нагадуючи* про свої рішення,").paragraph("1. *Вирішує* зберегти маяки;")
    document = sheet.paragraph("2. *Просить* секретаріат доповісти.").document()
    assert [p.kind for p in document.paragraphs] == ["preambular", "operative", "operative"]
    assert document.enacting_formula == "Асамблея Сторін"


def test_a_text_that_is_no_resolution_keeps_its_words_and_says_so() -> None:
    sheet = Sheet().paragraph(fill("The keeper wrote in the log that the night was calm and"), "that no ship was seen.")
    document = sheet.paragraph(
        fill("In the morning the boat came with oil and bread, and the"), "keeper slept."
    ).document()
    assert [p.text.split()[0] for p in document.paragraphs] == ["The", "In"]
    assert "does not look like a resolution" in document.warnings[0]


def test_ids_are_unique_and_parents_exist() -> None:
    twice = (("1. *Requests* Parties:",), ("- lamps;",), ("- lenses;",))
    sheet = resolution(*twice)
    sheet.line("#Annex 1#", x=280, after=30).paragraph("1. Lamps.").line("#Annex 2#", x=280, after=30)
    document = sheet.paragraph("1. Lenses.").document()
    ids = [p.id for p in document.paragraphs]
    assert len(set(ids)) == len(ids)
    assert {p.parent for p in document.paragraphs if p.parent} <= set(ids)


def test_one_line_paragraphs_without_gaps_are_told_apart() -> None:
    lines = [
        "1. *Decides* to keep the lights;",
        "2. *Requests* the Secretariat to report;",
        "3. *Invites* Parties to help.",
    ]
    sheet = resolution()
    for text in lines:
        sheet.line(text)
    assert [p.number for p in sheet.document().paragraphs] == [None, "1", "2", "3"]


def test_boxes_go_around_the_lines_of_the_paragraph() -> None:
    document = resolution((fill("1. *Decides* to keep the lights"), "and their keepers;")).document()
    box = only(document, "1").boxes[0]
    assert box.x0 == 72.0
    assert RIGHT - 60 < box.x1 <= RIGHT
    assert 20 < box.bottom - box.top < 26


@pytest.mark.parametrize(
    ("heads", "marks"),
    [
        pytest.param(["1. https://lights.example/logs", "2. ibid."], "12", id="numbers with stops"),
        pytest.param(["a. See the log.", "b. See the ledger."], "ab", id="letters with stops"),
        pytest.param(["† See the log.", "‡ See the ledger."], "†‡", id="signs"),
    ],
)
def test_notes_by_the_look_of_their_marks(heads: list[str], marks: str) -> None:
    sheet = resolution((f"1. *Decides* to keep the lights^{marks[0]}^ and the lamps^{marks[1]}^ of the coast;",))
    for head in heads:
        sheet.line(head, after=10, role="footnote", size=8)
    (paragraph,) = [p for p in sheet.document().paragraphs if p.kind == "operative"]
    assert paragraph.text == "Decides to keep the lights and the lamps of the coast;"
    assert [note.text for note in paragraph.footnotes] == [head.split(" ", 1)[1] for head in heads]


def test_a_formula_without_italics_over_two_lines() -> None:
    sheet = Sheet().line("LSC/Resolution 3.2").line("#THE KEEPING OF LIGHTS#", x=230, after=30, size=12)
    sheet.paragraph("Recalling its earlier resolutions on the lights of the north,")
    sheet.paragraph(
        "The Conference of the Parties to the Convention on the Safeguarding of Lighthouses and", "Seamarks"
    )
    sheet.paragraph("1. Thanks those who have paid into the Fund;").paragraph("2. Invites Parties to give more.")
    document = sheet.document()
    assert document.enacting_formula == (
        "The Conference of the Parties to the Convention on the Safeguarding of Lighthouses and Seamarks"
    )
    assert [p.kind for p in document.paragraphs] == ["preambular", "operative", "operative"]


def test_words_behind_a_list_that_go_on_with_its_sentence_hang_with_its_items() -> None:
    sheet = resolution(("1. *Urges* Parties:",))
    sheet.paragraph("(a) To keep the lights;", x=94).paragraph("(b) To keep the lenses;", x=94)
    sheet.paragraph("and to write down in their logs what they have kept;").paragraph("2. *Requests* a report:")
    document = sheet.paragraph("(a) On the lights.", x=94).document()
    assert shape(document)[1:] == [
        ("operative", "1", 0, None),
        ("subparagraph", "(a)", 1, "1"),
        ("subparagraph", "(b)", 1, "1"),
        ("subparagraph", None, 1, "1"),
        ("operative", "2", 0, None),
        ("subparagraph", "(a)", 1, "2"),
    ]


@pytest.mark.parametrize("form", ["{})", "({})", "{}."])
def test_operative_paragraphs_by_the_look_of_their_numbers(form: str) -> None:
    document = resolution(
        (form.format(1) + " *Decides* to keep the lights;",), (form.format(2) + " *Requests* a report.",)
    ).document()
    assert [(p.kind, p.depth) for p in document.paragraphs] == [("preambular", 0), ("operative", 0), ("operative", 0)]


@pytest.mark.parametrize(
    ("said", "session"),
    [
        pytest.param("Adopted at its First Meeting", "1", id="English"),
        pytest.param("on the work of its seventy-ninth session", "79", id="English, of two words"),
        pytest.param("Twentieth Ordinary Meeting of the Parties", "20", id="with a word between"),
        pytest.param("Adoptée à la vingt et unième session", "21", id="French"),
        pytest.param("lors de sa quatre-vingt-deuxième session", "82", id="French, of four words"),
        pytest.param("aprobada en su vigésima segunda reunión", "22", id="Spanish"),
        pytest.param("decimotercera reunión de las Partes", "13", id="Spanish, in one word"),
        pytest.param("the closing plenary session", None, id="no ordinal"),
    ],
)
def test_sessions_in_words(said: str, session: str | None) -> None:
    assert session_of(Name(None, None), [said]) == session


PROSE = (
    "the parties subject their projects to the judgement of a joint jury and adjust the objects that justice asks for, "
    "while the keepers of lights write down what they see from the towers of the coast in good and in foul weather "
)


@pytest.mark.parametrize(
    ("printed", "said", "warned"),
    [
        pytest.param("j", "o", True, id="one letter for another"),
        pytest.param("j", "j", False, id="as printed"),
        pytest.param("subject joint judgement jury adjust objects justice projects", "", False, id="a text without it"),
    ],
)
def test_a_letter_that_the_text_layer_gets_wrong_is_named(printed: str, said: str, warned: bool) -> None:
    words = [word for word in PROSE.split() if word not in printed.split()]
    text = " ".join(words) if len(printed) > 1 else PROSE.replace(printed, said)
    sheet = resolution(("1. *Decides* to keep the lights;",))
    for _ in range(60):
        sheet.line(text)
    assert (
        any("'oudgement' for 'judgement'" in each or "'j' is printed" in each for each in sheet.document().warnings)
        == warned
    )


def test_marks_of_several_kinds_stand_among_the_notes() -> None:
    sheet = resolution(("1. *Decides* to keep the lights^†^, the lamps^†††^ and the lenses^a^.",))
    for note in ("^†^ At night.", "^†††^ In winter.", "a  Where there are any."):
        sheet.line(note, role="footnote", size=8)
    found = only(sheet.document(), "1").footnotes
    assert [(note.marker, note.text) for note in found][:2] == [("†", "At night."), ("†††", "In winter.")]


@pytest.mark.parametrize("form", ["{}.", "{})", "({})", "{}"])
def test_a_numbered_list_hangs_on_the_numbered_paragraph_that_ends_with_a_colon(form: str) -> None:
    document = resolution(
        (f"{form.format(1)} *Urges* Parties to keep the lamps alight until dawn;",),
        (f"{form.format(2)} *Approves* the agenda of its fifth meeting:",),
        ("1. Opening of the meeting.",),
        ("2. Lamps and lenses.",),
        (f"{form.format(3)} *Decides* to review this.",),
    ).document()
    assert [(p.number, p.depth) for p in document.paragraphs if p.kind != "preambular"][2:4] == [("1", 1), ("2", 1)]


@pytest.mark.parametrize(
    ("printed", "read", "notes"),
    [
        pytest.param("to 15^p^ November", "to 15 November", 1, id="a letter behind a number"),
        pytest.param("of the lamps^[p]^ at night", "of the lamps at night", 1, id="in brackets"),
        pytest.param("of the lamps^p ^(all of them)", "of the lamps (all of them)", 1, id="before a bracket"),
    ],
)
def test_marks_leave_no_trace_in_the_text(printed: str, read: str, notes: int) -> None:
    sheet = resolution((f"1. *Urges* Parties to keep the lights {printed};",), ("2. *Decides* to review this.",))
    sheet.line("p. See the report.", after=40, role="footnote", size=8)
    sheet.lines[-1] = replace(
        sheet.lines[-1],
        spans=(
            replace(sheet.lines[-1].spans[0], text="p", raised=True),
            replace(sheet.lines[-1].spans[0], text=" See the report."),
        ),
    )
    paragraph = next(p for p in sheet.document().paragraphs if p.number == "1")
    assert read in paragraph.text
    assert len(paragraph.footnotes) == notes
