"""`antecedent export`: documents of the corpus in other forms."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from antecedent.desk.corpus import Found

FORMS = ("json", "csv", "xlsx", "docx", "html", "akn")
ENDINGS = {"akn": "xml"}
BINARY = ("xlsx", "docx")


@click.command()
@click.argument("names", nargs=-1, metavar="[SHA256|SYMBOL]...")
@click.option("--format", "form", type=click.Choice(FORMS), default="json", show_default=True, help="What to write.")
@click.option("--out", type=click.Path(path_type=Path), help="A file for one document, a folder for several.")
def command(names: tuple[str, ...], form: str, out: Path | None) -> None:
    """Write documents of the corpus with their links: all of them, or those named.

    csv, xlsx, docx and html are the comparison with what the document comes from; akn is Akoma Ntoso (AKN4UN).
    """
    from antecedent.desk.corpus import in_corpus
    from antecedent.desk.writers import DOCUMENTS, write

    found = in_corpus(lambda session: _recall_all(session, names))
    one_file = out is not None and len(found) == 1 and not out.is_dir() and bool(out.suffix)
    if out is None and (form in BINARY or (len(found) > 1 and form != "json")):
        raise click.UsageError(f"Name a place for {form} with --out.")
    for one in found:
        data = DOCUMENTS[form](one)
        if out is None:
            sys.stdout.buffer.write(data.rstrip() + b"\n")
        else:
            write(out if one_file else out / _file_name(one, form), data)


async def _recall_all(session: "AsyncSession", names: tuple[str, ...]) -> "list[Found]":
    from antecedent.desk.commands.show import recall
    from antecedent.store.queries import parsed_hashes

    return [await recall(session, name) for name in names or await parsed_hashes(session)]


def _file_name(found: "Found", form: str) -> str:
    """'A_RES_79_75.json'; with the beginning of the hash where the document has no symbol."""
    draft = found.trace.draft
    stem = re.sub(r"[^\w.-]+", "_", draft.symbol or f"{Path(draft.file).stem}-{draft.sha256[:8]}")
    return f"{stem}.{ENDINGS.get(form, form)}"
