"""Reads the samples' sources: TOML between `+++` lines, then paragraphs with an empty line between them.

| markup | meaning |
| --- | --- |
| `@masthead`, `@title`, `@formula`, `@closing` and text | what stands around the paragraphs |
| `# Words` | a heading; `# Annex 1` begins an annex, whose own paragraphs are of the kind annex |
| `1. Words`, `(a) Words`, `a) Words`, `- Words`, `14.AA Words` | a number; two spaces of indent a depth |
| `@operative` alone | from here on paragraphs without number are operative |
| `_words_`, `**words**` | italic, bold; the italic head of a paragraph is its lead |
| `[^1]`, and `[^1]: words` as a paragraph | a footnote's mark, and the footnote |
| `{+words+}`, `{-words-}` | a tracked insertion, a tracked deletion |
| `| a | b |` lines | a ruled table, its first line the header |
| `@page` alone | a new page |
"""

import re
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.looks.text import Block, Note, Role, Run, Text

NUMBER = re.compile(r"(\d{1,2}\.[A-Z]{2}|\d{1,2}\.\d{1,3}(?= )|\d{1,3}\.|\(?[a-z]{1,4}\)|\(\d{1,2}\)|[-•])\s+")
INLINE = re.compile(r"\{\+(?P<inserted>.+?)\+\}|\{-(?P<deleted>.+?)-\}|(?P<plain>(?:(?!\{[+-]).)+)", re.S)
STYLE = re.compile(
    r"\[\^(?P<mark>\w+)\]|\*\*(?P<bold>.+?)\*\*|_(?P<italic>[^_]+)_|(?P<plain>(?:(?!\[\^|\*\*|_).)+)", re.S
)
ROLES: dict[str, Role] = {"masthead": "masthead", "title": "title", "formula": "formula", "closing": "closing"}


def read_source(path: Path) -> Text:
    """One source file; raises ValueError with the line where the markup cannot be read."""
    _, front, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    reader = _Reader()
    for chunk in re.split(r"\n\s*\n", body.strip("\n")):
        reader.take(chunk)
    return Text(blocks=tuple(reader.with_notes()), meta=tomllib.loads(front))


def runs_of(markup: str) -> tuple[Run, ...]:
    """The runs of a paragraph's inline markup."""
    runs: list[Run] = []
    for part in INLINE.finditer(markup):
        change = part.lastgroup if part.lastgroup in ("inserted", "deleted") else None
        runs += [replace(run, change=change) for run in _styled(part[part.lastgroup or 0])]
    return tuple(runs)


def _styled(markup: str) -> list[Run]:
    runs: list[Run] = []
    for part in STYLE.finditer(markup):
        if part["mark"]:
            runs.append(Run(text=part["mark"], mark=part["mark"]))
        else:
            runs.append(
                Run(text=part[part.lastgroup or 0], italic=part["italic"] is not None, bold=part["bold"] is not None)
            )
    return runs


@dataclass
class _Reader:
    """What has been read so far, and in which part of the document the next paragraph stands."""

    blocks: list[Block] = field(default_factory=list[Block])
    notes: dict[str, str] = field(default_factory=dict[str, str])
    part: str = "preambular"

    def take(self, chunk: str) -> None:
        words = " ".join(line.strip() for line in chunk.splitlines())
        if chunk.startswith("|"):
            self.blocks.append(Block(role="table", rows=_rows(chunk)))
        elif note := re.match(r"\[\^(\w+)\]:\s+", words):
            self.notes[note[1]] = words[note.end() :]
        elif chunk.startswith("@"):
            self._around(*words[1:].partition(" ")[::2])
        elif chunk.startswith("#"):
            self._heading(words.lstrip("# "))
        else:
            self._paragraph(words, depth=(len(chunk) - len(chunk.lstrip(" "))) // 2)

    def _around(self, name: str, words: str) -> None:
        if name == "page":
            self.blocks.append(Block(role="break"))
        elif name in ("preambular", "operative", "annex", "decision"):
            self.part = name
        else:
            self.blocks.append(Block(runs=runs_of(words), role=ROLES[name]))

    def _heading(self, words: str) -> None:
        if re.match(r"(Annex|Annexe|Anexo)\b", words):
            self.part = "annex"
        self.blocks.append(Block(runs=runs_of(words), kind="heading"))

    def _paragraph(self, words: str, depth: int) -> None:
        number, printed = None, None
        opening = words[:2] if words.startswith(("{+", "{-")) else ""
        bare = words[len(opening) :]
        if found := NUMBER.match(bare):
            printed = found[1]
            number = printed.rstrip(".") if printed[0].isdigit() else printed
            words = opening + bare[found.end() :]
        runs = runs_of(words)
        self.blocks.append(
            Block(
                runs=runs,
                kind=self._kind(number, depth),
                number=number,
                printed=printed,
                depth=depth,
                parent=self._parent(depth),
            )
        )

    def _kind(self, number: str | None, depth: int) -> str:
        if depth:
            return "subparagraph"
        if number and self.part == "preambular":
            self.part = "operative"
        if number and re.fullmatch(r"\d+\.([A-Z]{2}|\d+)", number):
            return "decision"
        return self.part

    def _parent(self, depth: int) -> int | None:
        above = (n for n in range(len(self.blocks) - 1, -1, -1) if self.blocks[n].role == "paragraph")
        return next((n for n in above if self.blocks[n].depth == depth - 1), None) if depth else None

    def with_notes(self) -> list[Block]:
        """Each block with the footnotes that its marks call."""
        return [
            replace(block, notes=tuple(Note(marker=r.mark, text=self.notes[r.mark]) for r in block.runs if r.mark))
            for block in self.blocks
        ]


def _rows(chunk: str) -> tuple[tuple[str, ...], ...]:
    lines = (line.strip().strip("|").split("|") for line in chunk.splitlines())
    return tuple(tuple(cell.strip() for cell in line) for line in lines)
