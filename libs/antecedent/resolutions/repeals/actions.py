"""What a table says of a text's fate: in a cell's words, in a code that a legend explains, by a mark in a column."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from antecedent.resolutions.models import Action
from antecedent.resolutions.repeals.guards import denied, past
from antecedent.resolutions.repeals.vocabulary import CELLS, HEADS, any_of, verbs

Legend = Mapping[str, str]
ACTIONS = "|".join(f"(?P<{action}>{any_of(words)})" for action, words in reversed(CELLS.items()))
BEGIN = re.compile(
    r"\W{0,3}(?:(?:to be|to|for|can be|could be|should be|may be|is|are|à|a|se|para|pour|hereby|suggest(?:ed)?"
    r"|proposed?(?: for| to)?|proposal to|recommend(?:ed)?(?: for| to)?|propuesta de|proposition d') ?){0,3}"
    rf"(?:{ACTIONS})(?!\w)",
    re.IGNORECASE,
)
FATES = re.compile(rf"(?<!\w)(?:{any_of(HEADS['action'])})(?!\w)", re.IGNORECASE)  # of a heading over items
ASIDE = re.compile(r" ?\([^()]*\)[ .;]*$")
SENTENCE = 160  # characters of one in a cell at most
BEFORE_VERB = re.compile(
    r"\b(?:suggest\w*|propos\w*|recommend\w*|recomiend\w*|recommand\w*|propon\w*|sugier\w*|suggèr\w*|shall|should|to be"
    r"|may|can|doit|devrait|debe\w*|convient|procede)\b",
    re.IGNORECASE,
)
CODE = re.compile(
    r"(?<!\w)[\"'(]?(?P<code>[A-Z]{1,4})[\"')]? ?(?:=|[–—:-]|stands for|means|signifie|significa) ?"
    r"[\"']?(?P<words>[^\W\d][^;,.=]{2,40})"
)
MARK = re.compile(r"[xX×✓✔√☑☒●■•]|y|yes|o|oui|s|s[ií]", re.IGNORECASE)
NO = re.compile(r"[-–—☐□]?|n|no|non|n/a", re.IGNORECASE)


def action_of(text: str, legend: Legend) -> str | None:
    """'repeal', 'keep' …: what a cell's words or its code mean; None for other words."""
    if code := legend.get(text.strip(" .()*")):
        return code
    match = BEGIN.match(text)
    return match.lastgroup if match else _said(text)


def _said(text: str) -> str | None:
    """'It is suggested that paragraphs 4 and 5 be repealed': a sentence in a cell."""
    for verb in verbs(text) if len(text) < SENTENCE else ():
        told = BEFORE_VERB.search(text, 0, verb.start) and not denied(text, 0, verb) and not past(text, 0, verb)
        if told and verb.action != "amend":
            return verb.action
    return None


def remarked(text: str) -> Action | None:
    """What a remark at the end of an item says of it: 'Decision 14.5 – completed; delete'; None where it stays."""
    last = re.split(r"(?:[;:,]| [–-]) ", ASIDE.sub("", text).rstrip(" .;"))[-1]
    match = BEGIN.match(last)
    told = match.lastgroup if match and len(last) - match.end() < 4 else None
    return None if told == "keep" else cast("Action | None", told)


def legend_of(texts: Iterable[str]) -> Legend:
    """Codes with their actions out of 'R = repeal; K = keep'; a single one is no legend."""
    for text in texts:
        if "=" in text or "–" in text or ":" in text or " - " in text:
            told = {match["code"]: action_of(match["words"], {}) for match in CODE.finditer(text)}
            if len(told) > 1 and any(told.values()):
                return {code: action or "keep" for code, action in told.items()}
    return {}


def marked(heads: Mapping[int, str], columns: Mapping[int, list[str]]) -> dict[int, str]:
    """Columns whose heads are actions and whose cells are but marks: column → action."""
    found: dict[int, str] = {}
    for column, head in heads.items():
        cells = columns.get(column, [])
        action = action_of(head, {}) if len(head) < 40 else None
        if action and any(map(MARK.fullmatch, cells)) and all(MARK.fullmatch(c) or NO.fullmatch(c) for c in cells):
            found[column] = action
    return found


def by_mark(cells: Mapping[int, str], actions: Mapping[int, str]) -> str:
    """The action of the column that a row marks."""
    return next((actions[column] for column in actions if MARK.fullmatch(cells.get(column, ""))), "keep")
