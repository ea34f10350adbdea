"""All findings of a register, or those of one document: what the linker and the command ask for."""

from collections.abc import Iterator, Mapping

from antecedent.resolutions.findings.carrying import competing, orphaned
from antecedent.resolutions.findings.citing import citing
from antecedent.resolutions.findings.finding import Comparison, Finding
from antecedent.resolutions.findings.marking import marking
from antecedent.resolutions.findings.repealing import Mentions, mentions_of, repealing
from antecedent.resolutions.models import Document
from antecedent.resolutions.register.models import Register

_RANK = {"high": 0, "medium": 1, "low": 2}


def find(register: Register, comparisons: Mapping[str, Comparison]) -> tuple[Finding, ...]:
    """Findings on every document of the register, the gravest first within a document.

    `comparisons` has the links of each draft that was traced, by its sha256.
    """
    mentions = mentions_of(register)
    found = [
        finding
        for document in register.documents.values()
        for finding in _of(register, document, comparisons.get(document.sha256), mentions)
    ]
    return _arranged([*found, *competing(register, comparisons)])


def assess(document: Document, register: Register, comparisons: Mapping[str, Comparison]) -> tuple[Finding, ...]:
    """Findings on one document of the register: what the linker asks for when a document arrives."""
    found = _of(register, document, comparisons.get(document.sha256), mentions_of(register))
    rivals = (finding for finding in competing(register, comparisons) if finding.document == document.sha256)
    return _arranged([*found, *rivals])


def _of(register: Register, document: Document, comparison: Comparison | None, mentions: Mentions) -> Iterator[Finding]:
    yield from citing(register, document)
    yield from repealing(register, document, mentions)
    if comparison and document.status != "adopted":
        yield from orphaned(register, document, comparison)
        yield from marking(register, document, comparison)


def _arranged(findings: list[Finding]) -> tuple[Finding, ...]:
    once = {finding.key: finding for finding in findings}
    return tuple(sorted(once.values(), key=lambda finding: (finding.document, _RANK[finding.severity])))
