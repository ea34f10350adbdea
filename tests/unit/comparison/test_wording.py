import pytest

from antecedent.resolutions.exports.wording import percent


@pytest.mark.parametrize(
    ("score", "said"),
    [(1.0, "100%"), (0.9975, "99%"), (0.864, "86%"), (0.0, "0%")],
    ids=["all", "nearly", "some", "none"],
)
def test_only_the_same_words_are_wholly_alike(score: float, said: str) -> None:
    assert percent(score) == said
