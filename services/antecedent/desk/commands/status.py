"""`antecedent status`: is a text in force, and what touched it?"""

from datetime import UTC, datetime

import click

from antecedent.desk import options
from antecedent.desk.printing import dump


@click.command()
@click.argument("symbol")
@click.option("--at", type=click.DateTime(formats=["%Y-%m-%d"]), help="The day that is asked for.  [default: today]")
@click.option("--paragraph", help="A paragraph of it, as repeals name it: 3, 4(b), preamble 2, annex 1.")
@options.as_json
def command(symbol: str, at: datetime | None, paragraph: str | None, as_json: bool) -> None:
    """Tell whether the text of this SYMBOL is in force, and everything that was done to it.

    The symbol of a revision means that version; one without revision means the first text, which is "revised" once
    a later version has taken its place. Proposals are listed and change nothing.
    """
    from antecedent.desk.asking import held_text, symbol_named
    from antecedent.resolutions.answers import standing_json
    from antecedent.resolutions.status import status

    day = (at or datetime.now(UTC)).date().isoformat()
    register = held_text(symbol)
    standing = status(register, symbol_named(register, symbol), day, paragraph)
    if as_json:
        click.echo(dump(standing_json(standing)))
        return
    from antecedent.desk.telling import print_standing

    print_standing(standing)
