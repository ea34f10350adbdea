"""`antecedent add`: PDFs → the corpus."""

from dataclasses import asdict
from pathlib import Path

import click

from antecedent.desk import options
from antecedent.desk.printing import dump
from antecedent.desk.problems import REJECTED


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.PDF_OR_FOLDER)
@options.as_json
@options.jobs
@options.limits
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    jobs: int | None,
    seconds: float | None,
    megabytes: int | None,
) -> None:
    """Put FILES (PDFs, or folders of them) into the corpus and link them with what is there.

    Adding the same file twice changes nothing. Drafts whose earlier text arrives only now are linked again.
    """
    from antecedent.desk.corpus import open_corpus
    from antecedent.desk.intake import take
    from antecedent.desk.reading import cores, pdfs, within

    with open_corpus() as corpus:
        taken = take(corpus, pdfs(files), jobs=jobs or cores(), limits=within(seconds, megabytes))
    if as_json:
        click.echo(dump(asdict(taken)))
    else:
        click.echo(
            f"{taken.added} added, {taken.known} known before, {taken.rejected} rejected; {taken.linked} linked."
        )
    if taken.rejected:
        ctx.exit(REJECTED)
