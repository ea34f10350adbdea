"""Parts of a text, as printed → their names: 'paragraphs 3 to 5 and 7' → 3, 4, 5, 7; 'annex III, paragraph 8'.

Names are those of the output contract: `3`, `4(b)`, `(c)`, `preamble 3`, `section 2`, `annex`, `annex 3, paragraph 8`;
the last of a kind, whose numbers its text alone tells, are `last`, `last but one`, `preamble last`;
numbers of annexes and sections are Arabic, ranges are written out.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from antecedent.resolutions.bodies.numerals import arabic
from antecedent.resolutions.citations.plain import lower

DATA: dict[str, Any] = tomllib.loads((files(__package__ or "") / "pinpoints.toml").read_text("utf-8"))


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _word(name: str) -> str:
    return _any(DATA["words"][name])


# 'annexes' is a plural in English and French alike; the first group that matches decides.
UNIT_WORDS = "|".join(f"(?P<{kind}>{_any(forms).lower()})" for kind, forms in DATA["units"].items())
UNIT = re.compile(rf"(?<![\w-])(?:{UNIT_WORDS})(?![\w-])", re.IGNORECASE)
SMALL_UNIT = re.compile(UNIT.pattern)  # on small letters, where a whole text is searched
ORDINAL_OF = {number: re.compile(_any(forms), re.IGNORECASE) for number, forms in DATA["ordinals"].items()}
ANY_ORDINAL = _any([form for forms in DATA["ordinals"].values() for form in forms])
ARTICLE = rf"(?:(?:{_word('articles')}) |l')?"
ORDINALS = re.compile(
    rf"(?<!\w)(?P<list>(?:{ANY_ORDINAL})(?:(?:, | (?:{_word('and')}) | (?:{_word('to')}) ){ARTICLE}(?:{ANY_ORDINAL}))*)"
    rf" (?:(?:{_word('operative')}) )?(?={UNIT.pattern})",
    re.IGNORECASE,
)
COUNT_OF = {form: int(number) for number, forms in DATA["counts"].items() for form in forms}
COUNT = "|".join(COUNT_OF)
END = rf"{_word('first')}|(?P<last>{_word('last')})"
# 'the first three operative paragraphs', 'les trois premiers alinéas', 'los dos últimos párrafos'.
COUNTED = re.compile(
    rf"(?<!\w)(?=(?:\w+ )?(?:{END})\b)(?:(?:{_word('first')}|{_word('last')}) (?P<a>{COUNT})"
    rf"|(?P<b>{COUNT}) (?:{_word('first')}|{_word('last')})) (?:(?:{_word('operative')}) )?(?={UNIT.pattern})",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?P<n>\d{1,3})(?![\d/])(?! ?\(\d{4}\))(?!\.\d)(?: ?(?P<bis>bis|ter|quater)\b)?"
    r"(?P<letters>(?:\(\d{1,2}\)| ?\(?[a-z]{1,4}\))*)"
)
# 'paragraphs 3.2 and 3.4'; behind whole numbers '7.9' is a text.
DECIMAL = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,2})(?![\d/])(?P<bis>)(?P<letters>(?: ?\(?[a-z]{1,4}\))*)")
LETTER = re.compile(r"\(?(?P<l>[a-z]{1,4})\)")
CAPITAL = re.compile(r"(?P<c>[IVXL]+|[A-Z]|\d{1,2})(?![\w/]|\.\d|'|-\w)")
SEPARATOR = re.compile(rf",? (?:{_word('and')}) (?:(?:{_word('to')}) )?|, ?|/", re.IGNORECASE)
RANGE = re.compile(rf" ?[-–] ?| (?:{_word('to')}) ", re.IGNORECASE)
WITHIN = re.compile(rf",? (?:{_word('of')}) ?{ARTICLE}", re.IGNORECASE)
MORE = re.compile(
    rf"(?P<comma>, ?|; ?)?(?: ?(?P<and>{_word('and')}) (?:(?:of|de|du|des|del) )?)?{ARTICLE}", re.IGNORECASE
)
PREAMBLE_AFTER = re.compile(rf" (?:{_word('preamble_after')})\b", re.IGNORECASE)
PREAMBLE = re.compile(r"(?:the |le |el )?(?:preamble|préambule|preámbulo)\b", re.IGNORECASE)
INNER = re.compile(r", ?")
ENDS = ("first", "premi", "primer", "last", "derni", "últim", "ultim")
CONTAINERS = {"annex", "appendix", "section", "part", "chapter"}


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Where a run of parts stands in the text, and their names."""

    start: int
    end: int
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    end: int
    unit: str
    items: tuple[str, ...]


def pinpoints(text: str, start: int = 0, end: int | None = None) -> tuple[Pinpoint, ...]:
    """All runs of parts in plain text."""
    found: list[Pinpoint] = []
    at, stop = start, len(text) if end is None else end
    small = lower(text)
    while at < stop and (head := _next_head(text, small, at, stop)) is not None:
        point = pinpoint_at(text, head, stop)
        if point:
            found.append(point)
        at = point.end if point else head + 1
    return tuple(found)


