"""Every query that the services make has its index: Postgres says so for a store of some size."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Citation, Document, Footnote, Link, Paragraph, Repeal
from antecedent.store import queries, states, works
from antecedent.store.assessments import mark_due, save_told, take_due
from antecedent.store.engine import create_engine, sessions
from antecedent.store.search import ParagraphIndex
from antecedent.store.touching import rivals_of, touched_by
from antecedent.store.upkeep import catch_up, mark_of
from deploy.local.postgres import Postgres
from tests.servers import copy_database

pytestmark = pytest.mark.servers

SHA, WORK = "a" * 64, "lsc/resolution 9.1"
NOTE = Footnote(marker="1", text="See the survey.")
PARAGRAPH = Paragraph(id="o1", kind="operative", text="Requests the Parties to keep lamps lit;", footnotes=(NOTE,))
DOCUMENT = Document(
    sha256=SHA,
    symbol="LSC/Resolution 9.1 (Rev.COP12)",
    title="LAMPS",
    revises="LSC/Resolution 9.1",
    status="adopted",
    paragraphs=(PARAGRAPH,),
    citations=(
        Citation(printed="Resolution 1.1", symbol="LSC/Resolution 1.1", body="LSC", type="resolution", paragraph="o1"),
    ),
    repeals=(Repeal(paragraph="o1", symbol="LSC/Resolution 2.2", scope="whole", effect="proposed", action="repeal"),),
)
LINK = Link(draft=("o1",), prior=(), document=None, relation="new")
MANY = 3000
READ_WHOLE = {"known_texts"}  # a list that somebody keeps by hand
FILL = """
INSERT INTO {table} SELECT (jsonb_populate_record(NULL::{table}, to_jsonb(t) || jsonb_build_object({changes}))).*
FROM {table} t, generate_series(1, {many}) AS n
"""
OTHER = "encode(sha256(n::text::bytea), 'hex')"
CHANGES = {
    "documents": f"'sha256', {OTHER}, 'state', 'linked', 'symbol_key', 'k' || n, 'work_key', 'w' || n,"
    " 'title_key', 't' || n, 'revises_key', 'r' || n, 'updated', now() - make_interval(secs => n)",
    "sources": f"'sha256', {OTHER}, 'url', 's3://other/' || n",
    "stages": f"'sha256', {OTHER}, 'at', now() - make_interval(hours => n)",
    "extractions": f"'sha256', {OTHER}",
    "paragraphs": f"'document', {OTHER}",
    "footnotes": f"'document', {OTHER}",
    "texts": f"'document', {OTHER}, 'work_key', 'w' || n",
    "citations": f"'document', {OTHER}, 'symbol_key', 'c' || n, 'work_key', 'w' || n",
    "repeals": f"'document', {OTHER}, 'symbol_key', 'x' || n, 'work_key', 'w' || n",
    "traces": f"'document', {OTHER}",
    "links": f"'document', {OTHER}, 'prior_document', {OTHER}",
    "assessments": f"'document', {OTHER}, 'due', CASE WHEN n > 2990 THEN now() - make_interval(secs => n) END",
}
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def an_index() -> ParagraphIndex:
    """As it is while the linker runs: in step until a moment ago."""
    index = ParagraphIndex()
    index.put([("b" * 64, mark_of(datetime.now(UTC)), [])])
    return index


Query = Callable[[AsyncSession], Awaitable[Any]]
QUERIES: dict[str, Query] = {
    "ingest: a document's state": lambda s: queries.document_state(s, SHA),
    "ingest: receive": lambda s: queries.receive_document(s, SHA),
    "ingest: register a place": lambda s: queries.register_source(s, "s3://drafts/a.pdf", SHA),
    "ingest: note a deletion": lambda s: queries.source_deleted(s, "s3://drafts/a.pdf"),
    "ingest: what a place held": lambda s: queries.sources_under(s, "s3://drafts/"),
    "ingest: keep lines": lambda s: queries.save_extraction(s, SHA, "1", "blob"),
    "ingest: note a stage": lambda s: queries.record_stage(s, SHA, "extracted", version="1"),
    "ingest: note a rejection": lambda s: queries.record_rejected(s, SHA, code="damaged", reason="Fetch it again."),
    "sweep: what is stuck": lambda s: queries.stuck_documents(s, NOW),
    "sweep: the oldest that waits": states.oldest_waiting,
    "sweep: a place of a document": lambda s: states.a_source(s, SHA),
    "parser: the kept lines": lambda s: queries.load_extraction_blob(s, SHA, "1"),
    "parser: save": lambda s: queries.save_document(s, DOCUMENT, version="1"),
    "linker: load": lambda s: queries.load_document(s, SHA),
    "linker: priors": lambda s: queries.priors_for(s, DOCUMENT),
    "linker: who waits for it": lambda s: queries.drafts_waiting_for(s, DOCUMENT),
    "linker: who is built on it": lambda s: states.built_on(s, SHA),
    "linker: save links": lambda s: queries.save_links(s, SHA, (LINK,), version="1"),
    "linker: when it was parsed": lambda s: queries.parsed_at(s, [SHA]),
    "linker: what was linked meanwhile": lambda s: queries.linked_since(s, datetime.now(UTC)),
    "linker: when it was linked": lambda s: queries.traced_at(s, SHA),
    "linker: what the search index lacks": lambda s: catch_up(s, an_index()),
    "linker: whose findings it touches": lambda s: touched_by(s, SHA),
    "linker: drafts that compete with it": lambda s: rivals_of(s, SHA),
    "linker: mark findings as due": lambda s: mark_due(s, [SHA], NOW),
    "linker: findings that are due": lambda s: take_due(s, NOW, NOW),
    "linker: keep what was told": lambda s: save_told(s, {SHA: []}, NOW, NOW),
    "web: a document's links": lambda s: queries.load_trace(s, SHA),
    "web: what touches a work": lambda s: works.register_around(s, [WORK]),
    "web: what a document names": lambda s: works.works_in(s, [SHA]),
    "web: works of a name": lambda s: works.works_like(s, "LSC/Resolution 9.1"),
    "web: another of the series": lambda s: works.a_sibling(s, WORK),
    "web: drafts of a work": lambda s: works.drafts_of(s, [WORK]),
    "web: by symbol": lambda s: queries.documents_by_symbol(s, "LSC/Resolution 9.1"),
}


@pytest.fixture(scope="module")
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    made = create_engine(copy_database(postgres, "plans"))
    async with sessions(made).begin() as session:
        await queries.receive_document(session, SHA)
        await queries.register_source(session, "s3://drafts/a.pdf", SHA)
        await queries.save_extraction(session, SHA, "1", "blob")
        await queries.record_stage(session, SHA, "extracted", version="1")
        await queries.save_document(session, DOCUMENT, version="1")
        await queries.record_stage(session, SHA, "parsed", version="1")
        await queries.save_links(session, SHA, (LINK,), version="1")
        await mark_due(session, [SHA], NOW)
    async with made.begin() as connection:
        for table in CHANGES:
            await connection.execute(text(FILL.format(table=table, changes=CHANGES[table], many=MANY)))
    async with made.connect() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("ANALYZE"))
    yield made
    await made.dispose()


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
async def test_no_query_reads_a_whole_table(engine: AsyncEngine, query: Query) -> None:
    said: list[tuple[str, Any]] = []

    def note(_c: object, _u: object, statement: str, parameters: Any, _x: object, many: bool) -> None:
        said.append((statement, parameters[0] if many else parameters))

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    try:
        async with sessions(engine)() as session:
            await query(session)
            await session.rollback()
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", note)
    assert said
    async with engine.connect() as connection:
        for statement, parameters in said:
            answer = await connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
            plan = answer.scalar_one()
            scans = set(whole_tables(json.loads(plan) if isinstance(plan, str) else plan)) - READ_WHOLE
            assert not scans, f"{scans} in {statement}"
            await connection.rollback()


def whole_tables(plan: Any) -> Any:
    """Names of the tables that a plan reads from end to end."""
    if isinstance(plan, list):
        for part in plan:
            yield from whole_tables(part)
    elif isinstance(plan, dict):
        if plan.get("Node Type") == "Seq Scan":
            yield plan["Relation Name"]
        for part in plan.values():
            yield from whole_tables(part)
