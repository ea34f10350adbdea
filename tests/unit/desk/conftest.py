"""The command on a corpus of its own, with the samples as its files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from antecedent.desk.app import antecedent

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command; its corpus is in the test's folder."""
    monkeypatch.setenv("ANTECEDENT_DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'corpus' / 'antecedent.db'}")
    monkeypatch.setenv("ANTECEDENT_BLOBS", (tmp_path / "corpus" / "blobs").as_uri())
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object) -> Result:
        return CliRunner().invoke(antecedent, [str(argument) for argument in arguments])

    return invoke


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file that is no PDF."""
    path = tmp_path / "broken.pdf"
    path.write_bytes(b"this is no PDF")
    return path
