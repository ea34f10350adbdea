"""What every command prints alike: JSON on stdout, complaints on stderr."""

import json
from pathlib import Path
from typing import Any

import click

from antecedent.resolutions.errors import Rejected


def dump(data: Any) -> str:
    """One line of JSON in plain UTF-8."""
    return json.dumps(data, ensure_ascii=False)


def report_rejected(path: Path, error: Rejected) -> None:
    """Names the file, the code and the way out."""
    click.secho(f"{path}: rejected ({error.code}). {error.reason}", fg="red", err=True)
