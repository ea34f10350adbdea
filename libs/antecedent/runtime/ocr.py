"""Reading pictures of pages with the tesseract command, where it is installed."""

import csv
import re
import shutil
import subprocess
from functools import cache, partial

from antecedent.resolutions.extract.scans import Reader, Word
from antecedent.resolutions.models import Box

SURE = 30.0  # per cent: words that tesseract is less sure of are specks and rules
SURE_SCRIPT = 1.0  # of a script, in tesseract's own measure: two scripts that fit alike give nearly none
SECONDS = 60  # that a page may take
_NAMES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "chi_sim", "pt": "por", "de": "deu"}


@cache
def find_reader() -> Reader | None:
    """The installed tesseract with its languages, None without one."""
    command = shutil.which("tesseract")
    if command is None:
        return None
    try:
        result = subprocess.run([command, "--list-langs"], capture_output=True, timeout=20, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    installed = frozenset(result.stdout.decode().split()[1:])
    languages = frozenset(code for code, name in _NAMES.items() if name in installed)
    return Reader(languages=languages, read=partial(_read, command), script=partial(_script, command))


def _read(command: str, image: bytes, languages: tuple[str, ...]) -> tuple[Word, ...]:
    """A picture that cannot be read, or not in time, gives no words."""
    names = "+".join(_NAMES[code] for code in languages)
    return words_of(_answer([command, "stdin", "stdout", "-l", names, "--psm", "3", "tsv"], image))


def _script(command: str, image: bytes) -> str | None:
    """The script of most of a picture; None where little is written in it, or tesseract lacks its 'osd' data."""
    return script_of(_answer([command, "stdin", "stdout", "--psm", "0"], image))


def _answer(command: list[str], image: bytes) -> str:
    """What one process says of a picture; nothing when it fails or takes too long."""
    try:
        result = subprocess.run(command, input=image, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return ""
    return result.stdout.decode("utf-8", "replace")


def script_of(told: str) -> str | None:
    """The script in what tesseract tells of a picture's orientation, where it is sure of it."""
    script, sure = re.search(r"^Script: (\w+)$", told, re.M), re.search(r"^Script confidence: ([\d.]+)$", told, re.M)
    return script[1] if script and sure and float(sure[1]) >= SURE_SCRIPT else None


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
