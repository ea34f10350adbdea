"""Verbs, objects, parts, exceptions, dates, heads and tails put together at random: no pattern knows the sentence."""

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.repeals.reading import case, ended

PIECES = tomllib.loads((Path(__file__).parent / "combinations.toml").read_text("utf-8"))
EACH = 120  # sentences of a language


def sentence(pieces: dict[str, Any], dice: random.Random) -> tuple[str, list[str]]:
    """A sentence, and what it ends."""
    words, texts = dice.choice(pieces["objects"])
    (but, spared), (since, date) = dice.choice(pieces["exceptions"]), dice.choice(pieces["dates"])
    act, action = dice.choice([*pieces["acts"] * 2, *([each, ""] for each in pieces["nothing"])])
    head = dice.choice(pieces["heads"]) if not act.startswith(("{O}", "Having")) else ""
    body = act.format(o=words, O=words[0].upper() + words[1:], x=but, d=since)
    body = body[0].lower() + body[1:] if head else body
    ends = [_line(text, spared if text is texts[-1] else "", action, date) for text in texts] if action else []
    return f"{head}{body}{dice.choice(pieces['tails'])};", sorted(ends)


def _line(text: tuple[str, str], spared: str, action: str, date: str) -> str:
    number, parts = text
    if spared and parts in ("annex", "annex 1", "section 2"):
        spared = "; ".join(f"{parts}, paragraph {one}" if one[0].isdigit() else one for one in spared.split("; "))
    extent = (f" [{parts}]" if parts else "") + (f" except [{spared}]" if spared else "")
    return f"UNEP/CMS/Resolution {number}{extent} {action}" + (f" from {date}" if date else "")


SENTENCES = [
    pytest.param(*sentence(pieces, dice), id=f"{language} {number}")
    for language, pieces in PIECES.items()
    for dice in [random.Random(language)]
    for number in range(EACH)
]


@pytest.mark.parametrize(("text", "ends"), SENTENCES)
def test_combinations(text: str, ends: list[str]) -> None:
    assert sorted(line.partition(" into ")[0] for line in ended(case("CMS", (text,), ()))) == ends
