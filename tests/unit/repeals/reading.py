"""Small documents made by hand, and what they end as one line a target."""

from collections.abc import Sequence
from dataclasses import dataclass

from antecedent.resolutions.citations import cite
from antecedent.resolutions.models import (
    Box,
    Cell,
    Document,
    Footnote,
    Kind,
    Paragraph,
    Repeal,
    Status,
    Table,
    TableOf,
)
from antecedent.resolutions.repeals import find_repeals


@dataclass(frozen=True)
class Case:
    body: str
    texts: tuple[str, ...]
    ends: tuple[str, ...]
    status: Status = "adopted"
    kind: Kind = "operative"

    @property
    def id(self) -> str:
        return f"{self.body}: {' / '.join(self.texts)[:70]}"


def case(
    body: str, texts: tuple[str, ...], ends: tuple[str, ...], *, status: Status = "adopted", kind: Kind = "operative"
) -> Case:
    return Case(body, texts, ends, status, kind)


def item(
    text: str,
    kind: Kind = "operative",
    *,
    under: str | None = None,
    number: str | None = None,
    notes: Sequence[str] = (),
) -> Paragraph:
    """A paragraph without its id; `under` is the id of its chapeau."""
    footnotes = tuple(Footnote(marker=str(mark), text=note) for mark, note in enumerate(notes, 1))
    return Paragraph(id="", kind=kind, text=text, parent=under, number=number, footnotes=footnotes)


def table(*rows: Sequence[str], after: str | None = None) -> TableOf:
    """A table of rows; None of the places is right but the order."""
    cells = tuple(
        Cell(text=text, box=Box(0, 0, 1, 1), page=1, row=row, column=column)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    return TableOf(table=Table(page=1, box=Box(0, 0, 1, 1), cells=cells, before=0), after=after)


def read(
    body: str, paragraphs: Sequence[Paragraph], *, status: Status = "adopted", tables: Sequence[TableOf] = ()
) -> Document:
    """The document with citations and repeals; paragraphs get the ids p0, p1 …"""
    numbered = tuple(
        Paragraph(
            id=f"p{index}",
            kind=one.kind,
            text=one.text,
            number=one.number,
            parent=one.parent,
            footnotes=one.footnotes,
        )
        for index, one in enumerate(paragraphs)
    )
    bare = Document(sha256="0" * 64, body=body, status=status, paragraphs=numbered, tables=tuple(tables))
    return find_repeals(cite(bare))


def ended(entry: Case) -> list[str]:
    return lines(read(entry.body, [item(text, entry.kind) for text in entry.texts], status=entry.status))


def lines(document: Document) -> list[str]:
    return [_line(repeal) for repeal in document.repeals]


def _line(repeal: Repeal) -> str:
    parts = f" [{'; '.join(repeal.paragraphs)}]" if repeal.paragraphs else ""
    spared = f" except [{'; '.join(repeal.except_)}]" if repeal.except_ else ""
    since = f" from {repeal.from_}" if repeal.from_ else ""
    into = f" into {repeal.into}" if repeal.into else ""
    proposed = " proposed" if repeal.effect == "proposed" else ""
    assert (repeal.scope == "part") == bool(parts or spared)
    return f"{repeal.symbol}{parts}{spared} {repeal.action}{since}{into}{proposed}"
