"""What a person types → the one document that is meant."""

from collections.abc import Iterable

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.problems import NotFound
from antecedent.resolutions.models import Document
from antecedent.store.queries import documents_like, load_documents


async def find_one(session: AsyncSession, name: str) -> str:
    """The hash of the document of a hash, the beginning of one, or a symbol; raises NotFound with the candidates."""
    found = list(await documents_like(session, name))
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"The corpus has no document {name}. `antecedent list` shows what there is.")
    raise several(name, await load_documents(session, found))


def several(name: str, documents: Iterable[Document]) -> NotFound:
    """The error that shows the candidates."""
    lines = [f"  {document.sha256[:12]}  {_called(document)}" for document in documents]
    return NotFound(f"{name} may mean several documents; name one by its hash:\n" + "\n".join(lines))


def _called(document: Document) -> str:
    return " · ".join(part for part in (document.symbol, document.title, document.language, document.file) if part)
