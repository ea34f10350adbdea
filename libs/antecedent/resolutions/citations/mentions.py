"""Mentions in one text: nouns with their lists of numbers, and symbols.

Forms: 'resolution 79/208', 'Resolutions 7.9, 8.11 and 9.6', 'Decisions 13.24 to 13.26', '54/54 O of 1 December 1999,
55/33 N of …', 'résolution 54/10 du Conseil', 'las resoluciones del Consejo de Seguridad 2216 (2015) …', A/79/53.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from antecedent.resolutions.bodies import Form
from antecedent.resolutions.bodies.numerals import arabic
from antecedent.resolutions.citations.binding import (
    Bound,
    Named,
    Voice,
    after_number,
    before_noun,
    certain,
    decide,
    fits,
    named,
    subject_after,
    year_after,
)
from antecedent.resolutions.citations.plain import lower
from antecedent.resolutions.citations.symbols import Mention, symbols
from antecedent.resolutions.citations.vocabulary import DATE, NOUN, REVISION, TYPES, forms, numbers, words

FIRST_GAP = re.compile(
    rf"[ :(]*(?:(?:{words('of')}|{words('articles')}|{words('number_sign')}) ?)*[ :,(]*", re.IGNORECASE
)
CONNECTED = re.compile(
    rf"(?:^|[,;(\[\s])(?:{words('connectors')})? ?"
    rf"(?:(?:{words('own')}|{words('articles')}|{words('number_sign')}) ?)*[(\[]?$",
    re.IGNORECASE,
)
LOOSE = re.compile(
    rf"(?:[,;(\[]|(?:^|[ ,])(?:{words('connectors')})) ?(?:(?:{words('own')}|{words('articles')}"
    rf"|{words('number_sign')}) ?)*[(\[]?$",
    re.IGNORECASE,
)
TIGHT = re.compile(
    rf"[ ,;]*(?:{DATE.pattern})?[ ,;]*(?:{words('connectors')}|[-–])?[ ,]*(?:(?:{words('own')}"
    rf"|{words('articles')}|{words('number_sign')}) ?)*".replace("?P<year>", "?:"),
    re.IGNORECASE,
)
AFTER_WEAK = re.compile(
    r" ?(?:$|[,;.:)\]([]|(?:on|sur|relative?s?|sobre|of|du|de|del|and|et|y|to|à|a|adopted|as"
    r"|is|are|has|have|be|shall|will|which|that|no longer|ceases?|lapses?|stands?|remains?|ne|cess\w+|qued\w+|dej\w+"
    r"|[-–]) ?)",
    re.IGNORECASE,
)
THROUGH = re.compile(rf" ?(?:(?:{words('through')})(?: (?:{words('articles')}))?|[-–]) ?", re.IGNORECASE)
FOLLOWS = re.compile(r"[^\d;:.]{0,90}: ?")  # 'the following Decisions be deleted: 14.15, 14.18'
# 'Measures 1 and 2 (2013)': the year of the last is that of all.
SHARED_YEAR = re.compile(
    rf"(?<![\w./-])\d{{1,3}}(?:(?:, ?|,? (?:{words('connectors')}) )(?:(?:{words('number_sign')}) ?)?\d{{1,3}})+"
    r"(?P<year> \((?:19|20)\d\d\))"
)
STOP = re.compile(r"[.!?] +[A-ZÀ-Ý]")
OTHER_BEFORE = re.compile(rf"(?:{words('other_before')}) $", re.IGNORECASE)
OTHER_AFTER = re.compile(rf" (?:{words('other_after')})\b", re.IGNORECASE)
IBID_BEFORE = re.compile(r"[Ii]b[ií]d\.?, $")
HOLDS = re.compile(r"\)?,? ?\(?(?:(?:chap|sect|annex|part)[^,;]{0,10}, )*", re.IGNORECASE)
TAKES_UP = re.compile(rf"(?:{words('takes_up')})(?: (?:{words('articles')}))? ?$", re.IGNORECASE)
NAMELESS = re.compile(r"[a-z] (?:E?S-)?\d{1,4}/\d|[a-z] \d{1,4} \((?:19|20)\d\d\)")
LETTER = re.compile(r"[A-Z]")
MAX_RANGE = 200


@dataclass(frozen=True, slots=True)
class Noun:
    start: int
    end: int
    type: str
    bound: Bound
    reach: int  # where its list ends at the latest
    year: int | None = None  # of the document that prints it


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a list, as read by every form of its type that can be meant."""

    start: int
    end: int
    text: str
    groups: dict[str, str | None]
    read: tuple[Form, ...]
    revision: str | None
    noun: Noun
    certain: bool = True  # whether the one form that it fits is meant


