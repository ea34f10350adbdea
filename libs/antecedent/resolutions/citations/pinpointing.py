"""Which part of a text a mention means: 'paragraph 17 of its resolution 48/18', 'resolution 69/283, annex II'."""

import re
from dataclasses import replace

from antecedent.resolutions.citations.pinpoints import SMALL_UNIT, Pinpoint, pinpoints
from antecedent.resolutions.citations.plain import lower
from antecedent.resolutions.citations.symbols import Mention

LINK = re.compile(
    r",? ?(?:(?:of|to|in|de|du|des|del|de l'|à l'|au|dans|en|al|a|à) ?)?"
    r"(?:(?:the|its|la|le|les|sa|ses|su|sus|el|los|las|document|annexed) ?)*(?:[A-Z][\w' -]{0,60}?)? ?"
)
AFTER = re.compile(r" ?[,(] ?")


def pinpointed(text: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the parts that stand right before or behind them, as printed."""
    if not SMALL_UNIT.search(lower(text)):
        return found
    points = pinpoints(text)
    return tuple(_pointed(text, mention, points) for mention in found)


def _pointed(text: str, mention: Mention, points: tuple[Pinpoint, ...]) -> Mention:
    for point in points:
        before = point.end <= mention.start and mention.start - point.end < 80
        if before and LINK.fullmatch(text[point.end : mention.start]) and text[point.end : mention.start].strip(" ,"):
            return replace(mention, pinpoint=text[point.start : point.end])
        after = AFTER.match(text, mention.end)
        if after and after.end() == point.start:
            return replace(mention, pinpoint=text[point.start : point.end])
    return mention
