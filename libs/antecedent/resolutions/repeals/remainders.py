"""Texts of which the parts that stay are named, or that stay but for the parts that end.

Forms: 'retains paragraphs 1 to 3 of Resolution 7.2 and repeals the rest', 'paragraph 4 of … is retained and the
remaining ones are repealed'; 'Resolution 7.2 is retained except paragraphs 4 and 5, which are repealed'.
"""

import re

from antecedent.resolutions.citations.pinpoints import pinpoints
from antecedent.resolutions.citations.symbols import Mention
from antecedent.resolutions.repeals.objects import Target
from antecedent.resolutions.repeals.passages import Passage, Segment
from antecedent.resolutions.repeals.vocabulary import KEEPS, STAYS, Verb, grammar

REST = rf"(?:all )?(?:{grammar('rest')})"
REST_BEHIND = re.compile(rf" {REST}(?![\w-])", re.IGNORECASE)
REST_BEFORE = re.compile(rf"(?<![\w-]){REST} (?:[^\W\d]+ ){{0,4}}$", re.IGNORECASE)
BUT_THESE = re.compile(
    rf"(?<![\w-])(?:{grammar('except')})(?P<parts>[^;:.]{{3,120}}?),? (?:and )?(?:which|qui|que|l[ao]s? cual(?:es)?"
    r"|lesquel(?:le)?s|those) (?:[^\W\d]+ ){0,3}$",
    re.IGNORECASE,
)


def left_over(passage: Passage, segment: Segment, verb: Verb) -> list[Target] | None:
    """What the verb ends where its object is 'the rest', or what an exception names; None where neither is said."""
    text = passage.text
    if but := excepted(text, segment.start, verb):
        points = pinpoints(text, but.start("parts"), but.end("parts"))
        mention = _only(passage, segment, but.start("parts"))
        items = [item for point in points for item in point.items]
        return (
            [Target(mention.symbol, mention.start, mention.end, items)]
            if mention and mention.symbol and items
            else None
        )
    if verb.voice == "active":
        rest = REST_BEHIND.match(text, verb.end)
    else:
        rest = REST_BEFORE.search(text, segment.start, verb.start)
    keeps = KEEPS.search(text, segment.start, verb.start) or STAYS.search(text, segment.start, verb.start)
    return _without_kept(passage, segment, min(verb.start, rest.start())) if rest and keeps else None


def excepted(text: str, start: int, verb: Verb) -> re.Match[str] | None:
    """'… is retained except paragraphs 4 and 5, which are' in front of the verb."""
    but = BUT_THESE.search(text, start, verb.start) if verb.voice != "active" else None
    stays = but and (KEEPS.search(text, start, but.start()) or STAYS.search(text, start, but.start()))
    return but if stays else None


def _without_kept(passage: Passage, segment: Segment, end: int) -> list[Target] | None:
    mention = _only(passage, segment, end)
    kept = [item for point in pinpoints(passage.text, segment.start, end) for item in point.items]
    return (
        [Target(mention.symbol, mention.start, mention.end, None, kept)]
        if mention and mention.symbol and kept
        else None
    )


def _only(passage: Passage, segment: Segment, end: int) -> Mention | None:
    """The one text that is named before; None where there are several."""
    named = [one for one in passage.mentions if segment.start <= one.start and one.end <= end]
    return named[0] if len({one.symbol for one in named}) == 1 else None
