"""Every metric of our own, in one list, with its meaning. Stages: received, extracted, parsed, linked.

FastStream adds `faststream_…` (messages received, processed, published, their durations and exceptions).
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
AGE = (0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200)


class Metrics:
    """One for a process, on a registry that is passed to it."""

    def __init__(self, registry: CollectorRegistry | None = None) -> None:
        self.registry = reg = registry or CollectorRegistry()
        # Documents that left a stage, by outcome: done, same (nothing new), rejected.
        self.documents = Counter("antecedent_documents", "Documents by stage", ["stage", "outcome"], registry=reg)
        # Seconds from taking a message in hand to the end of its stage.
        self.seconds = Histogram(
            "antecedent_stage_seconds", "Seconds by stage", ["stage"], buckets=SECONDS, registry=reg
        )
        # Seconds from a document's arrival to its links.
        self.latency = Histogram("antecedent_drop_to_link_seconds", "From arrival to links", buckets=AGE, registry=reg)
        self.pages = Counter("antecedent_pages", "Pages extracted", registry=reg)
        self.paragraphs = Counter("antecedent_paragraphs", "Paragraphs parsed", ["kind"], registry=reg)
        # Links written, by relation: unchanged, amended, split, merged, new, deleted.
        self.links = Counter("antecedent_links", "Links by relation", ["relation"], registry=reg)
        self.citations = Counter("antecedent_citations", "Citations parsed", registry=reg)
        # Citations that name no document for sure.
        self.unresolved = Counter("antecedent_citations_unresolved", "Citations without a symbol", registry=reg)
        # Findings that appeared, by kind and severity.
        self.findings = Counter("antecedent_findings", "Findings by kind", ["kind", "severity"], registry=reg)
        # Documents refused, by the code that `antecedent list --failed` shows.
        self.rejects = Counter("antecedent_rejects", "Rejected documents by code", ["code"], registry=reg)
        # Documents in the database, by state; the same from each replica that reports it.
        self.states = Gauge("antecedent_documents_in_state", "Documents by state", ["state"], registry=reg)
        # Seconds since the oldest document that is neither linked nor rejected arrived; 0 when there is none.
        self.queue_age = Gauge(
            "antecedent_queue_age_seconds", "Age of the oldest document not yet linked", registry=reg
        )
        # Messages of a topic that this replica's partitions still hold for it.
        self.lag = Gauge("antecedent_consumer_lag", "Messages behind, by topic", ["topic"], registry=reg)
        # Second and later tries of a message, by topic.
        self.retries = Counter("antecedent_retries", "Retries by topic", ["topic"], registry=reg)
        self.dead_letters = Counter("antecedent_dead_letters", "Dead letters by origin topic", ["topic"], registry=reg)
        # Documents that the sweep found stuck and drove again.
        self.redriven = Counter("antecedent_redriven", "Documents driven again by the sweep", registry=reg)
        # Unix time of the last complete listing of each watched place.
        self.swept = Gauge("antecedent_swept_timestamp_seconds", "Last listing", ["place"], registry=reg)
