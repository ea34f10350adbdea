"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

PDF = click.Path(exists=True, dir_okay=False, path_type=Path)
PDF_OR_FOLDER = click.Path(exists=True, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON (see docs/output.md).")
jobs = click.option(
    "--jobs", type=click.IntRange(min=1), help="Processes that read files.  [default: one for each core]", metavar="N"
)


def limits(command: Callable[..., Any]) -> Callable[..., Any]:
    """--seconds and --megabytes: how far one file may go before it is rejected."""
    seconds = click.option("--seconds", type=click.FloatRange(min=0.1), help="Longest that one file may take.")
    megabytes = click.option("--megabytes", type=click.IntRange(min=50), help="Most memory that one file may take.")
    return seconds(megabytes(command))
