"""The words of nouns.toml and the names of all bodies, as compiled patterns."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from antecedent.resolutions.bodies import Form, bodies
from antecedent.resolutions.citations.plain import plain

DATA: dict[str, Any] = tomllib.loads((files(__package__ or "") / "nouns.toml").read_text("utf-8"))
WORDS: dict[str, list[str]] = DATA["words"]
TYPES = tuple(kind for kind in DATA if kind != "words")

DIGIT_FIRST = re.compile(r"(?:\(\?:)?\\d")  # a pattern that begins with a digit
REVISION = re.compile(r" ?\( ?[Rr][ée]v\.? ?(?:C[Oo]P|M[Oo]P)? ?\.?(?P<n>\d*)\)")
MONTH = r"[A-Za-zéûôä]{3,10}\.?"
DATE = re.compile(
    rf",? ?\(?(?:of|du|de|del|le|dated|adopted on|en date du|on)? ?(?:the )?(?:\d{{1,2}}(?:er)? "
    rf"(?:de )?{MONTH} (?:de )?|{MONTH} \d{{1,2}}, )"
    r"(?P<year>(?:19|20)\d\d)\b\)?"
)


def words(name: str) -> str:
    """Alternatives of one entry, longest first."""
    return "|".join(sorted(WORDS[name], key=len, reverse=True))


def _noun() -> str:
    groups = [f"(?P<{kind}>{'|'.join(sorted(DATA[kind], key=len, reverse=True))})" for kind in TYPES]
    return rf"(?<![\w/.-])(?:{'|'.join(groups)})(?![\w-])"


NOUN = re.compile(_noun())  # on small letters


_CAPITAL = re.compile(r"(?<![\w/.-])[A-ZÀ-Ý]\w*")
_GOES_ON = re.compile(r"[\w/-]")


@cache
def owners() -> dict[str, tuple[str, ...]]:
    """Names and the bodies that bear each (several, where it is a short one)."""
    found: dict[str, list[str]] = {}
    for body in bodies().values():
        for name in (*body.names, *body.short):
            for spelling in {plain(name), plain(name)[0].upper() + plain(name)[1:], plain(name).upper()}:
                found.setdefault(spelling, []).append(body.key)
    return {name: tuple(dict.fromkeys(keys)) for name, keys in found.items() if _CAPITAL.match(name)}


@cache
def _by_first_word() -> dict[str, list[str]]:
    """Longest first; one pattern of all of them would take a tenth of the start to compile."""
    heads: dict[str, list[str]] = {}
    for name in sorted(owners(), key=len, reverse=True):
        if first := _CAPITAL.match(name):
            heads.setdefault(first[0], []).append(name)
    return heads


def find_names(text: str) -> Iterator[tuple[int, str]]:
    """Where names of bodies begin in plain text, and how they read there; the longest counts."""
    known, end = _by_first_word(), 0
    for match in _CAPITAL.finditer(text):
        if match.start() >= end and (names := known.get(match[0])):
            name = next((name for name in names if _stands(name, text, match.start())), None)
            if name:
                yield match.start(), name
                end = match.start() + len(name)


def _stands(name: str, text: str, at: int) -> bool:
    return text.startswith(name, at) and not _GOES_ON.match(text, at + len(name))


@cache
def full_names() -> frozenset[str]:
    """Names that tell a body by themselves; 'the Agreement' tells none, even where one body alone lists it."""
    given = (plain(name) for body in bodies().values() for name in body.names)
    return frozenset(spelling for name in given for spelling in (name, name[0].upper() + name[1:], name.upper()))


@cache
def forms() -> tuple[Form, ...]:
    """All forms of all bodies."""
    return tuple(form for body in bodies().values() for form in body.forms)


def unnamed(pattern: str) -> str:
    """A pattern without its group names, so that it may stand beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


@cache
def numbers() -> re.Pattern[str]:
    """A pattern of all forms of numbers; longer ones are tried first where both could end."""
    shapes = dict.fromkeys(unnamed(form.number.pattern) for form in forms() if form.number.pattern != "(?!)")
    return re.compile(rf"(?<![\w/.])(?=[\dA-Zn])(?:{'|'.join(sorted(shapes, key=len, reverse=True))})(?![\w/]|\.\d)")


@cache
def printed() -> tuple[re.Pattern[str], tuple[tuple[Form, re.Pattern[str]], ...]]:
    """A pattern of whole symbols that bodies print in their own way, and each form's own."""
    each = tuple((form, re.compile(shape)) for form in forms() for shape in form.printed)
    shapes = sorted({unnamed(shape.pattern) for _, shape in each}, key=len, reverse=True)
    counted = [shape for shape in shapes if DIGIT_FIRST.match(shape)]
    named = [shape for shape in shapes if shape not in counted]
    union = rf"(?:(?=[A-Z])(?:{'|'.join(named)})|(?=\d)(?:{'|'.join(counted)}))"
    return re.compile(rf"(?<![\w/.]){union}(?![\w/]|\.\d)"), each
