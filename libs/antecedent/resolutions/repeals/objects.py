"""The texts that a verb ends: targets with their parts and exceptions, out of one stretch of text.

Forms: 'paragraphs 3 to 5 and 7 of Resolution 9.6, which …, and paragraph 4 (b) of Resolution 11.09'; 'decision V/4,
paragraphs 1-3 and annex I'; 'Resolutions 7.9 and 8.11, except paragraph 2 of the latter'.
"""

import re
from dataclasses import dataclass, field, replace

from antecedent.resolutions.citations.pinpoints import Pinpoint, groups_at, join, numbers_at, pinpoint_at, pinpoints
from antecedent.resolutions.citations.symbols import Mention
from antecedent.resolutions.repeals.contents import attached, opens
from antecedent.resolutions.repeals.vocabulary import EXCEPT, RELATIVE, STOP, grammar, is_glue

LINK = re.compile(
    r",? ?(?:(?:contained in|of|to|in|under|from|de|du|des|del|de l'|à l'|à la|au|aux|dans|en|al|a la|a|à) ?)"
    r"(?:(?:both|the|its|la|le|les|l'|sa|ses|su|sus|el|los|las|said|operative part of the|annexed to) ?)*"
    r"(?:(?:[A-Z][\w']*|of|and|on|the|des|de|et|y) ?){0,7} ?"
)
IN_PART = r"(?:(?:in part|partially|partly|en partie|partiellement|en parte|parcialmente|only),? ?)?"
BEHIND = re.compile(
    rf" ?(?:[,:(–-] ?{IN_PART}|in part,? ?|in respect of its|as regards|(?:so|as|in so|inso)? ?far as"
    r"|en ce qui concerne|en lo que respecta a) ?"
    r"(?:(?:but only|namely|that is(?: to say)?|i\.e\.|only|à savoir|soit|a saber|es decir)[,:]? ?)?(?:\(? ?"
    r"(?:the|its|ses|sa|son|sus?|el|la|los|las|le|les|l') ?)?$"
    rf"|^ ?,? ?(?:(?:{grammar('connect')}) )?(?:its|their|sus?|ses|son|sa|(?:the|its) (?:corresponding|related"
    r"|associated|accompanying|respective)) $|^ $|^ (?:in|en|dans) (?:its|their|ses|sus?|son|sa) $",
    re.IGNORECASE,
)
# 'Resolution 9.6 and its annex': the whole of it.
WITH_ALL = re.compile(
    r",? (?:and|et|y|together with|along with|ainsi que|así como|junto con) (?:its|their|sus?|ses|son|sa|leurs?) $",
    re.IGNORECASE,
)
# 'its annex excepted', 'paragraph 4 of which remains in force'.
OF_THAT = r"(?:,? (?:thereof|thereto|of which|of the (?:former|latter)|de celles?-ci|dont|de la misma|de esta última))?"
SPARED_BEHIND = re.compile(
    rf"{OF_THAT},? (?:(?:alone |only )?(?:excepted|excluded|apart(?! from)|aside(?! from)|exceptée?s?"
    r"|exclue?s?|exceptuad[oa]s?|excluid[oa]s?)"
    rf"|(?:(?:shall|will|which|qui|que) ){{0,2}}(?:{grammar('stays')}))\b",
    re.IGNORECASE,
)
# '…, but shall leave Annex 1 unaffected'.
KEPT = re.compile(
    rf"(?:[,;]|\b(?:but|and|while|mais|et|pero|y)\b)[^,;.]{{0,25}}\b(?:{grammar('keeps')}|leave)(?: in force)? "
    r"(?:(?:the|its|l'|la|le|les|el|los|las|sus?) ?)?$",
    re.IGNORECASE,
)
RESTRICTED = re.compile(
    r",? (?:only |but )*(?:in respect of|as regards|with (?:regard|respect) to|regarding|(?:so|as|in so|inso)? ?far as"
    r"|en ce qui concerne|pour ce qui est de|s'agissant de|en lo que respecta a|respecto de)"
    r" (?:(?:its|the|ses|sa|son|les?|la|l'|sus?|los|las|el) ?)?",
    re.IGNORECASE,
)
# 'paragraphs 3 and 5 of which have been carried over'.
OF_WHICH = re.compile(r",? (?:of which|of whom|dont|desquel(?:le)?s|de l[ao]s? cual(?:es)?)\b", re.IGNORECASE)
FORMER = re.compile(
    r",? (?:of|to|in|de|du|à|del|al) (?:the |la |le |el )?(?:former|first|premi(?:er|ère)|primer[oa])\b", re.IGNORECASE
)
CONNECTOR = re.compile(
    rf"(?:[,;:]|(?:^|(?<=[\s,;]))(?:{grammar('connect')})(?!\w)|\n) ?(?:[(\[]?[a-z0-9]{{1,3}}[).] ?|[-–•] ?)?",
    re.IGNORECASE,
)
SMALL = re.compile(r"(?:[^\W\d]+'? ?){0,6}")
THEREOF = re.compile(
    r",? ?(?:thereof|thereto|therein|of the (?:latter|said)|of that|de celle-ci|de ce(?:lle|tte)|de esta|de la misma"
    r"|de dicha|de cette)",
    re.IGNORECASE,
)
OF_PRESENT = re.compile(rf",? ?(?:of|to|in|de|du|del|de l'|à|a|en) (?:{grammar('present')})\b", re.IGNORECASE)
QUOTED = re.compile(r'"[^"]{1,400}"')
ASIDE = re.compile(r"\((?!\w{1,4}\))[^()]*\)")
SEE = re.compile(r"\((?:see|cf|voir|véase|as |by |adopted|also|now|formerly)", re.IGNORECASE)
# 'to replace, in paragraph 3 of …, the words': a place, not an object.
PLACE = re.compile(r", ?(?:in|within|from|au|aux|dans|en|à|at) (?:(?:the|la|le|les|l'|el|los|las) ?)?$", re.IGNORECASE)
# 'replaces X and that Y are repealed': another clause, with a verb of its own.
NEW_CLAUSE = re.compile(r"\b(?:that\b|que\b|qu') ?(?!figur|sig|suit)", re.IGNORECASE)
ASYNDETIC = re.compile(r"(?!.* (?:and|et|y) )[^;:]*, (?:(?:the|la|le|les|l'|el|los|las) ?)?", re.IGNORECASE)
OF_ITSELF = re.compile(
    r" (?:having|being|covering|dealing|relating|concerning|remaining|ayant|étant|portant|traitant|demeurant|restant"
    r"|habiendo|siendo|tratando|quedando)\b",
    re.IGNORECASE,
)
BETWEEN_PARTS = re.compile(
    rf"[ ;,.]*(?:(?:{grammar('connect')}))?[ \n]*(?:[(\[]?[a-z0-9]{{1,4}}[).] )?(?:(?:the|its|la|le|les|el|los|las) )?",
    re.IGNORECASE,
)
SECTION = re.compile(r"(?:annex|section|part|chapter|appendix)(?: \w+)?")
TITLE_LIMIT = 320


