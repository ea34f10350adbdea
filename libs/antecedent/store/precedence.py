"""Which of two documents may be the other's prior, as far as dates, sessions and drafts tell."""

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.dates import day
from antecedent.store.keys import symbol_key, work_key
from antecedent.store.tables import DocumentRow

Dated = Document | DocumentRow


def may_precede(prior: Dated, later: Dated) -> bool:
    """Whether `prior` may be the earlier text: an adopted one unless something says no, a draft only with a reason.

    A draft precedes the text that its own meeting adopted, and its own revisions.
    """
    before, after = (_session(prior), _session(later)) if prior.body == later.body else (None, None)
    if prior.adopted and later.adopted:
        vague = min(len(prior.adopted), len(later.adopted)) < len("2017-10-28")  # a month alone: the meetings decide
        if vague and before is not None and after is not None:
            return before < after
        return day(prior.adopted) < day(later.adopted)
    if prior.status == "draft":
        at_one_meeting = before is not None and before == after
        return (at_one_meeting and later.status == "adopted") or _is_earlier_revision(prior, later)
    return before is None or after is None or before < after


def _is_earlier_revision(prior: Dated, later: Dated) -> bool:
    """'…/L.5' before '…/L.5/Rev.1': drafts of one work, never two rival drafts."""
    if not prior.symbol or not later.symbol or work_key(prior.symbol) != work_key(later.symbol):
        return False
    return symbol_key(prior.symbol) < symbol_key(later.symbol)


def _session(document: Dated) -> int | None:
    return int(document.session) if document.session and document.session.isdigit() else None
