"""`antecedent parse`: PDFs → documents."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antecedent.desk import options
from antecedent.desk.printing import dump, report_rejected
from antecedent.desk.problems import REJECTED

if TYPE_CHECKING:
    from antecedent.desk.reading import Reading


@click.command()
@click.argument("files", nargs=-1, required=True, type=options.PDF_OR_FOLDER)
@options.as_json
@click.option("--out", type=options.FOLDER, help="Write one JSON file a document into this folder.")
@options.jobs
@options.limits
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    as_json: bool,
    out: Path | None,
    jobs: int | None,
    seconds: float | None,
    megabytes: int | None,
) -> None:
    """Read FILES (PDFs, or folders of them) and print their paragraphs, citations and repeals.

    All files are tried; those that cannot be read are named on stderr with the way out, and the exit status is 1.
    """
    from antecedent.desk.progress import with_bar
    from antecedent.desk.reading import cores, pdfs, read_all, within

    paths = pdfs(files)
    if out:
        _check_names(paths)
        out.mkdir(parents=True, exist_ok=True)
    rejected = 0
    readings = read_all(paths, jobs=jobs or cores(), limits=within(seconds, megabytes))
    for reading in with_bar(readings, len(paths), "Reading"):
        rejected += reading.rejected is not None
        _put(reading, as_json, out)
    if rejected:
        ctx.exit(REJECTED)


def _put(reading: "Reading", as_json: bool, out: Path | None) -> None:
    if reading.rejected:
        report_rejected(reading.path, reading.rejected)
    if out:
        (out / f"{reading.path.stem}.json").write_text(dump(reading.json()) + "\n", encoding="utf-8")
    elif as_json:
        click.echo(dump(reading.json()))
    elif reading.document:
        from antecedent.desk.outline import print_outline

        print_outline(reading.document)


def _check_names(paths: list[Path]) -> None:
    twice = [stem for stem, count in Counter(path.stem for path in paths).items() if count > 1]
    if twice:
        raise click.UsageError(f"Several files would be written as {twice[0]}.json: parse them into different folders.")
