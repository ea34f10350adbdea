"""The whole way of many files into the corpus: read in processes, written in batches, then linked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from antecedent.desk.adding import Added, add, is_current, place
from antecedent.desk.corpus import Corpus
from antecedent.desk.linking import link, refresh, waiting
from antecedent.desk.printing import report_rejected
from antecedent.desk.progress import with_bar
from antecedent.desk.reading import Reading, identify, read_all
from antecedent.resolutions.extract.limits import DEFAULT, Limits

BATCH = 20  # files a transaction: what is read is not lost when the command is stopped


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many files were new, known before or rejected, and how many documents were linked."""

    added: int = 0
    known: int = 0
    rejected: int = 0
    linked: int = 0


def take(corpus: Corpus, paths: Sequence[Path], *, jobs: int = 1, limits: Limits = DEFAULT) -> Taken:
    """Reads, keeps and links; rejected files are named on stderr. What is known already is not read again."""
    unread = [reading.path for reading in map(identify, paths) if not _known(corpus, reading)]
    taken, due = Taken(known=len(paths) - len(unread)), list[str]()
    readings = with_bar(read_all(unread, jobs=jobs, keep=True, limits=limits), len(unread), "Reading")
    for batch in _batches(readings):
        added = corpus.do(lambda session, batch=batch: add(session, corpus.blobs, batch))
        taken = _counted(taken, added)
        due += [one.reading.sha256 for one in added if one.reading.document]
    return replace(taken, linked=_link(corpus, due))


def _known(corpus: Corpus, reading: Reading) -> bool:
    """A content that this release has read already: only its place is noted."""
    known = corpus.do(lambda session: is_current(session, reading.sha256))
    if known:
        corpus.do(lambda session: place(session, reading))
    return known


def _link(corpus: Corpus, due: Iterable[str]) -> int:
    hashes = corpus.do(lambda session: waiting(session, due))
    if hashes:
        corpus.do(lambda session: refresh(session, corpus.index))
    for sha256 in with_bar(hashes, len(hashes), "Linking"):
        corpus.do(lambda session, sha256=sha256: link(session, sha256, corpus.index))
    return len(hashes)


def _counted(taken: Taken, added: Sequence[Added]) -> Taken:
    rejected = [(one.reading.path, one.reading.rejected) for one in added if one.reading.rejected]
    for path, error in rejected:
        report_rejected(path, error)
    new = sum(one.new for one in added if not one.reading.rejected)
    return replace(
        taken,
        added=taken.added + new,
        known=taken.known + len(added) - new - len(rejected),
        rejected=taken.rejected + len(rejected),
    )


def _batches(readings: Iterator[Reading]) -> Iterator[list[Reading]]:
    while batch := list(islice(readings, BATCH)):
        yield batch
