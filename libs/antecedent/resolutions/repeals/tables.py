"""Tables that say text by text what becomes of it: resolution, paragraph, action, reason, in any order."""

import re
from dataclasses import dataclass, replace

from antecedent.resolutions.citations.binding import Voice
from antecedent.resolutions.citations.mentions import bare, mentions
from antecedent.resolutions.citations.pinpoints import numbers_at, pinpoints
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.symbols import Mention
from antecedent.resolutions.citations.vocabulary import NOUN, TYPES
from antecedent.resolutions.models import Cell, PageBox, Table
from antecedent.resolutions.repeals.actions import Legend, action_of, by_mark, marked
from antecedent.resolutions.repeals.dates import WEAK, iso
from antecedent.resolutions.repeals.vocabulary import EXCEPT, FROM, HEADS, INTO, any_of, is_glue, verbs

WHOLE = re.compile(rf"(?:the |le |la |el |l')?(?:{any_of(HEADS['whole'])})[ .]*", re.IGNORECASE)
REST = re.compile(rf"\b(?:{any_of(HEADS['rest'])})\b", re.IGNORECASE)
DITTO = re.compile(any_of(HEADS["ditto"]), re.IGNORECASE)
MARK = re.compile(r" ?(?P<mark>\*+|[†‡§])")
PAST_BY = re.compile(r"\W*\w+(?:ed|ée?s?|[ai]d[oa]s?) (?:by|par|por)\b", re.IGNORECASE)
# 'Repealed (COP9)' under 'Status': it has been before, unless a verb points to the table.
HISTORY = re.compile(
    r"\W*\w+(?:ed|ée?s?|[ai]d[oa]s?)(?: \(.*| (?:at|since|à|lors|depuis|en la|desde)\b.*)?", re.IGNORECASE
)
STATUS = re.compile(
    r"(?:current |present )?(?:status|statut|état|estado|situation|situación)(?: actuel(?:le)?| actual)?", re.IGNORECASE
)
ROLES = ("into", "from", "paragraphs", "action", "reason", "target")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says of one text; `action` is None where the table has no such column, 'keep' for what stays."""

    symbol: str
    action: str | None
    paragraphs: tuple[str, ...] | None
    spared: tuple[str, ...]
    into: str | None
    from_: str | None
    boxes: tuple[PageBox, ...]
    mark: str = ""  # of a note under the table
    history: bool = False  # whether its fate is but a state


@dataclass(slots=True)
class _Line:
    cells: dict[int, Cell]

    def text(self, column: int | None) -> str:
        cell = self.cells.get(column) if column is not None else None
        return plain(cell.text).strip() if cell else ""


def rows_of(table: Table, voice: Voice, legend: Legend, kind: str | None = None) -> list[Row]:
    """All rows that name a text; `legend` explains the document's codes, `kind` is of texts in a table without head."""
    lines = _lines(table)
    head = _head(lines)
    noun = kind or "" if head is None else ""
    columns = _columns(lines, head, voice, legend, noun)
    if columns.get("target") is None:
        return []
    noun = lines[head].text(columns["target"]) if head is not None else noun
    kind = kind_of(noun)
    fates = _fates(lines, head, columns, legend)
    found: list[Row] = []
    last: tuple[Mention, ...] = ()
    for index, line in enumerate(lines):
        if head is not None and (index <= head or _repeats(line, lines[head])):
            continue
        text = line.text(columns["target"])
        named = _named(text, noun, voice)
        if not named and DITTO.fullmatch(text):
            named = last
        state = head is not None and _is_state(lines[head], line, columns.get("action"))
        rows = [_row(line, mention, columns, voice, kind, fates[index]) for mention in named if mention.symbol]
        rows = [replace(row, history=True) for row in rows] if state else rows
        found += [row for row in rows if text or row.paragraphs or row.spared]  # an empty cell goes on with other parts
        last = named or last
    return found


def _is_state(head: _Line, line: _Line, column: int | None) -> bool:
    """Whether a row says what has become of a text, not what shall."""
    return bool(STATUS.fullmatch(head.text(column)) and HISTORY.fullmatch(line.text(column)))


def _fates(lines: list[_Line], head: int | None, columns: dict[str, int], legend: Legend) -> list[str | None]:
    """Each row's action: in its own cell, by a mark, or by the row above that heads its group."""
    first = 0 if head is None else head + 1
    every = {column: [line.text(column) for line in lines[first:]] for line in lines for column in line.cells}
    ticks = marked({column: lines[head].text(column) for column in every}, every) if head is not None else {}
    if ticks:
        return [by_mark({column: line.text(column) for column in ticks}, ticks) for line in lines]
    if "action" not in columns:
        return _grouped(lines, first)
    said = [line.text(columns["action"]) for line in lines]
    fates = [action_of(text, legend) or "keep" for text in said]
    if {"keep"} < set(fates[first:]):  # where both are said, a cell left empty goes with the one above
        for index in range(first + 1, len(lines)):
            if not said[index] and lines[index].text(columns["target"]):
                fates[index] = fates[index - 1]
    return list(fates)


