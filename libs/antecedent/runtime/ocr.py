"""Reading pictures of pages with the tesseract command, where it is installed."""

import csv
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache

from antecedent.resolutions.extract.scans import Word
from antecedent.resolutions.models import Box

SURE = 30.0  # per cent: words that tesseract is less sure of are specks and rules
SECONDS = 60  # that a page may take
_NAMES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "chi_sim", "pt": "por", "de": "deu"}


@dataclass(frozen=True, slots=True)
class Tesseract:
    """Reads one picture in one process; a picture that it cannot read, or not in time, gives no words."""

    command: str
    installed: frozenset[str]

    def __call__(self, image: bytes, languages: tuple[str, ...]) -> tuple[Word, ...]:
        names = [_NAMES[code] for code in languages if _NAMES.get(code) in self.installed]
        arguments = [self.command, "stdin", "stdout", "-l", "+".join(names) or "eng", "--psm", "3", "tsv"]
        try:
            result = subprocess.run(arguments, input=image, capture_output=True, timeout=SECONDS, check=True)
        except (subprocess.SubprocessError, OSError):
            return ()
        return words_of(result.stdout.decode("utf-8", "replace"))


@cache
def find_reader() -> Tesseract | None:
    """The installed tesseract with its languages, None without one."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    try:
        result = subprocess.run([command, "--list-langs"], capture_output=True, timeout=20, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return Tesseract(command, frozenset(result.stdout.decode().split()[1:]))


def words_of(table: str) -> tuple[Word, ...]:
    """Tesseract's tab-separated output → words; block, paragraph and line together tell lines apart."""
    words: list[Word] = []
    lines: dict[tuple[str, ...], int] = {}
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if not text or float(row["conf"]) < SURE:
            continue
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        place = tuple(row[name] for name in ("page_num", "block_num", "par_num", "line_num"))
        line = lines.setdefault(place, len(lines))
        words.append(Word(text=text, box=Box(left, top, left + width, top + height), line=line))
    return tuple(words)
