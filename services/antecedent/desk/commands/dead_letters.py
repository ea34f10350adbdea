"""`antecedent dead-letters`: messages of the services that were given up, and putting them back."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump
from antecedent.desk.problems import NotFound

if TYPE_CHECKING:
    from antecedent.runtime.letters import Letter


command = click.Group("dead-letters", help="Messages of the services that were given up: why, and put back.")


@command.command("list")
@options.as_json
def list_(as_json: bool) -> None:
    """List the dead letters with their reasons."""
    found = asyncio.run(_read())
    if as_json:
        click.echo(dump([letter.json() for letter in found]))
        return
    for letter in found:
        click.echo(f"{letter.id}  {letter.at}  {letter.topic}  {letter.document[:12]}  {letter.error}: {letter.reason}")
    click.echo(f"{len(found)} dead letters")


@command.command()
@click.argument("letter")
def show(letter: str) -> None:
    """Show one with its value, headers and origin."""
    click.echo(dump(_chosen(asyncio.run(_read()), [letter], everything=False)[0].json()))


@command.command()
@click.argument("letter", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All of them.")
def replay(letter: tuple[str, ...], everything: bool) -> None:
    """Put dead letters back on the topics they came from. Doing it twice changes nothing."""
    from antecedent.runtime.letters import replay as put_back
    from antecedent.runtime.settings import Settings

    if not letter and not everything:
        raise click.UsageError("Name letters as `antecedent dead-letters list` shows them, or say --all.")
    chosen = _chosen(asyncio.run(_read()), letter, everything)
    click.echo(f"{asyncio.run(put_back(Settings(), chosen))} put back")


async def _read() -> "list[Letter]":
    from antecedent.runtime.letters import letters
    from antecedent.runtime.settings import Settings

    return [letter async for letter in letters(Settings())]


def _chosen(found: "Sequence[Letter]", ids: Sequence[str], everything: bool) -> "list[Letter]":
    if everything:
        return list(found)
    by_id = {letter.id: letter for letter in found}
    if unknown := [name for name in ids if name not in by_id]:
        raise NotFound(f"No dead letter {', '.join(unknown)}. `antecedent dead-letters list` shows them.")
    return [by_id[name] for name in ids]
