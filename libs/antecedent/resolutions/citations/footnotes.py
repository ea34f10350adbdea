"""'Ibid.' in a footnote: the source that the note before ends on."""

import re
from dataclasses import replace

from antecedent.resolutions.citations.pinpoints import pinpoint_at
from antecedent.resolutions.citations.symbols import Mention

Source = Mention | None
IBID = re.compile(r"\b[Ii]bid(?:em|\.)?|\b[Ii]d\.(?=[, ])|\bÍdem\b|\bibíd\.|\bIbíd\.")
# Behind it: another volume or session of a series, so no longer the same document.
OTHER = re.compile(
    r",? (?:vol|t(?:ome)?\b|[A-ZÉ][a-zé-]+(?:-[a-z]+)? [Ss]es|Supp|\d{4},|No\b|no\b|n°|núm)", re.IGNORECASE
)
PART = re.compile(r",? ?(?=\w)")
SERIES = re.compile(r"Treaty Series|Recueil des Traités|Treaty Ser|vol\. \d+,", re.IGNORECASE)


def in_note(text: str, found: tuple[Mention, ...], source: Source) -> tuple[Mention, ...]:
    """The note's mentions, 'Ibid.' among them where the note before ended on a document."""
    added: list[Mention] = []
    for match in IBID.finditer(text):
        before = [mention for mention in found if mention.end <= match.start()]
        meant = before[-1] if before else source
        if meant is None or OTHER.match(text, match.end()):
            continue
        gap = PART.match(text, match.end())
        point = pinpoint_at(text, gap.end(), len(text)) if gap else None
        part = text[point.start : point.end] if point else None
        added.append(replace(meant, start=match.start(), end=match.end(), pinpoint=part, noun=None))
    return tuple(sorted((*found, *added), key=lambda mention: mention.start)) if added else found


def source_of(text: str, found: tuple[Mention, ...], source: Source) -> Source:
    """What an 'Ibid.' in the next note would mean."""
    if found:
        return found[-1]
    return source if IBID.match(text) and not SERIES.search(text) and source else None
