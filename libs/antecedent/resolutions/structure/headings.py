"""Which blocks are headings."""

import re
from collections.abc import Sequence

from antecedent.resolutions.structure.breaks import TERMINAL, Block
from antecedent.resolutions.structure.layout import Layout
from antecedent.resolutions.structure.trust import is_named_heading
from antecedent.resolutions.structure.vocabulary import Vocabulary

SHORT = 160  # characters


def named_by_tags(blocks: Sequence[Block]) -> bool:
    """Whether 'H1' … name headings in this document: nothing that is surely none bears such a tag."""
    sure = [block.first for block in blocks if len(block.text) > SHORT or block.text.rstrip().endswith((";", ","))]
    tagged = [row for row in sure if row.tag is not None]
    return bool(tagged) and sum(map(is_named_heading, tagged)) <= 0.02 * len(tagged)


def is_heading(block: Block, layout: Layout, words: Vocabulary, *, named: bool = False) -> bool:
    """Short, and set in bold, capitals, larger type or the middle; or a line that names a part and its number.

    `named` says that the tags of the document name its headings: they decide where nothing is seen.
    """
    text = block.text.strip()
    first, number = block.first, block.number
    long = 2 * SHORT if first.bold and not text.endswith(TERMINAL[:4]) else SHORT
    if len(text) > long or not text:
        return False
    if number and number.readings[0][0] == "bullet":
        return False
    body = number.rest if number else text
    if all(row.bold for row in block.rows):
        return not text.endswith((";", ",")) or number is None
    if len(text) > SHORT:
        return False
    if (
        (words.annex.fullmatch(text) and len(text.split()) <= 2)
        or words.section.fullmatch(text)
        or words.directed.fullmatch(text.rstrip(":"))
    ):
        return True
    if text.endswith((".", ";", ",")) and not (first.size > layout.size + 0.6):
        return False
    if number and number.shape in ("(a)", "a)", "(A)", "(1)", "1)", "14.AA"):
        return False
    shouted = body.isupper() and len(re.sub(r"\W", "", body)) > 3
    if named and is_named_heading(first) and not text.endswith(TERMINAL[:4]):
        return True
    if shouted or first.size > layout.size + 0.6:
        return True
    if layout.centred(first) and not text.endswith(TERMINAL[:4]):
        return True
    return (
        all(row.italic for row in block.rows) and number is None and not text.endswith(TERMINAL[:4]) and len(text) < 100
    )
