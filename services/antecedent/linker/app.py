"""Wires the linker: connections are made here and handed on."""

from functools import partial

from antecedent.contracts.events import DocumentLinked, DocumentParsed, DocumentRejected, FindingsChanged, PriorChanged
from antecedent.contracts.topics import LINKER, topic_of
from antecedent.linker.assessing import Assessor
from antecedent.linker.handlers import Linker
from antecedent.linker.searching import Search
from antecedent.linker.settings import Settings
from antecedent.resolutions.models import Document
from antecedent.runtime.assembly import Base, assemble
from antecedent.runtime.broker import consume, on_topic
from antecedent.runtime.computing import looked, traced, warm
from antecedent.runtime.sandbox import Sandbox
from antecedent.runtime.service import Service, run


def build(settings: Settings) -> Service:
    """The service, ready to run; nothing is connected yet."""
    base = assemble(settings, "linker")
    sandbox = Sandbox(traced, limits=settings.limits, workers=settings.workers)
    assessor = Assessor(session=base.session, events=base.events, metrics=base.metrics)
    looks = Sandbox(looked, limits=settings.limits, workers=settings.workers)
    search = Search(sandbox=looks, kept=settings.index)
    linker = Linker(**base.parts(), sandbox=sandbox, search=search, assessor=assessor)
    subscribe(base, settings, linker)
    return base.service(
        before=(partial(warm, sandbox, Document(sha256=""), ()), search.warm),
        beside=(assessor.assess,),
        closing=(sandbox.close, search.close),
    )


def subscribe(base: Base, settings: Settings, linker: Linker) -> None:
    # One consumer for both, so that what concerns one document mostly meets in one replica, and there in one lane.
    both = consume(base.broker, settings, LINKER, topic_of(DocumentParsed), topic_of(PriorChanged))
    both(linker.parsed, filter=on_topic(DocumentParsed))
    both(linker.prior_changed, filter=on_topic(PriorChanged))
    base.events.announce(DocumentLinked, PriorChanged, DocumentRejected, FindingsChanged)


def main() -> None:
    run(build(Settings()))


if __name__ == "__main__":
    main()
