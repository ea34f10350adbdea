"""Factories of documents of the fictional convention, as short as the cases of a table need them."""

from hashlib import sha256
from typing import Any

from antecedent.resolutions.models import Citation, Document, Paragraph, Repeal

MEETINGS = {"1": "2008-05-16", "2": "2012-09-21", "3": "2016-11-04", "4": "2020-10-16", "5": "2024-10-18"}


def make_document(symbol: str, cop: str, /, *paragraphs: Paragraph, draft: bool = False, **more: Any) -> Document:
    """A text of a meeting, adopted on its last day unless it is a draft; its hash is that of its symbol."""
    values: dict[str, Any] = {
        "sha256": sha256(symbol.encode()).hexdigest(),
        "file": symbol.replace("/", "_") + ".pdf",
        "symbol": symbol,
        "body": "LSC",
        "session": cop,
        "language": "en",
        "status": "draft" if draft else "adopted",
        "adopted": None if draft else MEETINGS[cop],
        "paragraphs": paragraphs,
    }
    return Document(**{**values, **more})


def recital(text: str, number: int = 1, **more: Any) -> Paragraph:
    return Paragraph(id=f"p{number}", kind="preambular", text=text, **more)


def operative(number: str, text: str, **more: Any) -> Paragraph:
    return Paragraph(id=f"o{number}", kind="operative", number=number, text=text, **more)


def item(parent: str, number: str, text: str) -> Paragraph:
    return Paragraph(id=f"{parent}{number}", kind="subparagraph", number=number, parent=parent, depth=1, text=text)


def cites(symbol: str, paragraph: str = "p1", **more: Any) -> Citation:
    """A citation whose span is of no account."""
    values: dict[str, Any] = {"type": "resolution", "body": "LSC", "start": 0, "end": 1, **more}
    return Citation(printed=symbol.removeprefix("LSC/"), symbol=symbol, paragraph=paragraph, **values)


def repeals(symbol: str, *labels: str, paragraph: str = "o1", **more: Any) -> Repeal:
    """An adopted repeal, of the whole text unless paragraphs are named."""
    values: dict[str, Any] = {"effect": "adopted", "action": "repeal", "scope": "part" if labels else "whole", **more}
    return Repeal(paragraph=paragraph, symbol=symbol, paragraphs=labels or None, **values)
