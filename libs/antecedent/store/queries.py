"""Every query of the store under one name, each a function that takes the session."""

from antecedent.store.candidates import Candidate, drafts_waiting_for, priors_for
from antecedent.store.documents import (
    all_documents,
    documents_by_symbol,
    documents_like,
    load_document,
    load_documents,
    parsed_hashes,
    save_document,
)
from antecedent.store.fates import (
    document_state,
    lock_document,
    record_attempt,
    record_rejected,
    record_stage,
    stuck_documents,
)
from antecedent.store.links import SavedTrace, load_links, load_trace, recall_trace, save_links
from antecedent.store.listing import Listed, list_register
from antecedent.store.sources import (
    load_extraction_blob,
    receive_document,
    register_source,
    save_extraction,
    source_deleted,
    sources_under,
)
from antecedent.store.stamps import linked_since, parsed_at, traced_at

__all__ = [
    "Candidate",
    "Listed",
    "SavedTrace",
    "all_documents",
    "document_state",
    "documents_by_symbol",
    "documents_like",
    "drafts_waiting_for",
    "linked_since",
    "list_register",
    "load_document",
    "load_documents",
    "load_extraction_blob",
    "load_links",
    "load_trace",
    "lock_document",
    "parsed_at",
    "parsed_hashes",
    "priors_for",
    "recall_trace",
    "receive_document",
    "record_attempt",
    "record_rejected",
    "record_stage",
    "register_source",
    "save_document",
    "save_extraction",
    "save_links",
    "source_deleted",
    "sources_under",
    "stuck_documents",
    "traced_at",
]