def mentions(text: str, voice: Voice) -> tuple[Mention, ...]:
    """All mentions in plain text, in order."""
    if not any(map(str.isdigit, text)):
        return ()
    whole = symbols(text)
    nouns = list(NOUN.finditer(lower(text)))
    if not nouns and not NAMELESS.search(text):
        return whole
    bodies = named(text)
    found = [*whole]
    last: Noun | None = None
    for match, after in zip(nouns, [*nouns[1:], None], strict=False):
        noun = _noun(text, match, after.start() if after else len(text), whole, bodies, voice)
        if noun:
            if last and not noun.bound.told and TAKES_UP.search(text[max(0, noun.start - 40) : noun.start]):
                noun = replace(noun, bound=last.bound)
            found += _listed(text, noun, whole, bodies, voice)
            last = noun
    found += _nameless(text, bodies, found, voice)
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end)))


def _nameless(text: str, bodies: tuple[Named, ...], found: list[Mention], voice: Voice) -> list[Mention]:
    """Resolutions without a noun, right behind their body's name: 'Human Rights Council S-36/1'."""
    taken = {mention.end for mention in found}
    added: list[Mention] = []
    for name in bodies:
        match = numbers().match(text, name.end + 1) if text[name.end : name.end + 1] == " " else None
        if match and match.end() not in taken and len(name.bodies) == 1:
            noun = Noun(match.start(), name.end, "resolution", Bound(told=name.bodies), match.end())
            number = _number(text, match.span(), match[0], noun, voice)
            if number and any(form.strong and form.body in name.bodies for form in number.read):
                added += [replace(one, noun=None) for one in _spread(text, [number], {}, (), voice)]
    return added


def bare(text: str, kind: str, voice: Voice) -> tuple[Mention, ...]:
    """The mentions of a table's cell or list's item whose noun stands elsewhere: '19.16 (Rev. CoP20)'."""
    noun = Noun(0, 0, kind, Bound(likely=(voice.body,) if voice.body else ()), len(text))
    return tuple(replace(mention, noun=None) for mention in _listed(text, noun, symbols(text), named(text), voice))


def _noun(
    text: str, match: re.Match[str], reach: int, whole: tuple[Mention, ...], bodies: tuple[Named, ...], voice: Voice
) -> Noun | None:
    start, end = match.span()
    if any(mention.start <= start < mention.end for mention in whole):
        return None
    if OTHER_BEFORE.search(text[max(0, start - 14) : start]) or OTHER_AFTER.match(text, end):
        return None
    bound = before_noun(text, start, bodies, voice)
    symbol = _symbol_before(text, start, whole, voice)
    if not bound.told and symbol:
        bound = Bound(likely=(symbol.body, *bound.likely) if symbol.body else ())
    inside = next((name for name in bodies if name.start >= end), None)
    first = numbers().search(text, end, reach)
    if inside and first and inside.end <= first.start() and FIRST_GAP.fullmatch(text[end : inside.start]):
        bound = Bound(told=inside.bodies)
    kind = next(kind for kind in TYPES if match[kind])
    return Noun(start, end, kind, bound, reach, _year_of(symbol.symbol or "") if symbol else None)


def _symbol_before(text: str, start: int, whole: tuple[Mention, ...], voice: Voice) -> Mention | None:
    """'See FCCC/CP/2015/10/Add.1, decision 1/CP.21', 'A/77/53/Add.1), chap. III, sect. A, resolution 51/4'."""
    if voice.source and IBID_BEFORE.search(text[max(0, start - 10) : start]):
        return Mention(start=0, end=0, symbol=None, body=voice.source, type=None)
    for mention in whole:
        if mention.end <= start and HOLDS.fullmatch(text[mention.end : start]):
            return mention
    return None


def _year_of(symbol: str) -> int | None:
    """About the year of a document of the United Nations: A/77/53 is of 2022, S/2002/932 of 2002."""
    if session := re.match(r"A/(\d{2,3})/", symbol):
        return int(session[1]) + 1945
    year = re.search(r"/((?:19|20)\d\d)/", symbol)
    return int(year[1]) if year else None