def _grouped(lines: list[_Line], first: int) -> list[str | None]:
    """'To be repealed' in a row of its own is said of the rows below."""
    fates: list[str | None] = []
    last: str | None = None
    for index, line in enumerate(lines):
        texts = {text for column in line.cells if (text := line.text(column))}
        if index >= first and len(texts) == 1:
            last = action_of(texts.pop(), {}) or last
        fates.append(last)
    return fates


def _lines(table: Table) -> list[_Line]:
    """The rows from top to bottom, merged cells in each of their rows and columns."""
    lines: dict[int, _Line] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + max(1, cell.rows)):
            line = lines.setdefault(row, _Line({}))
            line.cells.setdefault(cell.column, cell)
    return [lines[row] for row in sorted(lines)]


def _head(lines: list[_Line]) -> int | None:
    """The index of the head's row: the first of three with two cells of its words."""
    for index, line in enumerate(lines[:3]):
        roles = [role for cell in line.cells.values() if (role := _role(plain(cell.text)))]
        fates = [
            cell for cell in line.cells.values() if action_of(plain(cell.text), {}) and not _role(plain(cell.text))
        ]
        if len(roles) >= 2 or (roles and len(fates) > 1) or (roles and fates and _answers(lines[index + 1 :], fates)):
            return index
    first = [plain(cell.text) for cell in lines[0].cells.values()] if lines else []
    return 0 if any(_role(text) == "target" for text in first) and not re.search(r"\d", "".join(first)) else None


def _answers(body: list[_Line], heads: list[Cell]) -> bool:
    """Whether but marks, yes or no stand under heads that are actions: 'To be repealed?'."""
    columns = {cell.column: [line.text(cell.column) for line in body] for cell in heads}
    return len(marked({cell.column: plain(cell.text) for cell in heads}, columns)) == len(heads)


def _role(text: str) -> str | None:
    short = text.strip()
    if len(short) > 60 or any(character.isdigit() for character in short):
        return None
    for role in ROLES:
        if re.search(rf"(?<!\w)(?:{any_of(HEADS[role])})(?!\w)", short, re.IGNORECASE):
            return role
    return None


def kind_of(text: str) -> str | None:
    """The kind of text that words speak of: 'resolution', 'decision' …"""
    noun = NOUN.search(text.lower())
    return next(kind for kind in TYPES if noun[kind]) if noun else None


def _repeats(line: _Line, head: _Line) -> bool:
    return [plain(c.text).strip() for c in line.cells.values()] == [plain(c.text).strip() for c in head.cells.values()]


def _columns(lines: list[_Line], head: int | None, voice: Voice, legend: Legend, noun: str) -> dict[str, int]:
    """Which column plays which role: by what its cells begin with, then by its head."""
    body = lines[(head or 0) + (head is not None) :]
    every = sorted({column for line in lines for column in line.cells})
    told = {column: _role(lines[head].text(column)) for column in every} if head is not None else {}
    found: dict[str, int] = {}
    actions = {
        column: sum(bool(action_of(line.text(column), legend)) for line in body) * (told.get(column) != "reason")
        for column in every
    }
    best = max(every, key=lambda column: (actions[column], told.get(column) == "action"), default=None)
    if best is not None and actions[best] * 2 >= sum(bool(line.text(best)) for line in body) > 0:
        found["action"] = best
    for role in ("into", "from"):
        column = next((column for column in every if told.get(column) == role), None)
        if column is None and role == "from" and head is not None:
            column = next((column for column in every if _dates(lines[head].text(column), body, column)), None)
        if column is not None and column not in found.values():
            found[role] = column
    nouns = {column: lines[head].text(column) if head is not None else noun for column in every}
    named = {
        column: sum(bool(_begins(line.text(column), nouns[column], voice)) for line in body)
        for column in every
        if column not in found.values()
    }
    if named and max(named.values()):
        found["target"] = max(named, key=lambda column: (named[column], -column))
    return found | _parts(body, told, every, found)


def _dates(head: str, body: list[_Line], column: int) -> bool:
    """Whether but dates stand under a verb: 'Ceases to apply on'."""
    texts = [text for line in body if (text := line.text(column))]
    return bool(verbs(head)) and bool(texts) and all(iso(text) for text in texts)


def _parts(body: list[_Line], told: dict[int, str | None], every: list[int], found: dict[str, int]) -> dict[str, int]:
    free = [column for column in every if column not in found.values() and told.get(column) != "reason"]
    by_head = next((column for column in free if told.get(column) == "paragraphs"), None)
    if by_head is not None:
        return {"paragraphs": by_head}
    for column in free:
        texts = [line.text(column) for line in body if line.text(column)]
        serial = texts == [str(number) for number in range(1, len(texts) + 1)] and len(texts) > 1
        if texts and not serial and all(_parts_in(text) or WHOLE.fullmatch(text) for text in texts):
            return {"paragraphs": column}
    return {}


def _begins(text: str, noun: str, voice: Voice) -> bool:
    found = _named(text, noun, voice)
    return bool(found)


