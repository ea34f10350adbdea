"""Wording of many bodies, and layouts of lists and tables: the cases are data in `wording/`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.repeals.reading import case, ended, item, lines, read, table

FOLDER = Path(__file__).parent / "wording"
SENTENCES = [
    pytest.param(each, id=f"{name}: {each['body']}: {each['text'][:70]}")
    for name in ("en", "fr", "es", "nothing")
    for each in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["cases"]
]
LAYOUTS = tomllib.loads((FOLDER / "layouts.toml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("each", SENTENCES)
def test_sentences(each: dict[str, Any]) -> None:
    status, kind = each.get("status", "adopted"), each.get("kind", "operative")
    assert ended(case(each["body"], (each["text"],), (), status=status, kind=kind)) == each["ends"]


@pytest.mark.parametrize("each", LAYOUTS, ids=[each["id"] for each in LAYOUTS])
def test_layouts(each: dict[str, Any]) -> None:
    paragraphs = [item(**{"kind": "operative", **one}) for one in each["paragraphs"]]
    tables = [table(*one["rows"], after=one.get("after")) for one in each.get("tables", ())]
    document = read(each["body"], paragraphs, status=each.get("status", "adopted"), tables=tables)
    assert lines(document) == each["ends"]
