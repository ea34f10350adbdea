"""The whole way of one PDF in one process: extract → structure → cite → repeals."""

from hashlib import sha256

from antecedent.resolutions.citations import cite
from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import extract
from antecedent.resolutions.models import Document, Extraction
from antecedent.resolutions.repeals import find_repeals
from antecedent.resolutions.structure import structure


def parse(data: bytes, file: str = "") -> Document:
    """Reads a PDF, or Akoma Ntoso; raises Rejected with a code and the way out when it cannot be read."""
    if is_akn(data):
        return parse_akn(data, file)
    return understand(extract(data), sha256=sha256(data).hexdigest(), file=file)


def is_akn(data: bytes) -> bool:
    """Whether the bytes say that they are Akoma Ntoso, whatever namespace or prologue they have."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"akomaNtoso" in data[:4096]


def parse_akn(data: bytes, file: str = "") -> Document:
    """Reads a resolution in Akoma Ntoso; raises Rejected when it is not well made."""
    from antecedent.resolutions.akn import NotAkomaNtoso, from_akn  # a fifth of the start, which no PDF asks for

    try:
        return find_repeals(cite(from_akn(data, file=file)))
    except NotAkomaNtoso as error:
        raise Rejected("damaged", f"This is no Akoma Ntoso: {error}. Check the file against the schema.") from error


def understand(extraction: Extraction, *, sha256: str, file: str = "") -> Document:
    """Everything after extraction, so that a kept extraction is understood anew without its PDF."""
    return find_repeals(cite(structure(extraction, sha256=sha256, file=file)))
