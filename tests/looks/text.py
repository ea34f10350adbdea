"""A text to typeset: blocks in printed order, each of runs alike in style; and the gold that it must come out as."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

Role = Literal["masthead", "title", "formula", "closing", "paragraph", "table", "break"]
Change = Literal["inserted", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some characters in one style; `mark` names the footnote that a raised run calls."""

    text: str
    italic: bool = False
    bold: bool = False
    mark: str | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    marker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, or what stands around the paragraphs; `kind` is set for paragraphs only."""

    runs: tuple[Run, ...] = ()
    role: Role = "paragraph"
    kind: str | None = None
    number: str | None = None
    printed: str | None = None  # the number with its brackets and stops, as it stands on the page
    depth: int = 0
    parent: int | None = None  # index among the blocks
    notes: tuple[Note, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """As proposed: without marks of footnotes and what is struck."""
        return "".join(run.text for run in self.runs if run.mark is None and run.change != "deleted").strip()

    @property
    def before(self) -> str | None:
        """The text before the tracked changes, None where nothing is marked."""
        if not any(run.change for run in self.runs):
            return None
        return "".join(run.text for run in self.runs if run.mark is None and run.change != "inserted").strip()

    @property
    def lead(self) -> str | None:
        """The italic phrase at the head, of the text as proposed."""
        head = ""
        for run in self.runs:
            if run.change == "deleted" or run.mark is not None:
                continue
            if not run.italic and (run.text.strip() or not head):
                break
            head += run.text
        return head.strip(" ,;:.") or None if self.kind != "heading" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A whole document; `meta` is its front matter (symbol, title, language, date …)."""

    blocks: tuple[Block, ...]
    meta: dict[str, Any] = field(default_factory=dict[str, Any])

    def accepted(self) -> "Text":
        """As it reads once its tracked changes are taken; what was struck as a whole is gone."""
        kept = [n for n, block in enumerate(self.blocks) if block.role != "paragraph" or block.text]
        at = {old: new for new, old in enumerate(kept)}
        blocks = (replace(self.blocks[n], runs=_accept(self.blocks[n].runs)) for n in kept)
        moved = (replace(block, parent=at.get(block.parent) if block.parent is not None else None) for block in blocks)
        return replace(self, blocks=tuple(_renumbered(moved)))


def _accept(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, change=None) for run in runs if run.change != "deleted")


def _renumbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Counts '1.', '2.' … anew; a heading between operative and annex paragraphs starts again."""
    count, part = 0, None
    for block in blocks:
        if block.depth == 0 and block.printed and block.printed.rstrip(".").isdigit():
            count = count + 1 if block.kind == part else 1
            part = block.kind
            yield replace(block, number=str(count), printed=f"{count}.")
        else:
            yield block


def gold(text: Text) -> dict[str, Any]:
    """The document as the corpora's scorers expect it."""
    indices = {n: i for i, n in enumerate(n for n, b in enumerate(text.blocks) if b.role == "paragraph")}
    paragraphs = [
        {
            "index": indices[n],
            "kind": block.kind,
            "number": block.number,
            "depth": block.depth,
            "parent_index": indices.get(block.parent) if block.parent is not None else None,
            "lead": block.lead,
            "text": block.text,
            "before": block.before,
            "footnotes": [{"marker": note.marker, "text": note.text} for note in block.notes],
        }
        for n, block in enumerate(text.blocks)
        if block.role == "paragraph"
    ]
    keys = ("symbol", "title", "language", "adopted", "enacting_formula", "status")
    return {key: text.meta[key] for key in keys if text.meta.get(key)} | {"paragraphs": paragraphs}
