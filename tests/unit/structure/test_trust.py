"""Tags as evidence: what they decide where geometry is in doubt, and that lies decide nothing."""

import pytest

from antecedent.resolutions.models import Document
from tests.unit.structure.pages import Sheet, fill

SURE = ("Requests", "Invites", "Urges", "Encourages", "Reminds")


def document(blocks: list[int], doubtful: list[int], heading: str | None = None) -> Document:
    """Numbered paragraphs of three lines, then full lines of which only tags tell where the second paragraph begins.

    `blocks` are the elements of the lines that are sure, `doubtful` those of the four lines at the end.
    """
    sheet = (
        Sheet()
        .line("LSC/Resolution 3.2")
        .paragraph("*The Conference of the Parties to the Convention on Lighthouses,*")
    )
    numbers = iter(blocks)
    for n, verb in enumerate(SURE, 1):
        sheet.line(fill(f"{n}. *{verb}* the Parties to keep the lamps"), block=next(numbers))
        sheet.line(fill("and the lenses in good order in all of their harbours"), block=next(numbers))
        sheet.line("and to write down what they find.", block=next(numbers))
    if heading:
        sheet.line(heading, after=12, block=99, tag="H2")
    for n, element in enumerate(doubtful):
        text = (
            "Lamps are to be seen from ships at sea by night"
            if n in (0, 2)
            else "and in fog by those who keep watch there"
        )
        line = fill(text)
        sheet.line(line[:-1] + "." if n % 2 else line, block=element)
    return sheet.document()


TRUE = [n // 3 + 1 for n in range(15)]
TREES = {
    "true": (TRUE, [20, 20, 21, 21]),
    "an element a line": (list(range(1, 16)), [20, 21, 22, 23]),
    "one element for all": ([1] * 15, [1] * 4),
    "parted anywhere": ([1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7], [20, 20, 21, 21]),
}


@pytest.mark.parametrize(
    ("tree", "count"), [("true", 2), ("an element a line", 1), ("one element for all", 1), ("parted anywhere", 1)]
)
def test_a_tree_parts_paragraphs_where_it_has_proved_true(tree: str, count: int) -> None:
    paragraphs = document(*TREES[tree]).paragraphs
    assert [p.number for p in paragraphs if p.number] == ["1", "2", "3", "4", "5"]
    assert len([p for p in paragraphs if p.text.startswith("Lamps")]) == count
