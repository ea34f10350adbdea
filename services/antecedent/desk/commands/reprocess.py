"""`antecedent reprocess`: documents once more through the parser and linker of this release, and what that changed."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from antecedent.desk.corpus import Corpus
    from antecedent.resolutions.models import Document, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What one document became."""

    sha256: str
    symbol: str | None
    paragraphs: tuple[int, int]  # before, after
    texts: int  # paragraphs whose text, kind or number is not what it was
    citations: tuple[int, int]
    relations: dict[str, int]  # relation → after minus before, where they differ
    problem: str | None = None

    @property
    def any(self) -> bool:
        return bool(self.texts or self.relations or self.problem or self.citations[0] != self.citations[1])

    def json(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__}


@click.command()
@click.argument("document", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="The whole corpus.")
@click.option("--dry-run", is_flag=True, help="Only report what would change; write nothing.")
@options.as_json
def command(document: tuple[str, ...], everything: bool, dry_run: bool, as_json: bool) -> None:
    """Parse and link documents anew from their kept lines, and report what changed."""
    from antecedent.desk.corpus import open_corpus

    if not document and not everything:
        raise click.UsageError("Name documents by hash or symbol, or say --all.")
    with open_corpus() as corpus:
        hashes = corpus.do(lambda session: _hashes(session, document))
        changes = [_reprocess(corpus, sha256, dry_run) for sha256 in hashes]
    if as_json:
        click.echo(dump([change.json() for change in changes]))
        return
    for change in (one for one in changes if one.any):
        click.echo(_line(change))
    click.echo(f"{len(changes)} reprocessed, {sum(change.any for change in changes)} changed")


async def _hashes(session: "AsyncSession", names: tuple[str, ...]) -> list[str]:
    from antecedent.desk.problems import NotFound
    from antecedent.store.queries import documents_like, list_register

    if not names:
        return sorted(row.sha256 for row in await list_register(session))
    found = [(name, await documents_like(session, name)) for name in names]
    if missing := [name for name, hashes in found if not hashes]:
        raise NotFound(f"The corpus has no {', '.join(missing)}. `antecedent list` shows its documents.")
    return list(dict.fromkeys(sha for _, hashes in found for sha in hashes))


def _reprocess(corpus: "Corpus", sha256: str, dry_run: bool) -> Change:
    from antecedent.resolutions.errors import Rejected

    try:
        return corpus.do(lambda session: _anew(session, corpus, sha256, dry_run))
    except (KeyError, ValueError, Rejected) as error:
        return Change(
            sha256=sha256, symbol=None, paragraphs=(0, 0), texts=0, citations=(0, 0), relations={}, problem=str(error)
        )


async def _anew(session: "AsyncSession", corpus: "Corpus", sha256: str, dry_run: bool) -> Change:
    """Reads kept lines, parses and links; what stays unwritten with `dry_run` is rolled back by a savepoint."""
    from antecedent.desk.linking import link
    from antecedent.resolutions.structure import PARSER_VERSION
    from antecedent.store.queries import load_document, load_links, record_stage, save_document

    before, old = await load_document(session, sha256), await load_links(session, sha256)
    document = await _parsed(session, corpus, sha256)
    trial = await session.begin_nested()
    if await save_document(session, document, version=PARSER_VERSION):
        await record_stage(session, sha256, "parsed", version=PARSER_VERSION)
    await link(session, sha256)
    new = await load_links(session, sha256)
    await (trial.rollback() if dry_run else trial.commit())
    return compare(before, document, old, new)


async def _parsed(session: "AsyncSession", corpus: "Corpus", sha256: str) -> "Document":
    from antecedent.resolutions.pipeline import understand
    from antecedent.resolutions.recording import load_extraction
    from antecedent.resolutions.stating import state_over
    from antecedent.store.queries import document_state, load_extraction_blob

    row, kept = await document_state(session, sha256), await load_extraction_blob(session, sha256)
    if row is None or kept is None:
        raise KeyError(f"no lines are kept of {sha256[:12]}: it was rejected, or not extracted yet")
    extraction = load_extraction(await corpus.blobs.get(kept.blob))
    return state_over(understand(extraction, sha256=sha256, file=row.file), row.stated)


def compare(before: "Document | None", after: "Document", old: "tuple[Link, ...]", new: "tuple[Link, ...]") -> Change:
    """What a person wants to know before and after an update."""
    was = [(p.kind, p.number, p.text) for p in before.paragraphs] if before else []
    now = [(p.kind, p.number, p.text) for p in after.paragraphs]
    links = Counter(link.relation for link in new)
    links.subtract(link.relation for link in old)
    return Change(
        sha256=after.sha256,
        symbol=after.symbol,
        paragraphs=(len(was), len(now)),
        texts=sum((Counter(now) - Counter(was)).values()) + sum((Counter(was) - Counter(now)).values()),
        citations=(len(before.citations) if before else 0, len(after.citations)),
        relations={relation: number for relation, number in sorted(links.items()) if number},
    )


def _line(change: Change) -> str:
    if change.problem:
        return f"{change.sha256[:12]}  {change.problem}"
    relations = ", ".join(f"{relation} {number:+d}" for relation, number in change.relations.items())
    counts = f"paragraphs {change.paragraphs[0]} → {change.paragraphs[1]} ({change.texts} differ)"
    citations = f"citations {change.citations[0]} → {change.citations[1]}"
    return "  ".join(filter(None, (change.sha256[:12], change.symbol, counts, citations, relations)))
