"""The comparison as one HTML file: no script, nothing fetched, made to be read, filtered and printed."""

# Jinja types its globals as unknown.
# pyright: reportUnknownMemberType=false

from collections.abc import Iterable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from antecedent.resolutions.comparison import Comparison, Piece, Row
from antecedent.resolutions.comparison.arranging import RELATIONS
from antecedent.resolutions.comparison.naming import labels_of, name_of
from antecedent.resolutions.exports.wording import SAYS, WORDS, extent, percent, sentence, successor, verb
from antecedent.resolutions.models import Citation, Document
from antecedent.resolutions.standing import Context

PARTS = {"preamble": "Preamble", "body": "Operative part", "annex": "Annexes"}
FLAGGED = ("repealed", "revised", "partly-repealed")


def comparison_page(comparison: Comparison, context: Context) -> str:
    """The page's HTML."""
    environment = _environment(context)
    macros: Any = environment.get_template("paragraph.html.j2").module
    return environment.get_template("comparison.html.j2").render(
        c=comparison,
        css=Markup(_css()),
        paragraph=macros.paragraph,
        redline=macros.redline,
        labels=labels_of(comparison.draft),
        priors=sorted(comparison.priors, key=lambda prior: prior != comparison.base),
        findings=context.findings,
        lineage={paragraph: Markup(drawn) for paragraph, drawn in context.lineage.items()},
        cited=_cited(comparison.draft.citations),
        warnings=_warnings(comparison),
        sentence=Markup(sentence(comparison, "<b>{}</b>")),
    )


def _environment(context: Context) -> Environment:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update(
        version=version("antecedent"),
        name=name_of,
        facts=_facts,
        words=WORDS,
        says=SAYS,
        parts=PARTS,
        standings=context.standings,
        extent=extent,
        percent=percent,
        verb=verb,
        successor=successor,
        same=_same,
        anchor=_anchor,
        meaning=_meaning,
        flagged=partial(_flagged, context=context),
    )
    return environment


def _css() -> str:
    """The style with one rule a relation: its box unchecked hides its rows."""
    hide = [f"body:has(#show-{r}:not(:checked)) .rows tr.{r} {{ display: none; }}" for r in RELATIONS]
    hide.append("body:has(#only-moved:checked) .rows tr.row:not(.is-moved) { display: none; }")
    return (Path(__file__).parent / "comparison.css").read_text(encoding="utf-8").replace("FILTERS", "\n".join(hide))


def _anchor(paragraph: str) -> str:
    return f"p-{paragraph}"


def _facts(document: Document, titled: bool = True) -> str:
    dated = " ".join(part for part in (document.status, document.adopted) if part)
    pages = f"{document.pages} pages" if document.pages != 1 else "1 page"
    file = document.file if document.symbol else ""
    title = (document.title or "") if titled else ""
    return " · ".join(part for part in (title, dated, pages, file) if part)


def _same(row: Row) -> bool:
    """Both sides print the same, to the letter: once is enough."""
    sides = [[text.paragraph.text for text in side.texts] for side in (row.draft, row.prior)]
    return row.relation == "unchanged" and sides[0] == sides[1]


def _meaning(citation: Citation) -> str:
    if citation.symbol:
        return " ".join(part for part in (citation.symbol, citation.pinpoint) if part)
    return f"one of {', '.join(citation.candidates)}" if citation.candidates else "not resolved"


def _flagged(piece: Piece, context: Context) -> bool:
    """Only at the end of a citation, and only where a reader has to act."""
    citation = piece.citation
    if citation is None or citation.symbol is None or not citation.printed.endswith(piece.text):
        return False
    standing = context.standings.get(citation.symbol)
    return standing is not None and standing.status in FLAGGED


def _cited(citations: Iterable[Citation]) -> list[tuple[str, list[str]]]:
    """Cited symbols in the order of their first mention, each with its paragraphs."""
    places: dict[str, list[str]] = {}
    for citation in citations:
        if citation.symbol:
            found = places.setdefault(citation.symbol, [])
            place = citation.paragraph or (f"page {citation.page}" if citation.page else "outside the paragraphs")
            found += [place] if place not in found else []
    return list(places.items())


def _warnings(comparison: Comparison) -> list[str]:
    documents = (comparison.draft, *comparison.priors)
    return [f"{name_of(document)}: {warning}" for document in documents for warning in document.warnings]
