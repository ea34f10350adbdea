"""Whether a verb takes effect: not denied, not merely possible, not past, not asked of somebody else."""

import re

from antecedent.resolutions.citations.binding import named
from antecedent.resolutions.repeals.vocabulary import DAY, GOVERNOR, KEEPS, NONE_OF, SERVANT, Verb, grammar, verbs
from antecedent.resolutions.structure.vocabulary import vocabulary

NEGATED = re.compile(
    rf"(?:^|(?<=[\s(\['])|(?<=n))(?:{grammar('negation')}) ?"
    r"(?:(?:to|be|hereby|also|the|considered|regarded|deemed|treated|as|de|d'|l'|la|le|se|à|is|are|yet|queda|quede"
    r"|sea) ?){0,3}$",
    re.IGNORECASE,
)
NEGATED_AFTER = re.compile(r" (?:pas|ni|aucun|neither|no|ninguna?)\b", re.IGNORECASE)
WITHIN = r"(?:[^;.]|\.(?=\w)){0,120}"  # a clause; a number's full stop does not end it
NOTHING = re.compile(rf"\b(?:{grammar('nothing')})\b{WITHIN}$", re.IGNORECASE)
# 'no longer apply to humanitarian goods': the paragraph stays for others.
APPLIES = re.compile(r"(?:appl|aplic)\w*(?: plus)?$", re.IGNORECASE)
IN_PART = re.compile(
    r" (?:to|in respect of(?! its (?:para|item|annex|section))|in relation to|aux?|à|al?|a l[ao]s)"
    r" (?!compter|partir|dater)",
    re.IGNORECASE,
)
# A past that is decided only now: 'shall be considered as having been superseded by'.
DEEMED = re.compile(
    r"\b(?:considered|regarded|deemed|treated|réputée?s?|considérées?|considerad[oa]s?)(?: as| comme| como)?"
    r"(?: having been| to have been| ayant été| avoir été| haber sido)? $",
    re.IGNORECASE,
)
MIGHT = re.compile(rf"(?<![\w-])(?:{grammar('might')})(?![\w-])(?: [^\s,;]+){{0,4}} ?$", re.IGNORECASE)
MIGHT_BEFORE = re.compile(rf"(?<![\w-])(?:{grammar('might')})(?![\w-]){WITHIN}$", re.IGNORECASE)
RELATIVE = re.compile(rf"(?<![\w-])(?:{grammar('relative')})(?![\w-])(?: [^\s,;]+){{0,6}} ?$", re.IGNORECASE)
PAST = re.compile(rf"(?<![\w'-])(?:{grammar('past')})(?: \w+)?(?: \w+)? ?$", re.IGNORECASE)
# 'décide que X cesse … et que Y est': a second clause of what is decided, not a relative one.
SECOND = re.compile(r"\b(?:et|y|e) que? ?$", re.IGNORECASE)
PERFECT_FR = re.compile(r"(?<![\w'])(?:est|sont|soit|soient|sera|seront|être) (?:\w+ ){0,2}$", re.IGNORECASE)
COMPLEMENT = re.compile(
    rf"(?:(?:{grammar('decide')}|{grammar('report')})(?: [^\s,;]+){{0,2}}|(?:{grammar('ask')})(?: [^\s,;]+){{0,6}})"
    r",? (?:that|que|qu')",
    re.IGNORECASE,
)
# 'are consolidated in the present Resolution, which replaces them'.
OF_PRESENT = re.compile(
    r"\b(?:this|the present|la présente|le présent|la presente|el presente) [^\W\d]+, (?:which|qui|que|la cual)"
    r"(?: hereby)?(?: les?| las?| los?| l')? ?$",
    re.IGNORECASE,
)
# 'Adopts the guidelines contained in the annex, which replace those annexed to'.
NEWLY = re.compile(
    r"^\W*(?:adopts?|approves?|endorses?|adopte|approuve|adopta|aprueba)\b[^;.]{3,160}"
    r"\b(?:annex|annexe|anexo|appendix|appendice|apéndice|present|présente?|presente|this)\b[^;.]{0,60}, "
    r"(?:which|qui|que|los cuales|las cuales)(?: shall| will| hereby)? ?$",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"(?:[,;] ?|\b)(?:and|et|y|e)(?: (?:also|further|hereby|accordingly|également|también|asimismo))* ?$|; ?$",
    re.IGNORECASE,
)
OF_OTHERS = re.compile(
    rf"\b(?:the|an?|any|its|la|l'|une?|sa|el|su) ?(?:\w+ )?(?P<what>{grammar('acts')})s?\b"
    r"[^,;\d]{0,90}(?<! and)(?<! et)(?<! y) (?:to|de|d'|à|visant à|tendant à|para) ?$",
    re.IGNORECASE,
)
DECIDES = re.compile(
    r"(?:^|[,;] |\b(?:and|et|y) )(?:(?:also|further|hereby) )*(?:decides|agrees|resolves|determines|declares|décide"
    r"|convient|acuerda|resuelve)\b",
    re.IGNORECASE,
)
# 'Agrees that Decisions 18.4 and 18.5 can be deleted' settles it.
SETTLED = re.compile(rf"(?<![\w-])(?:{grammar('decide')})\b[^;]*?\b(?:that\b|que\b|qu')[^;]*$", re.IGNORECASE)
MODAL = re.compile(
    r"\b(?:can|should|may now|may therefore|peut|peuvent|doit|doivent|puede[n]?|debe[n]?) "
    r"(?=(?:\w+ )?(?:be|être|ser) (?:\w+ )?$)",
    re.IGNORECASE,
)
LEAD_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
INFINITIVE = re.compile(r"(?:\bto|\bde|\bà|\ba|\bd') ?$")
THAT = re.compile(r"\b(?:that\b|que\b|qu')", re.IGNORECASE)
SECOND_LEAD = re.compile(
    r"(?:[,;]|\b(?:and|et|y))(?: (?:also|further|hereby|accordingly|therefore|thus|consequently|so|également|donc"
    r"|en conséquence|también|por (?:lo )?tanto|por consiguiente))* ?$",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"(?:ing|ant|ando|iendo)(?: |$)", re.IGNORECASE)
