"""`antecedent trace`: a draft → its antecedents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump, report_rejected
from antecedent.desk.problems import REJECTED

if TYPE_CHECKING:
    from antecedent.desk.corpus import Found
    from antecedent.resolutions.models import Document


@click.command()
@click.argument("draft", type=options.PDF)
@click.argument("more", nargs=-1, type=options.PDF, metavar="[PRIOR]...")
@click.option(
    "--against", multiple=True, type=options.PDF, help="An earlier text; more may follow.", metavar="PRIOR..."
)
@options.as_json
@click.option("--html", type=options.NEW_FILE, help="Write a page that shows both texts side by side.")
@click.option("--docx", type=options.NEW_FILE, help="Write the comparison table as a Word document.")
@click.option("--xlsx", type=options.NEW_FILE, help="Write the comparison table as a workbook.")
@options.jobs
@options.limits
@click.pass_context
def command(
    ctx: click.Context,
    draft: Path,
    more: tuple[Path, ...],
    against: tuple[Path, ...],
    as_json: bool,
    html: Path | None,
    docx: Path | None,
    xlsx: Path | None,
    jobs: int | None,
    seconds: float | None,
    megabytes: int | None,
) -> None:
    """Show which earlier paragraph each paragraph of DRAFT comes from, and what changed.

    `antecedent trace DRAFT.pdf --against PRIOR.pdf [PRIOR.pdf ...]` compares with these texts and finds the one that
    the draft revises. Without --against the earlier texts are looked for in the corpus.
    """
    if more and not against:
        raise click.UsageError("Write --against before the earlier texts.")
    from antecedent.desk.reading import cores, within

    documents = _read((draft, *against, *more), jobs or cores(), within(seconds, megabytes))
    if documents is None:
        ctx.exit(REJECTED)
    found = _found(documents, bool(against))
    if as_json:
        from antecedent.resolutions.output import trace_json

        click.echo(dump(trace_json(found.trace)))
    _present(found, html, docx, xlsx, quiet=as_json)


def _read(paths: Sequence[Path], jobs: int, limits: "object") -> "list[Document] | None":
    """All documents, or None when one of them cannot be read."""
    from antecedent.desk.progress import with_bar
    from antecedent.desk.reading import read_all

    readings = list(with_bar(read_all(paths, jobs=jobs, limits=limits), len(paths), "Reading"))  # type: ignore[arg-type]
    for reading in readings:
        if reading.rejected:
            report_rejected(reading.path, reading.rejected)
    documents = [reading.document for reading in readings if reading.document]
    return documents if len(documents) == len(readings) else None


def _found(documents: "list[Document]", against: bool) -> "Found":
    if against:
        from antecedent.desk.corpus import Found
        from antecedent.resolutions.align import trace

        return Found(trace=trace(documents[0], tuple(documents[1:])))
    from antecedent.desk.corpus import trace_in_corpus

    return trace_in_corpus(documents[0])


def _present(found: "Found", html: Path | None, docx: Path | None, xlsx: Path | None, quiet: bool) -> None:
    """Writes what was asked for; the terminal gets the redline when nothing else was."""
    if quiet and not (html or docx or xlsx):
        return
    from antecedent.desk.presenting import present
    from antecedent.desk.writers import write_comparison

    comparison, context = present(found)
    for path, form in ((html, "html"), (docx, "docx"), (xlsx, "xlsx")):
        if path:
            write_comparison(path, form, comparison, context)
            click.echo(f"Written: {path}", err=True)
    if not (quiet or html or docx or xlsx):
        from antecedent.desk.redline import print_redline

        print_redline(comparison, context)
