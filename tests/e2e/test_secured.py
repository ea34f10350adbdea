"""The product over TLS and passwords, its secrets in files; and its traces, one for a document over all services."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from antecedent.contracts.events import DocumentExtracted, DocumentLinked, DocumentParsed, DocumentReceived
from antecedent.contracts.topics import topic_of
from antecedent.runtime.kafka import KafkaError, read_all
from antecedent.runtime.settings import Settings
from deploy.local.kafka import PASSWORD, USER, Kafka
from deploy.local.postgres import Postgres
from deploy.local.product import Product, environment, migrate
from deploy.local.s3 import S3
from deploy.local.tls import Tls, make_tls
from tests.papers import papers
from tests.servers import started, until

pytestmark = pytest.mark.servers
STAGES = [topic_of(event) for event in (DocumentReceived, DocumentExtracted, DocumentParsed, DocumentLinked)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Secured:
    """Servers that let nobody in without a password over TLS, and the product's settings for them."""

    tls: Tls
    kafka: Kafka
    postgres: Postgres
    product: Product

    def settings(self, **others: object) -> Settings:
        values = {"kafka_mechanism": "plain", "kafka_password": PASSWORD, "kafka_ca": self.tls.authority, **others}
        return Settings(
            _env_file=None, kafka_servers=self.kafka.secured, kafka_security="sasl_ssl", kafka_username=USER, **values
        )

    async def rows(self, query: str) -> list[tuple[object, ...]]:
        engine = create_async_engine(self.postgres.url("secured"), poolclass=NullPool)
        async with engine.connect() as connection:
            found = [tuple(row) for row in await connection.execute(text(query))]
        await engine.dispose()
        return found


@pytest.fixture
async def secured(ground: Path, s3: S3, tmp_path: Path) -> AsyncIterator[Secured]:
    tls = started(lambda: Made(make_tls(ground / "tls"))).tls
    kafka = started(lambda: Kafka(ground / "secured-kafka", tls=tls))
    postgres = started(lambda: Postgres(ground / "secured-postgres", tls=tls))
    (tmp_path / "drop").mkdir()
    env = environment(
        database=postgres.secured("secured"),
        kafka=kafka,
        s3=s3,
        blobs=s3.bucket("secured-blobs"),
        watch=[f"file://{tmp_path}/drop"],
    )
    env |= {
        "ANTECEDENT_KAFKA_SERVERS": kafka.secured,
        "ANTECEDENT_KAFKA_SECURITY": "sasl_ssl",
        "ANTECEDENT_KAFKA_MECHANISM": "scram-sha-512",
        "ANTECEDENT_KAFKA_USERNAME": USER,
        "ANTECEDENT_KAFKA_PASSWORD": PASSWORD,
        "ANTECEDENT_KAFKA_CA": str(tls.authority),
        "PGSSLROOTCERT": str(tls.authority),
    }
    in_files(env, tmp_path, "DATABASE_URL", "KAFKA_PASSWORD", "S3_SECRET_KEY")
    product = Product(folder=tmp_path, env=env)
    migrate(env, tmp_path / "migrate.log")
    yield Secured(tls=tls, kafka=kafka, postgres=postgres, product=product)
    product.stop()
    for server in (kafka, postgres):
        server.stop()


@dataclass(frozen=True, slots=True)
class Made:
    """Certificates as a server that needs no start: where there is no openssl, CI fails and a laptop skips."""

    tls: Tls

    def start(self) -> "Made":
        return self


def in_files(env: dict[str, str], folder: Path, *names: str) -> None:
    """Puts secrets into files, as containers get them: nothing of them stays in the environment."""
    for name in names:
        path = folder / name.lower()
        path.write_text(env.pop(f"ANTECEDENT_{name}") + "\n")
        path.chmod(0o600)
        env[f"ANTECEDENT_{name}_FILE"] = str(path)


class Collector(ThreadingHTTPServer):
    """Takes what an OTLP exporter sends: (service, topic, trace) of each span."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Receiver)
        self.spans: list[tuple[str, str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Receiver(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        for group in ExportTraceServiceRequest.FromString(body).resource_spans:
            service = {one.key: one.value.string_value for one in group.resource.attributes}["service.name"]
            for span in (span for scope in group.scope_spans for span in scope.spans):
                topic = span.name.rpartition(" ")[0]
                self.server.spans.append((service, topic, span.trace_id.hex()))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def collector() -> Iterator[Collector]:
    server = Collector()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


async def test_over_tls_with_secrets_from_files_and_one_trace_a_document(
    secured: Secured, collector: Collector
) -> None:
    product = secured.product
    product.env["ANTECEDENT_OTLP_ENDPOINT"] = collector.address
    await asyncio.to_thread(product.start)
    for name, data in papers(2):
        (product.folder / "drop" / name).write_bytes(data)

    async def linked() -> bool:
        return await secured.rows("SELECT state FROM documents") == [("linked",)] * 2

    await until(linked, told=lambda: "\n".join(one.process.tail() for one in product.replicas))
    over = "SELECT DISTINCT usename, ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = 'secured'"
    assert (USER, True) in await secured.rows(over)
    assert (USER, False) not in await secured.rows(over)
    await the_broker_lets_in_who_has_the_password_and_the_certificate(secured)
    await until(lambda: each_document_has_one_trace(collector), told=lambda: str(collector.spans))


async def the_broker_lets_in_who_has_the_password_and_the_certificate(secured: Secured) -> None:
    events = [record async for record in read_all(secured.settings(), topic_of(DocumentLinked))]
    assert len({record.key for record in events}) == 2
    for wrong in ({"kafka_password": "another"}, {"kafka_ca": None}):
        with pytest.raises(KafkaError):
            _ = [record async for record in read_all(secured.settings(**wrong), topic_of(DocumentLinked))]


async def each_document_has_one_trace(collector: Collector) -> bool:
    """From the service that took it in to the one that linked it; a linking again belongs to who caused it."""
    traces: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for service, topic, trace in collector.spans:
        traces[trace].add((service.removeprefix("antecedent-"), topic))
    ways = zip(("ingest", "parser", "linker"), STAGES, STAGES[1:], strict=False)
    wanted = {(service, topic) for service, came, went in ways for topic in (came, went)}
    return sum(wanted <= found for found in traces.values()) == 2
