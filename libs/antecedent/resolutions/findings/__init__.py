"""What a Secretariat would want to know before the meeting: `find(register, …)` and `assess(document, …)`."""

from antecedent.resolutions.findings.finding import Comparison, Finding
from antecedent.resolutions.findings.judging import assess, find

__all__ = ["Comparison", "Finding", "assess", "find"]
