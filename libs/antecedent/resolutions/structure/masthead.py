"""What the masthead says of a document: title, status, date, session, what it revises."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from antecedent.resolutions.bodies import bodies
from antecedent.resolutions.models import Status
from antecedent.resolutions.structure.layout import Layout
from antecedent.resolutions.structure.naming import HEAD
from antecedent.resolutions.structure.rows import Row
from antecedent.resolutions.structure.vocabulary import Vocabulary, group, iso_date

NUMBER = re.compile(
    r"(?:(?:resolution|résolution|resolución|decision|décision|decisión|recommendation|recommandation|recomendación)\s+)?"
    r"(?:(?:S-|ES-)?\d{1,4}|[IVXL]+)(?:[/.]\d{1,3}|-\d+)(?:\s?[A-Z])?\s*(?:[.:–—]\s*|\s(?=[A-ZÀ-Ý]))",
    re.I,
)
BARE_NUMBER = re.compile(
    r"(?:resolution|résolution|resolución|decision|décision|decisión|recommendation|recommandation|recomendación)\s+\S*\d\S*"
    r"(?:\s\([^()]*\))?",
    re.I,
)
PROSE = 150  # characters
BRACKETED = re.compile(r"[\[(].*[\])]$|NB\b.*")


@dataclass(frozen=True, slots=True)
class Part:
    """Masthead rows that read as one: a title over three lines, a report line."""

    rows: tuple[Row, ...]
    text: str

    @property
    def page(self) -> int:
        return self.rows[0].page


def parts_of(rows: Sequence[Row], join: Callable[[Sequence[Row]], str]) -> list[Part]:
    """Rows of one style, one under the other, are one part; so is what an open bracket holds."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [Part(tuple(members), join(members)) for members in groups]


def _goes_on(members: list[Row], row: Row) -> bool:
    last = members[-1]
    down = row.box.bottom - last.box.bottom
    if row.page != last.page or not 0 < down < 1.75 * max(row.size, last.size):
        return False
    text = " ".join(each.text for each in members)
    if text.count("[") > text.count("]"):
        return True
    if len(members) == 1 and BARE_NUMBER.fullmatch(members[0].text):
        return False
    alike = abs(last.size - row.size) < 0.4 and last.bold == row.bold and last.italic == row.italic
    overlap = min(last.box.x1, row.box.x1) - max(last.box.x0, row.box.x0)
    return alike and overlap > 0 and not NUMBER.match(row.text) and _aligned(members[0], last, row)


def _aligned(first: Row, last: Row, row: Row) -> bool:
    """Flush at a side, centred on each other, or hanging under the number of the first line."""
    flush = abs(last.box.x0 - row.box.x0) < 3 or abs(last.box.x1 - row.box.x1) < 3
    middle = abs((last.box.x0 + last.box.x1) - (row.box.x0 + row.box.x1)) < 12
    hanging = NUMBER.match(first.text) is not None and row.box.x0 > first.box.x0
    return flush or middle or hanging


def title_of(parts: Sequence[Part], layout: Layout, words: Vocabulary) -> str | None:
    """The last part before the text that is set as a title (bold, large, in capitals) and says more than what it is.

    Where a report stands before it, that is what follows the report, else what precedes it.
    """
    prose = [i for i, part in enumerate(parts) if _is_prose(part, layout)]
    places = [parts[prose[-1] + 1 :], parts[: prose[0]], parts] if prose else [parts]
    titles = [[part for part in place if _is_title(part, layout, words)] for place in places]
    telling = ([part for part in each if not _is_lesser(part, words)] for each in titles)
    marked = next((each for each in telling if each), titles[-1])
    if not marked:
        said = [part for part in parts if part.rows[0].bold and words.adoption.match(part.text)]
        return said[-1].text if said else None
    number = [part for part in marked if NUMBER.match(part.text) and part.text[:1].isdigit()]
    return _bare_title((number or marked)[-1].text, words)


def _is_lesser(part: Part, words: Vocabulary) -> bool:
    """A part's title, an author's line, the letterhead."""
    text = part.text.strip(" *")
    letterhead = part.page == 1 and part.rows[0].box.top < HEAD and text.lower() in _body_names()
    return letterhead or words.lesser.fullmatch(text) is not None


@cache
def _body_names() -> frozenset[str]:
    return frozenset(name.lower() for body in bodies().values() for name in body.names)


def _is_prose(part: Part, layout: Layout) -> bool:
    first = part.rows[0]
    return len(part.text) > PROSE and not first.bold and abs(first.size - layout.size) < 0.6


def _is_title(part: Part, layout: Layout, words: Vocabulary) -> bool:
    text, first = part.text.strip(), part.rows[0]
    set_off = first.bold or first.size > layout.size + 0.9 or (text.isupper() and len(text) > 5)
    if not set_off or BRACKETED.match(text) or words.date.fullmatch(text) or not any(c.isalpha() for c in text):
        return False
    return not (words.label.fullmatch(text) or words.adoption.match(text)) and _bare_title(text, words) != ""


def _bare_title(text: str, words: Vocabulary) -> str:
    bare = NUMBER.sub("", text, count=1) if NUMBER.match(text) else text
    prefix = words.title_prefix.match(bare)
    return (bare[prefix.end() :] if prefix else bare).strip(" *")


def status_of(texts: Sequence[str], words: Vocabulary) -> Status | None:
    """Drafts say so in the masthead; adopted texts tell who adopted them and when. The first to be said counts."""
    whole = "\n".join(texts)
    draft, adopted = words.draft.search(whole), words.adopted.search(whole)
    if draft and (not adopted or draft.start() < adopted.start()):
        return "draft"
    return "adopted" if adopted else None


def adoption_date(parts: Sequence[str], closing: Sequence[str], words: Vocabulary) -> str | None:
    """The day in 'Resolution adopted by … on …'; else that of the closing lines."""
    for text in parts:
        if words.adopted.search(text) and (match := words.date.search(text)):
            return iso_date(match, words)
    for text in closing:
        if match := words.date.search(text):
            return iso_date(match, words)
    return None


def revised_by(texts: Sequence[str], words: Vocabulary) -> str | None:
    """What the masthead says that the document revises, as printed."""
    for text in texts:
        match = words.revises.search(text)
        if match:
            return group(match, "text")
    return None
