"""The look of one document, learned from its own lines: margins, leading, gaps and indents."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from antecedent.resolutions.structure.rows import Row
from antecedent.resolutions.structure.vocabulary import Vocabulary

NEAR = 2.5  # points within which two edges are the same
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """The left and right edge of the text of a column."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Layout:
    """`leading` is from baseline to baseline within a paragraph; `gap` the least distance that parts paragraphs, None
    where the look sets none apart; `indent` how far the first lines of unnumbered paragraphs stand in."""

    size: float
    columns: dict[Place, Column]
    leading: float
    gap: float | None
    indent: float
    justified: bool

    def inset(self, row: Row) -> float:
        """How far the row begins from the left edge of its column."""
        return row.box.x0 - self.columns[row.place].left

    def alike(self, row: Row, other: Row) -> bool:
        """Whether two rows begin at one inset, or at one place of pages whose numbers reach out differently."""
        if abs(self.inset(row) - self.inset(other)) < NEAR:
            return True
        edges = self.columns[row.place], self.columns[other.place]
        return abs(edges[0].right - edges[1].right) < NEAR and abs(row.box.x0 - other.box.x0) < NEAR

    def slack(self, row: Row) -> float:
        """How much room the row leaves at the right."""
        return self.columns[row.place].right - row.box.x1

    def centred(self, row: Row) -> bool:
        left, right = self.inset(row), self.slack(row)
        return left > 3 * self.size and abs(left - right) < max(6.0, 0.05 * (left + right))


def learn_layout(rows: list[Row], words: Vocabulary) -> Layout:
    """From the lines after the masthead, whose margins are its own."""
    size = _usual([round(row.size, 1) for row in rows], [len(row.text) for row in rows])
    text = [row for row in rows[_first_recital(rows, words) :] if abs(row.size - size) < 0.6]
    columns = _columns(text, rows)
    leading, gap = _gaps(text)
    indent = _indent(text, columns, gap)
    return Layout(size, columns, leading, gap, indent, _is_justified(text, columns))


def _first_recital(rows: list[Row], words: Vocabulary) -> int:
    """The first row that begins with a drafter's verb, or with the name of who speaks; 0 where none does."""
    for i, row in enumerate(rows):
        head = row.text.split(None, 1)[0].strip(",;:").lower() if not row.bold else ""
        if row.text[:1].isupper() and (head in words.preambular or (head and words.speaker.match(row.text))):
            return i
    return 0


def step(upper: Row, lower: Row) -> float | None:
    """From baseline to baseline, None over a page or column end."""
    if upper.place != lower.place:
        return None
    down = lower.box.bottom - upper.box.bottom
    return down if down > 0.3 * lower.size else None


def _usual(values: list[float], weights: list[int]) -> float:
    counts: Counter[float] = Counter()
    for value, weight in zip(values, weights, strict=True):
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else 10.0


def _columns(text: list[Row], rows: list[Row]) -> dict[Place, Column]:
    """Edges a page where it has enough lines, else those of the same column elsewhere in the document."""
    by_place: dict[Place, list[Row]] = defaultdict(list)
    by_column: dict[int, list[Row]] = defaultdict(list)
    for row in text:
        by_place[row.place].append(row)
        by_column[row.place[1]].append(row)
    shared = {column: _edges(members) for column, members in by_column.items()}
    columns: dict[Place, Column] = {}
    for place in {row.place for row in rows}:
        usual = shared.get(place[1]) or _edges([row for row in rows if row.place == place])
        columns[place] = _page_edges(by_place.get(place, []), usual)
    return columns


def _page_edges(members: list[Row], usual: Column) -> Column:
    """Pages whose text is shifted (even and odd margins, landscape) have edges of their own."""
    if len(members) < 8:
        return usual
    own = _edges(members)
    width, usual_width = own.right - own.left, usual.right - usual.left
    # as wide at the right: the same edges, even where all of the page's lines belong to items that stand in
    same = own.left > usual.left - NEAR and abs(own.right - usual.right) < 12
    shifted = abs(width - usual_width) < 12
    return usual if same or not (shifted or len(members) > 20) else own


