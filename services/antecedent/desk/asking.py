"""Questions to the register of the corpus: what a person's words name in it."""

from collections.abc import Iterable
from dataclasses import dataclass

import click
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.corpus import in_corpus
from antecedent.desk.problems import NotFound
from antecedent.resolutions.findings import Comparison
from antecedent.resolutions.models import Document
from antecedent.resolutions.register import Register, Work, find_works, name_of
from antecedent.store.register import load_comparisons, load_register, seen_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The register, the links of every traced document, and the findings marked as seen."""

    register: Register
    comparisons: dict[str, Comparison]
    seen: frozenset[str]


def held() -> Held:
    """All that the corpus knows, computed anew."""
    return in_corpus(_load)


async def _load(session: AsyncSession) -> Held:
    return Held(
        register=await load_register(session),
        comparisons=await load_comparisons(session),
        seen=await seen_keys(session),
    )


def work_named(register: Register, name: str) -> Work:
    """The one work of this name; says which there are when several bodies have one."""
    found = list(find_works(register, name))
    if not found:
        raise NotFound(f"The corpus knows no text {name}. `antecedent list` shows its documents.")
    if len(found) > 1:
        several = "\n".join(f"  {work.symbol}" for work in found)
        raise click.UsageError(f"{name} may be any of these; write the whole symbol:\n{several}")
    return found[0]


def symbol_named(register: Register, name: str) -> str:
    """The symbol of the version that a person names, as the register spells it."""
    work, revision = work_named(register, name), name_of(name).revision
    spelt = next((version.symbol for version in work.versions if version.revision == revision), None)
    return spelt or (name if revision else work.symbol)


def documents_named(register: Register, names: Iterable[str]) -> list[Document]:
    """The documents with these hashes (or beginnings of one), files or symbols; all of them where none is named."""
    listed = list(names)
    if not listed:
        return list(register.documents.values())
    return [document for name in listed for document in _named(register, name)]


def document_named(register: Register, name: str) -> Document:
    """The one document of this name; a draft before an adopted text, the newest before older ones."""
    found = _named(register, name)
    return max(found, key=lambda document: (document.status == "draft", document.adopted or ""))


def _named(register: Register, name: str) -> list[Document]:
    documents = register.documents.values()
    exact = [one for one in documents if name in (one.sha256, one.file) or _is_symbol(one, name)]
    short = [one for one in documents if len(name) >= 6 and one.sha256.startswith(name.casefold())]
    tails = [one for one in documents if one.symbol and _is_tail(name_of(one.symbol).work, name_of(name).work)]
    found = exact or short or tails
    if not found:
        raise NotFound(f"The corpus has no document {name}. `antecedent list` shows what it has.")
    return found


def _is_symbol(document: Document, name: str) -> bool:
    return document.symbol is not None and name_of(document.symbol) == name_of(name)


def _is_tail(symbol: str, name: str) -> bool:
    return symbol == name or symbol.endswith((f"/{name}", f" {name}"))
