"""Wires the linker: connections are made here and handed on."""

from antecedent.contracts.events import DocumentLinked, DocumentParsed, DocumentRejected, PriorChanged
from antecedent.contracts.topics import LINKER, topic_of
from antecedent.linker.handlers import Linker
from antecedent.linker.settings import Settings
from antecedent.runtime.assembly import Base, assemble
from antecedent.runtime.broker import subscription
from antecedent.runtime.computing import traced
from antecedent.runtime.sandbox import Sandbox
from antecedent.runtime.service import Service, run


def build(settings: Settings) -> Service:
    """The service, ready to run; nothing is connected yet."""
    base = assemble(settings, "linker")
    sandbox = Sandbox(traced, workers=settings.workers)
    linker = Linker(**base.parts(), sandbox=sandbox)
    subscribe(base, settings, linker)
    return base.service(closing=(sandbox.close,))


def subscribe(base: Base, settings: Settings, linker: Linker) -> None:
    options = subscription(settings, LINKER)
    base.broker.subscriber(topic_of(DocumentParsed), **options)(linker.parsed)
    base.broker.subscriber(topic_of(PriorChanged), **options)(linker.prior_changed)
    base.events.announce(DocumentLinked, PriorChanged, DocumentRejected)


def main() -> None:
    run(build(Settings()))


if __name__ == "__main__":
    main()
