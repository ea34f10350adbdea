"""Mentions outside the paragraphs: in the masthead, and in tables."""

import re
from collections.abc import Iterable
from itertools import groupby

from antecedent.resolutions.models import Document


def masthead_texts(document: Document) -> Iterable[tuple[int, str]]:
    """(page, text) of the masthead's runs of lines, joined: a symbol may stand over a line end."""
    for page, lines in groupby(document.masthead, key=lambda line: line[0]):
        yield page, " ".join(text for _, text in lines)


def joint_symbols(document: Document) -> tuple[str, ...]:
    """The other symbols of a document that has several: 'A/79/917–S/2025/332'."""
    if not document.symbol:
        return ()
    joint = re.compile(rf"(?<![\w/]){re.escape(document.symbol)}[-–]([A-Z][\w./-]*\d)")
    return tuple(dict.fromkeys(match[1] for _, text in document.masthead for match in joint.finditer(text)))


def cell_texts(document: Document) -> Iterable[tuple[int, str]]:
    """(page, text) of each cell."""
    for entry in document.tables:
        for cell in entry.table.cells:
            yield cell.page, cell.text
