"""The whole way of one PDF in one process: extract → structure → cite → repeals."""

from hashlib import sha256

from antecedent.resolutions.citations import cite
from antecedent.resolutions.extract import extract
from antecedent.resolutions.models import Document, Extraction
from antecedent.resolutions.repeals import find_repeals
from antecedent.resolutions.structure import structure


def parse(data: bytes, file: str = "") -> Document:
    """Reads a PDF; raises Rejected with a code and the way out when it cannot be read."""
    return understand(extract(data), sha256=sha256(data).hexdigest(), file=file)


def understand(extraction: Extraction, *, sha256: str, file: str = "") -> Document:
    """Everything after extraction, so that a kept extraction is understood anew without its PDF."""
    return find_repeals(cite(structure(extraction, sha256=sha256, file=file)))
