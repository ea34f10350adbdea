"""Names of AKN4UN: where a text lives (work, expression), and the eIds of its parts."""

import re

from antecedent.resolutions.models import Document, Paragraph
from antecedent.resolutions.register.names import name_of, work_symbol

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGES = {"en": "eng", "fr": "fra", "es": "spa", "ar": "ara", "ru": "rus", "zh": "zho", "de": "deu", "pt": "por"}
# Bodies whose name in AKN4UN is settled; others go by their key.
_BODIES = {"UNGA": "un-ga", "SC": "un-sc", "ECOSOC": "un-ecosoc", "HRC": "un-hrc"}


def work_uri(symbol: str, *, body: str | None, date: str | None) -> str:
    """'/akn/un/statement/deliberation/un-ga/2016-10-13/71-4'; without its date where nobody knows it."""
    place = _BODIES.get(body or "", _slug(body or "un"))
    parts = ["/akn/un/statement/deliberation", place, date or "", _number(work_symbol(symbol), body)]
    return "/".join(part for part in parts if part)


def expression_uri(work: str, *, language: str | None, date: str | None) -> str:
    """'…/eng@2013-12-12'; a revision is a new expression of its work."""
    return f"{work}/{language_code(language)}@{date or ''}"


def language_code(language: str | None) -> str:
    """ISO 639-2 of the two letters; 'und' where the language is not known."""
    return LANGUAGES.get(language or "", "und")


def two_letters(code: str | None) -> str | None:
    """The other way."""
    return next((two for two, three in LANGUAGES.items() if three == code), None)


def element_ids(document: Document) -> dict[str, str]:
    """Paragraph id → eId: 'para_2__list_1__point_a'; what has no number is counted."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for paragraph in document.paragraphs:
        above = found.get(paragraph.parent or "")
        wanted = f"{above}__list_1__point_{_bare(paragraph)}" if above else _top(paragraph)
        found[paragraph.id] = _free(wanted, taken)
        taken.add(found[paragraph.id])
    return found


def clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\t\n")


def _top(paragraph: Paragraph) -> str:
    noun = {"preambular": "container", "heading": "hcontainer", "annex": "att_para"}.get(paragraph.kind, "para")
    return f"{noun}_{_bare(paragraph)}"


def _bare(paragraph: Paragraph) -> str:
    return re.sub(r"[^0-9A-Za-z]+", "-", paragraph.number or "").strip("-") or "1"


def _free(wanted: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    stem = wanted.removesuffix("_1")
    return next(one for n in range(2, len(taken) + 3) if (one := f"{stem}_{n}") not in taken)


def _number(symbol: str, body: str | None) -> str:
    """The part of a symbol that numbers the text: '71-4', '11-10', 'conf-12-8'."""
    words = re.findall(r"[0-9a-z]+", name_of(symbol).work)
    while len(words) > 1 and not words[0].isdigit() and words[0] not in ("conf",):
        words.pop(0)
    return "-".join(words) or _slug(body or "text")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
