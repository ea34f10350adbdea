"""Parsed documents: saving and finding them."""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any, TypeVar, cast

from sqlalchemy import Table as SqlTable
from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Document
from antecedent.store import asking, mapping
from antecedent.store.fates import lock_document
from antecedent.store.keys import symbol_key, work_key
from antecedent.store.stages import is_newer
from antecedent.store.tables import CitationRow, DocumentRow, FootnoteRow, ParagraphRow, RepealRow, TextRow
from antecedent.store.writing import replace_rows, sql_table, update

Part = TypeVar("Part", ParagraphRow, FootnoteRow, CitationRow, RepealRow)

_PARSED = col(DocumentRow.parser_version).is_not(None)


async def save_document(
    session: AsyncSession, document: Document, *, version: str, held: DocumentRow | None = None
) -> bool:
    """Writes a parsed document over what an older or the same parser made of it; False when a newer one stands.

    The document must be received; `held` is its row, where it is locked already. Call `record_stage(…, 'parsed',
    version=…)` in the same transaction, after it.
    """
    row = held or await lock_document(session, document.sha256)
    if is_newer(row.parser_version, version):
        return False
    values = mapping.document_columns(document) | {"file": document.file or row.file, "updated": datetime.now(UTC)}
    await update(session, DocumentRow, document.sha256, values)
    for table, rows in (
        (ParagraphRow, mapping.paragraph_rows(document)),
        (TextRow, mapping.text_rows(document)),
        (FootnoteRow, mapping.footnote_rows(document)),
        (CitationRow, mapping.citation_rows(document)),
        (RepealRow, mapping.repeal_rows(document)),
    ):
        await replace_rows(session, table, document.sha256, rows, first=row.parser_version is None)
    return True


async def load_document(session: AsyncSession, sha256: str) -> Document | None:
    """The parsed document, None when the store has none of this hash."""
    return next(iter(await load_documents(session, [sha256])), None)


async def load_documents(session: AsyncSession, hashes: Iterable[str]) -> list[Document]:
    """Parsed documents in the order of their hashes; unknown ones are left out."""
    wanted = list(dict.fromkeys(hashes))
    rows = {row.sha256: row for row in await asking.rows(session, _heads, hashes=wanted)} if wanted else {}
    paragraphs = await _parts(session, ParagraphRow, list(rows))
    footnotes = await _parts(session, FootnoteRow, list(rows))
    citations = await _parts(session, CitationRow, list(rows))
    repeals = await _parts(session, RepealRow, list(rows))
    return [
        mapping.document_from_rows(
            rows[sha], paragraphs.get(sha, []), footnotes.get(sha, []), citations.get(sha, []), repeals.get(sha, [])
        )
        for sha in wanted
        if sha in rows
    ]


async def parsed_hashes(session: AsyncSession) -> Sequence[str]:
    """Hashes of every parsed document, by date of adoption and hash."""
    query = select(DocumentRow.sha256).where(_PARSED).order_by(col(DocumentRow.adopted), col(DocumentRow.sha256))
    return (await session.exec(query)).all()


async def all_documents(session: AsyncSession, batch: int = 50) -> AsyncIterator[Document]:
    """Every parsed document, by date of adoption and hash, a batch in memory at a time."""
    hashes = await parsed_hashes(session)
    for start in range(0, len(hashes), batch):
        for document in await load_documents(session, hashes[start : start + batch]):
            yield document


async def documents_by_symbol(session: AsyncSession, symbol: str, *, versions: bool = False) -> Sequence[str]:
    """Hashes of the documents of a symbol, however it is spaced or padded; with `versions` all of its work."""
    if versions:
        where = col(DocumentRow.work_key) == work_key(symbol)
    else:
        where = col(DocumentRow.symbol_key) == symbol_key(symbol)
    query = select(DocumentRow.sha256).where(where).order_by(col(DocumentRow.adopted), col(DocumentRow.sha256))
    return (await session.exec(query)).all()


async def documents_like(session: AsyncSession, name: str) -> Sequence[str]:
    """Hashes that a person may mean by a hash, the beginning of one (6 or more characters), a symbol or its tail."""
    if len(name) >= 6 and all(character in "0123456789abcdef" for character in name):
        query = select(DocumentRow.sha256).where(col(DocumentRow.sha256).startswith(name))
        if found := (await session.exec(query)).all():
            return found
    if found := await documents_by_symbol(session, name):
        return found
    key = symbol_key(name).replace("%", "").replace("_", "")
    tail = select(DocumentRow.sha256).where(col(DocumentRow.symbol_key).like(f"%{key}"))
    return (await session.exec(tail)).all() if key else []


async def documents_named(session: AsyncSession, name: str) -> Sequence[str]:
    """Hashes of the parsed documents of a hash, file or symbol; else of the beginning of a hash; else of a tail."""
    exact = [
        col(DocumentRow.sha256) == name, col(DocumentRow.symbol_key) == symbol_key(name), col(DocumentRow.file) == name
    ]  # fmt: skip
    begins = [col(DocumentRow.sha256).startswith(name.casefold(), autoescape=True)] if len(name) >= 6 else []
    key = col(DocumentRow.work_key)
    tails = [key == work_key(name), *(key.endswith(f"{mark}{work_key(name)}", autoescape=True) for mark in "/ ")]
    for ways in (exact, begins, tails):
        query = select(DocumentRow.sha256).where(or_(*ways), _PARSED).order_by(col(DocumentRow.sha256))
        if ways and (found := (await session.exec(query)).all()):
            return found
    return []


async def _parts(session: AsyncSession, table: type[Part], hashes: list[str]) -> dict[str, list[Part]]:
    """Rows by document; plain rows, as objects that are watched for changes take twice as long to read."""
    found: dict[str, list[Part]] = {}
    for row in await asking.rows(session, partial(_rows_of, sql_table(table)), hashes=hashes) if hashes else ():
        found.setdefault(row.document, []).append(row)
    return found


@cache
def _heads(dialect: str) -> Any:
    columns = sql_table(DocumentRow).c
    return cast("Any", select)(*columns).where(asking.among(DocumentRow.sha256, "hashes", dialect), _PARSED)


@cache
def _rows_of(table: SqlTable, dialect: str) -> Any:
    columns = table.c
    query = cast("Any", select)(*columns).where(asking.among(columns.document, "hashes", dialect))
    return query.order_by(columns.document, columns.position)
