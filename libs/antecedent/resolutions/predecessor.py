"""Which earlier text a document continues: the yearly resolution of the same title, the version before, the base."""

import re
from collections.abc import Iterable

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.names import Name, name_of

# What each kind of evidence counts for; a title's likeness alone must be nearly whole.
_REVISES, _WORK, _CITED, _ENOUGH = 3.0, 2.0, 0.5, 0.75


def predecessor(document: Document, candidates: Iterable[Document]) -> Document | None:
    """The candidate that the document succeeds, None where none is likely.

    Weighs what it says it revises, a common number, likeness of titles (0 to 1) and whether it cites the candidate;
    among equals the youngest. Candidates that are not older, or of another body, do not count.
    """
    cited = frozenset(name_of(citation.symbol) for citation in document.citations if citation.symbol)
    older = [one for one in candidates if _is_older(one, document)]
    ranked = sorted(older, key=lambda one: (weight(document, one, cited), one.adopted or "", one.sha256))
    return ranked[-1] if ranked and weight(document, ranked[-1], cited) >= _ENOUGH else None


def weight(document: Document, candidate: Document, cited: frozenset[Name]) -> float:
    """How much speaks for the candidate; `cited` are the names that the document cites."""
    from rapidfuzz import fuzz  # here: the command's help does not wait for it

    name = name_of(candidate.symbol) if candidate.symbol else None
    revised = name_of(document.revises).work if document.revises else None
    own = name_of(document.symbol).work if document.symbol else None
    likeness = fuzz.token_sort_ratio(_title(document), _title(candidate)) / 100 if candidate.title else 0.0
    found = likeness if likeness >= 0.6 else 0.0
    found += _REVISES * (name is not None and name.work == revised)
    found += _WORK * (name is not None and name.work == own)
    return found + (_CITED if found and name in cited else 0.0)


def _is_older(candidate: Document, document: Document) -> bool:
    if candidate.sha256 == document.sha256 or candidate.status == "draft":
        return False
    if candidate.body and document.body and candidate.body != document.body:
        return False
    if candidate.adopted and document.adopted:
        return candidate.adopted < document.adopted
    return _session(candidate) <= _session(document)


def _session(document: Document) -> int:
    return int(document.session) if document.session and document.session.isdecimal() else 0


def _title(document: Document) -> str:
    return " ".join(re.findall(r"\w+", (document.title or "").casefold()))
