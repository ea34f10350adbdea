"""A certificate authority of a few minutes' life and a server's certificate for 127.0.0.1, by the openssl command."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .process import CannotStart

AUTHORITY = ("basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign")
SERVER = ("basicConstraints=critical,CA:FALSE", "subjectAltName=IP:127.0.0.1,DNS:localhost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tls:
    """Paths of PEM files; `both` holds the server's key and certificate."""

    authority: Path
    certificate: Path
    key: Path
    both: Path


def make_tls(folder: Path) -> Tls:
    folder.mkdir(parents=True, exist_ok=True)
    own = (folder / "authority.key", folder / "authority.pem")
    server = (folder / "server.key", folder / "server.pem")
    _certify("/CN=Antecedent tests", *own, AUTHORITY)
    _certify("/CN=localhost", *server, SERVER, "-CA", own[1], "-CAkey", own[0])
    both = folder / "both.pem"
    both.write_text(server[0].read_text() + server[1].read_text())
    return Tls(authority=own[1], certificate=server[1], key=server[0], both=both)


def _certify(subject: str, key: Path, certificate: Path, extensions: tuple[str, ...], *by: str | Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        raise CannotStart("openssl: not installed (Debian's package openssl)")
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", subject]
    command += [str(part) for part in ("-keyout", key, "-out", certificate, *by)]
    for extension in extensions:
        command += ["-addext", extension]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        raise CannotStart(f"openssl: {made.stderr}")
