"""Debian's Prometheus over the running services, with the rules that are deployed."""

import json
import shutil
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from .process import CannotStart, Process, answers, free_port

RULES = Path(__file__).parents[1] / "prometheus" / "rules.yml"


class Prometheus:
    """`targets`: service name → addresses 'host:port' of its replicas."""

    def __init__(self, folder: Path, targets: Mapping[str, Sequence[str]], *, interval: str = "2s") -> None:
        found = shutil.which("prometheus")
        if found is None:
            raise CannotStart("prometheus: not installed (Debian's package prometheus)")
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        config = folder / "prometheus.json"  # JSON is YAML
        config.write_text(json.dumps(configuration(targets, interval)))
        self.process = Process(
            name="prometheus",
            command=[
                found,
                f"--config.file={config}",
                f"--storage.tsdb.path={folder / 'data'}",
                f"--web.listen-address=127.0.0.1:{self.port}",
            ],
            log=folder / "prometheus.log",
        )

    def start(self) -> "Prometheus":
        self.process.start()
        self.process.until(lambda: answers(self.port))
        return self

    def stop(self) -> None:
        self.process.stop()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def query(self, expression: str) -> list[dict[str, Any]]:
        """The instant vector of an expression; raises on an expression that Prometheus refuses."""
        url = f"{self.address}/api/v1/query?" + urllib.parse.urlencode({"query": expression})
        with urllib.request.urlopen(url) as answer:
            result: list[dict[str, Any]] = json.load(answer)["data"]["result"]
            return result

    def rules(self) -> list[dict[str, Any]]:
        with urllib.request.urlopen(f"{self.address}/api/v1/rules") as answer:
            groups: list[dict[str, Any]] = json.load(answer)["data"]["groups"]
            return [rule for group in groups for rule in group["rules"]]


def configuration(targets: Mapping[str, Sequence[str]], interval: str) -> dict[str, Any]:
    return {
        "global": {"scrape_interval": interval, "evaluation_interval": interval},
        "rule_files": [str(RULES)] if RULES.exists() else [],
        "scrape_configs": [
            {
                "job_name": "antecedent",
                "static_configs": [
                    {"targets": list(addresses), "labels": {"service": name}} for name, addresses in targets.items()
                ],
            }
        ],
    }
