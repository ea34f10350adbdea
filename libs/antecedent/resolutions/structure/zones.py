"""Blocks → the zones of a resolution: masthead, body, closing lines, annexes."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from antecedent.resolutions.structure.breaks import Block
from antecedent.resolutions.structure.contents import find_contents
from antecedent.resolutions.structure.layout import NEAR, Layout
from antecedent.resolutions.structure.vocabulary import Vocabulary

Zone = Literal["masthead", "formula", "body", "closing", "annex", "contents"]
COMMAS = (",", "，", "،", "、")
SERVING = frozenset(("serving", "meeting", "agissant", "comme", "réunion", "actuando", "como", "calidad", "reunión"))
REPORT = 3  # paragraphs of several lines that a text has before what it proposes
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Zoned:
    block: Block
    zone: Zone


def zone_blocks(blocks: list[Block], layout: Layout, words: Vocabulary) -> list[Zoned]:
    """Tables of contents come last, wherever they stand."""
    listed = find_contents(blocks, words)
    text = [block for i, block in enumerate(blocks) if i not in listed] if listed else blocks
    return _zoned(text, layout, words) + [Zoned(blocks[i], "contents") for i in sorted(listed)]


def _zoned(blocks: list[Block], layout: Layout, words: Vocabulary) -> list[Zoned]:
    start = _body_start(blocks, layout, words)
    zoned = [Zoned(block, "masthead") for block in blocks[:start]]
    zone: Zone = "body"
    for at, block in enumerate(blocks[start:], start + 1):
        zone = _next_zone(zone, block, zoned, layout, words)
        formula = is_formula(block, layout, words) or _leads_to_list(block, blocks[at : at + 1], words)
        own: Zone = "formula" if zone == "body" and formula else zone
        zoned.append(Zoned(block, own))
    return _reopened(zoned, layout, words)


def head_kind(block: Block, words: Vocabulary) -> Literal["preambular", "operative"] | None:
    """What the verb at the head says of a paragraph."""
    text = block.number.rest if block.number else block.text
    found = [word.lower() for word in WORD.findall(text[:80].replace("’", "'"))]
    for word in found[:4]:
        word = word.removeprefix("s'").removeprefix("n'")
        if word in words.preambular:
            return "preambular"
        if word in words.operative:
            return "operative"
        if word not in words.adverbs:
            return None
    return None


def is_formula(block: Block, layout: Layout, words: Vocabulary) -> bool:
    """'The General Assembly,': a short line that names who speaks and says nothing yet; drafts may bracket it."""
    text = block.text.strip().lstrip("[ ")
    if block.number or len(text) > 170 or text.endswith((".", ";")):
        return False
    if words.foreign and all(row.italic for row in block.rows) and text.endswith(COMMAS) and len(text) < 90:
        return True  # by its looks alone
    speaker = words.speaker.match(text)
    if not speaker or words.tells.match(text, speaker.end()):
        return False
    first = block.first
    set_off = first.leads or layout.centred(first) or first.text.isupper()
    return set_off or (text.endswith((",", ":")) and len(text.split()) < 14)


def _leads_to_list(block: Block, after: list[Block], words: Vocabulary) -> bool:
    """A speaker's name alone, over two lines or without italics as OCR gives it, right before the first decision."""
    text = block.text.strip()
    if (
        block.number
        or len(text) > 170
        or not (text[-1:].isalnum() or text[-1:] in ",:")
        or not words.speaker.match(text)
    ):
        return False
    return any(each.number and each.number.opening == "decimal" and head_kind(each, words) for each in after)


def _body_start(blocks: list[Block], layout: Layout, words: Vocabulary) -> int:
    """The enacting formula or the first recital; without both the first numbered paragraph, else the first long one."""
    for i, block in enumerate(blocks):
        if (is_formula(block, layout, words) and _leads_in(blocks, i, words)) or _opens_sentence(block, words):
            return i
        if _is_recital(block, layout, words) and not _stands_alone(blocks, i, layout, words):
            return i
    return _start_of_other_texts(blocks, layout, words)


def _opens_sentence(block: Block, words: Vocabulary) -> bool:
    """A decision of one sentence: 'The Council, recalling its resolution 2020/2, …:'."""
    speaker = None if block.number or block.first.bold else words.speaker.match(block.text)
    name, comma, rest = block.text[speaker.end() :].partition(", ") if speaker else ("", "", "")
    head = WORD.match(rest) if comma and len(name) < 120 else None
    small = {word for word in WORD.findall(name) if word.islower()} - words.function_words - SERVING
    return head is not None and not small and head[0].lower() in words.preambular


def _stands_alone(blocks: list[Block], at: int, layout: Layout, words: Vocabulary) -> bool:
    """A sentence or heading amid a report may begin as recitals do; no other follows it, and text went before."""
    before = sum(_is_prose(block, layout) for block in blocks[:at])
    follows = any(_is_recital(block, layout, words) for block in blocks[at + 1 : at + 4])
    return before >= REPORT and not follows


def _start_of_other_texts(blocks: list[Block], layout: Layout, words: Vocabulary) -> int:
    """Draft decisions begin with their heading, other texts with the first verb, list or paragraph of several lines."""
    for i, block in enumerate(blocks):
        text = block.text.strip(" :.")
        if words.directed.fullmatch(text) or (words.decisions.fullmatch(text) and _precedes_decisions(blocks[i + 1 :])):
            return i
        dated = words.date.search(block.text[:40]) and not _is_prose(block, layout)
        if block.first.bold or _is_centred(block, layout) or dated:
            continue
        number = block.number
        listed = number is not None and number.rest != "" and (number.opening or number.readings[0][0] == "decision")
        if head_kind(block, words) or listed or _is_prose(block, layout):
            return i
    return 0


