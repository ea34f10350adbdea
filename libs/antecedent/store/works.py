"""The register around some works: read with what names them, and nothing else of the corpus.

Documents that only name the works come without their text: hash, names, dates, and the citations and repeals that name
them. What the register says of these works is the same as if it were made of the whole corpus.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import union, union_all
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Citation, Document, Paragraph, Repeal
from antecedent.resolutions.register import Register, build
from antecedent.resolutions.register.dates import first
from antecedent.store import mapping
from antecedent.store.documents import load_documents
from antecedent.store.keys import work_key
from antecedent.store.register import load_known
from antecedent.store.tables import CitationRow, DocumentRow, ParagraphRow, RepealRow, TextRow


async def register_around(
    session: AsyncSession, works: Iterable[str], whole: Iterable[str] = (), given: Sequence[Document] = ()
) -> Register:
    """The register of these works (by `work_key`) and the documents `given`; the documents `whole` have their texts.

    So have texts that are repealed in part: whether anything is left of them is read from their paragraphs.
    """
    keys, had = list(dict.fromkeys(works)), {document.sha256 for document in given}
    wanted = {*whole, *await _repealed_in_part(session, keys)} - had
    full = [*given, *await load_documents(session, sorted(wanted))]
    there = {document.sha256 for document in full}
    light = [document for document in await _naming(session, keys) if document.sha256 not in there]
    return build([*full, *light], await load_known(session), await load_meetings(session))


async def texts_of(session: AsyncSession, works: Iterable[str]) -> Sequence[str]:
    """Hashes of the documents that are, or hold, a version of one of the works."""
    query = select(TextRow.document).where(col(TextRow.work_key).in_(list(works))).distinct()
    return (await session.exec(query)).all()


async def drafts_of(session: AsyncSession, works: Iterable[str]) -> Sequence[str]:
    """Hashes of the drafts that say they revise one of the works."""
    query = select(DocumentRow.sha256).where(
        col(DocumentRow.revises_key).in_(list(works)), col(DocumentRow.status).is_distinct_from("adopted")
    )
    return (await session.exec(query)).all()


async def works_in(session: AsyncSession, hashes: Iterable[str]) -> set[str]:
    """Every work that these documents are a version of, revise, cite or repeal."""
    listed = list(hashes)
    ways = [
        select(TextRow.work_key).where(col(TextRow.document).in_(listed)),
        select(CitationRow.work_key).where(col(CitationRow.document).in_(listed)),
        select(RepealRow.work_key).where(col(RepealRow.document).in_(listed)),
        select(DocumentRow.revises_key).where(col(DocumentRow.sha256).in_(listed)),
    ]
    rows = (await (await session.connection()).execute(union(*ways))).scalars()
    return {key for key in rows if key}


async def works_like(session: AsyncSession, name: str) -> set[str]:
    """Works of this name in any spelling; where there is none, those whose names end with it ('Resolution 11.10')."""
    key = work_key(name)
    listed = {work_key(text.symbol) for text in await load_known(session)}
    if key in listed or await _works(session, lambda column: column == key):
        return {key}
    found = await _works(session, lambda column: column.endswith(f"/{key}", autoescape=True))
    found |= await _works(session, lambda column: column.endswith(f" {key}", autoescape=True))
    return found | {one for one in listed if one.endswith((f"/{key}", f" {key}"))}


async def a_sibling(session: AsyncSession, work: str) -> str | None:
    """Another work of the same series ('Resolution 9.…') of which a text is at hand."""
    series = work.rstrip("0123456789")
    key = col(TextRow.work_key)
    return (await session.exec(select(key).where(key.startswith(series, autoescape=True), key != work))).first()


async def load_meetings(session: AsyncSession) -> dict[tuple[str, str], str]:
    """(body, session) → the first date on which that meeting adopted a text."""
    body, meeting, adopted = col(DocumentRow.body), col(DocumentRow.session), col(DocumentRow.adopted)
    query = (
        select(body, meeting, func.min(adopted))
        .where(DocumentRow.status == "adopted", body.is_not(None), meeting.is_not(None), adopted.is_not(None))
        .group_by(body, meeting, func.length(adopted))  # a day and a month alone are no texts to compare
    )
    dates: dict[tuple[str, str], list[str]] = defaultdict(list)
    for held, number, date in (await session.exec(query)).all():
        if held and number and date:
            dates[(held, number)].append(date)
    return {found: first(given) for found, given in dates.items()}


async def _works(session: AsyncSession, where: Callable[[Any], Any]) -> set[str]:
    columns = (TextRow.work_key, CitationRow.work_key, RepealRow.work_key, DocumentRow.revises_key)
    query = union(*(select(column).where(where(col(column))) for column in columns))
    return {key for key in (await (await session.connection()).execute(query)).scalars() if key}


async def _repealed_in_part(session: AsyncSession, keys: list[str]) -> Sequence[str]:
    parts = select(RepealRow.work_key).where(col(RepealRow.work_key).in_(keys), RepealRow.scope == "part")
    query = select(TextRow.document).where(col(TextRow.work_key).in_(parts)).distinct()
    return (await session.exec(query)).all()


async def _naming(session: AsyncSession, keys: list[str]) -> list[Document]:
    """Every document that is a version of one of the works, or names one, without its text."""
    citations, repeals = await _citations(session, keys), await _repeals(session, keys)
    decisions = await _decisions(session, keys)
    return [
        replace(
            document,
            paragraphs=tuple(decisions[document.sha256]),
            citations=tuple(citations[document.sha256]),
            repeals=tuple(repeals[document.sha256]),
        )
        for document in await _heads(session, keys)
    ]


async def _heads(session: AsyncSession, keys: list[str]) -> list[Document]:
    naming = union_all(
        select(TextRow.document).where(col(TextRow.work_key).in_(keys)),
        select(CitationRow.document).where(col(CitationRow.work_key).in_(keys)),
        select(RepealRow.document).where(col(RepealRow.work_key).in_(keys)),
        select(DocumentRow.sha256).where(col(DocumentRow.revises_key).in_(keys)),
    )
    names = ("sha256", "file", "symbol", "title", "body", "session", "language", "status", "adopted", "revises")
    columns = [getattr(DocumentRow, name) for name in names]
    query = cast("Any", select)(*columns).where(col(DocumentRow.sha256).in_(naming))
    rows = (await (await session.connection()).execute(query)).mappings()
    return [Document(**row) for row in rows]


async def _citations(session: AsyncSession, keys: list[str]) -> dict[str, list[Citation]]:
    names = ("document", "printed", "symbol", "body", "type", "role", "paragraph")
    columns = [getattr(CitationRow, name) for name in names]
    query = cast("Any", select)(*columns).where(col(CitationRow.work_key).in_(keys)).order_by(col(CitationRow.position))
    found: dict[str, list[Citation]] = defaultdict(list)
    for row in (await (await session.connection()).execute(query)).mappings():
        values = dict(row)
        found[values.pop("document")].append(Citation(**values))
    return found


async def _repeals(session: AsyncSession, keys: list[str]) -> dict[str, list[Repeal]]:
    query = select(RepealRow).where(col(RepealRow.work_key).in_(keys)).order_by(col(RepealRow.position))
    found: dict[str, list[Repeal]] = defaultdict(list)
    for row in (await session.exec(query)).all():
        found[row.document].append(mapping.repeal_from_row(row))
    return found


async def _decisions(session: AsyncSession, keys: list[str]) -> dict[str, list[Paragraph]]:
    """The heads of the decisions in documents that hold some: their numbers make them versions."""
    holding = select(TextRow.document).where(col(TextRow.work_key).in_(keys))
    query = (
        select(ParagraphRow.document, ParagraphRow.id, ParagraphRow.number)
        .where(col(ParagraphRow.document).in_(holding), ParagraphRow.kind == "decision")
        .where(col(ParagraphRow.parent).is_(None))
        .order_by(col(ParagraphRow.position))
    )
    found: dict[str, list[Paragraph]] = defaultdict(list)
    for document, name, number in (await session.exec(query)).all():
        found[document].append(Paragraph(id=name, kind="decision", number=number, text=""))
    return found
