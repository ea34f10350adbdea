"""What a draft is made on: its paragraphs in blocks, and the links that are wanted of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from antecedent.resolutions.models import Kind, Paragraph

BASE, OTHER = "base", "other"
Block = list[Paragraph]  # a paragraph with what hangs on it, or pieces that stand together


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A link as it should be found; tags say by which edit it came."""

    draft: tuple[str, ...]
    prior: tuple[str, ...]
    document: str | None
    tags: tuple[str, ...]


@dataclass(slots=True)
class Desk:
    """`units` are the blocks of the prior text not yet dealt with."""

    random: Random
    language: str
    donors: Sequence[str]
    units: list[Block]
    blocks: list[Block] = field(default_factory=list[Block])
    loose: list[Block] = field(default_factory=list[Block])  # to be put anywhere on their side
    links: list[Wanted] = field(default_factory=list[Wanted])
    written: int = 0

    def donor(self) -> str:
        return self.random.choice(self.donors)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def write(self, text: str, kind: Kind, parent: Paragraph | None = None) -> Paragraph:
        self.written += 1
        said = text[:1].upper() + text[1:]
        return Paragraph(
            id=f"d{self.written}", kind=kind, text=said, parent=parent and parent.id, depth=1 if parent else 0
        )

    def link(self, draft: Sequence[Paragraph], prior: Sequence[Paragraph], *tags: str, document: str = BASE) -> None:
        self.links.append(
            Wanted(
                draft=tuple(p.id for p in draft),
                prior=tuple(p.id for p in prior),
                document=document if prior else None,
                tags=tags,
            )
        )

    def put(self, block: Block, loose: bool = False) -> None:
        (self.loose if loose else self.blocks).append(block)


Edit = Callable[[Desk, Block], None]