def _next_head(text: str, small: str, at: int, stop: int) -> int | None:
    """Where the next run may begin: at a unit, at an ordinal before it, or at 'the preamble'."""
    unit = SMALL_UNIT.search(small, at, stop)
    begin = max(at, unit.start() - 90) if unit else at
    ordinal = ORDINALS.search(text, begin, min(stop, unit.end() + 1)) if unit else None
    if unit and any(map(small.__contains__, ENDS)):
        ordinal = COUNTED.search(text, begin, min(stop, unit.end() + 1)) or ordinal
    whole = PREAMBLE.search(small, at, stop) if "preamb" in small or "préamb" in small or "preámb" in small else None
    return min((match.start() for match in (unit, ordinal, whole) if match), default=None)


def pinpoint_at(text: str, start: int, stop: int) -> Pinpoint | None:
    """The run of parts that begins at `start`: groups such as 'paragraphs 1-3, 14 (c), 16 and annex I'."""
    groups = groups_at(text, start, stop)
    items = dict.fromkeys(item for group in groups for item in group.items)
    return Pinpoint(start, groups[-1].end, tuple(items)) if groups else None


def groups_at(text: str, start: int, stop: int) -> list[Pinpoint]:
    """The groups of the run that begins at `start`: 'paragraphs 1-3, 14 (c), 16', 'annex I'."""
    found: list[Pinpoint] = []
    group = _nested(text, start, stop)
    while group:
        found.append(Pinpoint(start, group.end, group.items))
        more = MORE.match(text, group.end, stop)
        if not more or not (more["comma"] or more["and"]):
            break
        start = more.end()
        group = _nested(text, start, stop)
    return found


def _nested(text: str, start: int, stop: int) -> _Group | None:
    """A group with the one that holds it: 'annex III, paragraph 8', 'subparagraph (c) of paragraph 2'."""
    group = _group(text, start, stop)
    if group is None:
        return None
    if group.unit in CONTAINERS and len(group.items) == 1:
        inner_at = INNER.match(text, group.end, stop)
        inner = _nested(text, inner_at.end(), stop) if inner_at else None
        if inner and inner.unit != group.unit and inner.unit not in ("annex", "appendix"):
            return _Group(inner.end, group.unit, tuple(join(group.items[0], item) for item in inner.items))
    if group.unit == "paragraph" and len(group.items) == 1 and group.items[0].isdigit():
        gap = INNER.match(text, group.end, stop)
        letters = _group(text, gap.end(), stop) if gap else None
        if letters and letters.unit == "subparagraph" and all(item.startswith("(") for item in letters.items):
            return _Group(letters.end, "paragraph", tuple(group.items[0] + item for item in letters.items))
    within = WITHIN.match(text, group.end, stop)
    outer = _nested(text, within.end(), stop) if within and group.unit != "annex" else None
    if outer and outer.unit != group.unit and len(outer.items) == 1:
        return _Group(outer.end, outer.unit, tuple(join(outer.items[0], item) for item in group.items))
    return group


def join(outer: str, inner: str) -> str:
    """A part and what it holds: 'annex 1' and '3' are 'annex 1, paragraph 3', '3' and '(a)' are '3(a)'."""
    if re.fullmatch(r"\d+", outer) and inner.startswith("("):
        return outer + inner
    return f"{outer}, {inner}" if re.match(r"[a-z]", inner) else f"{outer}, paragraph {inner}"


def _group(text: str, start: int, stop: int) -> _Group | None:
    """One unit with its list: 'paragraphs 3 to 5 and 7', 'third operative paragraph', 'annex', 'section II'."""
    if ordinals := ORDINALS.match(text, start, stop):
        unit = UNIT.match(text, ordinals.end(), stop)
        if unit:
            return _after_preamble(text, _unit(unit), unit.end(), _ordinals(ordinals["list"]), stop)
    if counted := COUNTED.match(text, start, stop):
        unit = UNIT.match(text, counted.end(), stop)
        if unit:
            return _after_preamble(text, _unit(unit), unit.end(), _counted(counted), stop)
    unit = UNIT.match(text, start, stop)
    if unit is None:
        whole = PREAMBLE.match(text, start, stop)
        return _Group(whole.end(), "preamble", ("preamble",)) if whole else None
    kind = _unit(unit)
    gap = re.compile(r" ?").match(text, unit.end(), stop)
    at = gap.end() if gap else unit.end()
    listed, end = _capitals(text, at, stop) if kind in CONTAINERS else _numbers(text, at, stop)
    if listed:
        return _after_preamble(text, kind, end, listed, stop)
    return _Group(unit.end(), kind, (kind,)) if kind in ("annex", "appendix") else None


