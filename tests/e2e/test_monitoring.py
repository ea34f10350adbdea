"""A real Prometheus over services that have worked: every panel and every alert finds the data that it asks for."""

import json
import re
from pathlib import Path

import pytest
import yaml

from antecedent.contracts.events import DocumentExtracted
from antecedent.contracts.topics import topic_of
from antecedent.runtime.kafka import producing
from deploy.local.product import SERVICES
from deploy.local.prometheus import Prometheus
from tests.servers import World, started, until

pytestmark = pytest.mark.servers
DEPLOY = Path(__file__).parents[2] / "deploy"
NAMES = ("LSC_Resolution_2.3_Rev.COP4.pdf", "LSC_COP5_Doc.12.2.pdf")


def queries() -> dict[str, str]:
    """Where an expression stands → the expression; of an alert, each metric that it weighs."""
    found: dict[str, str] = {}
    for path in sorted((DEPLOY / "grafana/dashboards").glob("*.json")):
        for panel in json.loads(path.read_text())["panels"]:
            for target in panel["targets"]:
                found[f"{path.stem}: {panel['title']} {target['refId']}"] = target["expr"]
    for rule in yaml.safe_load((DEPLOY / "prometheus/rules.yml").read_text())["groups"][0]["rules"]:
        for number, selector in enumerate(re.findall(r"(?:antecedent_\w+|\bup)(?:\{[^}]*\})?", rule["expr"])):
            found[f"alert: {rule['alert']} {number}"] = selector
    return {place: expression.replace("$__rate_interval", "1m") for place, expression in found.items()}


async def test_every_panel_and_alert_finds_its_data(world: World, samples: Path) -> None:
    world.product.start()
    replicas = world.product.replicas
    targets = {service: [r.address.removeprefix("http://") for r in world.product.of(service)] for service in SERVICES}
    prometheus = started(lambda: Prometheus(world.folder / "prometheus", targets))
    world.extra.append(prometheus.process)

    for name in NAMES:
        world.place(name, (samples / name).read_bytes())
    world.place("broken.pdf", b"%PDF-1.7\nnothing that anybody could read\n%%EOF\n")
    await world.settled(3)
    async with producing(world.settings) as producer:  # a message that no retry helps
        await producer.send_and_wait(topic_of(DocumentExtracted), b"no event at all", key=b"junk")

    missing: dict[str, str] = {}

    async def all_answer() -> bool:
        missing.clear()
        missing.update({place: text for place, text in queries().items() if not prometheus.query(text)})
        if len(prometheus.query("up == 1")) < len(replicas):
            missing["every replica"] = "up == 1"
        return not missing

    await until(all_answer, told=lambda: f"no data for {missing}\n{world.logs()}", lost=world.ended)
    assert len(prometheus.rules()) == 7
    assert {rule["health"] for rule in prometheus.rules()} == {"ok"}
