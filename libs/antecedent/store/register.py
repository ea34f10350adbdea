"""The register out of the store: documents and links it is computed from, imported lists, findings marked as seen."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Link
from antecedent.resolutions.register import Known, Register, build
from antecedent.store import mapping
from antecedent.store.assessments import mark_due
from antecedent.store.documents import all_documents
from antecedent.store.keys import symbol_key, work_key
from antecedent.store.tables import KnownTextRow, LinkRow, SeenFindingRow, TraceRow
from antecedent.store.touching import naming
from antecedent.store.writing import sql_table, upsert

AT_ONCE = 500  # works asked for in one query


async def load_register(session: AsyncSession) -> Register:
    """The register of every parsed document and of the imported list."""
    documents = [document async for document in all_documents(session)]
    return build(documents, await load_known(session))


async def load_comparisons(session: AsyncSession, of: Sequence[str] | None = None) -> dict[str, Comparison]:
    """The links of every traced document, or of those given, by its sha256."""
    links: dict[str, list[Link]] = defaultdict(list)
    columns = sql_table(LinkRow).c
    rows = cast("Any", select)(*columns).order_by(columns.document, columns.position)
    traces = select(TraceRow.document, TraceRow.base)
    if of is not None:
        rows, traces = rows.where(columns.document.in_(of)), traces.where(col(TraceRow.document).in_(of))
    for row in (await (await session.connection()).execute(rows)).all():
        links[row.document].append(mapping.link_from_row(cast("LinkRow", row)))
    bases = (await session.exec(traces)).all()
    return {document: Comparison(base=base, links=tuple(links[document])) for document, base in bases}


async def save_known(session: AsyncSession, texts: Iterable[Known], *, origin: str) -> None:
    """Writes an imported list; texts that an earlier list named are replaced by what this one says.

    Documents that name one of the texts are due for assessment: what they say of it may be right or wrong now.
    """
    texts = tuple(texts)
    rows = {
        symbol_key(text.symbol): {
            "symbol_key": symbol_key(text.symbol),
            "symbol": text.symbol,
            "title": text.title,
            "adopted": text.date,
            "status": text.status,
            "origin": origin,
        }
        for text in texts
    }
    await upsert(session, KnownTextRow, list(rows.values()))
    works = sorted({work_key(text.symbol) for text in texts})
    for at in range(0, len(works), AT_ONCE):
        await mark_due(session, await naming(session, set(works[at : at + AT_ONCE])), datetime.now(UTC))


async def load_known(session: AsyncSession) -> tuple[Known, ...]:
    """The imported texts by symbol."""
    rows = (await session.exec(select(KnownTextRow).order_by(col(KnownTextRow.symbol_key)))).all()
    return tuple(Known(symbol=row.symbol, title=row.title, date=row.adopted, status=row.status) for row in rows)


async def mark_seen(session: AsyncSession, keys: Iterable[str]) -> None:
    """Marks findings as seen; marking one again changes only the time."""
    now = datetime.now(UTC)
    await upsert(session, SeenFindingRow, [{"key": key, "at": now} for key in dict.fromkeys(keys)])


async def mark_unseen(session: AsyncSession, keys: Iterable[str]) -> None:
    """Takes the marks back."""
    statement = delete(SeenFindingRow).where(col(SeenFindingRow.key).in_(list(keys)))
    await (await session.connection()).execute(statement)


async def seen_keys(session: AsyncSession) -> frozenset[str]:
    """Keys of the findings marked as seen."""
    return frozenset((await session.exec(select(SeenFindingRow.key))).all())
