"""A verb → the texts it ends: behind it, before it, or what 'it' and 'them' take up."""

import re
from collections.abc import Iterator

from antecedent.resolutions.repeals.guards import BE, MAIN, SECOND_LEAD, governed
from antecedent.resolutions.repeals.objects import Target, targets
from antecedent.resolutions.repeals.passages import Passage, Segment
from antecedent.resolutions.repeals.remainders import left_over
from antecedent.resolutions.repeals.vocabulary import AMENDS, GOVERNOR, INTO, STOP, Verb, is_glue, verbs

BOUNDARY = re.compile(r"\b(?:that|que|qu'|and|et|y|but|mais|pero)\b,? ?|[;:.,] |\n|^", re.IGNORECASE)
OWN_PARTS = re.compile(r" (?:its|their|sus?|ses|sa|son|leurs?) ", re.IGNORECASE)
THAT = re.compile(r"\b(?:that\b|que\b|qu')", re.IGNORECASE)
THEREOF = re.compile(r"\b(?:thereof|of that \w+|de celle-ci|de la misma|de dicha \w+|de cette \w+)\b", re.IGNORECASE)
REGARDING = re.compile(
    r"\b(?:with (?:regard|respect) to|regarding|concerning|as regards|in respect of|en ce qui concerne"
    r"|s'agissant de|en lo que respecta a|respecto de)\b[^,;]*$",
    re.IGNORECASE,
)
# 'in paragraph 6 the words "annual" are replaced': the paragraph stays.
WORDS = re.compile(
    r"\b(?:the|les?|la|las?|el|los|à la) (?:words?|phrases?|sentences?|figures?|expressions?|terms?|references?"
    r"|mots?|chiffres?|palabras?|frases?|expresión|cifras?)(?: \"[^\"]*\"| '[^']*'| \d+| \w+)? "
    r"(?:are|is|be|shall|will|sont|est|soit|soient|son|se)\b",
    re.IGNORECASE,
)
OF_IT = re.compile(r"\b(?:that|que|qu') ?(?:the|any|such|l'|la|el|le) ?$", re.IGNORECASE)
# 'paragraph 8 of … is deleted and that its paragraph 9 is replaced'.
OWN_SUBJECT = re.compile(r"\b(?:its|their|ses|son|sa|sus?|leurs?) [^;]{3,60}$", re.IGNORECASE)
CLITIC = re.compile(r"\b(?:qui|que) (?:(?P<many>les|las|los)|la|le|lo|l') ?$", re.IGNORECASE)
OF = re.compile(r"(?:, [^,;:]{3,60},)? (?:of|de la|de l'|de|du|des|del|of the) ?", re.IGNORECASE)
REFLEXIVE = re.compile(r"\bse (?:\w+ )?$", re.IGNORECASE)
STRETCH = re.compile(r"(?:[^;.\n]|\.(?=\w))*")  # up to the end of a clause; a number's full stop does not end it
GAP = re.compile(
    r"(?P<how>(?! (?:by|par|por) (?!this|the present|la présente|la presente))[^:]{0,80}?),? "
    r"(?:and|while|et|tandis que|y|mientras que) (?=[^,]{0,90}\d)",
    re.IGNORECASE,
)
# 'superseded by Resolution 9.1 and is deleted': who did it is not what ends.
AGENT = re.compile(
    r"\b(?:by|in|into|par|dans|por|en) (?:(?:the|its|la|le|les|l'|sa|ses|el|los|las|su|sus) ?)*$", re.IGNORECASE
)
SUCCESSOR = re.compile(r"^ (?:by|par|por) [^;,.]*")
AMENDED = re.compile(
    r"\b(?:amended|modified|modifiée?s?|amendée?s?|enmendad[oa]s?|modificad[oa]s?)[^;.]{0,20} (?:by|par|en|mediante) $",
    re.IGNORECASE,
)
CONCERNED = re.compile(r" (?:is|are|est|sont) (?:concern|concerné)", re.IGNORECASE)
OTHER_TEXTS = re.compile(
    r"\b(?:how|when|where|whether|why|comment|cómo|cuándo)\b|(?<!ese )(?<!hose )(?<!oth )(?<!all )(?<!these )(?<!said )"
    r"\b(?:resolutions|decisions|recommendations|résolutions|décisions|resoluciones|decisiones) (?:\w+ )?$",
    re.IGNORECASE,
)
IN_TEXT = re.compile(r"\W*(?:In|Dans|En|From|To)\b", re.IGNORECASE)
DECLARED = re.compile(
    r"\b(?:declare[sd]?|déclare|declara|considers?|considère|considera|deems?|(?<!as )regards?|treats?|considérer"
    r"|considerar)\b",
    re.IGNORECASE,
)
ONE = r"(?:text|resolution|decision|recommendation|instrument)"
UNE = r"(?:résolution|décision|recommandation)"
UNA = r"(?:resolución|decisión|recomendación)"
IT = re.compile(
    rf" (?:(?P<many>them|(?:those|these|the said|both) {ONE}s(?! ?\d)|ces {UNE}s(?! ?\d)"
    r"|(?:dich|es)as (?:resoluciones|decisiones|recomendaciones)(?! ?\d)|these|both|celles-ci|ceux-ci|l[ao]s mism[ao]s"
    rf"|dich[ao]s)|it|(?:that|the said) {ONE}(?! ?\d)|cette {UNE}(?! ?\d)|(?:dich|es)a {UNA}(?! ?\d)"
    r"|the (?:latter|same)|celle-ci|la misma|dicha)\b",
    re.IGNORECASE,
)
SUBJECT = re.compile(
    r"(?:^|[;:]|\b(?:and|that|et|que|y)\b),? ?(?:(?:(?P<many>they|these|both|all of (?:them|which)|celles-ci|ceux-ci"
    r"|ambas|todas ellas)|it|the latter|that (?:resolution|decision|recommendation|text)|celle-ci|la misma)"
    r"|the (?:said )?(?:resolution|decision|recommendation)(?= (?:is|be|shall|should|will)\b)) (?:\w+ ){0,4}$",
    re.IGNORECASE,
)


