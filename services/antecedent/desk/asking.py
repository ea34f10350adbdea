"""Questions to the register of the corpus: what a person's words name in it, read with what touches it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import click
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.corpus import in_corpus
from antecedent.desk.naming import several
from antecedent.desk.problems import NotFound
from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Register, Work, find_works, name_of
from antecedent.store.around import around
from antecedent.store.documents import documents_named, load_documents
from antecedent.store.register import load_comparisons, load_register, seen_keys
from antecedent.store.works import register_around, texts_of, works_like


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A register, the links of traced documents, the findings marked as seen, and the documents that were named."""

    register: Register
    comparisons: Mapping[str, Comparison]
    seen: frozenset[str]
    named: Sequence[Document] = ()


def held() -> Held:
    """All that the corpus knows, computed anew."""
    return in_corpus(_load)


def held_text(name: str) -> Register:
    """The register around the works that may bear this name, with their texts."""

    async def load(session: AsyncSession) -> Register:
        works = await works_like(session, name)
        return await register_around(session, works, await texts_of(session, works))

    return in_corpus(load)


def held_documents(names: Iterable[str], *, family: bool = False) -> Held:
    """What the corpus knows around the documents with these hashes (or beginnings of one), files or symbols."""

    async def load(session: AsyncSession) -> Held:
        hashes = [sha for name in names for sha in await _named(session, name)]
        documents = await load_documents(session, hashes)
        found = await around(session, documents, family=family)
        seen = await seen_keys(session)
        return Held(register=found.register, comparisons=found.comparisons, seen=seen, named=documents)

    return in_corpus(load)


def chosen(documents: Sequence[Document]) -> Document:
    """The one that is meant where a name fits several: a draft before an adopted text, the newest before older ones.

    Raises NotFound with the candidates where that leaves several.
    """
    ranks = [(document.status == "draft", document.adopted or "") for document in documents]
    likely = [document for document, rank in zip(documents, ranks, strict=True) if rank == max(ranks)]
    if len(likely) > 1:
        raise several(likely[0].symbol or likely[0].sha256, likely)
    return likely[0]


def work_named(register: Register, name: str) -> Work:
    """The one work of this name; says which there are when several bodies have one."""
    found = list(find_works(register, name))
    if not found:
        raise NotFound(f"The corpus knows no text {name}. `antecedent list` shows its documents.")
    if len(found) > 1:
        works = "\n".join(f"  {work.symbol}" for work in found)
        raise click.UsageError(f"{name} may be any of these; write the whole symbol:\n{works}")
    return found[0]


def symbol_named(register: Register, name: str) -> str:
    """The symbol of the version that a person names, as the register spells it."""
    work, revision = work_named(register, name), name_of(name).revision
    spelt = next((version.symbol for version in work.versions if version.revision == revision), None)
    return spelt or (name if revision else work.symbol)


async def _load(session: AsyncSession) -> Held:
    register = await load_register(session)
    return Held(
        register=register,
        comparisons=await load_comparisons(session),
        seen=await seen_keys(session),
        named=tuple(register.documents.values()),
    )


async def _named(session: AsyncSession, name: str) -> Sequence[str]:
    found = await documents_named(session, name)
    if not found:
        raise NotFound(f"The corpus has no document {name}. `antecedent list` shows what it has.")
    return found
