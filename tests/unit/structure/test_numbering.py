import pytest

from antecedent.resolutions.structure.nesting import Level, Outline
from antecedent.resolutions.structure.numbering import read_number, roman_value


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        pytest.param("1. Decides", "1", "Decides", id="decimal"),
        pytest.param("12 Decides", "12", "Decides", id="lost-full-stop"),
        pytest.param("4 bis. Decides", "4 bis", "Decides", id="bis"),
        pytest.param("(a) To keep", "(a)", "To keep", id="letter"),
        pytest.param("a) de garder", "a)", "de garder", id="half-bracket"),
        pytest.param("(iv) To keep", "(iv)", "To keep", id="roman"),
        pytest.param("(aa) To keep", "(aa)", "To keep", id="doubled-letter"),
        pytest.param("IV. Lights", "IV", "Lights", id="roman-heading"),
        pytest.param("14.AA The Secretariat shall", "14.AA", "The Secretariat shall", id="placeholder"),
        pytest.param(
            "14.CCThe Secretariat shall", "14.CC", "The Secretariat shall", id="placeholder that fills its tab"
        ),
        pytest.param("13.24 The Secretariat shall", "13.24", "The Secretariat shall", id="decision"),
        pytest.param("PP1 Recalling", "PP1", "Recalling", id="recital of a draft in negotiation"),
        pytest.param("OP 3 bis. [Requests", "OP 3 bis", "[Requests", id="operative of a draft in negotiation"),
        pytest.param("Op4alt: Urges", "Op4alt", "Urges", id="alternative of a draft in negotiation"),
        pytest.param("- lamps;", "-", "lamps;", id="dash"),
        pytest.param("• lamps;", "•", "lamps;", id="bullet"),
    ],
)
def test_numbers_are_read_without_their_full_stop(text: str, label: str, rest: str) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.label, number.rest) == (label, rest)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("12 lights were lost", id="a-count"),
        pytest.param("2023. The lights", id="a-year"),
        pytest.param("OP 5 of the draft", id="a mention of a paragraph"),
        pytest.param("A new light", id="an-article"),
        pytest.param("(or) none", id="a-word-in-brackets"),
        pytest.param("79/75. Lights", id="a-resolution"),
        pytest.param("-based", id="half-a-compound"),
        pytest.param("11 February 2025", id="a-date"),
        pytest.param("26 August. On several nights", id="a-date-that-ends-a-sentence"),
        pytest.param("1.2 million lamps", id="a-decimal-fraction"),
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("i", 1), ("iv", 4), ("XIX", 19), ("xl", 40), ("vv", None), ("iix", None)])
def test_roman_numbers_must_be_well_formed(text: str, value: int | None) -> None:
    assert roman_value(text) == value


TOP = ("1.", "decimal", 1)


@pytest.mark.parametrize(
    ("before", "text", "following", "chapeau", "expected"),
    [
        # (h) then (i) then (j): the ninth letter
        pytest.param([TOP, ("(a)", "alpha", 8)], "(i) x", ["(j) x"], False, (1, "alpha", 9), id="i-is-9"),
        # (h): then (i) then (ii): the first Roman number under (h)
        pytest.param([TOP, ("(a)", "alpha", 8)], "(i) x", ["(ii) x"], True, (2, "roman", 1), id="i-is-1"),
        pytest.param([TOP], "(a) x", ["(b) x"], True, (1, "alpha", 1), id="opens-under-its-chapeau"),
        pytest.param(
            [TOP, ("(a)", "alpha", 2), ("(a)", "roman", 3)], "(c) x", [], False, (1, "alpha", 3),
            id="back-to-the-outer-list",
        ),
        pytest.param([("1.", "decimal", 11)], "1. Lamps", ["2. X"], True, (1, "decimal", 1), id="list-in-a-paragraph"),
        pytest.param([("1.", "decimal", 11)], "1. Decides", [], False, (0, "decimal", 1), id="numbering-restarts"),
    ],
)  # fmt: skip
def test_numbers_find_the_list_that_they_go_on_with(
    before: list[tuple[str, str, int]],
    text: str,
    following: list[str],
    chapeau: bool,
    expected: tuple[int, str, int],
) -> None:
    outline = Outline()
    for depth, (shape, style, value) in enumerate(before):
        outline.put(depth, Level(shape, style, value, f"x{depth}", 10.0 * depth))  # pyright: ignore
    number = read_number(text)
    ahead = [found for each in following if (found := read_number(each))]
    assert number is not None
    assert outline.place(number, ahead, 10.0, chapeau=chapeau) == expected
