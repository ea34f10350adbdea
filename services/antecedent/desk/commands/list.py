"""`antecedent list`: the register."""

from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump

if TYPE_CHECKING:
    from antecedent.store.queries import Listed

COLOURS = {"linked": "green", "rejected": "red"}


@click.command()
@click.option("--failed", is_flag=True, help="Only documents that were rejected.")
@options.as_json
def command(failed: bool, as_json: bool) -> None:
    """List the corpus: every document with its state, the latest change first."""
    from antecedent.desk.corpus import in_corpus
    from antecedent.store.queries import list_register

    rows = in_corpus(lambda session: list_register(session, failed=failed))
    if as_json:
        click.echo(dump([row.json() for row in rows]))
    elif rows:
        _print(rows)
    else:
        click.echo("Nothing was rejected." if failed else "The corpus is empty: `antecedent add FILE.pdf` fills it.")


def _print(rows: "list[Listed]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="dim")
    for head in ("Hash", "Symbol", "Title", "State", "Paragraphs", "Links"):
        table.add_column(head, justify="right" if head in ("Paragraphs", "Links") else "left", overflow="fold")
    for row in rows:
        state = f"[{COLOURS.get(row.state, 'yellow')}]{row.state}[/]" + (f" ({row.code})" if row.code else "")
        title = row.title or row.reason or row.sources[0].rsplit("/", 1)[-1]
        table.add_row(row.sha256[:8], row.symbol or "–", title, state, str(row.paragraphs), str(row.links))
    Console(highlight=False).print(table)
