"""Time, memory and bad files. Ratios are taken in one run, on one core; times are of this machine."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import ANTECEDENT, CORPUS, Figure

PARSE = """
import sys, pathlib
from antecedent.resolutions.pipeline import parse
for name in sys.argv[1:]:
    parse(pathlib.Path(name).read_bytes(), name)
"""
READ = """
import sys, pathlib
from hashlib import sha256
from antecedent.resolutions.citations import cite
from antecedent.resolutions.extract import extract
from antecedent.resolutions.structure import structure
for name in sys.argv[1:]:
    data = pathlib.Path(name).read_bytes()
    cite(structure(extract(data), sha256=sha256(data).hexdigest(), file=name))
"""
PLUMBER = """
import sys, pdfplumber
for name in sys.argv[1:]:
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_text()
"""
ALIGN = """
import json, sys, time
from antecedent.resolutions.align import align
from antecedent.resolutions.output import document_from_json
draft, prior = (document_from_json(json.load(open(name))) for name in sys.argv[1:])
align(draft, prior)
times = []
for _ in range(20):
    start = time.perf_counter()
    align(draft, prior)
    times.append(time.perf_counter() - start)
print(sorted(times)[10])
"""
PEAK = """
import os, resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, status)
"""


def speed() -> Iterator[Figure]:
    """Text, structure and citations, with the start, against pdfplumber's text and pdftotext, over the same PDFs."""
    pdfs = sorted((CORPUS / "unga/pdf").glob("*.pdf"))
    ours = _work([sys.executable, "-c", READ, *pdfs])
    plumber = _work([sys.executable, "-c", PLUMBER, *pdfs])
    poppler = sum(_work(["pdftotext", "-layout", pdf, "/dev/null"]) for pdf in pdfs)
    whole = _work([sys.executable, "-c", PARSE, *pdfs])
    pages = _pages(pdfs)
    yield Figure(what="text, structure, citations", on="unga/pdf", value=pages / ours, unit="pages/s")
    yield Figure(what="times pdfplumber extract_text", on="unga/pdf", value=plumber / ours, least=12)
    yield Figure(what="times pdftotext -layout", on="unga/pdf", value=poppler / ours, least=0.3)
    yield Figure(what="parse, with repeals too", on="unga/pdf", value=pages / whole, unit="pages/s")
    yield Figure(what="times pdfplumber, with repeals", on="unga/pdf", value=plumber / whole)


def start() -> Iterator[Figure]:
    """The median of several runs, each a process of its own."""
    times = sorted(_seconds([ANTECEDENT, "--help"]) for _ in range(7))
    yield Figure(what="antecedent --help", on="–", value=times[3], most=0.4, unit="s")


def align_speed() -> Iterator[Figure]:
    """60 paragraphs against 60: made ones, half of them with words changed."""
    with TemporaryDirectory() as folder:
        names = [Path(folder) / f"{side}.json" for side in ("draft", "prior")]
        for side, name in enumerate(names):
            name.write_text(json.dumps(_document(60, changed=side == 0)))
        seconds = float(_run([sys.executable, "-c", ALIGN, *names]))
    yield Figure(what="align 60 × 60", on="made", value=1000 * seconds, most=50, unit="ms")


def memory() -> Iterator[Figure]:
    """Peak of `antecedent parse` and its children on a made PDF of 1,000 pages, and how it grows from 250."""
    with TemporaryDirectory() as folder:
        peaks = []
        for pages in (250, 1000):
            pdf = Path(folder) / f"{pages}.pdf"
            pdf.write_bytes(_long_pdf(pages))
            peaks.append(_peak([ANTECEDENT, "parse", pdf, "--json", "--out", Path(folder) / "out"])[0])
    yield Figure(what="memory, 1,000 pages", on="made", value=peaks[1], most=400, unit="MB")
    yield Figure(what="memory, 250 pages", on="made", value=peaks[0], unit="MB")


