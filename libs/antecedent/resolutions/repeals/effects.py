"""Proposed or adopted: drafts, bracketed text, texts that another body is asked to adopt."""

import re

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.voices import recommends
from antecedent.resolutions.models import Document, Effect

DRAFT = re.compile(r"(?:draft|proposed|projets? de|proyectos? de|proposition|propuesta)\b", re.IGNORECASE)


def proposed_from(document: Document) -> dict[str, Effect]:
    """Each paragraph's effect, by id: all of a draft is proposed, and what another body is asked to adopt."""
    effect: Effect = general(document)
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


def general(document: Document) -> Effect:
    """That of a whole document; where its masthead leaves it open, a heading 'Draft decisions' tells."""
    heads = (plain(one.text) for one in document.paragraphs[:12] if one.kind == "heading")
    open_draft = document.status is None and any(map(DRAFT.match, heads))
    return "proposed" if document.status == "draft" or open_draft else "adopted"


def in_brackets(text: str, at: int) -> bool:
    """Whether an offset stands inside square brackets."""
    return text.count("[", 0, at) > text.count("]", 0, at)
