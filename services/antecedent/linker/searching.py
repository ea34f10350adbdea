"""The replica's own copy of the search index: written here, asked in processes beside, which may be killed."""

import asyncio
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from tempfile import mkdtemp

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.align.seeing import Sighting
from antecedent.resolutions.errors import Rejected
from antecedent.runtime.computing import warm
from antecedent.runtime.delivery import Transient
from antecedent.runtime.sandbox import Sandbox
from antecedent.store.search import ParagraphIndex
from antecedent.store.upkeep import catch_up, mark_of


@dataclass(kw_only=True)
class Search:
    """What the linker asks: to know certain documents, then for paragraphs like its own."""

    sandbox: Sandbox[list[list[Sighting]]]
    kept: Path | None = None  # where it stays; without, in a folder that goes with the replica
    catching_up: asyncio.Lock = field(default_factory=asyncio.Lock)

    @cached_property
    def folder(self) -> Path:
        return self.kept or Path(mkdtemp(prefix="antecedent-index-"))

    @cached_property
    def index(self) -> ParagraphIndex:
        """Opened at its first use: whoever only describes the service opens nothing."""
        return ParagraphIndex(self.folder)

    async def warm(self) -> None:
        await warm(self.sandbox, self.folder, self.index.commits, (), "")

    async def know(self, session: AsyncSession, stamps: Mapping[str, datetime]) -> Mapping[str, str]:
        """Catches up with the database unless these documents are in it as they were parsed then; gives all marks."""
        async with self.catching_up:
            if not knows(self.index.marks, stamps):
                await catch_up(session, self.index)
            return self.index.marks

    async def look_up(self, texts: Sequence[str], without: str) -> Sequence[list[Sighting]]:
        """Raises Transient when the process was killed: another one is started for the next look."""
        try:
            return await self.sandbox.run_async(self.folder, self.index.commits, texts, without)
        except Rejected as error:
            raise Transient(f"the search index gave no answer ({error.code})") from error

    def close(self) -> None:
        self.sandbox.close()
        if self.kept is None and "folder" in self.__dict__:
            shutil.rmtree(self.folder)


def knows(marks: Mapping[str, str], stamps: Mapping[str, datetime]) -> bool:
    """Whether the documents are in the index as they were parsed then."""
    return all(marks.get(sha) == mark_of(at) for sha, at in stamps.items())
