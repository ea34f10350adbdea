"""`make stack`: the whole product on this machine without Docker; addresses printed, ended by Ctrl-C."""

import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from antecedent.contracts.topics import INGEST
from deploy.local.kafka import Kafka, make_topic
from deploy.local.postgres import Postgres
from deploy.local.process import CannotStart
from deploy.local.product import Product, environment, migrate
from deploy.local.prometheus import Prometheus
from deploy.local.s3 import ACCESS_KEY, S3, SECRET_KEY

HINTS_TOPIC = "bucket-events"


@contextmanager
def stack(folder: Path, *, number: int = 1, web: bool = True, prometheus: bool = True) -> Iterator[Product]:
    """Servers and services over `folder`, where a second run finds its buckets again but a new database."""
    with ExitStack() as ends:
        kafka = Kafka(folder / "kafka").start()
        ends.callback(kafka.stop)
        make_topic(kafka, HINTS_TOPIC)
        postgres = Postgres(folder / "postgres").start()
        ends.callback(postgres.stop)
        s3 = S3(folder / "s3", events=(kafka.servers, HINTS_TOPIC)).start()
        ends.callback(s3.stop)
        database = postgres.database("antecedent")
        migrate(database, folder / "migrate.log")
        (folder / "drop").mkdir(exist_ok=True)
        watch = [f"{s3.bucket('drafts')}/", f"file://{folder}/drop"]
        env = environment(database=database, kafka=kafka, s3=s3, blobs=s3.bucket("blobs"), watch=watch)
        product = Product(folder=folder, env=env | {"ANTECEDENT_BUCKET_EVENTS_TOPIC": HINTS_TOPIC})
        ends.callback(product.stop)
        product.start(("ingest", "parser", "linker", *(["web"] if web else [])), number)
        if prometheus:
            ends.callback(watcher(folder, product).stop)
        yield product


def watcher(folder: Path, product: Product) -> Prometheus:
    targets = {
        service: [f"127.0.0.1:{replica.port}" for replica in product.of(service)]
        for service in ("ingest", "parser", "linker", "web")
    }
    server = Prometheus(folder / "prometheus", targets).start()
    product.env["PROMETHEUS"] = server.address
    return server


def told(product: Product, folder: Path) -> str:
    env = product.env
    lines = [
        f"pages and API   {product.of('web')[0].address}/",
        f"drop PDFs in    {folder / 'drop'}",
        f"or in           s3://drafts/ at {env['ANTECEDENT_S3_ENDPOINT']} (key {ACCESS_KEY}, secret {SECRET_KEY})",
        f"Kafka           {env['ANTECEDENT_KAFKA_SERVERS']} (group {INGEST} and others)",
        f"database        {env['ANTECEDENT_DATABASE_URL']}",
        f"Prometheus      {env.get('PROMETHEUS', 'not installed')}",
        f"logs            {folder}/*.log",
        "",
        f"The command sees the same: export ANTECEDENT_DATABASE_URL={env['ANTECEDENT_DATABASE_URL']}",
        "Ctrl-C ends it all.",
    ]
    return "\n".join(lines)


def main() -> None:
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    folder = Path(tempfile.mkdtemp(prefix="antecedent-stack-"))
    folder.chmod(0o711)
    print("Starting Kafka, Postgres, the bucket server and the services …", flush=True)
    try:
        with stack(folder) as product:
            print(told(product, folder), flush=True)
            ended.wait()
            print("Stopping …", flush=True)
    except CannotStart as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
