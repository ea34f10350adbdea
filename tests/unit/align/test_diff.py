"""Differences read as runs of words, and join to both texts exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antecedent.resolutions.diff import differences

SHOWN = {
    "a word more": ("Urges Parties to act;", "Urges all Parties to act;", ["=Urges", "+ all", "= Parties to act;"]),
    "a number replaced whole": ("see 79/208, too", "see 80/12, too", ["=see", "- 79/208", "+ 80/12", "=, too"]),
    "short equal runs are no confetti": (
        "light the old lamps of the north pier",
        "dim the new lights of a south quay",
        ["-light the old lamps of the north pier", "+dim the new lights of a south quay"],
    ),
    "what only goes is shown word by word": (
        "to keep lit and to clean lamps",
        "to keep and to clean",
        ["=to keep", "- lit", "= and to clean", "- lamps"],
    ),
    "gone from the front": ("Further requests keepers", "requests keepers", ["-Further ", "=requests keepers"]),
    "nothing before": ("", "All new", ["+All new"]),
    "nothing at all": ("", "", []),
}


@pytest.mark.parametrize(("before", "after", "wanted"), SHOWN.values(), ids=SHOWN.keys())
def test_shown(before: str, after: str, wanted: list[str]) -> None:
    signs = {"equal": "=", "delete": "-", "insert": "+"}
    assert [signs[edit.operation] + edit.text for edit in differences(before, after)] == wanted


_TEXTS = st.lists(st.sampled_from(["a", "b", " ", "  ", "\n", ",", "A", "79/2", "é", "’"]), max_size=12).map("".join)


@given(_TEXTS, _TEXTS)
def test_the_runs_join_to_both_texts(before: str, after: str) -> None:
    runs = differences(before, after)
    assert "".join(run.text for run in runs if run.operation != "insert") == before
    assert "".join(run.text for run in runs if run.operation != "delete") == after
    assert all(run.text for run in runs)