def _counted(match: re.Match[str]) -> list[str]:
    """'first three' → 1, 2, 3; 'last two' → 'last but one', 'last', as its text alone tells their numbers."""
    count = COUNT_OF[(match["a"] or match["b"]).lower()]
    if not match["last"]:
        return [str(number) for number in range(1, count + 1)]
    words = list(COUNT_OF)[: count - 2]
    return [*(f"last but {word}" for word in reversed(["one", *words][: count - 1])), "last"]


def _unit(match: re.Match[str]) -> str:
    return next(kind for kind in DATA["units"] if match[kind])


def _after_preamble(text: str, kind: str, end: int, listed: list[str], stop: int) -> _Group:
    after = PREAMBLE_AFTER.match(text, end, stop)
    if kind == "preamble" or after:
        return _Group(after.end() if after else end, "preamble", tuple(f"preamble {item}" for item in listed))
    if kind in CONTAINERS:
        return _Group(end, kind, tuple(f"{kind} {item}" for item in listed))
    return _Group(end, kind, tuple(listed))


def _ordinals(text: str) -> list[str]:
    pieces = re.split(rf"(, | (?:{_word('and')}) | (?:{_word('to')}) )", text, flags=re.IGNORECASE)
    listed: list[str] = []
    through = False
    for piece in pieces:
        if re.fullmatch(rf" (?:{_word('to')}) ", piece, re.IGNORECASE):
            through = True
        bare = re.sub(rf"^(?:{_word('articles')}) ", "", piece, flags=re.IGNORECASE)
        number = next((number for number, form in ORDINAL_OF.items() if form.fullmatch(bare)), None)
        if number:
            listed += _up_to(listed[-1], number) if through and listed else [number]
            through = False
    return listed


# Reads an item at a place of a text, no further than its end: the item and where it ends.
_Reader = Callable[[str, int, int], tuple[str, int] | None]


def _listed(
    text: str, at: int, stop: int, read: _Reader, up_to: Callable[[str, str], list[str]]
) -> tuple[list[str], int]:
    """Items behind each other, ranges written out by `up_to`, and where they end."""
    listed: list[str] = []
    end, through = at, False
    while found := read(text, at, stop):
        item, end = found
        listed += up_to(listed[-1], item) if through and listed else [item]
        gap = RANGE.match(text, end, stop) or SEPARATOR.match(text, end, stop)
        if not gap:
            break
        through, at = gap.re is RANGE, gap.end()
    return listed, end


def _numbers(text: str, at: int, stop: int) -> tuple[list[str], int]:
    """Numbers and letters of paragraphs; a letter alone belongs to the number before it."""
    counted = DECIMAL if DECIMAL.match(text, at, stop) else NUMBER
    number = ""

    def read(text: str, at: int, stop: int) -> tuple[str, int] | None:
        nonlocal number
        if match := counted.match(text, at, stop):
            number = match["n"] + (match["bis"] or "")
            letters: list[str] = re.findall(r"[a-z]+|\d+", match["letters"])
            return number + "".join(f"({letter})" for letter in letters), match.end()
        match = LETTER.match(text, at, stop)
        return (f"{number}({match['l']})", match.end()) if match else None

    return _listed(text, at, stop, read, _up_to)


def _up_to(first: str, last: str) -> list[str]:
    """What follows `first` up to `last`: '3' … '5', '41(a)' … '41(d)'."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last) + 1)] if int(last) - int(first) < 500 else [last]
    low, high = re.fullmatch(r"(\d*)\(([a-z])\)", first), re.fullmatch(r"(\d*)\(([a-z])\)", last)
    if low and high and low[1] == high[1] and low[2] < high[2]:
        return [f"{low[1]}({chr(code)})" for code in range(ord(low[2]) + 1, ord(high[2]) + 1)]
    return [last]


def _capitals(text: str, at: int, stop: int) -> tuple[list[str], int]:
    """Numbers of annexes and sections: Roman, Arabic, or capital letters."""
    return _listed(text, at, stop, _capital, _capital_range)


def _capital(text: str, at: int, stop: int) -> tuple[str, int] | None:
    match = CAPITAL.match(text, at, stop)
    if match is None:
        return None
    return match["c"] if match["c"] in "CDLM" else str(arabic(match["c"]) or match["c"]), match.end()


def _capital_range(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, int(last) + 1)]
    if len(first) == len(last) == 1 and first < last:
        return [chr(code) for code in range(ord(first) + 1, ord(last) + 1)]
    return [last]


def numbers_at(text: str, start: int, stop: int) -> Pinpoint | None:
    """Numbers of paragraphs without their noun: '5' in 'paragraphs 3 to 6 except 5', '1–3' in a table."""
    at = start + (len(text[start:stop]) - len(text[start:stop].lstrip()))
    listed, end = _numbers(text, at, stop)
    return Pinpoint(at, end, tuple(listed)) if listed else None
