"""The CMS pair: what the adopted resolution repeals, and what the draft of two meetings later still cites."""

from itertools import permutations
from pathlib import Path

import pytest

from antecedent.resolutions.align import trace
from antecedent.resolutions.findings import Comparison, assess
from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import parse
from antecedent.resolutions.register import build
from antecedent.resolutions.status import status

pytestmark = pytest.mark.corpus
REPEALED = [f"UNEP/CMS/Resolution {number}" for number in ("7.9", "8.11", "9.6", "10.21")]


@pytest.fixture(scope="module")
def texts(corpus: Path) -> dict[str, Document]:
    names = ("resolution-11.10-rev-cop12", "draft-resolution-cop14", "draft-resolution-cop14-tracked")
    return {name: parse((corpus / "cms" / f"{name}.pdf").read_bytes(), f"{name}.pdf") for name in names}


def test_the_adopted_text_repeals_four_resolutions(texts: dict[str, Document]) -> None:
    register = build(texts.values())
    found = [
        (event.target, event.action, event.effect, event.scope, event.by)
        for event in register.events
        if event.action == "repeal"
    ]
    by = "UNEP/CMS/Resolution 11.10 (Rev.COP12)"
    assert sorted(found) == sorted((symbol, "repeal", "adopted", "whole", by) for symbol in REPEALED)
    assert {status(register, symbol, "2026-11-22").status for symbol in REPEALED} == {"repealed"}


def test_every_order_of_arrival_gives_the_same_register(texts: dict[str, Document]) -> None:
    registers = [build(order) for order in permutations(texts.values())]
    assert all(register == registers[0] for register in registers)


@pytest.mark.parametrize("name", ["draft-resolution-cop14", "draft-resolution-cop14-tracked"])
def test_the_draft_cites_all_four(texts: dict[str, Document], name: str) -> None:
    found = assess(texts[name], build(texts.values()), {})
    cited = [finding for finding in found if finding.kind == "cites-repealed"]
    assert sorted(finding.target or "" for finding in cited) == sorted(REPEALED)
    assert {finding.paragraph for finding in cited} == {texts[name].paragraphs[0].id}


def test_the_marks_of_the_tracked_draft_are_true_in_every_paragraph(texts: dict[str, Document]) -> None:
    draft = texts["draft-resolution-cop14-tracked"]
    traced = trace(draft, (texts["resolution-11.10-rev-cop12"],))
    comparisons = {draft.sha256: Comparison(base=traced.base, links=traced.links)}
    found = assess(draft, build(texts.values()), comparisons)
    marks = [
        one.message for one in found if one.kind in ("unmarked-change", "marked-but-equal") and one.severity != "low"
    ]
    assert marks == []
