"""What a look changes in the text itself: capitals, numbers, marks of notes, a table or an annex added."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tests.looks.look import Look
from tests.looks.text import Block, Note, Run, Text

TABLES = {
    "en": (
        ("District", "Lamps", "Keepers"), ("Northern reef", "14", "three"),
        ("Herring bank", "9", "two"), ("Old quay", "22", "none yet"),
    ),
    "fr": (
        ("District", "Lampes", "Gardiens"), ("Récif du nord", "14", "trois"),
        ("Banc aux harengs", "9", "deux"), ("Vieux quai", "22", "aucun"),
    ),
    "es": (
        ("Distrito", "Lámparas", "Fareros"), ("Arrecife norte", "14", "tres"),
        ("Banco del arenque", "9", "dos"), ("Muelle viejo", "22", "ninguno"),
    ),
}  # fmt: skip
ANNEXES = {
    "en": (
        "Annex", "Guidelines for the keeping of lamps",
        "Each lamp is inspected twice a year by a keeper who knows the coast and has the tools to mend what he finds.",
        "The keeper writes down in the log of the lamp, on the day of the inspection:",
        "The state of the lens, the wick and the glass;", "What was mended, by whom and with which parts;",
        "Logs are kept for at least thirty years, in a dry place, and copies are sent to the Bureau of Lamps.",
    ),
    "fr": (
        "Annexe", "Lignes directrices pour l’entretien des lampes",
        "Chaque lampe est inspectée deux fois par an par un gardien qui connaît la côte et répare ce qu’il trouve.",
        "Le gardien consigne dans le registre de la lampe, le jour même de l’inspection :",
        "L’état de la lentille, de la mèche et du verre ;", "Ce qui a été réparé, par qui et avec quelles pièces ;",
        "Les registres sont conservés trente ans au moins, au sec, et des copies sont adressées au Bureau des lampes.",
    ),
    "es": (
        "Anexo", "Directrices para el cuidado de las lámparas",
        "Cada lámpara es inspeccionada dos veces al año por un farero que conoce la costa y sabe reparar lo que halla.",
        "El farero anota en el registro de la lámpara, el mismo día de la inspección:",
        "El estado de la lente, la mecha y el cristal;", "Lo que se reparó, quién lo hizo y con qué piezas;",
        "Los registros se conservan al menos treinta años, en lugar seco, y se envían copias a la Oficina de lámparas.",
    ),
}  # fmt: skip


def dress(text: Text, look: Look, rng: random.Random) -> Text:
    """The text as this look prints it; its gold is that of the dressed text."""
    marks = _marks(text, look)
    blocks = [_dressed(block, look, marks) for block in text.blocks]
    language = str(text.meta.get("language"))
    if look.table:
        blocks = _with_table(blocks, TABLES.get(language, TABLES["en"]), rng)
    if look.annex and not any(block.kind == "annex" for block in blocks):
        blocks += _annex(len(blocks), ANNEXES.get(language, ANNEXES["en"]))
    return replace(text, blocks=tuple(blocks))


def _marks(text: Text, look: Look) -> dict[str, str]:
    """New marks for old ones; stars and letters only where they suffice."""
    old = list(dict.fromkeys(note.marker for block in text.blocks for note in block.notes))
    if look.marks == "letters" and len(old) <= 26:
        return {each: "abcdefghijklmnopqrstuvwxyz"[n] for n, each in enumerate(old)}
    if look.marks == "stars" and len(old) <= 3:
        return {each: "*" * (n + 1) for n, each in enumerate(old)}
    return {each: each for each in old}


def _dressed(block: Block, look: Look, marks: dict[str, str]) -> Block:
    runs = tuple(_run(run, block, look, marks) for run in block.runs)
    notes = tuple(Note(marker=marks[note.marker], text=note.text) for note in block.notes)
    printed = block.printed
    if block.kind == "operative" and printed and printed.rstrip(".").isdigit():
        printed = look.numbering.replace("1", printed.rstrip("."))
    return replace(block, runs=runs, notes=notes, printed=printed)


def _run(run: Run, block: Block, look: Look, marks: dict[str, str]) -> Run:
    if run.mark:
        return replace(run, text=marks[run.mark], mark=marks[run.mark])
    if block.kind == "heading":
        shouted = look.headings == "capitals"
        return replace(run, text=run.text.upper() if shouted else run.text, italic=look.headings == "italic")
    shouted = look.leads == "capitals" and run.italic and block.role == "paragraph"
    return replace(run, text=run.text.upper()) if shouted else run


def _with_table(blocks: Sequence[Block], rows: tuple[tuple[str, ...], ...], rng: random.Random) -> list[Block]:
    """Behind one of the numbered paragraphs that end with what belongs to them."""
    places = [n for n, block in enumerate(blocks) if n and block.kind == "operative" and not block.depth]
    at = rng.choice(places) if places else len(blocks)
    moved = [replace(b, parent=b.parent + (b.parent >= at)) if b.parent is not None else b for b in blocks]
    return [*moved[:at], Block(role="table", rows=rows), *moved[at:]]


def _annex(start: int, words: Sequence[str]) -> Iterator[Block]:
    head, title, first, chapeau, a, b, last = words
    for text in (head, title):
        yield Block(runs=(Run(text=text, bold=True),), kind="heading")
    for number, text in (("1", first), ("2", chapeau)):
        yield Block(runs=(Run(text=text),), kind="annex", number=number, printed=f"{number}.")
    for letter, text in (("(a)", a), ("(b)", b)):
        yield Block(
            runs=(Run(text=text),), kind="subparagraph", number=letter, printed=letter, depth=1, parent=start + 3
        )
    yield Block(runs=(Run(text=last),), kind="annex", number="3", printed="3.")
