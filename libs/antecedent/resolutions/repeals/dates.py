"""From when: 'with effect from 30 June 2029', 'à compter du 1er janvier 2029', 'on the same date'."""

import re
from datetime import date

from antecedent.resolutions.repeals.objects import Target
from antecedent.resolutions.repeals.vocabulary import FROM, SAME_DATE, Verb

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january janvier enero jan", "february février fevrier febrero feb", "march mars marzo mar",
            "april avril abril apr", "may mai mayo", "june juin junio jun", "july juillet julio jul",
            "august août aout agosto aug", "september septembre septiembre sep sept",
            "october octobre octubre oct", "november novembre noviembre nov",
            "december décembre decembre diciembre dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEAK = re.compile(r"(?:on|le|el|au|al|at|after)", re.IGNORECASE)
PARTS = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d)|(?P<d>\d{1,2})[^\W\d]* (?:of )?(?:de )?(?P<m>[^\W\d]+)\.?,? "
    r"(?:del? )?(?P<y>\d{4})|(?P<m2>[^\W\d]+)\.? (?P<d2>\d{1,2}), (?P<y2>\d{4})"
)


def iso(text: str) -> str | None:
    """A printed date as '2029-06-30'; None for what is none."""
    match = PARTS.search(text)
    if not match:
        return None
    if match["iso"]:
        return match["iso"]
    month = MONTHS.get((match["m"] or match["m2"]).casefold())
    try:
        return date(int(match["y"] or match["y2"]), month or 0, int(match["d"] or match["d2"])).isoformat()
    except ValueError:
        return None


def date_of(text: str, start: int, verb: Verb, found: list[Target], end: int, last: str | None) -> str | None:
    """The date of effect in the verb's sentence; 'on 1 May 2029' counts only right behind the verb.

    Where there are several, each target gets its own: 'repeals X from 1 May and Y from 1 June'.
    """
    told = [
        match
        for match in FROM.finditer(text, start, end)
        if not WEAK.fullmatch(match["how"]) or _behind(match.start(), [verb.end, *(target.end for target in found)])
    ]
    if len(told) > 1:
        ahead = found and told[0].start() < min(verb.start, found[0].start)
        for target in found:
            target.from_ = _own_date(told, target, ahead=bool(ahead))
    if len(told) == 1 and (later := _later(text, told[0], found)):
        for target in later:
            target.from_ = iso(told[0]["day"])
        return None
    if told:
        return iso(told[0]["day"])
    return last if SAME_DATE.search(text, start, end) else None


def _later(text: str, date: re.Match[str], found: list[Target]) -> list[Target]:
    """The targets that a date ahead of them alone is said of: 'Revokes X and, with effect from 1 January, Y'."""
    set_off = text[: date.start()].endswith(", ") and text[date.end() :].startswith(", ")
    later = [target for target in found if target.start > date.end()]
    return later if set_off and 0 < len(later) < len(found) else []


def _behind(at: int, ends: list[int]) -> bool:
    return any(0 <= at - end <= 3 for end in ends)


def _own_date(told: list[re.Match[str]], target: Target, *, ahead: bool) -> str | None:
    """The first date behind a target; the last one before it where dates stand ahead of what they are said of."""
    if ahead:
        return next((iso(match["day"]) for match in reversed(told) if match.end() <= target.start), None)
    return next((iso(match["day"]) for match in told if match.start() >= target.end), None)
