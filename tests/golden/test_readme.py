"""What the README shows can be copied as it stands: its commands, its Python, its make targets and its links."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", README, re.S)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.S)


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and nothing else; the corpus lies in it too."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / "build").mkdir()
    return folder


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "ANTECEDENT_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/antecedent.db",
        "ANTECEDENT_BLOBS": f"file://{folder}/blobs",
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_commands_run_in_their_order(machine: Path) -> None:
    commands = [line for block in SHELL for line in block.splitlines() if line and not line.startswith("#")]
    done = [run(shlex.split(line), machine) for line in commands]
    # 1: a scanned sample is rejected where no OCR is installed, and says so
    failed = [(line, d.stderr[-500:]) for line, d in zip(commands, done, strict=True) if d.returncode not in (0, 1)]
    assert commands
    assert not failed
    assert (machine / "build" / "comparison.html").stat().st_size > 10_000


def test_python_runs(machine: Path) -> None:
    (program,) = PYTHON
    done = run([sys.executable, "-c", program], machine)
    assert done.returncode == 0, done.stderr
    assert "split" in done.stdout


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"(?:^    |`)make (\w+)", README, re.M))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"demo", "test"} <= targets
    assert not {target for target in targets if not re.search(rf"^{target}:", makefile, re.M)}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "samples/README.md", "docs/architecture.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert not [target for target in targets if not ((ROOT / page).parent / target).exists()]
