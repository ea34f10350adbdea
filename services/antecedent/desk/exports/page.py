"""The comparison as one HTML file: no script, nothing fetched, made to be read, filtered and printed."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from antecedent.desk.comparison import Comparison, Piece
from antecedent.desk.comparison.arranging import RELATIONS
from antecedent.desk.comparison.naming import labels_of, name_of
from antecedent.desk.exports.wording import SAYS, WORDS, extent, sentence, verb
from antecedent.desk.standing import Context
from antecedent.resolutions.models import Citation, Document

ICONS = {"unchanged": "=", "amended": "✎", "split": "⑂", "merged": "⑃", "new": "+", "deleted": "−"}
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
        findings=context.findings,
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
        icons=ICONS,
        parts=PARTS,
        standings=context.standings,
        extent=extent,
        verb=verb,
        anchor=lambda paragraph: f"p-{paragraph}",
        meaning=_meaning,
        flagged=lambda piece: _flagged(piece, context),
    )
    return environment


def _css() -> str:
    """The style with one rule a relation: its box unchecked hides its rows."""
    hide = [f"body:has(#show-{r}:not(:checked)) .rows tr.{r} {{ display: none; }}" for r in RELATIONS]
    hide.append("body:has(#only-moved:checked) .rows tr.row:not(.is-moved) { display: none; }")
    return (Path(__file__).parent / "comparison.css").read_text(encoding="utf-8").replace("FILTERS", "\n".join(hide))


def _facts(document: Document) -> str:
    dated = " ".join(part for part in (document.status, document.adopted) if part)
    pages = f"{document.pages} pages" if document.pages != 1 else "1 page"
    file = document.file if document.symbol else ""
    title = document.title or ""
    return " · ".join(part for part in (title, dated, pages, file) if part)


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
            place = citation.paragraph or ""
            found += [place] if place not in found else []
    return list(places.items())


def _warnings(comparison: Comparison) -> list[str]:
    documents = (comparison.draft, *comparison.priors)
    return [f"{name_of(document)}: {warning}" for document in documents for warning in document.warnings]
