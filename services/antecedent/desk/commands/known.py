"""`antecedent known`: a list of texts that somebody keeps, checked against what the documents say."""

from datetime import UTC, datetime
from pathlib import Path

import click

from antecedent.desk import options
from antecedent.desk.printing import dump


@click.command()
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.as_json
def command(file: Path | None, as_json: bool) -> None:
    """Import a CSV or JSON list of texts (symbol, title, date, status) and list where documents contradict it.

    Neither side overwrites the other. Without FILE the list imported before is checked again.
    """
    from antecedent.desk.asking import held
    from antecedent.resolutions.answers import contradiction_json
    from antecedent.resolutions.register.known import contradictions

    if file:
        _import(file)
    found = contradictions(held().register, datetime.now(UTC).date().isoformat())
    if as_json:
        click.echo(dump([contradiction_json(one) for one in found]))
        return
    for one in found:
        click.echo(f"{one.symbol}: {one.field} is {one.listed} in the list, {one.found} by the documents")
    click.echo(f"{len(found)} contradictions", err=True)


def _import(file: Path) -> None:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from antecedent.desk.corpus import in_corpus
    from antecedent.resolutions.register.known import UnreadableList, read_known
    from antecedent.store.register import save_known

    try:
        texts = read_known(file.read_bytes())
    except UnreadableList as error:
        raise click.UsageError(f"{file}: {error}") from error

    async def work(session: AsyncSession) -> None:
        await save_known(session, texts, origin=file.name)

    in_corpus(work)
    click.echo(f"{len(texts)} texts imported", err=True)
