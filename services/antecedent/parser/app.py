"""Wires the parser: connections are made here and handed on."""

from functools import partial

from antecedent.contracts.events import DocumentExtracted, DocumentParsed, DocumentRejected
from antecedent.contracts.topics import PARSER, topic_of
from antecedent.parser.handlers import Parser
from antecedent.parser.settings import Settings
from antecedent.resolutions.models import Extraction
from antecedent.resolutions.recording import dump_extraction
from antecedent.runtime.assembly import Base, assemble
from antecedent.runtime.broker import consume
from antecedent.runtime.computing import understood, warm
from antecedent.runtime.sandbox import Sandbox
from antecedent.runtime.service import Service, run
from antecedent.store.blobs import open_blobs


def build(settings: Settings) -> Service:
    """The service, ready to run; nothing is connected yet."""
    base = assemble(settings, "parser")
    sandbox = Sandbox(understood, limits=settings.limits, workers=settings.workers)
    parser = Parser(**base.parts(), blobs=open_blobs(settings.blobs, settings.access), sandbox=sandbox)
    subscribe(base, settings, parser)
    nothing = dump_extraction(Extraction(pages=(), lines=()))
    return base.service(before=(partial(warm, sandbox, nothing, "", ""),), closing=(sandbox.close,))


def subscribe(base: Base, settings: Settings, parser: Parser) -> None:
    consume(base.broker, settings, PARSER, topic_of(DocumentExtracted))(parser.parse)
    base.events.announce(DocumentParsed, DocumentRejected)


def main() -> None:
    run(build(Settings()))


if __name__ == "__main__":
    main()
