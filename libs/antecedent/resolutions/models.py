"""The values that flow between the stages: extract → structure → cite → repeals → align.

Boxes are in PDF points from the top left of the page as it is read (after rotation); pages count from 1.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

LineRole = Literal["body", "furniture", "footnote"]
Change = Literal["inserted", "deleted"]
Kind = Literal["preambular", "operative", "subparagraph", "heading", "decision", "annex"]
Status = Literal["draft", "adopted"]
CitationRole = Literal["cites", "repeals", "amends"]
Scope = Literal["whole", "part"]
Effect = Literal["proposed", "adopted"]
Action = Literal["repeal", "replace", "retire", "delete", "renumber", "transfer"]
Relation = Literal["unchanged", "amended", "split", "merged", "new", "deleted"]
Operation = Literal["equal", "delete", "insert"]


class Box(NamedTuple):
    """A rectangle in points from the top left of its page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of characters of one line, alike in style; its text holds the spaces between its words."""

    text: str
    box: Box
    size: float  # of the font, in points
    font: str = ""
    bold: bool = False
    italic: bool = False
    raised: bool = False  # a superscript: a footnote's mark, or the 'er' of '1er'
    change: Change | None = None  # as drawn: underlined or coloured as new, struck through as gone


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, in reading order within its Extraction."""

    page: int
    box: Box
    spans: tuple[Span, ...]
    role: LineRole = "body"
    column: int = 0  # 0 is the first or only column of its page
    tag: str | None = None  # role in the structure tree ('P', 'H1', 'LI', 'Note'), None where untagged or not believed
    block: int | None = None  # lines of one tagged element share it, over pages too

    @property
    def text(self) -> str:
        return self.spans[0].text if len(self.spans) == 1 else "".join([span.text for span in self.spans])


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table; merged cells stand once, at their first row and column, with what they span."""

    text: str
    box: Box
    page: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled or aligned table; one that runs over pages is one Table. Its lines are not among the body lines."""

    page: int
    box: Box  # on its first page
    cells: tuple[Cell, ...]
    before: int  # index of the line of the Extraction that it stands before, len(lines) at the end


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    number: int
    width: float
    height: float
    source: Literal["digital", "ocr", "empty"] = "digital"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What a PDF says, line by line, before anything is understood."""

    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    tagged: bool = False
    tracked_changes: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    marker: str
    text: str
    at: int | None = None  # offset in the paragraph's text where the mark stood, None where unknown


class PageBox(NamedTuple):
    """A rectangle on a page: where a paragraph, or its part on one page and column, stands."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its evidence; `text` and `before` are defined in the output contract (docs/output.md)."""

    id: str
    kind: Kind
    text: str
    number: str | None = None
    depth: int = 0
    parent: str | None = None
    lead: str | None = None
    addressees: tuple[str, ...] = ()
    boxes: tuple[PageBox, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A mention of another document. Outside the paragraphs `paragraph`, `start` and `end` are None; `page` is set."""

    printed: str
    symbol: str | None  # canonical; None where ambiguous: see `candidates`
    body: str | None
    type: str | None  # resolution, decision, recommendation, document …
    number: str | None = None
    revision: str | None = None
    pinpoint: str | None = None
    role: CitationRole = "cites"
    paragraph: str | None = None
    start: int | None = None
    end: int | None = None
    footnote: str | None = None  # marker of the footnote whose text the span is in
    page: int | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal:
    """One repealed target of one paragraph (JSON names `except_` and `from_` without the underscore)."""

    paragraph: str | None
    symbol: str
    scope: Scope
    effect: Effect
    action: Action
    paragraphs: tuple[str, ...] | None = None
    except_: tuple[str, ...] | None = None
    from_: str | None = None  # ISO date
    into: str | None = None
    condition: str | None = None
    boxes: tuple[PageBox, ...] = ()  # of the table's row or list's item, where there is one


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOf:
    """A table with the paragraph that it follows."""

    table: Table
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A resolution, draft or decision document with its structure, citations and repeals."""

    sha256: str
    file: str = ""
    symbol: str | None = None
    title: str | None = None
    body: str | None = None  # key of the body that speaks, as in the bodies' data files: 'CMS', 'UNGA' …
    session: str | None = None  # session, meeting or COP as a plain number: '79', '14'
    language: str | None = None
    status: Status | None = None
    adopted: str | None = None  # ISO date
    revises: str | None = None  # symbol of the text that it says it revises
    pages: int = 0
    tracked_changes: bool = False
    enacting_formula: str | None = None
    masthead: tuple[tuple[int, str], ...] = ()  # (page, text) of lines outside the paragraphs, for citations
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[TableOf, ...] = ()
    citations: tuple[Citation, ...] = ()
    repeals: tuple[Repeal, ...] = ()
    warnings: tuple[str, ...] = ()


class Edit(NamedTuple):
    """A readable run of a word difference; joining the texts of a side gives that side's text."""

    operation: Operation
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class See:
    """A likely antecedent elsewhere in the corpus."""

    document: str  # sha256
    paragraph: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Paragraphs of a draft and those of one prior that they come from."""

    draft: tuple[str, ...]
    prior: tuple[str, ...]
    document: str | None  # sha256 of the prior; None for a new paragraph
    relation: Relation
    moved: bool = False
    score: float = 0.0
    changes: tuple[Edit, ...] = ()
    see: tuple[See, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A draft against its priors; `base` is the sha256 of the prior that it revises."""

    draft: Document
    priors: tuple[Document, ...]
    base: str | None
    links: tuple[Link, ...] = field(default=())
