"""Parsed documents kept at hand: most are asked for many times, as draft, as prior, and when others come."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Document
from antecedent.store import queries

MOST = 20_000  # paragraphs: some 60 MB


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it was parsed at a moment."""

    at: datetime
    document: Document


@dataclass(kw_only=True)
class Shelf:
    """Gives what the database holds now; what was parsed anew is read anew, what was not asked for longest goes."""

    most: int = MOST
    held: OrderedDict[str, Kept] = field(default_factory=OrderedDict[str, Kept])
    paragraphs: int = 0  # of all that is held

    async def take(self, session: AsyncSession, hashes: Sequence[str]) -> list[Kept]:
        """In the order of their hashes; unknown ones are left out."""
        at = await queries.parsed_at(session, hashes)  # before the documents: what changes meanwhile shows later
        found = {sha: self.held[sha] for sha, moment in at.items() if sha in self.held and self.held[sha].at == moment}
        if missing := at.keys() - found.keys():
            read = await queries.load_documents(session, missing)
            found |= {document.sha256: Kept(at[document.sha256], document) for document in read}
        for sha, kept in found.items():
            self._put(sha, kept)
        return [found[sha] for sha in dict.fromkeys(hashes) if sha in found]

    def _put(self, sha256: str, kept: Kept) -> None:
        old = self.held.pop(sha256, None)
        self.held[sha256] = kept
        self.paragraphs += len(kept.document.paragraphs) - (len(old.document.paragraphs) if old else 0)
        while self.paragraphs > self.most and len(self.held) > 1:
            self.paragraphs -= len(self.held.popitem(last=False)[1].document.paragraphs)
