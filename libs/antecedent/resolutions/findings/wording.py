"""Sentences of findings: names of paragraphs, dates and authors as a Secretariat says them."""

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.labels import labels_of
from antecedent.resolutions.register.models import Event

_DID = {
    "repeal": "repealed",
    "replace": "replaced",
    "retire": "retired",
    "delete": "deleted",
    "renumber": "renumbered",
    "transfer": "transferred",
    "revise": "revised",
}


def place(document: Document, paragraph: str | None) -> str:
    """'Preambular paragraph 1', 'Paragraph 4(b)', 'Heading “Part I”', 'The front page', 'An unnumbered paragraph'."""
    if paragraph is None:
        return "The front page"
    text = next((one.text for one in document.paragraphs if one.id == paragraph and one.kind == "heading"), None)
    if text is not None:
        return f"Heading “{text}”"
    labels = labels_of(document).get(paragraph, ())
    if not labels or (labels[0].startswith(("section", "annex", "appendix")) and "," not in labels[0]):
        return "An unnumbered paragraph"
    if labels[0].startswith("preamble "):
        return f"Preambular paragraph {labels[0].removeprefix('preamble ')}"
    return labels[0].capitalize() if "," in labels[0] else f"Paragraph {labels[0]}"


def name(document: Document) -> str:
    """What people call the document: its symbol, or its file."""
    return document.symbol or document.file or document.sha256[:12]


def told(event: Event) -> str:
    """'UNEP/CMS/Resolution 11.10 (Rev.COP12) repealed on 2017-10-28'."""
    date = f" on {event.date}" if event.date else ""
    return f"{event.by or 'a text without symbol'} {_DID[event.action]}{date}"
