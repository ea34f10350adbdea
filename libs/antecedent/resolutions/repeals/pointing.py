"""Where a verb points to, and what a heading says of the texts below it."""

import re
from dataclasses import dataclass

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.vocabulary import NOUN
from antecedent.resolutions.models import Action, Paragraph
from antecedent.resolutions.repeals.clauses import Ending
from antecedent.resolutions.repeals.lists import KEEPS, TABLE, Label, is_head, referred, same
from antecedent.resolutions.repeals.passages import Passage
from antecedent.resolutions.repeals.tables import kind_of
from antecedent.resolutions.repeals.vocabulary import verbs, word

# A list of what has been before.
BEFORE = re.compile(
    r"previous|already|earlier|formerly|history|status|déjà|antérieur|précédemment|anterior|previamente|historial",
    re.IGNORECASE,
)
FOR = re.compile(r"\b(?:for|propos\w+|propuest\w+|suggested|recommended|para)\b", re.IGNORECASE)  # 'for deletion'
LISTED = word("list_words")
TEXTS = word("announced")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A verb whose texts are listed elsewhere."""

    ending: Ending
    wanted: Label | None
    table: bool
    kind: str | None  # of text, if it speaks of one kind


def pointer_of(passage: Passage, ending: Ending) -> Pointer | None:
    """Where a verb without texts of its own points to; None when it points nowhere."""
    segment = ending.segment
    sentence = passage.text[segment.start : segment.end]
    table = bool(TABLE.search(sentence))
    wanted = referred(sentence)
    if not (table or wanted or LISTED.search(sentence) or sentence.rstrip().endswith(":")):
        return None
    return Pointer(ending, wanted, table, kind_of(sentence))


def pointing(pointers: list[Pointer], here: tuple[Label, ...]) -> Pointer | None:
    """The verb that gives a table its effect: the one that points to its annex, else one that speaks of a table."""
    by_label = (one for one in pointers if one.wanted and any(same(one.wanted, label) for label in here))
    by_word = (one for one in pointers if (one.table or one.wanted is None) and not _elsewhere(one.wanted, here))
    return next(by_label, None) or next(by_word, None)


def _elsewhere(wanted: Label | None, here: tuple[Label, ...]) -> bool:
    """Whether another annex is meant than the one that a table stands in."""
    return wanted is not None and any(label[0] == wanted[0] for label in here)


def of_heading(text: str) -> Action | None:
    """What the texts of a list suffer by its heading."""
    if KEEPS.search(text) or BEFORE.search(text) or not (NOUN.search(text.lower()) or TEXTS.search(text)):
        return None
    told = ("participle", "noun") if FOR.search(text) else ("participle",)
    return next((verb.ends for verb in verbs(text) if verb.voice in told and verb.action != "amend"), None)


def headed_action(paragraphs: tuple[Paragraph, ...], index: int) -> tuple[Action, str] | None:
    """What the heading over a table says of its texts, and its words."""
    for paragraph in reversed(paragraphs[: index + 1]):
        if not is_head(paragraph):
            return None
        text = plain(paragraph.text)
        if action := of_heading(text):
            return action, text
    return None