def _edges(members: list[Row]) -> Column:
    lefts = Counter(round(row.box.x0) for row in members)
    enough = max(2, 0.04 * len(members)) if len(members) > 4 else 1
    common = [x for x in lefts if sum(lefts[x + d] for d in (-1, 0, 1)) >= enough] or list(lefts)
    edge = min(common)
    left = min(row.box.x0 for row in members if abs(row.box.x0 - edge) <= 1.5)
    rights = sorted((row.box.x1 for row in members), reverse=True)
    outliers = min(len(rights) - 1, len(rights) // 50)
    return Column(left, rights[outliers])


def _gaps(text: list[Row]) -> tuple[float, float | None]:
    """Leading, from lines that surely go on; the gap, from paragraphs that surely begin, where most are set apart."""
    inner: list[float] = []
    outer: list[float] = []
    for upper, lower in pairwise(text):
        down = step(upper, lower)
        if down is None or down > 4 * lower.size:
            continue
        ended = upper.text.endswith((",", ";", ".", ":"))
        if lower.number is None and lower.text[:1].islower() and not upper.text.endswith((";", ".", ":")):
            inner.append(down)
        elif ended and (lower.leads or lower.number is not None):
            outer.append(down)
    leading = _usual([round(down * 2) / 2 for down in inner], [1] * len(inner)) if inner else _least(text, outer)
    near = [down for down in inner if abs(down - leading) < 0.75]
    leading = sum(near) / len(near) if near else leading
    apart = [down for down in outer if down > leading + 1.5]
    if not apart or len(apart) < 0.5 * len(outer):
        return leading, _gap_without_heads(text, leading) if not outer else None
    return leading, leading + max(1.2, 0.4 * (min(sorted(apart)[len(apart) // 4 :]) - leading))


def _least(text: list[Row], outer: list[float]) -> float:
    """Where all paragraphs have one line: what the size suggests, but never more than the distances there are."""
    usual = 1.2 * (text[0].size if text else 10)
    return min([usual, *outer])


def _gap_without_heads(text: list[Row], leading: float) -> float | None:
    steps = [down for upper, lower in pairwise(text) if (down := step(upper, lower)) and down < 4 * lower.size]
    wide = [down for down in steps if down > leading + max(1.5, 0.12 * leading)]
    return leading + max(1.5, 0.12 * leading) if len(wide) >= max(3, 0.08 * len(steps)) else None


def _indent(text: list[Row], columns: dict[Place, Column], gap: float | None) -> float:
    """Where unnumbered paragraphs surely begin: after a wide gap, or in italics."""
    insets: Counter[int] = Counter()
    for upper, lower in pairwise(text):
        down = step(upper, lower)
        parted = gap is not None and down is not None and down > gap
        if lower.number is None and not lower.italic and (lower.leads or parted) and not upper.text.endswith("-"):
            insets[round(lower.box.x0 - columns[lower.place].left)] += 2 if lower.leads else 1
    if not insets:
        return _indent_by_width(text, columns)
    usual = insets.most_common(1)[0][0]
    return float(usual) if usual > NEAR else 0.0


def _indent_by_width(text: list[Row], columns: dict[Place, Column]) -> float:
    """Without gaps and italics: the inset of lines that follow a line which ends early."""
    insets: Counter[int] = Counter()
    for upper, lower in pairwise(text):
        if (
            upper.place == lower.place
            and columns[upper.place].right - upper.box.x1 > 4 * upper.size
            and lower.number is None
        ):
            insets[round(lower.box.x0 - columns[lower.place].left)] += 1
    usual = insets.most_common(1)[0][0] if insets else 0
    return float(usual) if NEAR < usual < 60 else 0.0


def _is_justified(text: list[Row], columns: dict[Place, Column]) -> bool:
    slacks = [columns[row.place].right - row.box.x1 for row in text]
    full = [slack for slack in slacks if slack < 40]
    return bool(full) and sum(slack < 2 for slack in full) > 0.6 * len(full)
