"""How the texts that a draft cites stand, as far as the documents at hand and the corpus tell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from antecedent.resolutions.findings import Comparison, Finding, assess
from antecedent.resolutions.models import Document, Trace
from antecedent.resolutions.register import Known, Register, build
from antecedent.resolutions.status import status


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """The status of a cited text, and what made it so."""

    status: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds a trace: standings by symbol as cited, and the findings on the draft."""

    standings: Mapping[str, CitedText]
    findings: tuple[Finding, ...]


def surroundings(trace: Trace, at: str, corpus: Iterable[Document] = (), known: Sequence[Known] = ()) -> Context:
    """Status of every cited text at a date, and what to look at."""
    documents = {document.sha256: document for document in (*corpus, *trace.priors, trace.draft)}
    register = build(documents.values(), known)
    comparison = Comparison(base=trace.base, links=trace.links)
    symbols = {citation.symbol for citation in trace.draft.citations if citation.symbol}
    return Context(
        standings={symbol: _standing(register, symbol, at) for symbol in symbols},
        findings=assess(trace.draft, register, {trace.draft.sha256: comparison}),
    )


def _standing(register: Register, symbol: str, at: str) -> CitedText:
    found = status(register, symbol, at)
    if found.status == "revised":
        return CitedText(status=found.status, note=f"now {found.version}" if found.version else "")
    if found.status in ("repealed", "partly-repealed"):
        by = [event for event in found.events if event.effect == "adopted" and event.action != "revise"]
        return CitedText(status=found.status, note=f"by {by[-1].by}" if by and by[-1].by else "")
    return CitedText(status=found.status)
