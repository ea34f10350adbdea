"""What was found → what is shown: the comparison and what surrounds it, as of today."""

from datetime import UTC, datetime

from antecedent.desk.corpus import Found
from antecedent.resolutions.comparison import Comparison, compare
from antecedent.resolutions.standing import Context, surroundings


def present(found: Found) -> tuple[Comparison, Context]:
    """Ready for a writer, or for the terminal."""
    today = datetime.now(UTC).date().isoformat()
    context = surroundings(found.trace, today, found.corpus, found.comparisons)
    documents = found.corpus.documents.values() if found.corpus else ()
    return compare(found.trace, tuple(documents)), context
