"""Tables of contents: lines that lead by dots to the number of a page are no text of the document."""

import re
from collections.abc import Sequence

from antecedent.resolutions.structure.breaks import Block
from antecedent.resolutions.structure.vocabulary import Vocabulary

LEADER = re.compile(r"(?:\.\s?){6,}\s*(?P<page>\d{1,4}|[ivxl]{1,6})?$")
PAGE = re.compile(r"\d{1,4}|[ivxl]{1,6}")
ENTRIES = 3  # that a table has at least; fewer lines of dots are left open to be filled in
MANY = 5  # where the numbers of pages are not beside them
APART = 4  # blocks that may stand between two entries: a part's title, the number of a page
SHORT = 120  # characters


def find_contents(blocks: Sequence[Block], words: Vocabulary) -> frozenset[int]:
    """The places of the blocks that belong to tables of contents, their headings among them."""
    entries = [i for i, block in enumerate(blocks) if "..." in block.last.text.replace(" ", "") and _leads(block)]
    found: set[int] = set()
    for run in _runs(entries, blocks):
        numbered = any(_numbered(i, blocks) for i in run)
        if len(run) >= (ENTRIES if numbered else MANY) and (numbered or not any(_asks(blocks[i]) for i in run)):
            last = run[-1] + (run[-1] + 1 < len(blocks) and _is_page(blocks[run[-1] + 1]))
            found |= set(range(_heading(run[0], blocks, words), last + 1))
    return frozenset(found)


def _leads(block: Block) -> bool:
    return LEADER.search(block.last.text.strip()) is not None


def _runs(entries: Sequence[int], blocks: Sequence[Block]) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in entries:
        near = bool(runs) and i - runs[-1][-1] <= APART + 1
        if near and all(len(block.text) < SHORT for block in blocks[runs[-1][-1] + 1 : i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _numbered(at: int, blocks: Sequence[Block]) -> bool:
    match = LEADER.search(blocks[at].last.text.strip())
    return bool(match and match["page"]) or (at + 1 < len(blocks) and _is_page(blocks[at + 1]))


def _asks(block: Block) -> bool:
    """'Name of the keeper: ……' is to be filled in."""
    text = block.last.text.strip()
    match = LEADER.search(text)
    before = text[: match.start()].rstrip() if match else ""
    return not before or before.endswith(":")


def _is_page(block: Block) -> bool:
    return PAGE.fullmatch(block.text.strip()) is not None


def _heading(first: int, blocks: Sequence[Block], words: Vocabulary) -> int:
    """Where the heading of a table stands, right before it or before 'Chapter' and 'Page'; else its first entry."""
    for i in range(first - 1, max(-1, first - 4), -1):
        text = blocks[i].text.strip()
        if words.lesser.fullmatch(text):
            return i
        if len(text) > 25:
            break
    return first
