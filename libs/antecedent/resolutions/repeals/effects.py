"""Proposed or adopted: drafts, bracketed text, texts that another body is asked to adopt."""

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.voices import recommends
from antecedent.resolutions.models import Document, Effect


def proposed_from(document: Document) -> dict[str, Effect]:
    """Each paragraph's effect, by id: all of a draft is proposed, and what another body is asked to adopt."""
    effect: Effect = "proposed" if document.status == "draft" else "adopted"
    found: dict[str, Effect] = {}
    open_brackets = 0
    for paragraph in document.paragraphs:
        text = plain(paragraph.text)
        bracketed = open_brackets > 0
        found[paragraph.id] = "proposed" if bracketed else effect
        if paragraph.kind != "preambular" and recommends(text):
            effect = "proposed"
        open_brackets = max(0, open_brackets + text.count("[") - text.count("]"))
    return found


def in_brackets(text: str, at: int) -> bool:
    """Whether an offset stands inside square brackets."""
    return text.count("[", 0, at) > text.count("]", 0, at)
