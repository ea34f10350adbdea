"""What can be wrong with a file, as codes that never change and sentences that tell what to do."""

from typing import Literal

Code = Literal[
    "encrypted",
    "damaged",
    "empty",
    "not-a-pdf",
    "too-large",
    "too-many-pages",
    "timeout",
    "memory",
    "no-text",
    "failed",
]


class Rejected(Exception):
    """A file that cannot be read. Permanent: trying again gives the same."""

    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.code: Code = code
        self.reason = reason
