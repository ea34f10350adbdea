"""How paragraphs are named by texts that repeal them: '3', '4(b)', 'preamble 3', 'annex 2, paragraph 8'."""

import re
from collections.abc import Mapping

from antecedent.resolutions.models import Document, Paragraph

_ANNEX = re.compile(r"^(annex|annexe|anexo|appendix|appendice|apéndice)\b\s*([ivx]+\b|\d+|[a-z]\b)?", re.IGNORECASE)
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def labels_of(document: Document) -> dict[str, tuple[str, ...]]:
    """Paragraph id → every label that covers it, its own first: ('4(b)', '4'); one without any has none."""
    by_id = {paragraph.id: paragraph for paragraph in document.paragraphs}
    labels: dict[str, tuple[str, ...]] = {}
    part, section, recitals = "", "", 0
    for paragraph in document.paragraphs:
        if paragraph.kind == "heading":
            part, section = _part(paragraph, part), _section(paragraph, section)
            continue
        recitals += paragraph.kind == "preambular"
        own = _own(paragraph, by_id, recitals, part)
        labels[paragraph.id] = _covering(own, labels.get(paragraph.parent or "", ()), part, section)
    return labels


def own_label(document: Document, paragraph: str) -> str | None:
    """The first label of a paragraph, None where it has no number."""
    covering = labels_of(document).get(paragraph, ())
    return covering[0] if covering else None


def normal(label: str) -> str:
    """A label without padding and odd spaces: ' 4 (b)' is '4(b)', 'Annex II' is 'annex 2'."""
    text = re.sub(r"\s*([(),])\s*", r"\1", " ".join(label.casefold().split())).replace(",", ", ")
    text = re.sub(r"^(?:operative )?(?:paragraph|para\.?|alinéa|párrafo) (?=[\d(])", "", text)
    return re.sub(r"\b(annex|section|appendix) ([ivx]+)\b", lambda m: f"{m[1]} {arabic(m[2])}", text)


def arabic(number: str) -> str:
    """'II' → '2'; what is no Roman number up to XV stays."""
    folded = number.casefold().strip("().")
    return str(_NUMERALS.index(folded) + 1) if folded in _NUMERALS else number


def _part(paragraph: Paragraph, part: str) -> str:
    found = _ANNEX.match(paragraph.text)
    if not found:
        return part
    noun = "appendix" if found[1].casefold().startswith("ap") else "annex"
    return f"{noun} {arabic(found[2])}" if found[2] else noun


def _section(paragraph: Paragraph, section: str) -> str:
    if _ANNEX.match(paragraph.text):
        return ""
    return f"section {arabic(paragraph.number)}" if paragraph.number else section


def _own(paragraph: Paragraph, by_id: Mapping[str, Paragraph], recitals: int, part: str) -> str | None:
    if paragraph.kind == "preambular":
        return f"preamble {recitals}"
    numbers: list[str] = []
    step: Paragraph | None = paragraph
    while step:
        numbers.insert(0, _bracketed(step.number, bool(step.parent)))
        step = by_id.get(step.parent or "")
    number = "".join(numbers)
    return (f"{part}, paragraph {number}" if part else number) if paragraph.number else None


def _bracketed(number: str | None, below: bool) -> str:
    bare = (number or "").strip("().")
    return f"({bare})" if below and bare and not (number or "").isdigit() else bare


def _covering(own: str | None, above: tuple[str, ...], part: str, section: str) -> tuple[str, ...]:
    places = [part, part.split(" ")[0] if part else "", section]
    found = [own or "", *above, *places]
    return tuple(dict.fromkeys(label for label in found if label))
