"""What a worker process does with one file: everything that a bad file could spoil happens there."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from antecedent.resolutions.extract import EXTRACTOR_VERSION, extract
from antecedent.resolutions.models import Document
from antecedent.resolutions.pipeline import is_akn, parse_akn, understand
from antecedent.resolutions.recording import dump_extraction
from antecedent.runtime.ocr import find_reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A document with the record of its extraction, where that was asked for."""

    document: Document
    record: bytes | None = None
    extractor: str = EXTRACTOR_VERSION


def work(path: str, *, keep: bool = False, ocr: bool = True) -> Worked:
    """Reads a PDF or Akoma Ntoso to the end of the way, pictures by tesseract where it is there. Raises Rejected."""
    data = Path(path).read_bytes()
    if is_akn(data):
        return Worked(document=parse_akn(data, Path(path).name))
    extraction = extract(data, ocr=find_reader() if ocr else None)
    document = understand(extraction, sha256=sha256(data).hexdigest(), file=Path(path).name)
    return Worked(document=document, record=dump_extraction(extraction) if keep else None)
