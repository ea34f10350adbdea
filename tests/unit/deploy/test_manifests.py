"""What deploys the product is valid, without an engine: compose, Dockerfile, Kubernetes, and the names they share."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from antecedent.contracts.events import EVENTS
from antecedent.contracts.topics import INGEST, LINKER, PARSER, topic_of

ROOT = Path(__file__).parents[3]
BIN = Path(sys.executable).parent
MANIFESTS = sorted((ROOT / "deploy/kubernetes").glob("*.yaml"))


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def kubernetes() -> list[dict]:
    return [doc for path in MANIFESTS for doc in yaml.safe_load_all(path.read_text()) if doc]


def compose() -> dict:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def test_compose_follows_its_specification() -> None:
    assert "ok" in run(BIN / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml")


def test_the_dockerfile_passes_its_linter() -> None:
    assert run(BIN / "hadolint", "deploy/Dockerfile") == ""


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda path: path.stem)
def test_a_manifest_fits_the_schema_of_kubernetes(manifest: Path) -> None:
    assert "FAIL" not in run(BIN / "kubernetes-validate", "--strict", "--no-warn", manifest)


def test_every_port_is_published_on_the_loopback_interface_alone() -> None:
    ports = [port for service in compose()["services"].values() for port in service.get("ports", [])]
    assert ports
    assert all(re.match(r"(127\.0\.0\.1|\$\{PUBLISH_ON:-127\.0\.0\.1\}):", port) for port in ports), ports


def test_what_runs_for_ever_is_watched_restarted_and_bounded() -> None:
    jobs = {"buckets", "topics", "migrate"}
    for name, service in compose()["services"].items():
        if name not in jobs:
            assert service["restart"] == "unless-stopped", name
            assert service["deploy"]["resources"]["limits"]["memory"], name


def test_scaling_watches_groups_and_topics_that_exist() -> None:
    triggers = [t["metadata"] for doc in kubernetes() if doc["kind"] == "ScaledObject" for t in doc["spec"]["triggers"]]
    assert {t["consumerGroup"] for t in triggers} == {INGEST, PARSER, LINKER}
    assert {t["topic"] for t in triggers} <= {topic_of(event) for event in EVENTS}


def test_compose_and_kubernetes_set_only_names_that_are_documented() -> None:
    documented = set(re.findall(r"ANTECEDENT_\w+", (ROOT / ".env.example").read_text()))
    used = set(re.findall(r"ANTECEDENT_\w+", (ROOT / "docker-compose.yml").read_text() + json.dumps(kubernetes())))
    assert used <= documented, used - documented