MAIN = re.compile(r", (?:(?:also|further|hereby|accordingly|également|también|asimismo) ?)*$", re.IGNORECASE)
HEREBY = re.compile(r"\b(?:are|is|be|sont|est|quedan?) (?:hereby|par la présente|por la presente) $", re.IGNORECASE)
PERFORMS = re.compile(
    r"\b(?:considers?|considère|considera)\b.*\b(?:shall|hereby|par la présente|por la presente)\b", re.IGNORECASE
)
PRONOUN = re.compile(r"\b(?:it|they|he|she|elles?|ils?|ellos|ellas)\b", re.IGNORECASE)
CLAUSE_END = re.compile(r"; |\b(?:that\b|que\b|qu')")
CLAUSE = re.compile(r"[;:.] |\n|\b(?:and|et|y)\b")
STRAIGHT = re.compile(
    r"(?:,? ?(?:also|further|hereby|accordingly|the|to|its|de|d'|le|la|les|el|a|al|que|à|au|du|,|:)|\s|l')+",
    re.IGNORECASE,
)
AND_TO = re.compile(
    r" to [^;]*(?:,| and| and also|, and) to | de [^;]*(?: et|, et) d(?:e |')| que [^;]* y (?:que )?"
    r"| to (?:treat|regard|consider|record|mark|show) [^;]* as |(?: de|,)? (?:considérer|traiter) [^;]* comme ",
    re.IGNORECASE,
)
PROPOSES = re.compile(r"recom|propose|propone|suggest|suggère|sugiere", re.IGNORECASE)
BE = re.compile(
    r"(?:\b(?:is|are|be|to|shall|will|est|sont|soit|soient|sera|seront|être|sea|sean|ser|será|serán"
    r"|son|es|having been|to have been|considere[n]?|tenid[oa]s? por|(?:dar|dan?|tener) por|stands?|regarded as"
    r"|now|thereafter|henceforth|desde ahora|[a-z]+ly"
    r"|quedan?|quedará|quedarán|queden?|to have|deemed|considered(?: as)?|as|hereby|thereby"
    r"|ainsi|par la présente|así|therefore|hereinafter|thus|désormais|accordingly|also|consequently"
    r"|both|in (?:its|their) entirety|and|or|et|y|par conséquent|expressly|expressément|por la presente"
    r"|considérée?s?(?: comme)?|réputée?s?|se|dans (?:leur|son) (?:intégralité|totalité)|from the list"
    r"(?: of [\w ]{3,40})?|definitively|finally) ?)+$",
    re.IGNORECASE,
)


