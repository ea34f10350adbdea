"""The product on real servers: Kafka, Postgres, S3 and any number of replicas of each service."""

import signal
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .kafka import Kafka
from .postgres import Postgres
from .process import Process, free_port
from .s3 import S3

SERVICES = ("ingest", "parser", "linker")
ROOT = Path(__file__).parents[2]
LEAVING = 45.0  # seconds: whoever is killed instead stays in its group until its session ends


@dataclass(kw_only=True)
class Replica:
    """One process of a service with the address it listens on."""

    service: str
    port: int
    process: Process

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ready(self) -> bool:
        return self.process.alive and answers_well(f"{self.address}/ready")

    def start(self, *, wait: bool = True) -> None:
        self.process.start()
        if wait:
            self.process.until(self.ready)


@dataclass(kw_only=True)
class Product:
    """Servers that run, and the services over them; each product has a database, topics and buckets of its own."""

    folder: Path
    env: dict[str, str]
    replicas: list[Replica] = field(default_factory=list)

    def add(self, service: str, number: int = 1, env: Mapping[str, str] | None = None) -> list[Replica]:
        """More replicas; not started yet."""
        made = [self._replica(service, env or {}) for _ in range(number)]
        self.replicas += made
        return made

    def start(self, services: Sequence[str] = SERVICES, number: int = 1) -> "Product":
        """All at once, then waits for each to be ready."""
        made = [replica for service in services for replica in self.add(service, number)]
        for replica in made:
            replica.start(wait=False)
        for replica in made:
            replica.process.until(replica.ready)
        return self

    def stop(self) -> None:
        for replica in self.replicas:
            if replica.process.alive and replica.process.popen is not None:
                replica.process.popen.send_signal(signal.SIGTERM)
        for replica in self.replicas:
            replica.process.stop(patience=LEAVING)
        self.replicas.clear()

    def of(self, service: str) -> list[Replica]:
        return [replica for replica in self.replicas if replica.service == service]

    def _replica(self, service: str, env: Mapping[str, str]) -> Replica:
        port = free_port()
        number = len(self.of(service)) + 1
        process = Process(
            name=f"{service}-{number}",
            command=[Path(sys.executable).parent / f"antecedent-{service}"],
            log=self.folder / f"{service}-{number}-{port}.log",
            # A replica that is killed leaves its temporary files: they go with the folder.
            env={"TMPDIR": str(self.folder), **self.env, "ANTECEDENT_HTTP": f"127.0.0.1:{port}", **env},
            cwd=self.folder,
        )
        return Replica(service=service, port=port, process=process)


def environment(*, database: str, kafka: Kafka, s3: S3 | None, blobs: str, watch: Sequence[str]) -> dict[str, str]:
    """The services' settings over these servers."""
    return {
        "ANTECEDENT_DATABASE_URL": database,
        "ANTECEDENT_KAFKA_SERVERS": kafka.servers,
        "ANTECEDENT_BLOBS": blobs,
        "ANTECEDENT_WATCH": ",".join(watch),
        "OMP_NUM_THREADS": "1",
        **(s3.settings if s3 else {}),
    }


def migrate(database: str | Mapping[str, str], log: Path) -> None:
    """The migration job, for a URL or settings; raises CannotStart with its output when it fails."""
    command = [Path(sys.executable).parent / "antecedent-migrate"]
    env = {"ANTECEDENT_DATABASE_URL": database} if isinstance(database, str) else database
    job = Process(name="migrate", command=command, log=log, env=env, cwd=log.parent)
    job.start()
    job.until(lambda: not job.alive and job.wait(0) == 0)


def answers_well(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


__all__ = ["SERVICES", "Kafka", "Postgres", "Product", "Replica", "environment", "migrate"]
