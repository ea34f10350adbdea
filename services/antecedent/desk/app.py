"""The `antecedent` command. Subcommands are modules of desk/commands, imported when they are called, not before."""

import os
import sys
from importlib import import_module

import click

# Name → what it does. The module is commands/<name>.py with '_' for '-', its click command is `command`.
COMMANDS = {
    "parse": "Read PDFs into paragraphs, citations and repeals.",
    "trace": "Show which earlier paragraph each paragraph of a draft comes from.",
    "add": "Put PDFs into the corpus and link them.",
    "list": "List the corpus: every document with its fate.",
    "show": "Show a document of the corpus with its links.",
    "watch": "Put every PDF that appears in a folder into the corpus.",
    "export": "Write documents of the corpus as JSON, CSV, XLSX, DOCX or Akoma Ntoso.",
    "status": "Tell whether a text is in force, and what touched it.",
    "findings": "List what to look at before the meeting.",
    "lineage": "Follow a paragraph or a text back through its versions.",
    "consolidate": "Write the text as it would read if adopted.",
    "known": "Import a list of known texts and check it against the documents.",
    "reprocess": "Parse and link documents anew after an update, and tell what changed.",
    "dead-letters": "List, show and replay messages that the services gave up.",
}

EXIT_CODES = """\b
Exit status:
  0    done
  1    done, but some files were rejected (each is named, with its reason)
  2    wrong use: an option or argument is missing or not understood
  3    not found: the corpus has no such document or text
  4    the corpus cannot be opened or written
  130  stopped by Ctrl-C"""


class LazyGroup(click.Group):
    """A group that knows its commands' names and summaries without importing them, so that --help is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"antecedent.desk.commands.{cmd_name.replace('-', '_')}")
        return module.command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


antecedent = LazyGroup(
    "antecedent",
    help="Paragraph lineage for treaty-body resolutions: what a draft keeps, changes, adds and drops, with the "
    "evidence.",
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
click.version_option(package_name="antecedent")(antecedent)


def main() -> None:
    """Runs the command and ends the process with one of the documented statuses."""
    try:
        status = antecedent.main(standalone_mode=False)
    except click.Abort:
        click.echo("Stopped.", err=True)
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except BrokenPipeError:  # `antecedent … | head`: whoever read has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status if isinstance(status, int) else 0)


if __name__ == "__main__":
    main()