def governed(text: str, own: tuple[int, int], chapeaux: tuple[str, ...], verb: Verb) -> str | None:
    """'decide', 'report', 'ask' or 'refuse': the kind of verb that this one hangs on; None for none.

    `own` is the paragraph's own stretch; without a governor there, the nearest chapeau has it.
    """
    sentence = max(text.rfind("; ", own[0], verb.start) + 1, _sentence(text, own[0], verb.start), own[0])
    last = None
    for match in GOVERNOR.finditer(text, sentence, verb.start):
        if last is None or not _hangs(text, last, match):
            last = match
    if last is None and sentence > own[0]:
        last = GOVERNOR.match(text, own[0])
    if last is not None:
        if PARTICIPLE.search(last[0]) and _main(text, last.end(), verb):
            return None
        return "refuse" if NEGATED.search(text[own[0] : last.start()]) else last.lastgroup
    for chapeau in chapeaux:
        found = list(GOVERNOR.finditer(chapeau))
        if found:
            return found[-1].lastgroup
    return "report" if _other_lead(text[own[0] : verb.start]) else None


def _other_lead(before: str) -> bool:
    """Whether a paragraph is led by another verb than those that decide or end texts: 'Supports', 'Proclame'."""
    words = LEAD_WORD.findall(before[:60].lower())
    known = vocabulary(None)
    first = next((word for word in words if word not in known.adverbs), "")
    return first in known.operative and not verbs(first) and not KEEPS.match(first)


def _main(text: str, start: int, verb: Verb) -> bool:
    """'Recalling Resolution 12.1, repeals': the verb that a participle at the head leads up to."""
    finite = verb.voice == "active" and not PARTICIPLE.search(text[verb.start : verb.end])
    return finite and MAIN.search(text, start, verb.start) is not None