@dataclass(slots=True)
class Target:
    """A text that is ended: whole when `paragraphs` is None; `start` is where it is named."""

    symbol: str
    start: int
    end: int
    paragraphs: list[str] | None = None
    spared: list[str] = field(default_factory=lambda: list[str]())
    from_: str | None = None  # where the targets of one verb have dates of their own


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    mention: Mention | None = None
    point: Pinpoint | None = None
    spares: bool = False
    stays: bool = False  # by a clause of its own, which adds nothing where but parts end


def tokens(text: str, start: int, end: int, mentions: tuple[Mention, ...]) -> tuple[Token, ...]:
    """Mentions, parts and exceptions in a stretch of plain text, but for what is quoted or an aside."""
    quoted = [match.span() for match in QUOTED.finditer(text, start, end)]
    asides = [match.span() for match in ASIDE.finditer(text, start, end)]
    seen = [span for span in asides if SEE.match(text, span[0])]
    inside = [mention for mention in mentions if start <= mention.start and mention.end <= end and mention.symbol]
    found = [Token(m.start, m.end, mention=m) for m in inside if not _in(m.start, quoted) and not _in(m.start, asides)]
    points = [
        point for point in pinpoints(text, start, end) if not _in(point.start, quoted) and not _in(point.start, seen)
    ]
    for point in points:
        if not _overlaps(point, inside):
            found += [Token(piece.start, piece.end, point=piece) for piece in _shared_out(text, point, inside)]
            if SPARED_BEHIND.match(text, point.end) or KEPT.search(text, max(start, point.start - 50), point.start):
                found.append(Token(point.start, point.start, spares=True, stays=True))
    for match in EXCEPT.finditer(text, start, end):
        if not _in(match.start(), quoted):
            found.append(Token(match.start(), match.end(), spares=True))
            if bare := numbers_at(text, match.end(), end):
                found.append(Token(bare.start, bare.end, point=bare))
    return tuple(sorted(found, key=lambda token: (token.start, token.end)))


