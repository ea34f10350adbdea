"""Links: the checked pairs of the General Assembly, and the hard cases of the lineage set, from the PDFs."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks.figures import ANTECEDENT, CORPUS, Figure, last_line, number_after, scorer


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
