"""One server process: its own group, its output in a file, dead when its parent dies."""

import ctypes
import fcntl
import os
import random
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PR_SET_PDEATHSIG = 1
PATIENCE = 240.0  # seconds for a condition on a slow machine with all else at work: what fails for good says so before
OUTSIDE_EPHEMERAL = (20_000, 32_000)
PORTS = Path(tempfile.gettempdir()) / f"antecedent-ports-{os.getuid()}"
CLAIMS: list[int] = []  # files open as long as this process lives: a port asked for is not given twice


class CannotStart(Exception):
    """A server did not come up; the text says which and what its log's end holds."""


def die_with_parent() -> None:
    """Runs in the child: a killed test run leaves no server behind (Linux; elsewhere the parent's stop() must do)."""
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    except (AttributeError, OSError):
        return


def free_port() -> int:
    """One that no other run on this machine is given too, below those that outgoing connections take."""
    PORTS.mkdir(mode=0o777, parents=True, exist_ok=True)
    for port in random.SystemRandom().sample(range(*OUTSIDE_EPHEMERAL), k=200):
        claim = os.open(PORTS / str(port), os.O_RDWR | os.O_CREAT, 0o666)
        if _claimed(claim) and not answers(port):
            CLAIMS.append(claim)
            return port
        os.close(claim)
    raise CannotStart(f"no free port in {OUTSIDE_EPHEMERAL}; {PORTS} holds the claims of other runs")


def _claimed(claim: int) -> bool:
    """The lock goes with the process, however it ends."""
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@dataclass(kw_only=True)
class Process:
    """A command that can be started, killed and started again under the same name."""

    name: str
    command: Sequence[str | Path]
    log: Path
    env: Mapping[str, str] = field(default_factory=dict)
    user: str | None = None
    cwd: Path | None = None
    popen: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.popen = subprocess.Popen(
                [str(part) for part in self.command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**os.environ, **self.env},
                user=self.user,
                group=None if self.user is None else "nogroup",
                cwd=self.cwd,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    @property
    def alive(self) -> bool:
        return self.popen is not None and self.popen.poll() is None

    def send(self, number: signal.Signals) -> None:
        """To the whole group, so that pools and backends get it too."""
        if self.popen is not None:
            try:
                os.killpg(self.popen.pid, number)
            except ProcessLookupError:
                return

    def kill(self) -> None:
        self.send(signal.SIGKILL)
        self.wait(PATIENCE)

    def stop(self, how: signal.Signals = signal.SIGTERM, patience: float = 20) -> None:
        """Asks, waits, then kills what is left of the group."""
        if self.popen is None:
            return
        if self.alive:
            self.popen.send_signal(how)
        self.wait(patience)
        self.kill()
        self.popen = None

    def wait(self, seconds: float) -> int | None:
        if self.popen is None:
            return None
        try:
            return self.popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def until(self, ready: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Waits for a condition; a process that ended, or time that ran out, is CannotStart with the log's end."""
        end = time.monotonic() + seconds
        while not ready():
            if (not self.alive and not ready()) or time.monotonic() > end:
                raise CannotStart(f"{self.name}: {self.tail()}")
            time.sleep(0.05)

    def tail(self, characters: int = 2000) -> str:
        return self.log.read_text(errors="replace")[-characters:] if self.log.exists() else "no output"


def answers(port: int) -> bool:
    """Something listens there."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