def _named(text: str, noun: str, voice: Voice) -> tuple[Mention, ...]:
    """The texts that a cell names, by itself or under its column.s noun; not those that its title does."""
    kind = kind_of(noun)
    found = mentions(text, voice) or (_under(noun, text, voice) or bare(text, kind, voice) if kind and text else ())
    if not found or not is_glue(text[: found[0].start]):
        return ()
    return tuple(
        mention
        for index, mention in enumerate(found)
        if index == 0 or mention.noun == found[0].noun or _next(text, found[index - 1], mention)
    )


def _under(noun: str, text: str, voice: Voice) -> tuple[Mention, ...]:
    """Mentions of a cell read behind its column's head: '9.14 (Rev. CoP15)' under 'Resolution Conf.'."""
    shift = len(noun) + 1
    found = mentions(f"{noun} {text}", voice)
    return tuple(
        replace(mention, start=max(0, mention.start - shift), end=mention.end - shift)
        for mention in found
        if mention.end > shift
    )


def _next(text: str, before: Mention, mention: Mention) -> bool:
    return bool(re.fullmatch(r"[\s,;]*(?:and|et|y|&)?\s*", text[before.end : mention.start]))


def _parts_in(text: str) -> tuple[str, ...]:
    found = [item for point in pinpoints(text) for item in point.items]
    bare_numbers = numbers_at(text, 0, len(text))
    if bare_numbers and bare_numbers.start == 0:
        found = [*bare_numbers.items, *found]
    return tuple(dict.fromkeys(found))


def _row(
    line: _Line, mention: Mention, columns: dict[str, int], voice: Voice, kind: str | None, fate: str | None
) -> Row:
    action_text = line.text(columns.get("action"))
    parts, spared = _extent(line.text(columns.get("paragraphs")))
    target_text = line.text(columns["target"])
    if parts is None and not spared:
        parts, spared = _extent(target_text[mention.end :])
    action = fate
    if action and action_text and parts is None and not spared:
        action, parts, spared = _partial(action, action_text)
    into = _into(line.text(columns.get("into")), kind, voice) or (
        _into_of(action_text, kind, voice) if action else None
    )
    if action in ("repeal", "delete", "retire") and into and PAST_BY.match(action_text):
        action = "keep"  # 'Repealed by Resolution 9.1': it has been before
    since = FROM.search(action_text)
    day = line.text(columns.get("from")) or (since["day"] if since and not WEAK.fullmatch(since["how"]) else "")
    boxes = {PageBox(cell.page, *cell.box) for cell in line.cells.values()}
    mark = MARK.match(target_text, mention.end)
    noted = mark["mark"] if mark else ""
    return Row(mention.symbol or "", action, parts, spared, into, iso(day), _joined(boxes), noted)


def _joined(boxes: set[PageBox]) -> tuple[PageBox, ...]:
    pages = sorted({box.page for box in boxes})
    return tuple(
        PageBox(
            page,
            min(box.x0 for box in boxes if box.page == page),
            min(box.top for box in boxes if box.page == page),
            max(box.x1 for box in boxes if box.page == page),
            max(box.bottom for box in boxes if box.page == page),
        )
        for page in pages
    )


def _extent(text: str) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """(parts, what is spared): 'paragraphs 2 and 6 to 8', 'All', 'All except 4'."""
    spares = EXCEPT.search(text)
    parts = _parts_in(text[: spares.start()] if spares else text)
    spared = _parts_in(text[spares.end() :].strip()) if spares else ()
    left = tuple(part for part in parts if part not in spared)
    return (left or None), tuple(part for part in spared if part not in parts)


def _partial(action: str, text: str) -> tuple[str, tuple[str, ...] | None, tuple[str, ...]]:
    """'Repeal paragraphs 3 and 4; retain the rest', 'Retain paragraphs 1 and 2; repeal the remainder'."""
    if action in ("replace", "transfer", "renumber"):  # behind 'by' or 'to' stand the parts of another text
        return (action, *_extent(INTO.split(text)[0]))
    clauses = [clause.strip() for clause in re.split(r"[;,] (?=\w+ )|\. (?=[A-ZÀ-Ý])", text)]
    said = [(action_of(clause, {}) or "keep", _extent(clause), bool(REST.search(clause))) for clause in clauses]
    ends = [entry for entry in said if entry[0] != "keep"]
    keeps = [entry for entry in said if entry[0] == "keep"]
    if action == "keep":
        if ends and keeps and keeps[0][1][0] and ends[0][2]:
            return ends[0][0], None, keeps[0][1][0]
        if ends and ends[0][1][0]:
            return ends[0][0], ends[0][1][0], ends[0][1][1]
        return action, None, ()
    return action, said[0][1][0], said[0][1][1]


def _into(text: str, kind: str | None, voice: Voice) -> str | None:
    found = mentions(text, voice) or (bare(text, kind, voice) if text and kind else ())
    return found[0].symbol if found else None


def _into_of(text: str, kind: str | None, voice: Voice) -> str | None:
    found = mentions(text, voice) or (bare(text, kind, voice) if kind else ())
    return found[0].symbol if found else None