def _listed(
    text: str, noun: Noun, whole: tuple[Mention, ...], bodies: tuple[Named, ...], voice: Voice
) -> list[Mention]:
    taken = [(mention.start, mention.end) for mention in whole if mention.start >= noun.end]
    read: list[Number] = []
    told: dict[int, tuple[str, ...]] = {}
    end = noun.end
    for span, printed in _printed(text, noun):
        if any(start <= span[0] < stop for start, stop in taken):
            continue
        number = _number(text, span, printed, noun, voice)
        if number is None or not _belongs(text, end, number, bool(read), bodies):
            if STOP.search(text[end : span[0]]) and not read:
                break
            continue
        if read and (name := _name_before(text, end, number.start, bodies)):
            told[len(read)] = name
        read.append(number)
        end = number.end
    return _spread(text, read, told, bodies, voice)


def _printed(text: str, noun: Noun) -> list[tuple[tuple[int, int], str]]:
    """(span, number) of what may be numbers behind a noun; numbers that share one year are given it."""
    found = {match.span(): match[0] for match in numbers().finditer(text, noun.end, noun.reach)}
    for run in SHARED_YEAR.finditer(text, noun.end, noun.reach):
        bare = list(re.finditer(r"\d+", text[run.start() : run.start("year")]))[:-1]
        found |= {(run.start() + one.start(), run.start() + one.end()): one[0] + run["year"] for one in bare}
    return sorted(found.items())


def _name_before(text: str, end: int, start: int, bodies: tuple[Named, ...]) -> tuple[str, ...] | None:
    """A body's name right before a number rebinds the list from there ('Commission on Human Rights 2005/66')."""
    inside = next((name for name in bodies if end <= name.start and name.end <= start), None)
    return inside.bodies if inside and not text[inside.end : start].strip() else None


def _number(text: str, span: tuple[int, int], printed: str, noun: Noun, voice: Voice) -> Number | None:
    revision = REVISION.match(text, span[1])
    end = revision.end() if revision else span[1]
    year = year_after(text, end) or noun.year
    shaped = _shaped(printed, noun.type)
    fitting = [(form, groups) for form, groups in shaped if fits(form, groups, year, voice)]
    unnamed = [form for form, _ in fitting if not form.named_only or form.body in (*noun.bound.told, voice.body)]
    if not unnamed and noun.year and not noun.bound.told:
        return None
    chosen = fitting if unnamed else [*fitting, *(pair for pair in shaped if pair not in fitting)]
    if not chosen:
        return None
    read = tuple(form for form, _ in chosen)
    return Number(span[0], end, printed, chosen[0][1], read, revision["n"] if revision else None, noun)


@lru_cache(4096)
def _shaped(number: str, kind: str) -> tuple[tuple[Form, dict[str, str | None]], ...]:
    """The forms of a kind of text that a number can have, with its groups in each; nobody changes them."""
    return tuple((form, own.groupdict()) for form, shape in _shapes(kind) if (own := shape.fullmatch(number)))


@cache
def _shapes(kind: str) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    return tuple((form, form.number) for form in forms() if form.type == kind)


def _belongs(text: str, end: int, number: Number, later: bool, bodies: tuple[Named, ...]) -> bool:
    """Whether a number is of the list that its noun begins: next to it, or far off where its form is unmistakable."""
    gap = text[end : number.start]
    if not later:
        without = _without_names(gap, end, bodies)
        if FIRST_GAP.fullmatch(without):
            return True
    if TIGHT.fullmatch(gap):
        return later
    if not later and text[end - 1] in "sS" and FOLLOWS.fullmatch(gap):
        return True
    if STOP.search(gap) or (not later and text[end - 1] not in "sS"):
        return False  # a single 'resolution' has its number beside it
    if any(form.strong for form in number.read):
        return bool(LOOSE.search(gap)) or bool(_name_before(text, end, number.start, bodies))
    return later and bool(LOOSE.search(gap)) and bool(AFTER_WEAK.match(text, number.end)) and len(gap) < 200


def _without_names(gap: str, at: int, bodies: tuple[Named, ...]) -> str:
    for name in bodies:
        if at <= name.start and name.end <= at + len(gap):
            gap = gap[: name.start - at] + " " * (name.end - name.start) + gap[name.end - at :]
    return re.sub(r" +", " ", gap)


