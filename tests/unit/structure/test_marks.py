import pytest

from antecedent.resolutions.marks import run_on


@pytest.mark.parametrize(
    ("printed", "marks"),
    [
        pytest.param("23", ("2", "3"), id="two numbers"),
        pytest.param("91011", ("9", "10", "11"), id="over a ten"),
        pytest.param("1213", ("12", "13"), id="two of two digits"),
        pytest.param("bc", ("b", "c"), id="two letters"),
        pytest.param("***", ("*", "**"), id="stars"),
        pytest.param("24", (), id="no neighbours"),
        pytest.param("7", (), id="one"),
        pytest.param("st", (), id="the end of an ordinal"),
        pytest.param("ab1", (), id="letters and a number"),
    ],
)
def test_marks_without_a_comma_are_told_apart(printed: str, marks: tuple[str, ...]) -> None:
    assert run_on(printed) == marks
