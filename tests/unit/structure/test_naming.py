"""By which symbol a document goes: its own at its head, not one that it speaks of."""

import pytest

from antecedent.resolutions.models import Box
from antecedent.resolutions.structure.naming import Printed, name_document


def printed(*lines: tuple[float, str], page: int = 1) -> list[Printed]:
    """Lines at these distances from the top of a page, in points."""
    return [Printed(page, Box(120.0, top, 480.0, top + 10), text) for top, text in lines]


@pytest.mark.parametrize(
    ("lines", "symbol"),
    [
        (printed((40, "S/2025/14"), (214, "Letter from the Chair"), (228, "Resolution 1540 (2004)")), "S/2025/14"),
        (printed((40, "A/80/15 (Part I)"), (70, "General Assembly")), "A/80/15 (Part I)"),
        (printed((40, "A/ES-10/1022"), (70, "General Assembly")), "A/ES-10/1022"),
        (printed((40, "A/ES-10/1022–S/2025/92"), (70, "General Assembly")), "A/ES-10/1022"),
        (printed((40, "ICCD/COP(8)/CST/8"), (70, "Committee on Science")), "ICCD/COP(8)/CST/8"),
        (printed((40, "GEGN.2/2025/35/CRP.3"), (70, "Group of Experts")), "GEGN.2/2025/35/CRP.3"),
        (printed((40, "E/2025/57"), (300, "Report"), (420, "E/RES/2022/5")), "E/2025/57"),
        (printed((144, "A/48/653"), (300, "A/C.4/48/SR.2-6")), "A/48/653"),
        (printed((40, "S/RES/2768 (2025)"), (214, "Resolution 2768 (2025)")), "S/RES/2768(2025)"),
        (printed((300, "LSC/Resolution 3.2")), "LSC/Resolution 3.2"),
    ],
    ids=lambda given: given if isinstance(given, str) else given[0].text,
)
def test_a_document_goes_by_the_symbol_at_its_head(lines: list[Printed], symbol: str) -> None:
    assert name_document(lines, None).symbol == symbol


def test_a_header_that_comes_again_names_the_document_whatever_the_first_page_says() -> None:
    lines = printed((400, "A/80/23")) + printed((50, "A/80/23"), page=2) + printed((60, "A/AC.1/2025/L.1"), page=3)
    assert name_document(lines, None).symbol == "A/80/23"


def test_a_line_within_a_title_is_no_number_of_its_own() -> None:
    lines = printed((40, "S/2025/149"), (214, "Letter of the Committee established pursuant to"))
    lines += printed((228, "resolution 1540 (2004) addressed to the President"))
    assert name_document(lines, "adopted").symbol == "S/2025/149"
