"""The real resolutions that drafts are made of, read at run time: gold structures of the corpora."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from antecedent.resolutions.models import Paragraph

Text = tuple[Paragraph, ...]
Library = Mapping[str, Sequence[Text]]  # by language
_LEAST, _MOST = 10, 90  # paragraphs


def read_library(corpus: Path) -> Library:
    """Texts of a middle length, by language, always in the same order."""
    found: dict[str, list[Text]] = defaultdict(list)
    for path in sorted(corpus.glob("hrc/gold/*/*.json")):
        found[path.parent.name].append(_text(json.loads(path.read_text())["paragraphs"]))
    for path in sorted(corpus.glob("unga/gold/structure/*.json")):
        found["en"].append(_text(json.loads(path.read_text())["paragraphs"]))
    return {language: [text for text in texts if _LEAST <= len(text) <= _MOST] for language, texts in found.items()}


def _text(rows: Sequence[Mapping[str, Any]]) -> Text:
    place = {row["id"]: k for k, row in enumerate(rows) if "id" in row}
    return tuple(
        Paragraph(id=f"p{k}", kind=row["kind"], text=row["text"], depth=row["depth"], parent=_parent(row, place))
        for k, row in enumerate(rows)
    )


def _parent(row: Mapping[str, Any], place: Mapping[str, int]) -> str | None:
    """By index in one corpus, by id in the other."""
    parent = row["parent_index"] if "parent_index" in row else place.get(row.get("parent") or "")
    return None if parent is None else f"p{parent}"
