"""What the measuring sets hold: every repealed text, and none beside."""

import json
from pathlib import Path

import pytest

from antecedent.resolutions.pipeline import parse

pytestmark = pytest.mark.corpus


def test_no_false_alarm_and_no_text_missed(corpus: Path) -> None:
    found: set[tuple[str, str]] = set()
    wanted: set[tuple[str, str]] = set()
    for gold in sorted((corpus / "repeals" / "gold").glob("*.json")):
        document = parse((corpus / "repeals" / "pdf" / f"{gold.stem}.pdf").read_bytes(), gold.stem)
        found |= {(gold.stem, repeal.symbol) for repeal in document.repeals}
        wanted |= {(gold.stem, entry["symbol"]) for entry in json.loads(gold.read_text())["repeals"]}
    assert found == wanted


def test_the_adopted_text_of_the_pair_repeals_four(corpus: Path) -> None:
    document = parse((corpus / "cms" / "resolution-11.10-rev-cop12.pdf").read_bytes())
    assert [(one.paragraph, one.scope, one.effect) for one in document.repeals] == [("o27", "whole", "adopted")] * 4
