"""A measured figure, what it should be, and the table of them."""

import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
ANTECEDENT = Path(sys.executable).parent / "antecedent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure; `most` for what should be small, `least` for what should be large, neither where it only informs."""

    what: str
    on: str
    value: float
    least: float | None = None
    most: float | None = None
    unit: str = ""

    @property
    def met(self) -> bool | None:
        if self.least is None and self.most is None:
            return None
        return self.value >= (self.least or 0) if self.most is None else self.value <= self.most

    @property
    def wanted(self) -> str:
        if self.least is not None:
            return f"≥ {self.least:g}"
        return f"≤ {self.most:g}" if self.most is not None else ""

    def row(self) -> str:
        shown = f"{self.value:.4f}".rstrip("0").rstrip(".") + (f" {self.unit}" if self.unit else "")
        verdict = {None: "", True: "met", False: "SHORT"}[self.met]
        return f"{self.what:<34} {self.on:<24} {shown:>14} {self.wanted:>9} {verdict}"


def scorer(script: Path, *arguments: object) -> str:
    """What one of the corpora's scorers prints."""
    done = subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True, check=True)
    return done.stdout


def parse_to(folder: Path, pdfs: Iterable[Path]) -> Path:
    """Runs the command itself; files that are rejected are no failure of the run."""
    command = [ANTECEDENT, "parse", *sorted(pdfs), "--json", "--out", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or not any(folder.glob("*.json")):
        raise RuntimeError(done.stderr[-2000:])
    return folder


def number_after(words: str, line: str) -> float:
    """The number behind some words of a scorer's line; 'n/a' is not a number."""
    found = re.search(rf"{re.escape(words)}\D{{0,3}}(-?\d+(?:\.\d+)?)", line)
    return float(found[1]) if found else float("nan")


def last_line(text: str, start: str = "") -> str:
    return next(line for line in reversed(text.splitlines()) if line.startswith(start))


def table(figures: Sequence[Figure]) -> str:
    return "\n".join(figure.row() for figure in figures)
