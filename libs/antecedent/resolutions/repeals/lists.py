"""Lists that a verb points to: annexed ones, and items that follow without hanging on the paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence

from antecedent.resolutions.bodies.numerals import arabic
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.models import Paragraph
from antecedent.resolutions.repeals.vocabulary import grammar, verbs

LABEL = re.compile(
    r"(?P<kind>annex|annexe|anexo|appendix|appendice|apéndice|schedule|attachment|enclosure|table|tableau|cuadro|tabla)s?\b"
    r"(?: (?P<n>[IVXL]+|\d{1,2}|[A-Z])\b)?",
    re.IGNORECASE,
)
KINDS = {
    "annexe": "annex",
    "anexo": "annex",
    "appendice": "appendix",
    "apéndice": "appendix",
    "tableau": "table",
    "cuadro": "table",
    "tabla": "table",
}
TABLE = re.compile(rf"\b(?:{grammar('tables')})\b", re.IGNORECASE)
KEEPS = re.compile(
    r"\b(?:retain(?:ed)?|keep|kept|maintain(?:ed)?|remain(?:s|ing)?|in force|under review|to be reviewed"
    r"|amend(?:ed)?|unchanged|valid"
    r"|maintenir|maintenues?|conserv(?:er|ées?)|en vigueur|mantener|mantenid[oa]s|conservar|en vigor|vigentes?)\b",
    re.IGNORECASE,
)

COUNTED = re.compile(
    r"(?P<word>(?:part|section|partie|parte|sección|list|liste|lista) |)"
    r"(?P<n>[A-Z]|[IVX]+|\d{1,2})(?:[.):]| ?[–-]| ?$)",
    re.IGNORECASE,
)
Label = tuple[str, str | None]


def label(text: str) -> Label | None:
    """('annex', '2') of a heading 'Annex II: …'; None for another paragraph."""
    match = LABEL.match(plain(text).lstrip(" [(*"))
    return _label(match) if match else None


def _label(match: re.Match[str]) -> Label:
    kind = match["kind"].casefold()
    number = match["n"]
    return KINDS.get(kind, kind), (str(arabic(number) or number) if number else None)


def referred(text: str) -> Label | None:
    """The annex, or the table of a number, that a sentence points to."""
    found = [_label(match) for match in LABEL.finditer(text)]
    return next((one for one in found if one[0] != "table" or one[1]), None)


def same(wanted: Label, found: Label | None) -> bool:
    """Whether a heading is the annex meant; an only annex may go without its number."""
    return found is not None and wanted[0] == found[0] and (wanted[1] == found[1] or None in (wanted[1], found[1]))


def annexed(paragraphs: Sequence[Paragraph], wanted: Label) -> Iterator[Paragraph]:
    """The paragraphs under the heading of an annex."""
    inside = False
    for paragraph in paragraphs:
        found = label(paragraph.text) if _may_head(paragraph) else None
        if found and (found[0] == wanted[0] or not inside):
            inside = same(wanted, found)
            if inside and len(paragraph.text) > 60:
                yield paragraph
        elif inside:
            yield paragraph


def ended(items: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The items of a list but its headings, and but those under one that keeps them, whatever stands below it."""
    keeps, shape = False, None
    for item in items:
        if not is_head(item):
            if not keeps:
                yield item
            continue
        text = plain(item.text)
        ends = bool(verbs(text))
        if KEEPS.search(text) and not ends:
            keeps, shape = True, _shape(text)
        elif ends or _shape(text) == shape:
            keeps = False


def is_head(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands over others: a heading, or a short one without a number."""
    bare = paragraph.kind != "subparagraph" and len(paragraph.text) < 120 and not re.search(r"\d", paragraph.text)
    return paragraph.kind == "heading" or bare


def _shape(text: str) -> str:
    """What a heading is counted by: 'part A' and 'A' for 'Part B: …' and 'B. …', nothing where it is not counted."""
    match = COUNTED.match(text)
    return match["word"].lower() + re.sub(r"\d+", "1", re.sub(r"[A-Z]+", "A", match["n"])) if match else ""


def _may_head(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("heading", "annex") or len(paragraph.text) < 120


def labels(paragraphs: Sequence[Paragraph], index: int) -> tuple[Label, ...]:
    """The annex and the table that paragraph `index` stands in, the nearest of each kind."""
    found: dict[str, Label] = {}
    for paragraph in reversed(paragraphs[: index + 1]):
        if _may_head(paragraph) and (one := label(paragraph.text)):
            found.setdefault(one[0], one)
    return tuple(found.values())
