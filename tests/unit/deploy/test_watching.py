"""Dashboards and alerts ask only for metrics that exist, and each alert leads to its part of the runbook."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from antecedent.runtime.metrics import Metrics

ROOT = Path(__file__).parents[3]
PROMETHEUS = ROOT / "deploy/prometheus"
DASHBOARDS = sorted((ROOT / "deploy/grafana/dashboards").glob("*.json"))
RULES = yaml.safe_load((PROMETHEUS / "rules.yml").read_text())["groups"][0]["rules"]
FROM_OTHERS = {"faststream_received_processed_messages_total"}


def expressions() -> list[str]:
    panels = [panel for path in DASHBOARDS for panel in json.loads(path.read_text())["panels"]]
    return [target["expr"] for panel in panels for target in panel["targets"]] + [rule["expr"] for rule in RULES]


def own_names() -> set[str]:
    families = list(Metrics().registry.collect())
    suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"], "gauge": [""]}
    return {family.name + suffix for family in families for suffix in suffixes[family.type]}


def test_every_metric_asked_for_exists() -> None:
    asked = {name for text in expressions() for name in re.findall(r"\b(?:antecedent|faststream)_\w+", text)}
    assert asked <= own_names() | FROM_OTHERS, asked - own_names()


def test_every_metric_of_ours_is_watched_somewhere() -> None:
    asked = " ".join(expressions())
    families = [family.name for family in Metrics().registry.collect()]
    assert [name for name in families if name not in asked] == []


@pytest.mark.parametrize("path", DASHBOARDS, ids=lambda path: path.stem)
def test_panels_have_their_own_ids_and_do_not_overlap(path: Path) -> None:
    panels = json.loads(path.read_text())["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    cells = [
        (panel["gridPos"]["x"] + dx, panel["gridPos"]["y"] + dy)
        for panel in panels
        for dx in range(panel["gridPos"]["w"])
        for dy in range(panel["gridPos"]["h"])
    ]
    assert len(cells) == len(set(cells))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_an_alert_leads_to_its_part_of_the_runbook(rule: dict) -> None:
    page, anchor = rule["annotations"]["runbook_url"].split("#")
    headings = re.findall(r"^## (.+)$", (ROOT / page).read_text(), re.MULTILINE)
    assert anchor in {heading.lower().replace(" ", "-") for heading in headings}


@pytest.mark.servers
def test_alerts_fire_on_what_they_are_for() -> None:
    promtool = shutil.which("promtool")
    if promtool is None and os.environ.get("CI") != "true":
        pytest.skip("no promtool on this machine (Debian's package prometheus)")
    assert promtool, "CI needs promtool (Debian's package prometheus)"
    done = subprocess.run(
        [promtool, "test", "rules", "rules_test.yml"], cwd=PROMETHEUS, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
