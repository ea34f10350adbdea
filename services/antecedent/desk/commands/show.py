"""`antecedent show`: a document of the corpus with its links."""

from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump
from antecedent.desk.problems import NotFound

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from antecedent.desk.corpus import Found


@click.command()
@click.argument("name", metavar="SHA256|SYMBOL")
@options.as_json
def command(name: str, as_json: bool) -> None:
    """Show a document of the corpus with its links. The beginning of its SHA-256 is enough."""
    from antecedent.desk.corpus import in_corpus

    found = in_corpus(lambda session: recall(session, name))
    if as_json:
        from antecedent.resolutions.output import document_json, link_json

        links = [link_json(link) for link in found.trace.links]
        click.echo(dump({"document": document_json(found.trace.draft), "links": links, "base": found.trace.base}))
    elif found.trace.priors:
        _print_redline(found)
    else:
        from antecedent.desk.outline import print_outline

        print_outline(found.trace.draft)


async def recall(session: "AsyncSession", name: str) -> "Found":
    """The kept trace of a document, with the corpus around it; raises NotFound."""
    from antecedent.desk.corpus import surrounded
    from antecedent.desk.naming import find_one
    from antecedent.store.queries import recall_trace

    sha256 = await find_one(session, name)
    trace = await recall_trace(session, sha256)
    if trace is None:
        raise NotFound(f"{name} was received, but not read: `antecedent list --failed` tells why.")
    return await surrounded(session, trace)


def _print_redline(found: "Found") -> None:
    from antecedent.desk.presenting import present
    from antecedent.desk.redline import print_redline

    print_redline(*present(found))
