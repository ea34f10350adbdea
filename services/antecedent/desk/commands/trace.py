"""`antecedent trace`: a draft → its antecedents."""

from pathlib import Path

import click

from antecedent.desk.printing import dump, report_rejected


@click.command()
@click.argument("draft", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--against", "priors", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A prior."
)
@click.argument("more", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(draft: Path, priors: tuple[Path, ...], more: tuple[Path, ...], as_json: bool) -> None:
    """Trace each paragraph of DRAFT to the paragraphs of the priors that it comes from."""
    from antecedent.resolutions.align import trace

    from antecedent.desk.reading import read_all
    from antecedent.resolutions.output import trace_json

    readings = list(read_all((draft, *priors, *more)))
    for reading in readings:
        if reading.rejected:
            report_rejected(reading.path, reading.rejected)
    documents = [reading.document for reading in readings if reading.document]
    if len(documents) < len(readings):
        raise SystemExit(1)
    click.echo(dump(trace_json(trace(documents[0], tuple(documents[1:])))))
