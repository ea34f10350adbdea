"""Roles of citations: those whose text is ended 'repeals', those whose text is amended 'amends'."""

import re
from dataclasses import replace

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.models import Citation, CitationRole, Document
from antecedent.resolutions.repeals.guards import NEGATED
from antecedent.resolutions.repeals.vocabulary import AMENDS, is_glue

PARTS = re.compile(
    r"\b(?:para|párra|annex|anex|append|apénd|section|sección)\w*\.?|\d+|\([a-z]+\)|\b[a-z]\)", re.IGNORECASE
)


def with_roles(document: Document) -> Document:
    """The document, its citations with their roles."""
    ended = {(repeal.paragraph, repeal.symbol) for repeal in document.repeals}
    texts = {
        paragraph.id: plain(paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.kind != "preambular"
        and re.search(r"amend|modif|enmend|enmiend|revis", paragraph.text, re.IGNORECASE)
    }
    if not ended and not texts:
        return document
    return replace(document, citations=tuple(replace(one, role=_role(one, ended, texts)) for one in document.citations))


def _role(citation: Citation, ended: set[tuple[str | None, str]], texts: dict[str, str]) -> CitationRole:
    if (citation.paragraph, citation.symbol) in ended and citation.footnote is None:
        return "repeals"
    if citation.paragraph in texts and citation.start is not None and citation.footnote is None:
        before = texts[citation.paragraph][max(0, citation.start - 90) : citation.start]
        verbs = list(AMENDS.finditer(before))
        if (
            verbs
            and is_glue(PARTS.sub(" ", before[verbs[-1].end() :]))
            and not NEGATED.search(before[: verbs[-1].start()])
        ):
            return "amends"
    return "cites"
