"""`antecedent consolidate`: the texts as they would read if a draft were adopted."""

from pathlib import Path

import click

from antecedent.desk import options
from antecedent.desk.printing import dump


@click.command()
@click.argument("name", metavar="SHA256|SYMBOL")
@options.as_json
@click.option("--docx", type=options.NEW_FILE, help="Write the readings and the table as a Word document.")
@click.option("--xlsx", type=options.NEW_FILE, help="Write the table as a workbook.")
def command(name: str, as_json: bool, docx: Path | None, xlsx: Path | None) -> None:
    """Write what would stand if this draft of the corpus were adopted.

    The draft's own text, every text of which it repeals something, with that marked, and the consolidation table:
    proposed paragraph, source, action (retain, amend, new, repeal, merge, split, move).
    """
    from antecedent.desk.asking import chosen, held_documents
    from antecedent.resolutions.answers import reading_json, row_json
    from antecedent.resolutions.consolidate import consolidation, readings
    from antecedent.resolutions.findings import Comparison

    known = held_documents([name])
    draft = chosen(known.named)
    comparison = known.comparisons.get(draft.sha256) or Comparison(base=None, links=())
    texts, rows = readings(known.register, draft), consolidation(known.register, draft, comparison)
    if as_json:
        answer = {
            "draft": draft.sha256,
            "base": comparison.base,
            "texts": [reading_json(text) for text in texts],
            "table": [row_json(row) for row in rows],
        }
        click.echo(dump(answer))
    for path, form in ((docx, "docx"), (xlsx, "xlsx")):
        if path:
            from antecedent.desk.writers import write
            from antecedent.resolutions.exports.consolidated import consolidation_docx, consolidation_xlsx

            write(path, (consolidation_docx if form == "docx" else consolidation_xlsx)(texts, rows))
            click.echo(f"Written: {path}", err=True)
    if not (as_json or docx or xlsx):
        from antecedent.desk.telling import print_readings

        print_readings(texts)
