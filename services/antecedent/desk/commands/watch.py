"""`antecedent watch`: a folder → the corpus, for as long as it runs."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from antecedent.desk import options

if TYPE_CHECKING:
    from antecedent.desk.corpus import Corpus


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rest", type=click.FloatRange(min=0.05), default=2.0, show_default=True, help="Seconds between looks.")
@click.option("--poll", is_flag=True, help="Look at every file each time, for network shares that tell of nothing.")
@options.jobs
@options.limits
def command(
    folder: Path, rest: float, poll: bool, jobs: int | None, seconds: float | None, megabytes: int | None
) -> None:
    """Put every PDF that appears in FOLDER, or below it, into the corpus, until Ctrl-C.

    What lies there already is taken first. A file is taken when its size and time rest and its end is there.
    """
    from watchfiles import watch

    from antecedent.desk.corpus import open_corpus
    from antecedent.desk.reading import cores, within
    from antecedent.desk.watching import Folder

    watched = Folder(path=folder, patience=30 * rest)
    hints = watch(
        folder, yield_on_timeout=True, rust_timeout=int(rest * 1000), force_polling=poll or None, raise_interrupt=False
    )
    click.echo(f"Watching {folder}; Ctrl-C ends it.", err=True)
    with open_corpus() as corpus:
        watched.ready(time.time())  # the first look: what rests until the next one is taken
        for _ in hints:
            if paths := watched.ready(time.time()):
                _take(corpus, paths, jobs or cores(), within(seconds, megabytes))


def _take(corpus: "Corpus", paths: list[Path], jobs: int, limits: object) -> None:
    from antecedent.desk.intake import take

    taken = take(corpus, paths, jobs=jobs, limits=limits)  # type: ignore[arg-type]
    clock = time.strftime("%H:%M:%S")
    counts = f"{taken.added} added, {taken.known} known before, {taken.rejected} rejected, {taken.linked} linked"
    click.echo(f"{clock}  {', '.join(path.name for path in paths)}: {counts}")
