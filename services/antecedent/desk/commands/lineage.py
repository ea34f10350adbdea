"""`antecedent lineage`: where a paragraph comes from, and which texts belong together."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump
from antecedent.desk.problems import NotFound

if TYPE_CHECKING:
    from antecedent.resolutions.lineage import Ancestry
    from antecedent.resolutions.models import Document


@click.command()
@click.argument("name", metavar="SHA256|SYMBOL")
@click.option("--paragraph", help="Only this paragraph: its id or its number (3, 4(b), preamble 2).")
@options.as_json
@click.option("--dot", type=options.NEW_FILE, help="Write the chain of the paragraph for Graphviz.")
@click.option("--svg", type=options.NEW_FILE, help="Write the chain of the paragraph as a picture.")
def command(name: str, paragraph: str | None, as_json: bool, dot: Path | None, svg: Path | None) -> None:
    """Follow the paragraphs of a text back through versions and documents, and name its family."""
    from antecedent.desk.asking import chosen, held_documents
    from antecedent.resolutions.answers import ancestry_json, family_json
    from antecedent.resolutions.lineage import Node, ancestry, descents, family
    from antecedent.resolutions.register import find_works

    if (dot or svg) and not paragraph:
        raise click.UsageError("A picture shows one paragraph: name it with --paragraph.")
    known = held_documents([name], family=True)
    document = chosen(known.named)
    steps = descents(known.register, known.comparisons)
    chains = [ancestry(known.register, steps, Node(document.sha256, one)) for one in _wanted(document, paragraph)]
    works = find_works(known.register, document.symbol) if document.symbol else ()
    relatives = [relative for work in works for relative in family(known.register, work)]
    _write(chains[0] if chains else None, dot, svg)
    if as_json:
        answer = {
            "document": document.sha256,
            "symbol": document.symbol,
            "chains": [ancestry_json(chain) for chain in chains],
            "family": family_json(relatives),
        }
        click.echo(dump(answer))
    elif not (dot or svg):
        from antecedent.desk.telling import print_lineage

        print_lineage(document, chains, relatives)


def _wanted(document: "Document", paragraph: str | None) -> list[str]:
    from antecedent.resolutions.register.labels import labels_of, normal

    labels = labels_of(document)
    if paragraph is None:
        return [one.id for one in document.paragraphs if one.kind != "heading"]
    found = [
        one.id for one in document.paragraphs
        if one.id == paragraph or normal(paragraph) in labels.get(one.id, ())[:1]
    ]  # fmt: skip
    if not found:
        raise NotFound(f"{document.symbol or document.file} has no paragraph {paragraph}.")
    return found[:1]


def _write(chain: "Ancestry | None", dot: Path | None, svg: Path | None) -> None:
    from antecedent.desk.writers import write
    from antecedent.resolutions.lineage import to_dot, to_svg

    for path, draw in ((dot, to_dot), (svg, to_svg)):
        if path and chain:
            write(path, draw(chain).encode())
            click.echo(f"Written: {path}", err=True)
