"""What a person types → the one document that is meant."""

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.problems import NotFound
from antecedent.store.queries import documents_like, load_documents


async def find_one(session: AsyncSession, name: str) -> str:
    """The hash of the document of a hash, the beginning of one, or a symbol; raises NotFound with the candidates."""
    found = list(await documents_like(session, name))
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"The corpus has no document {name}. `antecedent list` shows what there is.")
    documents = {document.sha256: document for document in await load_documents(session, found)}
    lines = [f"  {sha[:12]}  {_called(documents.get(sha))}" for sha in found]
    raise NotFound(f"{name} may mean several documents; name one by its hash:\n" + "\n".join(lines))


def _called(document: object) -> str:
    from antecedent.resolutions.models import Document

    if not isinstance(document, Document):
        return ""
    return " · ".join(part for part in (document.symbol, document.title, document.language, document.file) if part)
