"""What somebody states about a document wins over what is read from it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from antecedent.resolutions.models import Document

FIELDS = {
    "symbol": "symbol",
    "title": "title",
    "body": "body",
    "status": "status",
    "date": "adopted",
    "language": "language",
    "session": "session",
}


def state_over(document: Document, stated: Mapping[str, Any] | None) -> Document:
    """`stated` names symbol, title, body, status, date (ISO), language, session; other names are left alone."""
    given: dict[str, Any] = {FIELDS[name]: value for name, value in (stated or {}).items() if name in FIELDS and value}
    if given.get("status") not in (None, "draft", "adopted"):
        del given["status"]
    return replace(document, **given) if given else document
