"""Whose resolution: the body that a noun, a number or the whole document binds a mention to."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from antecedent.resolutions.bodies import Form, bodies
from antecedent.resolutions.citations.vocabulary import DATE, NOUN, find_names, full_names, owners, words

OWN = re.compile(rf"(?:^|[^\w'])(?P<own>{words('own')})(?: (?:{words('own_adjectives')}))* ?$", re.IGNORECASE)
JOIN = re.compile(rf"(?:^|\W)(?:{words('joins')})(?: (?:in|de|à|a))?$", re.IGNORECASE)
OF = re.compile(
    rf"(?:,? (?:annexe?|anexo|section|sect\.|part|paragraphs?|paras?\.?|paragraphes?|párrafos?|párr\.)[^,;]{{0,24}})?"
    rf"(?:{DATE.pattern})?,? ?(?:adopted (?:at|by|on) [^,;]{{3,60}} )?(?:{words('of')}) ?(?:"
    rf"(?:{words('articles')}) ?)?$".replace("?P<year>", "?:")
)
SUBJECT = re.compile(rf"(?:{DATE.pattern})?, (?:(?:{words('articles')}) ?)?$".replace("?P<year>", "?:"))
LEADING = re.compile(r"[a-zà-ÿ]\b[^;]*$")
ADOPTED_AFTER = 1.6  # years by which a session may miss the date that its number tells


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and whom the document has named before."""

    body: str | None
    session: int | None
    last_named: Callable[[tuple[str, ...]], str | None]
    source: str | None = None  # body of the document that 'Ibid.' would mean
    parent: str | None = None  # of the speaker, where that is an organ that is not known


@dataclass(frozen=True, slots=True)
class Named:
    """A body's name in a text; several bodies where it is short."""

    start: int
    end: int
    bodies: tuple[str, ...]
    full: bool  # a name that tells its body by itself


def named(text: str) -> tuple[Named, ...]:
    """All names of bodies in plain text."""
    return tuple(
        Named(start, start + len(name), owners()[name], name in full_names()) for start, name in find_names(text)
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """The bodies that a noun may mean: told by a name, or by 'its' (then the first that fits)."""

    told: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    own: bool = False  # 'its'


def before_noun(text: str, start: int, found: tuple[Named, ...], voice: Voice) -> Bound:
    """'Human Rights Council resolution', 'its resolution', or nothing told."""
    earlier = [name for name in found if name.end <= start]
    if earlier and re.fullmatch(r"'?s? ?", text[earlier[-1].end : start]):
        return Bound(told=earlier[-1].bodies)
    head = text[max(0, start - 60) : start]
    own = OWN.search(head)
    if not own:
        return Bound(likely=_speaker(voice))
    at = max(0, start - 60) + own.start("own")
    agent = (
        None if JOIN.search(text[max(0, at - 14) : at].rstrip()) or "own" in own["own"] else _agent(text, at, earlier)
    )
    return Bound(likely=(*agent, *_speaker(voice)) if agent else _speaker(voice), own=True)


def _speaker(voice: Voice) -> tuple[str, ...]:
    return (voice.body,) if voice.body else ()


def _agent(text: str, at: int, earlier: list[Named]) -> tuple[str, ...]:
    """The body that 'its' takes up: the last one named in the sentence that is not merely part of another noun."""
    begin = max(text.rfind(";", 0, at), text.rfind(". ", 0, at))
    for name in reversed(earlier):
        if name.start < begin:
            break
        if not NOUN.match(text[name.end + 1 : name.end + 40].lower()):
            return name.bodies
    return ()


def after_number(text: str, end: int, found: tuple[Named, ...]) -> tuple[str, ...]:
    """The body behind a number and its date: '54/10 du Conseil', '15/6, annex, of the Conference of the Parties'."""
    for name in found:
        if name.start >= end:
            gap = text[end : name.start]
            return name.bodies if len(gap) < 100 and OF.fullmatch(gap) else ()
    return ()


def subject_after(text: str, end: int, found: tuple[Named, ...]) -> tuple[str, ...]:
    """The body that 'its' runs ahead of: 'in its resolution 48/141 of 20 December 1993, the General Assembly'."""
    name = next((name for name in found if name.start >= end), None)
    return name.bodies if name and SUBJECT.fullmatch(text[end : name.start]) else ()


def year_after(text: str, end: int) -> int | None:
    """The year of the date behind a number."""
    match = DATE.match(text, end)
    return int(match["year"]) if match else None


def fits(form: Form, groups: dict[str, str | None], year: int | None, voice: Voice) -> bool:
    """Whether a number can be one of this form, at that date, from a body at that session."""
    value = groups.get("a") or ""
    if not value.isdigit():
        return True
    if form.years and not form.years[0] <= int(value) <= form.years[1]:
        return False
    sessions = bodies()[form.body].sessions
    if not sessions or "(" in form.number.pattern.replace("(?", ""):
        return True
    if form.body == voice.body and voice.session and int(value) > voice.session:
        return False
    return year is None or abs(sessions[0] + int(value) / sessions[1] - year) <= ADOPTED_AFTER


def decide(fitting: tuple[Form, ...], bound: Bound, told_after: tuple[str, ...], voice: Voice) -> tuple[Form, ...]:
    """The form that is meant; several when nothing tells them apart, none when a number alone is too little."""
    for told in (told_after, bound.told):
        if told and (among := tuple(form for form in fitting if form.body in told)):
            return _one(among, voice)
    for body in bound.likely:
        if among := tuple(form for form in fitting if form.body == body):
            return among[:1]
    free = any(form.strong for form in fitting) or bound.told or told_after or not voice.body
    return tuple(form for form in fitting if not form.named_only) if free else ()


# Letters in a number that tell whose it is: 'Conf. 8.10', 'WHA65.5', '1/CP.21'; Roman numbers tell nothing.
TELLING = re.compile(r"(?<![A-Za-z])(?![IVXLCDM]+(?![A-Za-z]))[A-Za-z]{2,}")


def certain(number: str, chosen: tuple[Form, ...], bound: Bound, voice: Voice) -> bool:
    """Whether a number that no name binds may be taken for the one form that it fits.

    'its resolution' is one of the speaker's: where the speaker numbers in no such way, or is not known, the form is but
    a candidate; and the numbers of an organ that is not known are not its parent's.
    """
    meant = {form.body for form in chosen}
    if bound.own and not meant & set(bound.likely):
        return bool(TELLING.search(number))
    return voice.parent not in meant


def _one(among: tuple[Form, ...], voice: Voice) -> tuple[Form, ...]:
    """One of several bodies that share a short name: the one that speaks, or that was named last."""
    bodies_ = tuple(dict.fromkeys(form.body for form in among))
    if len(bodies_) == 1:
        return among[:1]
    body = voice.body if voice.body in bodies_ else voice.last_named(bodies_)
    return tuple(form for form in among if form.body == body)[:1] or among