def torture() -> Iterator[Figure]:
    """The worst time and memory over the broken files, and how many end without a document or a code."""
    worst, most, without = 0.0, 0.0, 0
    for pdf in sorted((CORPUS / "torture").glob("*.pdf")):
        with TemporaryDirectory() as folder:
            begun = time.perf_counter()
            peak, _ = _peak([ANTECEDENT, "parse", pdf, "--json", "--out", folder])
            worst, most = max(worst, time.perf_counter() - begun), max(most, peak)
            without += not _ended(Path(folder))
    yield Figure(what="files without document or code", on="torture", value=without, most=0)
    yield Figure(what="longest", on="torture", value=worst, most=10, unit="s")
    yield Figure(what="memory", on="torture", value=most, most=500, unit="MB")


def _ended(folder: Path) -> bool:
    found = [json.loads(path.read_text()) for path in folder.glob("*.json")]
    return len(found) == 1 and ("paragraphs" in found[0] or bool(found[0]["rejected"]["code"]))


def _seconds(command: list[object]) -> float:
    begun = time.perf_counter()
    _run(command)
    return time.perf_counter() - begun


def _work(command: list[object]) -> float:
    """Seconds of the processor, start included: what else runs on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: list[object]) -> str:
    """On one core, where the machine can pin."""
    text = [str(part) for part in command]
    return subprocess.run(text, capture_output=True, text=True, check=True, preexec_fn=_pin).stdout


def _pin() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _peak(command: list[object]) -> tuple[float, int]:
    """Peak resident MB of the largest process of the command, and its exit status."""
    done = subprocess.run([sys.executable, "-c", PEAK, *map(str, command)], capture_output=True, text=True, check=True)
    megabytes, status = done.stdout.split()
    return float(megabytes), int(status)


def _pages(pdfs: list[Path]) -> int:
    import pypdfium2

    return sum(len(pypdfium2.PdfDocument(pdf)) for pdf in pdfs)


SUBJECTS = ("lanterns", "lenses", "fog signals", "daymarks", "keepers’ logs", "towers", "dwellings", "buoys", "beacons")
VERBS = ("Requests", "Urges", "Invites", "Encourages", "Calls upon", "Reminds")
ENDS = ("before the next meeting", "every spring", "within the means at hand", "at no cost to the Fund", "in writing")


def sentence(number: int, *, changed: bool = False) -> str:
    """A paragraph of some thirty words, no two numbers alike."""
    verb, subject, end = VERBS[number % 6], SUBJECTS[number % 9], ENDS[number % 5]
    tail = f"and to report on series {number * 7919 % 9973} with figures for district {number * 31 % 97}"
    what = "examine, restore and describe" if changed and number % 2 else "inspect and describe"
    return f"{verb} Parties to {what} the {subject} of district {number} {end}, giving reasons, {tail};"


def _document(paragraphs: int, *, changed: bool) -> dict[str, object]:
    made = [
        {"id": f"o{n}", "kind": "operative", "number": str(n), "depth": 0, "parent": None, "lead": None,
         "addressees": [], "text": sentence(n, changed=changed), "page": 1, "box": [72, 72, 500, 90],
         "boxes": [[1, 72, 72, 500, 90]], "footnotes": [], "before": None}
        for n in range(1, paragraphs + 1)
    ]  # fmt: skip
    return {
        "file": "", "sha256": "0" * 63 + str(int(changed)), "symbol": None, "title": None, "language": "en",
        "status": None, "adopted": None, "pages": 1, "tracked_changes": False, "enacting_formula": None,
        "paragraphs": made, "citations": [], "repeals": [], "warnings": [],
    }  # fmt: skip


def _long_pdf(pages: int) -> bytes:
    from tests.looks.look import Look
    from tests.looks.page import typeset
    from tests.looks.text import Block, Run, Text

    numbers = range(1, pages * 22)
    blocks = [Block(kind="operative", number=str(n), printed=f"{n}.", runs=(Run(text=sentence(n)),)) for n in numbers]
    return typeset(Text(blocks=tuple(blocks), meta={"title": "Long"}), Look(header=("LSC/COP5/Doc.99",)))