def _hangs(text: str, last: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a governor is told of by the one before it: 'Notes that the Committee agreed to', 'urges … to decide'."""
    between = text[last.end() : match.start()]
    if match.lastgroup == "decide" and INFINITIVE.search(between):
        return True
    told = last.lastgroup != "decide" and THAT.search(between)
    return bool(told and (match[0].lower().endswith("ed") or not SECOND_LEAD.search(between)))


def _sentence(text: str, start: int, end: int) -> int:
    last = start
    for match in re.finditer(r"(?<![A-Z])(?<!No)(?<!Conf)(?<!Res)(?<!para)\. +(?=[A-ZÀ-Ý])", text[start:end]):
        last = start + match.end()
    return last


def denied(text: str, start: int, verb: Verb) -> bool:
    """'decides not to repeal', 'ne remplace pas', 'without replacing', 'no derogar'."""
    before = text[start : verb.start]
    if verb.voice == "none":
        return NONE_OF.search(CLAUSE_END.split(before)[-1]) is None
    if verb.voice == "subject" and APPLIES.search(text[verb.start : verb.end]) and IN_PART.match(text, verb.end):
        return True
    return bool(NEGATED.search(before) or NEGATED_AFTER.match(text, verb.end) or NOTHING.search(before))


def possible(text: str, start: int, verb: Verb) -> bool:
    """'should be repealed', 'whether … could be repealed', 'proposals to retire'."""
    before = re.sub(DAY, " ", text[start : verb.start])  # 'May' is a month there
    before = re.sub(r"\bconsider as $", "regard as ", before)
    decided = [match for match in DECIDES.finditer(before) if not INFINITIVE.search(before[: match.start()])]
    if decided:  # 'Notes with appreciation the review and decides that'
        before = before[decided[-1].start() :]
    if SETTLED.search(before):
        before = MODAL.sub("", before)
    others = OF_OTHERS.search(before)
    if others and any(match.lastgroup == "decide" for match in GOVERNOR.finditer(before, others.end("what"))):
        others = None  # 'superseded by the present decision and decides to'
    return bool(MIGHT.search(before) or MIGHT_BEFORE.search(before) or others)


def joined(text: str, start: int, verb: Verb, governor: str) -> bool:
    """'Confirms that … and repeals': a second leading verb, that does not hang on the first."""
    finite = verb.voice == "active" and re.search(
        r"[a-z]s(?: \w+)*$" if governor == "ask" else r"[sea](?: \w+)*$", text[verb.start : verb.end]
    )
    return bool(finite and JOINED.search(text[start : verb.start]))


def quoted(text: str, start: int, verb: Verb) -> bool:
    """Whether a verb is but quoted."""
    return text.count('"', start, verb.start) % 2 == 1 and '"' in text[verb.end :]


def performs(text: str, start: int, verb: Verb) -> bool:
    """'Considers that … shall therefore cease to apply', 'are hereby superseded': what takes effect by being said."""
    return bool(PERFORMS.search(text, start, verb.start + len("shall")) or HEREBY.search(text, start, verb.start))


def leads(text: str, start: int, verb: Verb) -> bool:
    """Whether nobody else is the subject of an active verb that hangs on no other: 'it takes the place of'."""
    if verb.voice != "active":
        return True
    return not PRONOUN.search(CLAUSE.split(text[start : verb.start])[-1])


def past(text: str, start: int, verb: Verb) -> bool:
    """'which replaced', 'was repealed by', 'a été abrogée': what has been before."""
    before = text[max(start, verb.start - 90) : verb.start]
    adopted = verb.voice == "active" and verb.action == "replace" and NEWLY.search(text, start, verb.start)
    if DEEMED.search(before) or OF_PRESENT.search(before) or adopted:
        return False
    if verb.voice == "participle" and PAST.search(before) and not PERFECT_FR.search(before):
        return True
    relative = RELATIVE.search(before)
    if relative is None or SECOND.search(before, 0, relative.start() + 4):
        return False
    complement = COMPLEMENT.search(before)
    return not (complement and complement.start() <= relative.start() < complement.end())


def ordered(text: str, start: int, verb: Verb) -> str | None:
    """What asking comes to: 'decide' when the secretariat is told to do it, 'propose' when a body is to; else None."""
    before = text[start : verb.start]
    asks = [match for match in GOVERNOR.finditer(before) if match.lastgroup == "ask"]
    if not asks:
        return None
    between = before[asks[-1].end() :]
    servant = SERVANT.search(between)
    if servant and STRAIGHT.fullmatch(between[: servant.start()]) and STRAIGHT.fullmatch(between[servant.end() :]):
        return "decide"
    if servant and STRAIGHT.fullmatch(between[: servant.start()]) and AND_TO.fullmatch(between[servant.end() :]):
        return "decide"  # 'the Secretariat to transfer … and to delete'
    if PROPOSES.match(asks[-1][0]) and not INFINITIVE.search(before[: asks[-1].start()]) and named(between):
        return "propose"
    return None
