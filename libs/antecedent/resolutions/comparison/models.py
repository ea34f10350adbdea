"""The rows of a comparison."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from antecedent.resolutions.models import Citation, Document, Edit, Footnote, PageBox, Paragraph, Relation, Repeal

Part = Literal["preamble", "body", "annex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a paragraph's text that is alike: kept or changed, inside a citation or not, or a footnote's mark."""

    text: str
    changed: bool = False
    citation: Citation | None = None
    mark: str | None = None  # of a footnote; the text is empty then


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One paragraph of a side, cut into pieces."""

    paragraph: Paragraph
    label: str  # 'Paragraph 4 (b)', 'Preamble 3'
    pieces: tuple[Piece, ...]
    repeals: tuple[Repeal, ...] = ()

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        return self.paragraph.footnotes

    @property
    def boxes(self) -> tuple[PageBox, ...]:
        return self.paragraph.boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The paragraphs of one side of a row and the document that they stand in."""

    document: Document | None
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """A likely antecedent elsewhere in the corpus, named for people."""

    name: str
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One link."""

    relation: Relation
    moved: bool
    score: float
    part: Part
    draft: Side
    prior: Side
    changes: tuple[Edit, ...]  # for reading: the space before a change is none of it
    hints: tuple[Hint, ...] = ()
    other: bool = False  # the prior side is no text of the base


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A draft beside its priors, in the draft's order; dropped paragraphs stand where they stood."""

    draft: Document
    priors: tuple[Document, ...]
    base: Document | None
    rows: tuple[Row, ...]
    counts: Mapping[Relation, int]
    moved: int
