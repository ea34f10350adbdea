"""Texts out of a gold folder: the paragraphs are given, the marks of their footnotes are set where they could stand."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.looks.look import Look
from tests.looks.text import Block, Note, Run, Text

AROUND = {
    "en": ("Original: English", "Agenda item 4", "Adopted without a vote."),
    "fr": ("Original : anglais", "Point 4 de l’ordre du jour", "Adoptée sans vote."),
    "es": ("Original: inglés", "Tema 4 de la agenda", "Aprobada sin votación."),
}
FORMULA = {"en": "The General Assembly,", "fr": "L’Assemblée générale,", "es": "La Asamblea General,"}


def read_gold(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each gold document with its name, without the folder's own lists."""
    for path in sorted(folder.rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(document, dict) and document.get("paragraphs") and not document.get("annex_cut"):
            yield path.stem, document


def as_text(gold: dict[str, Any], rng: random.Random) -> Text:
    """The document with a masthead, its title and its formula around the paragraphs."""
    language = gold.get("language", "en")
    original, item, vote = AROUND.get(language, AROUND["en"])
    formula = gold.get("enacting_formula") or FORMULA.get(language, FORMULA["en"])
    after = (gold.get("layout") or {}).get("formula_after_preamble") or False
    symbol = (gold.get("layout") or {}).get("printed_symbol") or gold["symbol"]
    head = [Block(role="masthead", runs=(Run(text=line),)) for line in (symbol, original, item)]
    title = gold.get("title") or "Untitled"
    head.append(Block(role="title", runs=(Run(text=title.upper() if rng.random() < 0.3 else title),)))
    opening = Block(role="formula", runs=(Run(text=formula, italic=rng.random() < 0.5),))
    body = list(_blocks(gold, rng))
    first = next((n for n, block in enumerate(body) if block.kind != "preambular"), len(body)) if after else 0
    around = [*head, *body[:first], opening, *body[first:]]
    shift = {n: n + len(head) + (n >= first) for n in range(len(body))}
    blocks = [replace(b, parent=shift.get(b.parent)) if b.parent is not None else b for b in around]
    if rng.random() < 0.5 and not any(block.kind == "annex" for block in body):
        blocks.append(Block(role="closing", runs=(Run(text=f"[{vote}]", italic=True),)))
    return Text(blocks=tuple(blocks), meta={**gold, "symbol": symbol, "enacting_formula": formula})


def _blocks(gold: dict[str, Any], rng: random.Random) -> Iterator[Block]:
    ids = {p.get("id", p.get("index", n)): n for n, p in enumerate(gold["paragraphs"])}
    for paragraph in gold["paragraphs"]:
        number = paragraph.get("number")
        parent = paragraph.get("parent", paragraph.get("parent_index"))
        notes = tuple(Note(marker=n["marker"], text=n["text"]) for n in paragraph.get("footnotes") or [])
        yield Block(
            runs=tuple(_marked(_led(paragraph), notes, rng)),
            kind=paragraph["kind"],
            number=number,
            printed=f"{number}." if number and re.fullmatch(r"[0-9A-Z]+", number) else number,
            depth=paragraph.get("depth") or 0,
            parent=ids.get(parent) if parent is not None else None,
            notes=notes,
        )


def _led(paragraph: dict[str, Any]) -> list[Run]:
    """The text, its lead in italics where the text begins with it."""
    text, lead = paragraph["text"], paragraph.get("lead") or ""
    if paragraph["kind"] == "heading" or not lead or not text.startswith(lead):
        return [Run(text=text)]
    return [Run(text=lead, italic=True), Run(text=text[len(lead) :])]


def _marked(runs: list[Run], notes: tuple[Note, ...], rng: random.Random) -> Iterator[Run]:
    """Marks behind words of the last run, in order, the last one mostly behind the last word."""
    *head, last = runs
    yield from head
    ends = [m.end() for m in re.finditer(r"\w\w[,;.]?(?= |$)", last.text)] or [len(last.text)]
    places = sorted(rng.choice(ends) for _ in notes)
    if places and rng.random() < 0.6:
        places[-1] = ends[-1]
    start = 0
    for place, note in zip(places, notes, strict=True):
        yield replace(last, text=last.text[start:place])
        yield Run(text=note.marker, mark=note.marker)
        start = place
    yield replace(last, text=last.text[start:])


def fitting(look: Look, text: Text) -> Look:
    """The look in a family that has the text's characters."""
    words = "".join(run.text for block in text.blocks for run in block.runs)
    words += "".join(note.text for block in text.blocks for note in block.notes)
    try:
        words.encode("cp1252")
    except UnicodeEncodeError:
        return replace(look, family="DejaVu")
    return look
