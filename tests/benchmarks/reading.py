"""Paragraphs, details, citations, repeals and tracked changes, by the corpora's own scorers."""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import CORPUS, Figure, last_line, number_after, parse_to, scorer

SETS = {
    "hrc en": (CORPUS / "hrc/pdf/en", CORPUS / "hrc/gold/en"),
    "hrc fr": (CORPUS / "hrc/pdf/fr", CORPUS / "hrc/gold/fr"),
    "hrc es": (CORPUS / "hrc/pdf/es", CORPUS / "hrc/gold/es"),
    "unga": (CORPUS / "unga/pdf", CORPUS / "unga/gold/structure"),
}
DETAILS = {
    "exact": 0.995, "footnotes": 0.99, "parents": 0.995, "leads": 0.99, "boxes": 0.99, "ids": 1, "spans": 1,
    "symbol": 1, "title": 0.99, "date": 0.99, "language": 1,
}  # fmt: skip


def structure() -> Iterator[Figure]:
    """F1, wrong digits, leaks, and the details, for each set."""
    for name, (pdfs, gold) in SETS.items():
        with TemporaryDirectory() as folder:
            out = parse_to(Path(folder), (pdfs / f"{path.stem}.pdf" for path in gold.glob("*.json")))
            yield from structure_figures(name, out, gold)
            line = last_line(scorer(CORPUS / "score_details.py", out, "--gold", gold, "--pdf", pdfs), "all ")
        for what, least in DETAILS.items():
            value = number_after(what, line)
            if value == value:
                yield Figure(what=what, on=name, value=value, least=least)


def structure_figures(name: str, out: Path, gold: Path) -> Iterator[Figure]:
    report = out / "report.txt"
    scorer(CORPUS / "hrc/score_structure.py", out, gold, "--json", report)
    overall = json.loads(report.read_text())["overall"]
    report.unlink()
    yield Figure(what="paragraph F1", on=name, value=overall["f1"], least=0.998)
    yield Figure(what="wrong digits", on=name, value=overall["digits_wrong"], most=0)
    yield Figure(what="leaks", on=name, value=overall["leak"], most=0)


def citations() -> Iterator[Figure]:
    """Recall of the editors' links in 48 real PDFs; what is found beyond them is counted, to be read."""
    with TemporaryDirectory() as folder:
        out = parse_to(Path(folder), (CORPUS / "unga/pdf").glob("*.pdf"))
        printed = scorer(CORPUS / "unga/score_citations.py", out, CORPUS / "unga/citations")
    line = last_line(printed)
    yield Figure(what="citation recall", on="unga/citations", value=number_after("recall", printed), least=0.99)
    yield Figure(what="symbols beyond the links", on="unga/citations", value=number_after("extra", line))


def repeals() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        out = parse_to(Path(folder), (CORPUS / "repeals/pdf").glob("*.pdf"))
        line = last_line(scorer(CORPUS / "repeals/score_repeals.py", out, CORPUS / "repeals"), "all ")
    yield Figure(what="repealed targets F1", on="repeals", value=number_after("targets", line), least=0.97)
    yield Figure(what="exact F1", on="repeals", value=number_after("exact", line), least=0.95)
    yield Figure(what="effect", on="repeals", value=number_after("effect", line), least=0.99)
    yield Figure(what="false alarms", on="repeals", value=number_after("false-alarms", line), most=0)


def tracked() -> Iterator[Figure]:
    """Shares of the draft's and the adopted paragraphs that the tracked file gives whole."""
    folder = CORPUS / "cms"
    with TemporaryDirectory() as out:
        parse_to(Path(out), folder.glob("*.pdf"))
        draft = json.loads((Path(out) / "draft-resolution-cop14-tracked.json").read_text())
        adopted = json.loads((Path(out) / "resolution-11.10-rev-cop12.json").read_text())
    after = {_bare(p["text"]) for p in draft["paragraphs"] if p["text"]}
    before = {_bare(p["text"] if p["before"] is None else p["before"]) for p in draft["paragraphs"]}
    lines = [_bare(_clean(line)) for line in (folder / "draft-resolution-cop14.txt").read_text().splitlines()]
    wanted = [line for line in lines[4:] if len(line) > 60 and "conferenceoftheparties" not in line[:30]]
    priors = [_bare(p["text"]) for p in adopted["paragraphs"]]
    yield Figure(what="texts as proposed", on="cms tracked", value=_share(wanted, after, "after"), least=1)
    yield Figure(what="texts before", on="cms tracked", value=_share(priors, before, "before"), least=1)


def _share(wanted: list[str], found: set[str], side: str) -> float:
    missed = [text for text in wanted if text not in found]
    for text in missed:
        print(f"  tracked, {side}: not found whole: {text[:90]}", file=sys.stderr)
    return 1 - len(missed) / len(wanted)


def _clean(line: str) -> str:
    return re.sub(r"^\s*(\d+\.[A-Z]{2}|\d+\.|[-•]|\([a-z]+\)|[a-z]\))\s+", "", re.sub(r"\[bookmark: \w+\]", "", line))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
