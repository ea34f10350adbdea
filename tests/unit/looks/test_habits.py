import pytest
from weasyprint import HTML

from antecedent.resolutions.models import Paragraph
from antecedent.resolutions.pipeline import parse
from tests.looks.customs import CUSTOMS
from tests.looks.habits import HABITS, Habit


@pytest.mark.parametrize("habit", [*HABITS, *CUSTOMS], ids=lambda habit: habit.name)
def test_pages_in_the_habits_of_treaty_bodies_read_as_they_say(habit: Habit) -> None:
    document = parse(HTML(string=habit.html()).write_pdf())
    assert [_plain(_told(paragraph)) for paragraph in document.paragraphs] == [_plain(line) for line in habit.reads]


def _told(paragraph: Paragraph) -> str:
    number = f"{paragraph.number} | " if paragraph.number else ""
    notes = "".join(f" ^{note.text}" for note in paragraph.footnotes)
    return ("# " if paragraph.kind == "heading" else "") + number + paragraph.text + notes


def _plain(text: str) -> str:
    """One kind of apostrophe and bullet."""
    return text.replace("’", "'").replace("- |", "• |")
