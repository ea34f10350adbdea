"""Mentions in the wording of many bodies: the cases are data in `wording.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from antecedent.resolutions.citations import cite
from antecedent.resolutions.models import Document, Footnote, Paragraph

CASES = tomllib.loads((Path(__file__).parent / "wording.toml").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("each", CASES, ids=[f"{each['body']}: {each['text'][:70]}" for each in CASES])
def test_mentions(each: dict[str, Any]) -> None:
    footnotes = tuple(Footnote(marker=str(mark), text=note) for mark, note in enumerate(each.get("notes", ()), 1))
    paragraph = Paragraph(id="p", kind="operative", text=each["text"], footnotes=footnotes)
    document = Document(sha256="0" * 64, body=each["body"], session=each.get("session"), paragraphs=(paragraph,))
    assert [one.symbol or "?" for one in cite(document).citations] == each["cites"]
