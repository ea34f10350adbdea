"""Rows → blocks: where a paragraph, heading or item begins, weighed from what the layout and the words say.

Each kind of evidence adds to or takes from one sum; a row whose sum is above zero begins a block. Nothing decides
alone: looks differ in which evidence they give.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from antecedent.resolutions.structure.layout import NEAR, Layout, step
from antecedent.resolutions.structure.numbering import Number
from antecedent.resolutions.structure.rows import Row
from antecedent.resolutions.structure.trust import SURE, Trust, learn_trust
from antecedent.resolutions.structure.vocabulary import Vocabulary

TERMINAL = (".", ";", ":", ",", "?", "!", "”", "»", "]", ")", "。", "；", "،", "؛")
LAST_BUT_ONE = frozenset(("and", "or", "et", "ou", "y", "e", "o", "u"))  # what joins the last item of a list
CLOSING = (".", ";", ":", "。", "；", "؛")


@dataclass(slots=True)
class Block:
    """Rows that belong together."""

    rows: list[Row]

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def last(self) -> Row:
        return self.rows[-1]

    @property
    def number(self) -> Number | None:
        return self.first.number

    @property
    def text(self) -> str:
        return " ".join(row.text for row in self.rows)


@dataclass(slots=True)
class Lists:
    """The numbers seen so far, by shape, so that the next of a list is known when it comes."""

    last: dict[str, Number] = field(default_factory=dict[str, Number])

    def expects(self, number: Number) -> bool:
        previous = self.last.get(number.shape)
        if previous is None:
            return False
        return any((style, value - 1) in previous.readings for style, value in number.readings)

    def note(self, number: Number) -> None:
        self.last[number.shape] = number


def split_blocks(rows: list[Row], layout: Layout, words: Vocabulary) -> list[Block]:
    """By what is seen; where the tags of the document have proved true they count too."""
    blocks, sums = _split(rows, layout, words, Trust())
    trust = learn_trust(rows, sums)
    said = [trust.weigh(last, row) for last, row in pairwise(rows)]
    if any((total > 0) != (total + weight > 0) for total, weight in zip(sums[1:], said, strict=True)):
        blocks, _ = _split(rows, layout, words, trust)
    return blocks


def _split(rows: list[Row], layout: Layout, words: Vocabulary, trust: Trust) -> tuple[list[Block], list[float]]:
    """The blocks, and of each row the sum of the evidence that it begins one."""
    blocks: list[Block] = []
    sums: list[float] = []
    lists = Lists()
    for row in rows:
        total = _sum(blocks[-1], row, layout, words, lists) + trust.weigh(blocks[-1].last, row) if blocks else SURE
        if blocks and _is_bare_number(blocks[-1]) and row.number is None:
            total = -SURE
        sums.append(total)
        if total <= 0:
            blocks[-1].rows.append(row)
            continue
        blocks.append(Block([row]))
        if row.number:
            lists.note(row.number)
    return blocks, sums


def _is_bare_number(block: Block) -> bool:
    """A number on a line of its own, over its text."""
    return len(block.rows) == 1 and block.number is not None and not block.number.rest


def _sum(block: Block, row: Row, layout: Layout, words: Vocabulary, lists: Lists) -> float:
    last = block.last
    return (
        _by_gap(last, row, layout)
        + _by_style(block, row, layout)
        + _by_inset(block, row, layout)
        + _by_room(last, row, layout)
        + _by_end(block, row)
        + _by_number(row, lists)
        + _by_words(row, words, ended=last.text.endswith(TERMINAL))
    )


def _by_gap(last: Row, row: Row, layout: Layout) -> float:
    down = step(last, row)
    if down is None:
        return 0.0
    size = max(last.size, row.size) / layout.size
    if down > 1.9 * layout.leading * max(1.0, size):
        return 6.0
    if layout.gap is None:
        return 2.0 if down > 1.35 * layout.leading * max(1.0, size) else 0.0
    if down > layout.gap * max(1.0, size):
        return 4.0
    return -2.5


def _by_style(block: Block, row: Row, layout: Layout) -> float:
    """Another size, weight or alignment is another paragraph; only a bold lead may open a plain one."""
    last = block.last
    if abs(last.size - row.size) > 0.08 * row.size:
        return 5.0
    if last.bold != row.bold:
        return 5.0
    centred = layout.centred(row)
    if centred != layout.centred(last) and (centred or len(block.rows) > 1 or block.number is None):
        return 2.5 if layout.inset(last if not centred else row) > layout.indent + NEAR else 0.0
    return 0.0


def _by_inset(block: Block, row: Row, layout: Layout) -> float:
    """First-line indents and hanging numbers, whichever the block and the document show."""
    inset, before = layout.inset(row), layout.inset(block.last)
    alike = layout.alike(row, block.last)
    if len(block.rows) > 1:
        if alike:
            return -2.0 if before > NEAR or layout.indent else -0.5
        return 2.5 if inset > before or layout.indent == 0 or row.number else 1.0
    if layout.indent and abs(inset - layout.indent) < NEAR and before < layout.indent - NEAR and block.number is None:
        return 3.0
    if alike:
        return _same_inset(block, row, layout, inset)
    if inset < before:
        return -2.0 if layout.indent and inset < NEAR else 0.5
    return -2.0 if block.number else 1.5


def _same_inset(block: Block, row: Row, layout: Layout, inset: float) -> float:
    """The second row begins where the first one does."""
    if layout.centred(row) and layout.centred(block.last):
        return -1.0
    if layout.indent and inset > layout.indent - NEAR:
        return 3.0  # a paragraph of one line, then another first line
    if layout.indent and inset < NEAR:
        return -1.0
    return 1.0 if block.number and row.number else 0.0


def _by_room(last: Row, row: Row, layout: Layout) -> float:
    """A line that ends although the next word had room ends its paragraph."""
    slack = layout.slack(last)
    words = row.text.split(None, 1)
    first = len(words[0]) / max(1, len(row.text)) * (row.box.x1 - row.box.x0) + 0.3 * row.size
    if layout.centred(last):
        return 0.0
    if slack > first + 1.5:
        return 3.0 if slack > 1.5 * first + row.size else 2.0
    return -1.5


def _by_end(block: Block, row: Row) -> float:
    text = block.last.text.rstrip("\u00ad")
    if text.endswith(("-", "‐", "\u00ad", "–", "/")) or block.last.text.endswith("\u00ad"):
        return -6.0
    start = row.number.rest[:1] if row.number else row.text[:1]
    if start.islower() and row.number is None:
        return -3.0 if not text.endswith(CLOSING) else -1.0
    if start.islower() and text[-1:].isalnum() and text.rsplit(" ", 1)[-1] not in LAST_BUT_ONE:
        return -4.0  # 'under subparagraphs' and '(a) to (c) above' on the next line
    if text.endswith(CLOSING):
        return 1.5
    if text.endswith(","):
        return 0.5 if start.isupper() else -1.0
    return 0.0 if text.endswith(TERMINAL) or block.last.bold else -2.0


def _by_number(row: Row, lists: Lists) -> float:
    number = row.number
    if number is None:
        return 0.0
    if number.shape == "14.AA":
        return (
            1.5
            if any(style == "decision" for style, _ in number.readings) and not number.printed[-1].isdigit()
            else 0.0
        )
    if number.readings[0][0] == "bullet":
        return 2.5
    if lists.expects(number):
        return 3.5
    return 2.5 if any(value == 1 for _, value in number.readings) else 0.5


def _by_words(row: Row, words: Vocabulary, *, ended: bool) -> float:
    """A drafter's verb with a capital hardly goes on a sentence that has come to a comma or a stop."""
    text = row.number.rest if row.number else row.text
    if row.leads and not row.italic and not text[:1].islower():
        return 2.0
    if text.startswith("[") and words.vote.match(text):
        return 3.0
    head = text.split(None, 2)[:2]
    known = [word.strip(",;:.").lower() for word in head]
    if not text[:1].isupper() or not known:
        return 0.0
    shouted = len(known[0]) > 3 and head[0].isupper()
    verb = known[0] in words.preambular or known[0] in words.operative
    if not verb:
        return 0.0
    return (3.0 if ended and row.number is None else 1.5) + (1.0 if shouted else 0.0)
