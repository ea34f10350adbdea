"""How the texts that a draft cites stand, as far as the documents at hand and the corpus tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from antecedent.resolutions.findings import Comparison, Finding, assess
from antecedent.resolutions.lineage import Node, ancestry, descents, to_svg
from antecedent.resolutions.models import Document, Trace
from antecedent.resolutions.register import Register, build
from antecedent.resolutions.status import status


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedText:
    """The status of a cited text, and what made it so."""

    status: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What surrounds a trace: standings by symbol as cited, findings on the draft, and drawn chains by paragraph."""

    standings: Mapping[str, CitedText]
    findings: tuple[Finding, ...]
    lineage: Mapping[str, str] = field(default_factory=dict[str, str])  # SVG, where a chain passes several texts


def surroundings(
    trace: Trace,
    at: str,
    corpus: Register | None = None,
    comparisons: Mapping[str, Comparison] | None = None,
) -> Context:
    """Status of every cited text at a date, what to look at, and where paragraphs have been.

    `corpus` is what else is known, `comparisons` the links of its documents: rivals and longer chains come from them.
    """
    around = corpus or build(())
    documents = {**around.documents, **{one.sha256: one for one in (*trace.priors, trace.draft)}}
    register = build(documents.values(), around.known, around.meetings)
    traced = dict(comparisons or {}) | {trace.draft.sha256: Comparison(base=trace.base, links=trace.links)}
    symbols = {citation.symbol for citation in trace.draft.citations if citation.symbol}
    return Context(
        standings={symbol: _standing(register, symbol, at) for symbol in symbols},
        findings=assess(trace.draft, register, traced),
        lineage=_drawn(register, trace.draft, traced),
    )


def _drawn(register: Register, draft: Document, comparisons: Mapping[str, Comparison]) -> dict[str, str]:
    """Chains of the draft's paragraphs that pass at least two earlier texts; shorter ones the comparison shows."""
    steps = descents(register, comparisons)
    chains = {one.id: ancestry(register, steps, Node(draft.sha256, one.id)) for one in draft.paragraphs}
    return {
        paragraph: to_svg(chain)
        for paragraph, chain in chains.items()
        if len({station.node.document for station in chain.stations}) > 2
    }


def _standing(register: Register, symbol: str, at: str) -> CitedText:
    found = status(register, symbol, at)
    if found.status == "revised":
        return CitedText(status=found.status, note=f"now {found.version}" if found.version else "")
    if found.status in ("repealed", "partly-repealed"):
        by = [event for event in found.events if event.effect == "adopted" and event.action != "revise"]
        return CitedText(status=found.status, note=f"by {by[-1].by}" if by and by[-1].by else "")
    return CitedText(status=found.status)