def _shared_out(text: str, point: Pinpoint, mentions: list[Mention]) -> tuple[Pinpoint, ...]:
    """The pieces of a run between two texts: 'Resolution 11.4, paragraphs 2 to 6, and Annex 1 to Resolution 10.3'."""
    earlier = [mention for mention in mentions if mention.end <= point.start]
    before = earlier and (text[earlier[-1].end : point.start] == ", " or _spares(text, earlier[-1].end, point.start))
    after = next((mention for mention in mentions if mention.start >= point.end), None)
    groups = groups_at(text, point.start, point.end) if before and after else []
    if len(groups) < 2 or not after or not LINK.fullmatch(text[point.end : after.start]):
        return (point,)
    items = tuple(item for group in groups[:-1] for item in group.items)
    return Pinpoint(point.start, groups[-2].end, items), groups[-1]


def _spares(text: str, start: int, end: int) -> bool:
    """Whether 'except' ends a stretch."""
    return any(match.end() >= end - 4 for match in EXCEPT.finditer(text, start, end))


def _in(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _overlaps(point: Pinpoint, mentions: list[Mention]) -> bool:
    return any(mention.start < point.end and point.start < mention.end for mention in mentions)


@dataclass(slots=True)
class _Reading:
    """Where the reading of a list stands."""

    text: str
    at: int
    targets: list[Target] = field(default_factory=lambda: list[Target]())
    noun: int | None = None  # of the last mention
    taken: bool = True  # whether the last mention was a target
    sparing: bool = False
    staying: bool = False
    waiting: Pinpoint | None = None  # parts whose text is still to come
    spared: list[str] = field(default_factory=lambda: list[str]())  # of the parts that wait
    group: list[str] = field(default_factory=lambda: list[str]())  # parts that the texts of one noun share


def targets(
    text: str, start: int, end: int, mentions: tuple[Mention, ...], context: str | None = None, loose: bool = False
) -> list[Target]:
    """The targets from `start` on, until something else begins; parts without a text belong to `context`.

    `loose` is for list items, where each mention that no other word claims is a target.
    """
    reading = _Reading(text, start)
    stretch = _under_heading(text, tokens(text, start, end, mentions))
    if stretch and PLACE.search(text[start : stretch[0].start]):
        place = stretch[0].mention  # 'to rescind, in Resolution 11.3, paragraphs 6 to 8'
        if not place or len(stretch) < 2 or not stretch[1].point or text[place.end : stretch[1].start] != ", ":
            return []
        context, stretch = place.symbol, stretch[1:]
        reading.at = stretch[0].start
    _read(reading, stretch, context, loose)
    return reading.targets


def _under_heading(text: str, stretch: tuple[Token, ...]) -> tuple[Token, ...]:
    """'in Annex 1 to Resolution 12.20, paragraphs 3 and 4': paragraphs 3 and 4 of that annex."""
    first = [token.point or token.mention for token in stretch[:3]]
    if len(first) < 3 or not (stretch[0].point and stretch[1].mention and stretch[2].point):
        return stretch
    holder, mention, inner = stretch[:3]
    linked = LINK.fullmatch(text[holder.end : mention.start]) and text[mention.end : inner.start] == ", "
    if not linked or not holder.point or not inner.point or not PLACE.search(text[: holder.start]):
        return stretch
    items = tuple(join(holder.point.items[0], item) for item in inner.point.items)
    return replace(mention, start=holder.start), replace(inner, point=replace(inner.point, items=items)), *stretch[3:]


def spare(text: str, start: int, end: int, mentions: tuple[Mention, ...], found: list[Target]) -> None:
    """Adds what is spared behind the verb to its subjects: 'Resolution 4.4 is withdrawn, save for its paragraph 6'."""
    stretch = tokens(text, start, end, mentions)
    first = next((index for index, token in enumerate(stretch) if token.spares), None)
    if first is not None and not any(token.mention for token in stretch[:first]):
        _read(_Reading(text, start, targets=found), stretch[first:], None, loose=False)


def restrict(text: str, start: int, end: int, found: list[Target]) -> None:
    """'ceases to have effect in respect of its items 2 and 3': but these parts of the text named last."""
    told = RESTRICTED.match(text, start, end)
    points = pinpoint_at(text, told.end(), end) if told else None
    if points and not found[-1].paragraphs:
        found[-1].paragraphs = list(points.items)


def _read(reading: _Reading, stretch: tuple[Token, ...], context: str | None, loose: bool) -> None:
    for index, token in enumerate(stretch):
        following = stretch[index + 1] if index + 1 < len(stretch) else None
        if token.spares:
            reading.sparing, reading.staying, reading.at = True, token.stays, token.end
        elif token.point:
            if not _part(reading, token, token.point, following, context):
                break
        elif token.mention and not _text(reading, token.mention, following, loose):
            break
    for target in reading.targets:
        _subtract(target)


def _subtract(target: Target) -> None:
    """'paragraphs 3 to 5, except paragraph 4' are 3 and 5."""
    if target.paragraphs and len(target.paragraphs) == 1 and SECTION.fullmatch(target.paragraphs[0]):
        inside = target.paragraphs[0]
        target.spared = [f"{inside}, paragraph {item}" if item[0] in "(0123456789" else item for item in target.spared]
    if target.paragraphs and set(target.spared) <= set(target.paragraphs) != set(target.spared):
        target.paragraphs = [item for item in target.paragraphs if item not in target.spared]
        target.spared = []


def _part(reading: _Reading, token: Token, point: Pinpoint, following: Token | None, context: str | None) -> bool:
    """Takes in a run of parts; False when it shows that the list has ended."""
    text, gap = reading.text, reading.text[reading.at : token.start]
    first = not reading.targets and reading.waiting is None
    forward = following and following.mention and LINK.fullmatch(text[token.end : following.start])
    behind = reading.targets and reading.taken and (BEHIND.search(gap) or _more_parts(reading, gap))
    later = not behind and following and following.spares and text[token.end : following.start].strip(" ,(") == ""
    if reading.sparing:
        ahead = not reading.targets and following and text[token.end : following.start].strip(" thelasui") == ","
        _spared_part(reading, token, point, following.mention if following and (forward or ahead) else None)
        return True
    if OF_PRESENT.match(text, token.end) or OF_WHICH.match(text, token.end):
        return bool(reading.targets)
    if (forward or later) and (opens(gap, parts=True) if first else _goes_on(gap, reading)):
        reading.waiting, reading.at, reading.spared = point, token.end, []
        return True
    if reading.targets and reading.taken and (behind or THEREOF.match(text, token.end)):
        last = reading.targets[-1]
        if last.paragraphs or not WITH_ALL.fullmatch(gap):
            last.paragraphs = [*(last.paragraphs or []), *point.items]
        last.end = reading.at = token.end
        return True
    if first and context and is_glue(gap):
        reading.targets.append(Target(context, token.start, token.end, list(point.items)))
        reading.at, reading.taken = token.end, True
        return True
    return not first


def _more_parts(reading: _Reading, gap: str) -> bool:
    """Whether parts of a text go on behind others: items of a list under 'In resolution 55/258:'."""
    return bool(reading.targets[-1].paragraphs) and "\n" in gap and BETWEEN_PARTS.fullmatch(gap) is not None


def _spared_part(reading: _Reading, token: Token, point: Pinpoint, mention: Mention | None) -> None:
    """Takes in parts behind 'except'; `mention` is the text that they are said to be of."""
    reading.at = token.end
    if mention and not reading.waiting:
        if reading.targets:
            _spare_of(reading, mention, point)
            return
        reading.waiting = Pinpoint(point.start, point.end, ())  # 'all but paragraphs 2 and 3 of'
        reading.spared = list(point.items)
    elif reading.waiting:
        reading.spared += point.items
    elif reading.targets:
        target = reading.targets[0 if FORMER.match(reading.text, point.end) else -1]
        target.spared += () if reading.staying and target.paragraphs else point.items
    else:
        return
    reading.sparing = False


def _spare_of(reading: _Reading, mention: Mention, point: Pinpoint) -> None:
    for target in reading.targets:
        if target.symbol == mention.symbol:
            target.spared += point.items


def _mention(reading: _Reading, mention: Mention, loose: bool) -> bool:
    """Takes in a text; False when the stretch holds no target at all."""
    gap = reading.text[reading.at : mention.start]
    shared = mention.noun is not None and mention.noun == reading.noun
    if reading.sparing:
        reading.sparing = False
        reading.targets[:] = [target for target in reading.targets if target.symbol != mention.symbol or target.spared]
        reading.noun, reading.at, reading.taken = mention.noun, mention.end, False
        return True
    if reading.waiting is not None:
        accepted = True
        reading.group = list(reading.waiting.items)
    elif not reading.targets and reading.noun is None:
        accepted = opens(gap, parts=False)
        reading.group = ["annex"] if accepted and attached(gap) else []
        if not accepted and not loose:
            return False
    elif shared:
        accepted = reading.taken
    else:
        accepted = _goes_on(gap, reading) or (loose and _free(gap))
        reading.group = ["annex"] if accepted and attached(gap) else []
    if accepted and mention.symbol:
        parts = [item for item in reading.group if item not in reading.spared] or None
        kept = [item for item in reading.spared if item not in reading.group]
        reading.targets.append(Target(mention.symbol, mention.start, mention.end, parts, kept))
    reading.noun, reading.at, reading.taken = mention.noun, mention.end, accepted
    reading.waiting, reading.spared = None, []
    return True


def _text(reading: _Reading, mention: Mention, following: Token | None, loose: bool) -> bool:
    """Takes in a text, unless more is said of it alone; False where the list has ended."""
    return not _apart(reading, mention, following) and _mention(reading, mention, loose)


def _apart(reading: _Reading, mention: Mention, following: Token | None) -> bool:
    """', la résolution 12.4 portant sur le même sujet': a last text that no 'and' joins, and of which more is said."""
    gap = reading.text[reading.at : mention.start]
    alone = following is None and bool(reading.targets) and reading.waiting is None
    return alone and ASYNDETIC.fullmatch(gap) is not None and OF_ITSELF.match(reading.text, mention.end) is not None


def _goes_on(gap: str, reading: _Reading) -> bool:
    """Whether a gap ends on a connector: behind a title, a date or a relative clause the list goes on."""
    bare = ANY_TITLE.sub(" ", gap)
    if len(gap) > TITLE_LIMIT or re.search(r"[a-zà-ÿ0-9)]\. +[A-ZÀ-Ý]", bare):
        return False
    end = next((match for match in CONNECTOR.finditer(bare) if _connects(bare[match.end() :])), None)
    if end is None:
        return False
    stop = STOP.search(bare)
    if stop and not RELATIVE.search(bare, 0, stop.start()):
        return False
    return reading.taken or "," in bare[: end.start() + 1] or ";" in bare


def _connects(rest: str) -> bool:
    """Whether behind a connector but small words stand before the next text."""
    return bool(SMALL.fullmatch(rest)) and is_glue(rest) and not NEW_CLAUSE.search(rest)


ANY_TITLE = re.compile(r'"[^"]{1,400}"|\((?!\w{1,4}\))[^()]*\)')
CLAIMED = re.compile(
    r"(?:\b(?:of|in|by|to|on|see|under|with|from|de|du|par|dans|sur|en|por|con|sobre|a|and its"
    r"|voir|véase)|(?<!meet)ing) $",
    re.IGNORECASE,
)


def _free(gap: str) -> bool:
    """In a list of items: whether no word claims the mention that follows."""
    return not CLAIMED.search(gap)
