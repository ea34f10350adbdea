"""What a layout costs: texts of the corpora typeset in random looks, scored, and the figures by look."""

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any

from tests.benchmarks.figures import CORPUS, Figure, last_line, number_after, parse_to, scorer
from tests.benchmarks.reading import structure_figures
from tests.looks.__main__ import write_looks
from tests.looks.look import Look

SOURCES = {"hrc/gold/en": 40, "hrc/gold/fr": 12, "hrc/gold/es": 12, "unga/gold/structure": 8}
SEED = 77


def looks() -> Iterator[Figure]:
    """F1, exact texts, footnotes and leads over 72 documents in as many looks; the worst traits are printed."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        made: dict[str, Look] = {}
        for number, (source, limit) in enumerate(SOURCES.items()):
            made |= write_looks(CORPUS / source, root / str(number), seed=SEED, limit=limit)
            out = parse_to(root / str(number) / "out", (root / str(number) / "pdf").glob("*.pdf"))
            name = f"looks, {source}"
            gold = root / str(number) / "gold"
            yield from structure_figures(name, out, gold)
            pdfs = root / str(number) / "pdf"
            line = last_line(scorer(CORPUS / "score_details.py", out, "--gold", gold, "--pdf", pdfs), "all ")
            for what in ("exact", "footnotes", "parents", "leads", "boxes", "title"):
                yield Figure(what=what, on=name, value=number_after(what, line))
            print(_by_trait(out, gold, json.loads((root / str(number) / "looks.json").read_text())))


def _by_trait(out: Path, gold: Path, looks: dict[str, Any]) -> str:
    """The traits whose documents have the fewest exact texts."""
    details = _module(CORPUS / "score_details.py")
    exact, total = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for name, look in looks.items():
        count, bad = Counter[str](), list[str]()
        document = json.loads((gold / f"{name}.json").read_text())
        details.against_gold(json.loads((out / f"{name}.json").read_text()), document, count, bad)
        for trait, value in look.items():
            exact[trait, str(value)] += count["exact"]
            total[trait, str(value)] += count["exact_n"]
    worst = sorted((exact[key] / total[key], key) for key in total if key[0] not in ("header", "paper"))[:12]
    return "\n".join(f"  {trait} = {value}: exact {share:.3f}" for share, (trait, value) in worst)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
