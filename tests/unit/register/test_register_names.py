"""Spellings that mean one work, and the version that each names."""

import pytest

from antecedent.resolutions.register.names import is_placeholder, name_of, work_symbol

SAME = [
    pytest.param("UNEP/CMS/Resolution 11.10 (Rev.COP12)", "UNEP/CMS/Resolution 11.10 (Rev. COP12)", 12, id="space"),
    pytest.param("UNEP/CMS/Resolution 11.10", "unep/cms/resolution  11.10", 0, id="case"),
    pytest.param("UNEP/CMS/Resolution 12.01", "UNEP/CMS/Resolution 12.1", 0, id="padding"),
    pytest.param("UNEP/CMS/Res. 7.9", "UNEP/CMS/Resolution 7.9", 0, id="short"),
    pytest.param("CITES/Resolution Conf. 12.8 (Rev.CoP13)", "CITES/Resolution Conf. 12.8 (Rev. CoP13)", 13, id="cites"),
    pytest.param("CITES/Resolution Conf. 8.10 (Rev.)", "CITES/Resolution Conf. 8.10 (Rev.)", 1, id="without a number"),
    pytest.param("CBD/COP/DEC/XI/12", "CBD/COP/DEC/11/12", 0, id="roman session"),
    pytest.param("A/C.3/80/L.65/Rev.1", "A/C.3/80/L.65/Rev.1", 1, id="revised draft"),
    pytest.param("LSC/Resolution 2.3 (Rév. COP4)", "LSC/Resolution 2.3 (Rev.COP4)", 4, id="french"),
]


@pytest.mark.parametrize(("one", "other", "revision"), SAME)
def test_spellings_of_one_version_meet(one: str, other: str, revision: int) -> None:
    assert name_of(one) == name_of(other)
    assert name_of(one).revision == revision


DIFFERENT = [
    pytest.param("UNEP/CMS/Resolution 12.1", "UNEP/CMS/Resolution 12.10", id="a zero at the end counts"),
    pytest.param("UNEP/CMS/Resolution 7.9", "UNEP/CMS/Recommendation 7.9", id="kind"),
    pytest.param("A/RES/3419 A (XXX)", "A/RES/3419 B (XXX)", id="letter"),
    pytest.param("A/C.3/80/L.65", "A/L.3/80/L.65", id="a committee is no Roman number"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_works_stay_apart(one: str, other: str) -> None:
    assert name_of(one).work != name_of(other).work


def test_versions_share_a_work() -> None:
    assert name_of("LSC/Resolution 2.3").work == name_of("LSC/Resolution 2.3 (Rev.COP4)").work
    assert work_symbol("LSC/Resolution 2.3 (Rev.COP4)") == "LSC/Resolution 2.3"


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [("UNEP/CMS/Decision 14.AA", True), ("UNEP/CMS/Decision 14.23", False), ("A/RES/48/218 B", False)],
)
def test_placeholders(symbol: str, expected: bool) -> None:
    assert is_placeholder(symbol) is expected
