"""The italic phrase at a paragraph's head, and whom the paragraph speaks to."""

import re
from functools import cache

from antecedent.resolutions.structure.numbering import read_number
from antecedent.resolutions.structure.vocabulary import Vocabulary, vocabulary

LONGEST = 14  # words; italics that go on are emphasis or a title
REACH = 220  # characters from the head in which addressees stand
END = re.compile(
    r"\s(?:to\s+(?!the\b)[a-z]|à\s+\w+(?:er|ir|re)\b|de\s+\w+(?:er|ir|re)\b|d['’]\w+(?:er|ir|re)\b|que\b|a\s+que\b|that\b)|[:;]"
)
ADDRESSING = re.compile(
    r"(?:\w+,?\s+){0,3}?(?:requests?|invites?|urges?|calls?\s+(?:up)?on|encourages?|instructs?|directs?|asks?|appeals?\s+to|"
    r"recommends?\s+(?:to|that)?|authoriz?s?es|mandates?|tasks?|reminds?|demands?|prie|invite|demande|engage|exhorte|encourage|charge|"
    r"appelle|autorise|recommande|pide|invita|exhorta|alienta|solicita|insta|encarga|encomienda|autoriza|recomienda|llama)\b",
    re.I,
)


def lead_of(italics: str, text: str, *, leads: bool) -> str | None:
    """The italic head without number and closing punctuation; None where there is none or all is in italics."""
    if not leads or not italics:
        return None
    number = read_number(italics)
    head = (number.rest if number and not text.startswith(italics[:4]) else italics).strip(" ,;:.[")
    return head if head and len(head.split()) <= LONGEST and text.lstrip("[").startswith(head) else None


def addressees_of(text: str, language: str | None) -> tuple[str, ...]:
    """Whom an operative paragraph asks, as printed: 'Requests the Secretariat, in consultation with …, to …'."""
    match = ADDRESSING.match(text)
    if match is None:
        return ()
    reach = text[match.end() : match.end() + REACH]
    end = END.search(reach)
    return named_addressees(reach[: end.start()] if end else reach, vocabulary(language))


def named_addressees(text: str, words: Vocabulary) -> tuple[str, ...]:
    """Those of the language's known addressees that a text names, in order, each once."""
    found = (match[0] for match in _names(words.languages).finditer(text.replace("’", "'")))
    return tuple(dict.fromkeys(found))


@cache
def _names(languages: tuple[str, ...]) -> re.Pattern[str]:
    words = vocabulary(languages[0] if len(languages) == 1 else None)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words.addressees))})\b", re.I)
