"""What a file may cost before it is rejected."""

from dataclasses import dataclass

from antecedent.resolutions.errors import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one file. Seconds and memory are kept by the sandbox, bytes and pages by `extract` itself."""

    bytes: int = 200_000_000
    pages: int = 3_000
    seconds: float = 120.0
    memory: int = 1_500_000_000  # bytes of resident memory of the process that reads

    def check_bytes(self, size: int) -> None:
        """Raises Rejected('too-large')."""
        if size > self.bytes:
            raise Rejected(
                "too-large",
                f"The file has {size:,} bytes, {self.bytes:,} are allowed. Split it or raise the limit of bytes.",
            )

    def check_pages(self, pages: int) -> None:
        """Raises Rejected('too-many-pages')."""
        if pages > self.pages:
            raise Rejected(
                "too-many-pages",
                f"The file has {pages:,} pages, {self.pages:,} are allowed. Split it or raise the limit of pages.",
            )


DEFAULT = Limits()
TAIL = 2048


def is_whole(data: bytes) -> bool:
    """Whether the mark of a PDF's end stands near its end (the last `TAIL` bytes); some programs write behind it."""
    return b"%%EOF" in data[-TAIL:]


def check_kind(data: bytes) -> None:
    """Raises Rejected('empty' | 'not-a-pdf'). Some programs write a few bytes before the header."""
    if not data.strip(b"\0 \t\r\n"):
        raise Rejected("empty", "The file is empty. It may still have been on its way: send it again.")
    if b"%PDF-" not in data[:4096]:
        raise Rejected("not-a-pdf", "The file is no PDF. Save the document as PDF and send that.")
