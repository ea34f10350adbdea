"""What stops a command, as exit statuses (documented in app.py) and sentences that tell the way out."""

import click

REJECTED = 1


class NotFound(click.ClickException):
    """The corpus has no such document or text."""

    exit_code = 3


class CorpusUnusable(click.ClickException):
    """The corpus cannot be opened or written."""

    exit_code = 4
