"""Wires ingest: connections are made here and handed on."""

from functools import partial

from antecedent.contracts.events import DocumentExtracted, DocumentReceived, DocumentRejected
from antecedent.contracts.topics import HINTS, INGEST, topic_of
from antecedent.ingest.handlers import Ingest
from antecedent.ingest.settings import Settings
from antecedent.ingest.sweeping import Sweep
from antecedent.ingest.watching import Watcher
from antecedent.runtime.assembly import Base, assemble
from antecedent.runtime.broker import consume
from antecedent.runtime.computing import extracted, warm
from antecedent.runtime.places import Place
from antecedent.runtime.sandbox import Sandbox
from antecedent.runtime.service import Service, run
from antecedent.store.blobs import open_blobs, open_store


def build(settings: Settings) -> Service:
    """The service, ready to run; nothing is connected yet."""
    base = assemble(settings, "ingest")
    sandbox = Sandbox(extracted, limits=settings.limits, workers=settings.workers)
    blobs = open_blobs(settings.blobs, settings.access)
    ingest = Ingest(**base.parts(), blobs=blobs, sandbox=sandbox, rest=settings.rest_seconds, limits=settings.limits)
    places = tuple(Place(url, open_store(url, settings.access)) for url in settings.watch)
    watcher = Watcher(places=places, ingest=ingest, engine=base.engine, every=settings.sweep_seconds)
    sweep = Sweep(settings=settings, **base.parts())
    subscribe(base, settings, ingest, watcher)
    return base.service(
        before=(partial(warm, sandbox, b""),),
        beside=(watcher.watch, sweep.sweep, sweep.gauge),
        closing=(sandbox.close,),
    )


def subscribe(base: Base, settings: Settings, ingest: Ingest, watcher: Watcher) -> None:
    consume(base.broker, settings, INGEST, topic_of(DocumentReceived))(ingest.extract)
    if settings.bucket_events_topic:
        consume(base.broker, settings, HINTS, settings.bucket_events_topic)(watcher.bucket_event)
    base.events.announce(DocumentReceived, DocumentExtracted, DocumentRejected)


def main() -> None:
    run(build(Settings()))


if __name__ == "__main__":
    main()
