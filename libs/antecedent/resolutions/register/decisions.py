"""Documents of many decisions: which paragraphs each of them is."""

from dataclasses import replace

from antecedent.resolutions.bodies import Form, bodies
from antecedent.resolutions.models import Document, Paragraph
from antecedent.resolutions.register.names import is_placeholder, name_of


def decisions_in(document: Document) -> dict[str, tuple[Paragraph, ...]]:
    """Its decisions by their symbols, with what stands under each; none of numbers that are still to be given."""
    body = bodies().get(document.body or "")
    forms = [form for form in body.forms if form.type == "decision"] if body else []
    found: dict[str, list[Paragraph]] = {}
    owners: dict[str, str] = {}  # paragraph → the decision that it belongs to
    for one in document.paragraphs:
        symbol = owners.get(one.parent) if one.parent else _symbol(one, forms)
        if symbol:
            owners[one.id] = symbol
            found.setdefault(symbol, []).append(one)
    return {symbol: tuple(paragraphs) for symbol, paragraphs in found.items()}


def _symbol(paragraph: Paragraph, forms: list[Form]) -> str | None:
    number = paragraph.number or ""
    found = next(((form, match) for form in forms if (match := form.number.fullmatch(number))), None)
    if paragraph.kind != "decision" or found is None or is_placeholder(number):
        return None
    form, match = found
    groups = match.groupdict()
    return form.canonical(groups, (groups.get("letters") or "").strip())


def part_of(document: Document, work: str) -> Document:
    """What the document says of one work: a decision alone where it holds several, else all of it."""
    for symbol, paragraphs in decisions_in(document).items():
        if name_of(symbol).work == work:
            return replace(document, symbol=symbol, title=None, paragraphs=paragraphs)
    return document
