"""Prints every figure of the README's table: python -m tests.benchmarks [PART …] [--json FILE]

Parts: structure, citations, repeals, tracked, alignment, lineage, hard, speed, start, align, memory, torture, looks.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import linking, looks, reading, speed
from tests.benchmarks.figures import CORPUS, Figure, table

PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "structure": reading.structure,
    "citations": reading.citations,
    "repeals": reading.repeals,
    "tracked": reading.tracked,
    "alignment": linking.alignment,
    "lineage": linking.lineage,
    "hard": linking.hard,
    "speed": speed.speed,
    "start": speed.start,
    "align": speed.align_speed,
    "memory": speed.memory,
    "torture": speed.torture,
    "looks": looks.looks,
}
WITHOUT_CORPUS = ("start", "align", "memory")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("parts", nargs="*", metavar="PART", choices=[[], *PARTS])
    arguments.add_argument("--json", type=Path, help="also write the figures to this file")
    given = arguments.parse_args()
    found: list[Figure] = []
    for name in given.parts or PARTS:
        if name not in WITHOUT_CORPUS and not CORPUS.is_dir():
            print(f"{name}: not measured, there is no ../shared/corpus beside the repository")
            continue
        figures = list(PARTS[name]())
        print(table(figures), flush=True)
        found += figures
    short = [figure for figure in found if figure.met is False]
    print(f"\n{len(found)} figures, {len(short)} short of what is wanted")
    if given.json:
        given.json.write_text(json.dumps([asdict(figure) for figure in found], indent=1))


if __name__ == "__main__":
    main()
