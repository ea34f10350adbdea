"""The `antecedent` command. Subcommands are modules of desk/commands, imported when they are called, not before."""

import sys
from importlib import import_module

import click

# Name → what it does. The module is commands/<name>.py with '_' for '-', its click command is `command`.
COMMANDS = {
    "parse": "Read PDFs into paragraphs, citations and repeals.",
    "trace": "Show which earlier paragraph each paragraph of a draft comes from.",
}

EXIT_CODES = """\b
Exit status:
  0  done
  1  done, but some files were rejected (each is named, with its reason)
  2  wrong use: an option or argument is missing or not understood
  3  not found: the store has no such document or symbol
  4  the store cannot be opened or is at another version
  130  stopped by Ctrl-C"""


class LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"antecedent.desk.commands.{cmd_name.replace('-', '_')}")
        return module.command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="antecedent")
def main() -> None:
    """Paragraph lineage for treaty-body resolutions: what a draft keeps, changes, adds and drops, with the evidence."""


if __name__ == "__main__":
    sys.exit(main())
