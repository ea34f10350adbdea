"""Typesets every text of a gold folder in a look of its own, with the gold beside it.

    python -m tests.looks GOLD_DIR OUT_DIR [--seed N] [--limit N] [--engine reportlab|weasyprint]

OUT_DIR gets `pdf/NAME.pdf`, `gold/NAME.json` (as the corpora's scorers read it; `layout.furniture` is what was printed
around the text) and `looks.json`, the look of each. Texts of the corpora stay out of the repository: name a folder
outside of it. The same seed gives the same looks.
"""

import argparse
import json
import random
from dataclasses import asdict, replace
from pathlib import Path

from tests.looks.corpus import as_text, fitting, read_gold
from tests.looks.dressing import dress
from tests.looks.html import typeset_html
from tests.looks.look import Look, random_look
from tests.looks.page import typeset
from tests.looks.text import Text, gold


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--limit", type=int, default=None, help="only this many documents, chosen by the seed")
    arguments.add_argument(
        "--engine", choices=["reportlab", "weasyprint"], default=None, help="by the seed, if not given"
    )
    given = arguments.parse_args()
    looks = write_looks(given.gold, given.out, seed=given.seed, limit=given.limit, engine=given.engine)
    print(f"{len(looks)} documents in {given.out}")


def write_looks(
    source: Path, out: Path, *, seed: int, limit: int | None = None, engine: str | None = None
) -> dict[str, Look]:
    """Writes PDFs and gold; gives the look of each document."""
    for folder in ("pdf", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    documents = list(read_gold(source))
    random.Random(seed).shuffle(documents)
    looks: dict[str, Look] = {}
    for name, document in documents[:limit]:
        rng = random.Random(f"{seed} {name}")
        bare = as_text(document, rng)
        look = random_look(rng, str(bare.meta["symbol"]))
        text = dress(bare, look, rng)
        look = fitting(look, text)
        chosen = engine or rng.choice(("reportlab", "reportlab", "weasyprint"))
        data = typeset(text, look) if chosen == "reportlab" else typeset_html(text, look)
        looks[name] = replace(look, engine=chosen)
        (out / "pdf" / f"{name}.pdf").write_bytes(data)
        (out / "gold" / f"{name}.json").write_text(_gold(text, look), encoding="utf-8")
    kept = {name: asdict(look) for name, look in looks.items()}
    (out / "looks.json").write_text(json.dumps(kept, indent=1, ensure_ascii=False), encoding="utf-8")
    return looks


def _gold(text: Text, look: Look) -> str:
    furniture = [line for line in (*look.header, *look.header_even, look.job, look.bar_code, look.watermark) if line]
    layout = {"style": look.family, "printed_symbol": text.meta["symbol"], "furniture": furniture}
    document = gold(text) | {"layout": layout}
    for paragraph in document["paragraphs"]:
        paragraph["lead"] = paragraph["lead"] if look.italic_leads else None
    return json.dumps(document, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()
