"""Which lines under and through words are tracked changes, and which only look like them."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract
from antecedent.resolutions.models import Extraction
from tests.unit.extract.pages import paragraph, pdf, prose, write

Marked = Callable[[Canvas, float, float, str], float]


def underlined(canvas: Canvas, x: float, y: float, text: str, below: float = 1.5) -> float:
    end = write(canvas, x, y, text)
    canvas.line(x, y - below, end, y - below)
    return end


def struck(canvas: Canvas, x: float, y: float, text: str) -> float:
    return underlined(canvas, x, y, text, below=-3)


def linked(canvas: Canvas, x: float, y: float, text: str) -> float:
    end = underlined(canvas, x, y, text)
    canvas.linkURL("https://lighthouse.example/doc", (x, y - 3, end, y + 9))
    return end


def sentences(mark: Marked, words: str, number: int = 4) -> Callable[[Canvas], None]:
    """A page on which each of some lines holds marked words between others."""

    def draw(canvas: Canvas) -> None:
        write(canvas, 72, 780, "Recalling", font="Times-Italic")
        for i in range(number):
            y = 740 - 20 * i
            write(canvas, mark(canvas, write(canvas, 72, y, "Parties keep "), y, words), y, " at every station")
        paragraph(canvas, 600, prose(10))

    return draw


def changes(read: Extraction) -> set[str]:
    return {span.text.strip() for line in read.lines for span in line.spans if span.change}


@pytest.mark.parametrize("mark", [struck, underlined])
def test_words_within_a_sentence_are_changed(mark: Marked) -> None:
    read = extract(pdf(sentences(mark, "two lamps")))
    assert read.tracked_changes
    assert changes(read) == {"two lamps"}


def test_links_are_no_insertions_even_beside_deletions() -> None:
    def draw(canvas: Canvas) -> None:
        sentences(linked, "Resolution 2.3")(canvas)
        write(canvas, struck(canvas, 72, 440, "every year"), 440, " by each warden of the coast")

    assert not extract(pdf(sentences(linked, "Resolution 2.3"))).tracked_changes
    assert changes(extract(pdf(draw))) == {"every year"}


def test_underlining_in_a_text_without_italics_is_its_emphasis() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(6):
            y = 740 - 20 * i
            write(canvas, underlined(canvas, write(canvas, 72, y, "as the "), y, "Keepers' Almanac"), y, " says")

    assert not extract(pdf(draw)).tracked_changes


@pytest.mark.parametrize(
    ("sentence", "tracked"),
    [
        ("Proposed additions are underlined and deletions are struck through.", True),
        ("Le texte nouveau est souligné, le texte supprimé est biffé.", True),
        ("El texto nuevo aparece subrayado y el suprimido, tachado.", True),
        ("Delegations underlined the need for lamps.", False),
        ("underlining the importance of every lighthouse", False),
    ],
    ids=["en", "fr", "es", "a report's verb", "a recital's verb"],
)
def test_only_a_legend_makes_one_underlined_word_a_change(sentence: str, tracked: bool) -> None:
    def draw(canvas: Canvas) -> None:
        sentences(underlined, "lamps", number=1)(canvas)
        write(canvas, 72, 420, sentence)

    assert extract(pdf(draw)).tracked_changes is tracked


def test_lines_of_charts_and_tables_that_cross_words_strike_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 780, prose(12))
        for i in range(5):
            y = 560 - 24 * i
            write(canvas, 120, y, f"{i} lamps")
            canvas.line(72, y + 3, 520, y + 3)  # a chart's grid
            canvas.line(125, y + 3.5, 133, y + 3.5)  # a bar that ends within a word

    assert not extract(pdf(draw)).tracked_changes


def test_text_struck_through_and_underlined_is_a_change() -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, 760, prose(5))
        start = write(canvas, 72, 600, "Parties shall ")
        end = write(canvas, start, 600, "light")
        canvas.setLineWidth(0.5)
        canvas.line(start, 603, end, 603)
        new = write(canvas, end, 600, " keep")
        canvas.line(end, 598.5, new, 598.5)
        write(canvas, new, 600, " the lamps")

    extraction = extract(pdf(draw))
    line = extraction.lines[-1]
    assert extraction.tracked_changes
    assert [(span.text, span.change) for span in line.spans] == [
        ("Parties shall ", None),
        ("light", "deleted"),
        (" keep", "inserted"),
        (" the lamps", None),
    ]


def test_an_underlined_heading_is_no_change() -> None:
    def draw(canvas: Canvas) -> None:
        end = write(canvas, 72, 780, "Purpose")
        canvas.line(72, 778.5, end, 778.5)
        paragraph(canvas, 760, prose(5))

    extraction = extract(pdf(draw))
    assert not extraction.tracked_changes
    assert all(span.change is None for line in extraction.lines for span in line.spans)
