"""Links: the checked pairs of the General Assembly and the lineage set, from the PDFs; made cases without end."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import time
from typing import Any

from antecedent.resolutions.align import trace as align_with
from tests.benchmarks.figures import ANTECEDENT, CORPUS, Figure, last_line, number_after, scorer
from tests.benchmarks.hard import Tally, judge, make_case, read_library

CASES = 150


def trace(draft: Path, priors: list[Path]) -> dict[str, Any]:
    """What the command says of a draft and its priors."""
    command = [ANTECEDENT, "trace", draft, "--against", *priors, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def alignment() -> Iterator[Figure]:
    gold, pdfs = CORPUS / "unga/gold", CORPUS / "unga/pdf"
    with TemporaryDirectory() as folder:
        for path in (gold / "alignment").glob("*.json"):
            prior, draft = path.stem.split("__")
            found = trace(pdfs / f"{draft}.pdf", [pdfs / f"{prior}.pdf"])
            paragraphs = {"draft": found["draft"]["paragraphs"], "prior": found["priors"][0]["paragraphs"]}
            written = json.dumps({"links": found["links"], "paragraphs": paragraphs})
            (Path(folder) / path.name).write_text(written)
        report = json.loads(scorer(CORPUS / "score_alignment.py", "--set", gold, folder, "--json"))
    f1 = [result["pairs"]["f1"] for result in report.values()]
    divided = [result["split_merge_recall"] for result in report.values() if result["split_merge_recall"] is not None]
    yield Figure(what="pairs F1, mean", on="unga/gold/alignment", value=sum(f1) / len(f1), least=0.985)
    yield Figure(what="pairs F1, lowest", on="unga/gold/alignment", value=min(f1), least=0.97)
    yield Figure(what="splits and merges", on="unga/gold/alignment", value=min(divided, default=1.0), least=1)


def lineage() -> Iterator[Figure]:
    source = CORPUS / "lineage"
    with TemporaryDirectory() as folder:
        for path in (source / "gold").glob("*.json"):
            gold = json.loads(path.read_text())
            found = trace(source / "pdf" / gold["draft"], [source / "pdf" / name for name in gold["priors"]])
            (Path(folder) / path.name).write_text(json.dumps(found))
        line = last_line(scorer(source / "score_lineage.py", folder, source), "all ")
    wanted = {"pairs F1": 0.97, "links F1": 0.93, "splits": 0.9, "merges": 0.85, "twins": 1.0, "heavy": 0.9}
    for what, least in wanted.items():
        yield Figure(what=what, on="lineage", value=number_after(what, line), least=least)


def hard(seed: int | None = None) -> Iterator[Figure]:
    """Drafts made by machine out of real resolutions, other ones at each run, on perfect paragraphs."""
    library, tally = read_library(CORPUS), Tally()
    first = int(time()) if seed is None else seed
    for number in range(first, first + CASES):
        case = make_case(library, number)
        judge(tally, case, align_with(case.draft, case.priors))
    on = f"{CASES} made, seed {first}"
    yield Figure(what="pairs F1", on=on, value=tally.f1(tally.pairs), least=0.97)
    yield Figure(what="links F1", on=on, value=tally.f1(tally.links), least=0.93)
    wanted = {"split": 0.9, "merge": 0.85, "twin": 0.95, "heavy": 0.9, "side": 0.9, "several priors": 0.9}
    for tag, least in wanted.items():
        yield Figure(what=tag, on=on, value=tally.share(tag), least=least)
    for tag in ("reworded", "apart", "promoted", "annexed", "chapeau", "new", "decoy"):
        yield Figure(what=tag, on=on, value=tally.share(tag))
    yield Figure(what="right base", on=on, value=tally.bases[True] / CASES)