def _spread(
    text: str, read: list[Number], told: dict[int, tuple[str, ...]], bodies: tuple[Named, ...], voice: Voice
) -> list[Mention]:
    """Numbers → mentions: bodies named behind a number bind those before it, ranges and letters are written out."""
    after = [after_number(text, number.end, bodies) for number in read]
    for index in range(len(read) - 2, -1, -1):
        if not after[index] and not _dated(text, read[index]):
            after[index] = after[index + 1]
    last: tuple[str, ...] = ()
    found: list[Mention] = []
    for index, number in enumerate(read):
        last = told.get(index, last)
        told_here = after[index] or last or (subject_after(text, number.end, bodies) if number.noun.bound.own else ())
        chosen = decide(number.read, number.noun.bound, told_here, voice)
        free = not told_here and not number.noun.bound.told and not _named_before(chosen, number.start, bodies)
        if free and not certain(number.text, chosen, number.noun.bound, voice):
            number = replace(number, certain=False)
        if len(chosen) > 1:
            chosen = _named_before(chosen, number.start, bodies) or chosen
        if not chosen and not found:
            return []  # a list that does not begin with a text is none
        if not chosen:
            continue
        begun = found[-1] if found else None
        before = read[index - 1] if index else None
        if before and begun and THROUGH.fullmatch(text[before.end : number.start]):
            found += _between(before, number, chosen)
        found += _lettered(number, chosen, first=index == 0)
    return found


def _named_before(chosen: tuple[Form, ...], start: int, bodies: tuple[Named, ...]) -> tuple[Form, ...]:
    """Of several forms, that of the body named last in the same text."""
    for name in reversed(bodies):
        if name.end <= start and (among := [form for form in chosen if form.body in name.bodies]):
            return (among[0],) if len({form.body for form in among}) == 1 else ()
    return ()


def _dated(text: str, number: Number) -> bool:
    return bool(DATE.match(text, number.end))


def _lettered(number: Number, chosen: tuple[Form, ...], first: bool) -> list[Mention]:
    """One mention, or one for each letter of '3419 A to D (XXX)'."""
    start = number.noun.start if first else number.start
    own = chosen[0].number.fullmatch(number.text)
    groups = own.groupdict() if own else number.groups
    letters = _letters(groups.get("letters") or "")
    if not own or len(letters) < 2:
        return [_mention(number, chosen, start, number.end, groups, letters[0] if letters else "")]
    offset = number.start + own.start("letters")
    marks = [offset + mark.start() for mark in LETTER.finditer(own["letters"])]
    found = [_mention(number, chosen, start, marks[0] + 1, groups, letters[0])]
    for letter in letters[1:-1]:
        at = next((mark for mark in marks[1:-1] if own["letters"][mark - offset] == letter), None)
        span = (marks[0], marks[-1] + 1) if at is None else (at, at + 1)
        found.append(_mention(number, chosen, *span, groups, letter))
    return [*found, _mention(number, chosen, marks[-1], number.end, groups, letters[-1])]


def _letters(text: str) -> list[str]:
    letters = LETTER.findall(text)
    if len(letters) == 2 and re.search(r" (?:to|à|a) |[-–]", text):
        return [chr(code) for code in range(ord(letters[0]), ord(letters[1]) + 1)]
    return letters


def _between(before: Number, number: Number, chosen: tuple[Form, ...]) -> list[Mention]:
    """What a range leaves unsaid: 13.25 in 'Decisions 13.24 to 13.26'; its span is the whole range."""
    own, first = chosen[0].number.fullmatch(number.text), chosen[0].number.fullmatch(before.text)
    if not own or not first:
        return []
    group = "a" if own["b"] == first["b"] and own["b"] else "b"
    if (own.groupdict() | {group: ""}) != (first.groupdict() | {group: ""}):
        return []
    low, high = arabic(first[group] or ""), arabic(own[group] or "")
    if low is None or high is None or not low < high <= low + MAX_RANGE:
        return []
    return [
        _mention(
            replace(number, revision=None),
            chosen,
            before.start,
            number.end,
            {**own.groupdict(), group: str(middle)},
            "",
        )
        for middle in range(low + 1, high)
    ]


def _mention(
    number: Number, chosen: tuple[Form, ...], start: int, end: int, groups: dict[str, str | None], letter: str
) -> Mention:
    given: dict[str, str] = {}
    for form in chosen:
        own = form.number.fullmatch(number.text)
        values = {**(own.groupdict() if own else groups), **{key: groups[key] for key in ("a", "b") if key in groups}}
        given.setdefault(form.body, form.canonical(values, letter, number.revision))
    one = len(given) == 1 and number.certain
    plain_number = re.sub(r"^(?:nos?\.?|n°s?|n[uú]ms?\.?) ?", "", number.text, flags=re.IGNORECASE)
    return Mention(
        start=start,
        end=end,
        symbol=next(iter(given.values())) if one else None,
        body=chosen[0].body if one else None,
        type=number.noun.type,
        number=plain_number,
        revision=None if number.revision is None else ("Rev.COP" + number.revision if number.revision else "Rev."),
        candidates=() if one else tuple(given.values()),
        noun=number.noun.start,
    )
