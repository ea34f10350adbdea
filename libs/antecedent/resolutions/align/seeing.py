"""Likely antecedents elsewhere in the corpus, for what is new against the texts compared."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from antecedent.resolutions.models import Link, See, Trace

LIKELY = 0.5  # share of words in common from which a paragraph elsewhere is told
MOST_SEEN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A paragraph elsewhere that is like the one asked for; `score` as a link's."""

    document: str
    paragraph: str
    score: float


Look = Callable[[str], Sequence[Sighting]]


def see_elsewhere(trace: Trace, look: Look) -> Trace:
    """The trace with `see` on its new paragraphs; `look` finds paragraphs like a text, such as a corpus' index does."""
    texts = {p.id: p.text for p in trace.draft.paragraphs}
    known = {trace.draft.sha256, *(prior.sha256 for prior in trace.priors)}
    return replace(trace, links=tuple(_seen(link, texts, known, look) for link in trace.links))


def _seen(link: Link, texts: dict[str, str], known: set[str], look: Look) -> Link:
    if link.relation != "new":
        return link
    found = [one for text in map(texts.__getitem__, link.draft) for one in look(text)]
    likely = [one for one in found if one.score >= LIKELY and one.document not in known]
    best = sorted(likely, key=lambda one: -one.score)[:MOST_SEEN]
    return replace(link, see=tuple(See(document=o.document, paragraph=o.paragraph, score=o.score) for o in best))
