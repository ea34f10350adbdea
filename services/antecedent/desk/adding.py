"""Putting what was read into the corpus: received, extracted, parsed or rejected. Twice is as once."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.desk.reading import Reading
from antecedent.resolutions.align import LINKER_VERSION
from antecedent.resolutions.extract import EXTRACTOR_VERSION
from antecedent.resolutions.structure import PARSER_VERSION
from antecedent.store.blobs import Blobs, extraction_name
from antecedent.store.queries import (
    receive_document,
    record_rejected,
    record_stage,
    register_source,
    save_document,
    save_extraction,
)
from antecedent.store.tables import DocumentRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one file."""

    reading: Reading
    new: bool  # its content was not known before


async def add(session: AsyncSession, blobs: Blobs, readings: Iterable[Reading]) -> list[Added]:
    """Writes the files' contents, their places and their fates."""
    return [await _add(session, blobs, reading) for reading in readings]


async def is_current(session: AsyncSession, sha256: str) -> bool:
    """Whether this release would say of a content what is there already."""
    row = await session.get(DocumentRow, sha256)
    if row is None:
        return False
    if row.state == "rejected":
        return row.extractor_version == EXTRACTOR_VERSION
    return row.state == "linked" and row.parser_version == PARSER_VERSION and row.linker_version == LINKER_VERSION


async def place(session: AsyncSession, reading: Reading) -> None:
    """Notes where a known content was seen."""
    await register_source(session, reading.path.resolve().as_uri(), reading.sha256, size=reading.size)


async def _add(session: AsyncSession, blobs: Blobs, reading: Reading) -> Added:
    sha256 = reading.sha256
    new = await receive_document(session, sha256, file=reading.path.name, size=reading.size)
    await place(session, reading)
    if reading.rejected:
        error = reading.rejected
        await record_rejected(session, sha256, code=error.code, reason=error.reason, version=EXTRACTOR_VERSION)
    elif reading.worked:
        await _keep_record(session, blobs, reading)
        await record_stage(session, sha256, "extracted", version=EXTRACTOR_VERSION)
        await save_document(session, reading.worked.document, version=PARSER_VERSION)
        await record_stage(session, sha256, "parsed", version=PARSER_VERSION)
    return Added(reading=reading, new=new)


async def _keep_record(session: AsyncSession, blobs: Blobs, reading: Reading) -> None:
    """The extraction is kept, so that a later parser needs the PDF no more."""
    if reading.worked and reading.worked.record is not None:
        name = extraction_name(reading.sha256, EXTRACTOR_VERSION)
        await blobs.put(name, reading.worked.record)
        await save_extraction(session, reading.sha256, EXTRACTOR_VERSION, name, pages=reading.worked.document.pages)