def texts_of(passage: Passage, segment: Segment, verb: Verb, before: int, after: int) -> list[Target] | None:
    """The verb's texts; an empty list when it points to a list, None when it ends nothing.

    `before` and `after` are where the verbs around it end and begin.
    """
    text = passage.text
    near = max(before, verb.start - 12)
    if OF_IT.search(text, near, verb.start) and OF.match(text, verb.end):
        return None  # 'decides that the repeal of Resolution 7.9 shall not affect'
    if (rest := left_over(passage, segment, verb)) is not None:
        return rest
    context = _context(passage, segment, verb)
    if verb.voice == "active" and not _reflexive(passage, verb, near):
        taken_up = IT.match(text, verb.end) or CLITIC.search(text, near, verb.start)
        if taken_up:
            return _taken_up(passage, verb, segment, plural=taken_up["many"] is not None)
        return _objects(passage, segment, verb, before, after, context)
    if verb.voice == "noun":
        link = OF.match(text, verb.end)
        decided = governed(text, (segment.start, segment.end), segment.chapeaux, verb) == "decide" and _is_object(
            text, segment.start, verb
        )
        found = targets(text, link.end(), _reach(segment, after), passage.mentions, context) if link else None
        return found if decided else None
    return _subjects(passage, segment, verb, before, after, context)


def _is_object(text: str, start: int, verb: Verb) -> bool:
    """Whether a noun is what is decided, and not a word in what is decided about something else."""
    last = [match.end() for match in GOVERNOR.finditer(text, start, verb.start)][-1:]
    earlier = [one.end for one in verbs(text[: verb.start]) if one.voice == "noun"]
    return not last or is_glue(text[last[0] : verb.start]) or any(one > last[0] for one in earlier)


def is_bare(passage: Passage, segment: Segment, verb: Verb) -> bool:
    """A participle that nothing makes a sentence: 'the texts repealed by', 'por haber quedado obsoletas'."""
    text = passage.text
    if verb.voice != "participle" or BE.search(text[segment.start : verb.start]):
        return False
    return DECLARED.search(text, segment.start, verb.start) is None


def _objects(
    passage: Passage, segment: Segment, verb: Verb, before: int, after: int, context: str | None
) -> list[Target]:
    """What stands behind an active verb."""
    text = passage.text
    if verb.action in ("transfer", "renumber") and INTO.match(text, verb.end + 1):
        return _backward(passage, verb, before, context)
    found = _one_clause(text, targets(text, verb.end, _reach(segment, after), passage.mentions, context))
    reflexive = not found and REFLEXIVE.search(text[before : verb.start])
    return _backward(passage, verb, before, context) if reflexive else found


def _subjects(
    passage: Passage, segment: Segment, verb: Verb, before: int, after: int, context: str | None
) -> list[Target] | None:
    """What is said to be ended: before the verb, or behind it ('Quedan derogadas …')."""
    text, mentions = passage.text, passage.mentions
    if across := next((m for m in mentions if before <= m.start < verb.start < m.end), None):
        # 'the following Decisions are deleted: 14.15, 14.18'
        return targets(text, across.start, _reach(segment, after), mentions, context)
    if subject := SUBJECT.search(text, max(before, verb.start - 50), verb.start):
        return _taken_up(passage, verb, segment, plural=subject["many"] is not None) or None
    shared = not THAT.search(text, before, verb.start) and any(
        earlier.end == before for earlier in verbs(text) if earlier.voice == "active"
    )
    found = _backward(passage, verb, before, context, near=shared)
    if found:
        return found + _gapped(passage, segment, verb, after)
    if any(before <= mention.start < verb.start for mention in mentions) and not MAIN.search(text, before, verb.start):
        return None
    return _one_clause(text, targets(text, verb.end, _reach(segment, after), mentions, context))