def _precedes_decisions(after: list[Block]) -> bool:
    """'Draft decisions' heads what follows; in the masthead it only names the document."""
    numbers = [block.number for block in after[:4] if block.number]
    return any(number.readings[0][0] == "decision" or number.opening for number in numbers)


def _leads_in(blocks: list[Block], at: int, words: Vocabulary) -> bool:
    """A body's name in the masthead is no formula: a formula stands right before, or after, paragraphs."""
    block, after = blocks[at], blocks[at + 1 : at + 3]
    if block.first.bold and not block.text.rstrip().endswith((",", ":")):
        return False
    return any(head_kind(each, words) or (each.number and each.number.rest) or each.first.leads for each in after)


def _is_recital(block: Block, layout: Layout, words: Vocabulary) -> bool:
    if block.first.bold or _is_centred(block, layout) or not _is_text(block, layout):
        return False
    number = block.number
    start = re.search(r"[^\W\d_]", number.rest if number else block.text)
    if (number and not number.opening) or (start and start[0].islower()):  # amid a list, amid a sentence
        return False
    if words.foreign and is_set_as_recital(block):
        return True
    if number and number.readings[0][0] == "decision":
        return False
    ended = block.text.rstrip().endswith((",", ";", ":", "and", "et", "y"))
    first = (number.rest if number else block.text).split(None, 1)[:1]
    shouted = bool(first) and first[0].isupper() and len(first[0]) > 3
    return head_kind(block, words) is not None and (ended or block.first.leads or shouted) and len(block.text) > 25


def is_set_as_recital(block: Block) -> bool:
    """A recital by its looks alone: italics at the head, a comma at the end, no number."""
    return block.number is None and block.first.leads and block.text.rstrip().endswith(COMMAS)


def text_before(zoned: list[Zoned], layout: Layout) -> list[Block]:
    """Paragraphs of a report that stand before the resolution that it proposes, and so in the masthead."""
    found = [each.block for each in zoned if each.zone == "masthead" and _is_prose(each.block, layout)]
    return found if len(found) >= REPORT else []


def _is_text(block: Block, layout: Layout) -> bool:
    return abs(block.first.size - layout.size) < 0.6


def _is_centred(block: Block, layout: Layout) -> bool:
    """Lines in the middle begin each at its own place; those of a text set in from a wide masthead do not."""
    starts = [row.box.x0 for row in block.rows[1:]]
    flush = len(starts) > 1 and max(starts) - min(starts) < NEAR
    return layout.centred(block.first) and not flush


def _is_prose(block: Block, layout: Layout) -> bool:
    """Lines of text that fill more than half of their column."""
    first, column = block.first, layout.columns[block.first.place]
    wide = first.box.x1 - first.box.x0 > 0.5 * (column.right - column.left)
    return wide and len(block.rows) > 1 and not first.bold and _is_text(block, layout)


def _next_zone(zone: Zone, block: Block, before: list[Zoned], layout: Layout, words: Vocabulary) -> Zone:
    if starts_annex(block, layout, words):
        return "annex"
    if zone in ("annex", "closing"):
        return zone
    return "closing" if _is_closing(block, words) and sum(each.zone == "body" for each in before) > 1 else zone


def starts_annex(block: Block, layout: Layout, words: Vocabulary) -> bool:
    """'Annex', 'ANNEX II', 'Annex 1: Guidelines' as a line of its own that looks like a heading."""
    first = block.first
    alone = len(first.text.split()) <= 2 and (len(block.rows) == 1 or first.bold)  # its title may follow over lines
    match = words.annex.match(first.text.strip() if alone else block.text.strip())
    if match is None or block.number is not None or (len(block.text) > 150 and not alone):
        return False
    looks = (
        first.bold or first.text.isupper() or layout.centred(first) or first.size > layout.size + 0.6 or first.italic
    )
    return alone or looks or layout.inset(first) > layout.indent + 8 * NEAR


def _is_closing(block: Block, words: Vocabulary) -> bool:
    """Meeting, date and vote lines at the end."""
    text = block.text.strip()
    if block.number and block.number.shape in ("(a)", "a)"):
        return False
    date = words.date.fullmatch(text.strip(" ()[].,")) if len(text) < 40 else None
    return bool(
        date or (words.meeting.match(text) and len(text) < 90) or (text.startswith("[") and words.vote.match(text))
    )


def _reopened(zoned: list[Zoned], layout: Layout, words: Vocabulary) -> list[Zoned]:
    """Lines that look like a close but are followed by more text close nothing; a vote's list of names is no text."""
    last, votes = -1, 0
    for i, each in enumerate(zoned):
        if each.zone != "closing":
            continue
        text = each.block.text
        opens = text.startswith("[") and words.vote.match(text) is not None
        if (_goes_on(each.block) or _is_prose(each.block, layout)) and not (opens or votes > 0):
            last = i
        votes = max(0, votes + text.count("[") - text.count("]")) if opens or votes else 0
    return [
        replace(each, zone="body")
        if i < last + 1 and each.zone == "closing" and not _is_closing(each.block, words)
        else each
        for i, each in enumerate(zoned)
    ]


def _goes_on(block: Block) -> bool:
    number = block.number
    return number is not None and number.shape == "1." and len(number.rest.split()) > 4 and block.first.leads
