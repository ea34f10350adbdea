"""The samples' sources as documents, without a typesetter and a reader between: what the register's gold is about."""

from hashlib import sha256
from pathlib import Path

from antecedent.resolutions.citations import cite
from antecedent.resolutions.models import Box, Cell, Document, Footnote, Paragraph, Table, TableOf
from antecedent.resolutions.repeals import find_repeals
from tests.looks.source import read_source
from tests.looks.text import Block, Text

SOURCES = Path(__file__).resolve().parent.parent.parent / "samples" / "sources"
NOWHERE = Box(0, 0, 0, 0)


def sample_documents() -> dict[str, Document]:
    """Every sample by its name, cited and with its repeals; a tracked draft with its accepted text beside it."""
    documents: dict[str, Document] = {}
    for path in sorted(SOURCES.glob("*.md")):
        text = read_source(path)
        documents[path.stem] = document_of(path.stem, text)
        if name := text.meta.get("accepted_as"):
            documents[name] = document_of(name, text.accepted())
    return documents


def document_of(name: str, text: Text) -> Document:
    """The document that the parser should make of this text."""
    meta = text.meta
    paragraphs = {n: _paragraph(n, block) for n, block in enumerate(text.blocks) if block.role == "paragraph"}
    document = Document(
        sha256=sha256(name.encode()).hexdigest(),
        file=f"{name}.pdf",
        symbol=meta["symbol"],
        title=meta["title"],
        body="LSC",
        session=meta["symbol"].removeprefix("LSC/COP")[0] if "/COP" in meta["symbol"] else _session(meta["symbol"]),
        language=meta["language"],
        status=meta["status"],
        adopted=meta.get("adopted"),
        revises=meta.get("revises"),
        tracked_changes=any(block.before is not None for block in text.blocks),
        enacting_formula=meta.get("enacting_formula"),
        masthead=tuple((1, block.text) for block in text.blocks if block.role == "masthead"),
        paragraphs=tuple(paragraphs.values()),
        tables=tuple(_tables(text, paragraphs)),
    )
    return find_repeals(cite(document))


def _session(symbol: str) -> str:
    """'4' of 'LSC/Resolution 2.3 (Rev.COP4)', '2' of 'LSC/Recommendation 2.2'."""
    revised = symbol.partition("(Rev.COP")[2]
    return revised.rstrip(")") or symbol.rpartition(" ")[2].partition(".")[0]


def _paragraph(place: int, block: Block) -> Paragraph:
    return Paragraph(
        id=f"n{place}",
        kind=block.kind,  # type: ignore[arg-type]
        text=block.text,
        number=block.number,
        depth=block.depth,
        parent=f"n{block.parent}" if block.parent is not None else None,
        lead=block.lead,
        footnotes=tuple(Footnote(marker=note.marker, text=note.text) for note in block.notes),
        before=block.before,
    )


def _tables(text: Text, paragraphs: dict[int, Paragraph]) -> list[TableOf]:
    placed: list[TableOf] = []
    for place, block in enumerate(text.blocks):
        if block.role == "table":
            cells = tuple(
                Cell(text=words, box=NOWHERE, page=1, row=row, column=column)
                for row, line in enumerate(block.rows)
                for column, words in enumerate(line)
            )
            above = [one for n, one in paragraphs.items() if n < place]
            table = Table(page=1, box=NOWHERE, cells=cells, before=0)
            placed.append(TableOf(table=table, after=above[-1].id if above else None))
    return placed
