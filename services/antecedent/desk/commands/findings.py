"""`antecedent findings`: what to look at before the meeting."""

import click

from antecedent.desk import options
from antecedent.desk.printing import dump

KEYS = "--mark-seen"


@click.command()
@click.argument("names", nargs=-1, metavar="[SHA256|SYMBOL]...")
@options.as_json
@click.option("--unseen", is_flag=True, help="Leave out what was marked as seen.")
@click.option(KEYS, "mark", multiple=True, metavar="KEY", help="Mark a finding as seen, by its key.")
@click.option("--unmark", multiple=True, metavar="KEY", help="Take the mark back.")
def command(
    names: tuple[str, ...], as_json: bool, unseen: bool, mark: tuple[str, ...], unmark: tuple[str, ...]
) -> None:
    """List what a Secretariat would want to know of these documents, or of all in the corpus.

    Citations of repealed, replaced or future texts; repeals of what is repealed, unknown or replaced; paragraphs that a
    consolidation forgets; drafts that change the same paragraph; tracked changes that do not tell the truth.
    """
    from antecedent.desk.asking import held, held_documents
    from antecedent.resolutions.answers import finding_json
    from antecedent.resolutions.findings import assess, find

    if mark or unmark:
        _mark(mark, unmark)
    if names:
        known = held_documents(names)
        ordered = sorted({document.sha256: document for document in known.named}.items())
        found = [one for _, document in ordered for one in assess(document, known.register, known.comparisons)]
    else:
        known = held()
        found = list(find(known.register, known.comparisons))
    if unseen:
        found = [finding for finding in found if finding.key not in known.seen]
    if as_json:
        click.echo(dump([finding_json(finding, finding.key in known.seen) for finding in found]))
        return
    from antecedent.desk.telling import print_findings

    print_findings(found, known)


def _mark(mark: tuple[str, ...], unmark: tuple[str, ...]) -> None:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from antecedent.desk.corpus import in_corpus
    from antecedent.store.register import mark_seen, mark_unseen

    async def work(session: AsyncSession) -> None:
        await mark_seen(session, mark)
        await mark_unseen(session, unmark)

    in_corpus(work)