def _one_clause(text: str, found: list[Target]) -> list[Target]:
    """Without what turns out to be the subject of another clause: '…; Resolution 12.1 is not affected'."""
    for index, target in enumerate(found[1:], 1):
        if (
            text[target.end : target.end + 1] == " "
            and STOP.match(text, target.end + 1)
            and not CONCERNED.match(text, target.end)
        ):
            clause = text.rfind(";", found[0].end, target.start)
            return found[:index] if clause < 0 else [one for one in found if one.start < clause]
    return found


def _reflexive(passage: Passage, verb: Verb, near: int) -> bool:
    """'La Resolución 8.4 se deroga'."""
    own = REFLEXIVE.search(passage.text, near, verb.start)
    return own is not None and any(0 <= own.start() - mention.end <= 1 for mention in passage.mentions)


def _gapped(passage: Passage, segment: Segment, verb: Verb, after: int) -> list[Target]:
    """What a second subject ends by the same verb, left unsaid: 'is repealed in its entirety and Y in part'."""
    end = STRETCH.match(passage.text, verb.end, segment.end)
    stop = end.end() if end else verb.end
    joint = GAP.match(passage.text, verb.end, stop)
    if stop > after or not joint or any(verb.end <= m.start < joint.end() for m in passage.mentions):
        return []
    found = targets(passage.text, joint.end(), stop, passage.mentions)
    rest = passage.text[found[-1].end : stop] if found else ""
    return found if found and is_glue(SUCCESSOR.sub("", joint["how"])) and is_glue(SUCCESSOR.sub("", rest)) else []


def _context(passage: Passage, segment: Segment, verb: Verb) -> str | None:
    """The text in which parts are deleted: 'Amends Resolution 9.6 by deleting paragraph 3', 'In Resolution 9.6, …'."""
    earlier = [mention for mention in passage.mentions if mention.end <= verb.start and mention.symbol]
    if not earlier:
        return None
    last = earlier[-1]
    inside = last.start >= segment.start
    begin = segment.start if inside else 0
    amends = AMENDS.search(passage.text, begin, verb.start) or AMENDED.search(passage.text, last.end, verb.start)
    told = (
        amends
        or IN_TEXT.match(passage.text, segment.start)
        or OWN_PARTS.match(passage.text, verb.end)
        or (verb.voice != "active" and OWN_SUBJECT.search(passage.text, last.end, verb.start))
        or THEREOF.search(passage.text, verb.end, segment.end)
        or REGARDING.search(passage.text, segment.start, last.start)
    )
    return last.symbol if (amends or inside) and told else None


def _reach(segment: Segment, after: int) -> int:
    return min(after, segment.reach) if after > segment.end else min(after, segment.end)


def _backward(passage: Passage, verb: Verb, before: int, context: str | None, *, near: bool = False) -> list[Target]:
    """The subject of a passive: the longest list that ends at the verb; `near` takes the last noun's list alone."""
    before = max((match.end() for match in _leading(passage.text, before, verb.start)), default=before)
    bounds = (
        match.end()
        for pattern in (BOUNDARY, GOVERNOR, DECLARED)
        for match in pattern.finditer(passage.text, before, verb.start)
    )
    starts = sorted({before, *bounds})
    nouns = {mention.start for mention in passage.mentions if mention.noun in (None, mention.start)}
    for start in reversed(starts) if near else starts:
        found = targets(passage.text, start, verb.start, passage.mentions, context)
        if found and _reaches(passage, found, verb) and (not near or found[0].start in nouns):
            return found
    return []


def _leading(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs that lead a sentence, behind which its clause begins: 'Recalling Resolution 12.1, decides that'."""
    for match in GOVERNOR.finditer(text, start, end):
        if match.lastgroup in ("decide", "ask") and SECOND_LEAD.search(text, start, match.start()):
            yield match


def _taken_up(passage: Passage, verb: Verb, segment: Segment, *, plural: bool) -> list[Target]:
    """What 'it' or 'them' means: the last text named in the paragraph, or the last list of texts."""
    earlier = [m for m in passage.mentions if segment.start <= m.start and m.end <= verb.start]
    starts = sorted({mention.start if mention.noun is None else mention.noun for mention in earlier}, reverse=True)
    lists = [targets(passage.text, start, verb.start, passage.mentions) for start in starts]
    if not plural:
        last = next((one for one in lists if one), None)
        return last[-1:] if last else []
    every = [
        target for one in reversed(lists) for target in one
    ]  # 'Resolution 8.1 was amended by Resolution 9.1 … both'
    return next((one for one in lists if len(one) > 1), every)


def _reaches(passage: Passage, found: list[Target], verb: Verb) -> bool:
    """Whether the list is the verb's subject: no other text that is no target stands between."""
    text = passage.text
    between = [
        m
        for m in passage.mentions
        if found[-1].end < m.start and m.end <= verb.start and not AGENT.search(text, max(0, m.start - 20), m.start)
    ]
    gap = text[found[-1].end : verb.start]
    if OTHER_TEXTS.search(gap):
        return False  # 'Resolution 12.9 sets out how Resolutions are repealed'
    return (not between or gap.count(",") > 1) and ";" not in gap and not WORDS.search(gap)
