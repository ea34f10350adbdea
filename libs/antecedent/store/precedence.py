"""Which of two documents may be the other's prior, as far as dates, sessions and drafts tell."""

from typing import Protocol

from antecedent.store.keys import symbol_key, work_key


class Dated(Protocol):
    """What both a Document and its row know."""

    @property
    def symbol(self) -> str | None: ...
    @property
    def body(self) -> str | None: ...
    @property
    def session(self) -> str | None: ...
    @property
    def status(self) -> str | None: ...
    @property
    def adopted(self) -> str | None: ...


def may_precede(prior: Dated, later: Dated) -> bool:
    """False only where something says that `prior` is not the earlier text; a draft precedes its own adoption."""
    if prior.adopted and later.adopted:
        return prior.adopted < later.adopted
    if prior.status == "draft":
        return later.status == "adopted" or _is_earlier_revision(prior, later)
    before, after = _session(prior), _session(later)
    if prior.body == later.body and before is not None and after is not None:
        return before < after
    return True


def _is_earlier_revision(prior: Dated, later: Dated) -> bool:
    """'…/L.5' before '…/L.5/Rev.1': drafts of one work, never two rival drafts."""
    if not prior.symbol or not later.symbol or work_key(prior.symbol) != work_key(later.symbol):
        return False
    return symbol_key(prior.symbol) < symbol_key(later.symbol)


def _session(document: Dated) -> int | None:
    return int(document.session) if document.session and document.session.isdigit() else None
