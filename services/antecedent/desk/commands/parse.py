"""`antecedent parse`: PDFs → documents."""

from pathlib import Path

import click

from antecedent.desk.printing import dump, report_rejected


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line for each document.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write one JSON a document here instead.")
def command(files: tuple[Path, ...], as_json: bool, out: Path | None) -> None:
    """Read FILES and print each one's paragraphs, citations and repeals."""
    from antecedent.desk.reading import read_all

    rejected = 0
    if out:
        out.mkdir(parents=True, exist_ok=True)
    for reading in read_all(files):
        if reading.rejected:
            rejected += 1
            report_rejected(reading.path, reading.rejected)
        text = dump(reading.json())
        if out:
            (out / f"{reading.path.stem}.json").write_text(text + "\n", encoding="utf-8")
        else:
            click.echo(text)
    if rejected:
        raise SystemExit(1)
