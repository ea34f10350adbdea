"""The bodies that adopt resolutions, as data: one TOML file a body, read once. A new body needs a file and no code.

Keys of a file: `key`; `names` and `short` by language ('short' ones are shared by several bodies: 'the Council');
`prefixes` of its document symbols; `own`, a pattern of those that it speaks in where organs of its own share the prefix
(E/ICEF/… is not the Council's); `sessions` (start, per_year) where numbers begin with a session; `forms`, each with
`type`, `number` (a pattern with named groups), `symbol` (a template of those groups), `revision` (a template of `n`),
`printed` (patterns of whole symbols), `roman` (group → highest number that is written in Roman numerals), `years`
(bounds of the group that is a year), `strong` (no decimal or such looks like it);
`examples` (`text`, `cites`). `named_only = true`: no candidate where nothing names the body (its numbers look like
those of bodies that go unnamed, or it is the samples' invented one).
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from antecedent.resolutions.bodies.numerals import arabic, roman

# Patterns that every file may use as <name>.
MACROS = {
    "<roman>": r"[IVXL]+",
    "<letters>": r"(?P<letters> ?[A-Z](?![\w'’])(?:(?:, | and | et | y | to | à | a | ?[-–] ?)[A-Z](?![\w'’.]))*)?",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way in which a body numbers its texts."""

    body: str
    type: str
    number: re.Pattern[str]
    symbol: str
    printed: tuple[str, ...] = ()
    revision: str = " (Rev.{n})"
    roman: tuple[tuple[str, int], ...] = ()
    years: tuple[int, int] | None = None
    strong: bool = False
    named_only: bool = False  # of a body that is always named: never a candidate of its own accord

    def canonical(self, groups: dict[str, str | None], letter: str = "", revision: str | None = None) -> str:
        """The canonical symbol of a number read as `groups`; `revision` is '' for a bare '(Rev.)', None for none."""
        values = {name: self._value(name, value or "") for name, value in groups.items()}
        values["letters"] = f" {letter}" if letter else ""
        values["gap"] = " " if letter else ""
        tail = "" if revision is None else (self.revision.format(n=revision) if revision else " (Rev.)")
        return self.symbol.format(**values) + tail

    def _value(self, name: str, value: str) -> str:
        limit = dict(self.roman).get(name)
        if limit is not None and (number := arabic(value)):
            return roman(number) if number <= limit else str(number)
        return str(int(value)) if value.isascii() and value.isdigit() else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body with its names in all languages, as written."""

    key: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    prefixes: tuple[str, ...]
    own: re.Pattern[str] | None  # of its symbols; None: all with its prefixes
    sessions: tuple[float, float] | None
    forms: tuple[Form, ...]
    examples: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def bodies() -> dict[str, Body]:
    """All bodies by key."""
    folder = files(__name__)
    texts = [entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")]
    return {body.key: body for body in sorted(map(read_body, texts), key=lambda body: body.key)}


def body_of(symbol: str) -> str | None:
    """The body that speaks in a symbol; None for an organ that is not known."""
    body = _by_prefix(symbol)
    return body.key if body and (body.own is None or body.own.match(symbol)) else None


def parent_of(symbol: str) -> str | None:
    """The body of which the unknown organ that speaks in a symbol is one: it does not number as its parent does."""
    body = _by_prefix(symbol)
    return body.key if body and body.own and not body.own.match(symbol) else None


def _by_prefix(symbol: str) -> Body | None:
    return next((body for prefix, body in _prefixes() if symbol.startswith(prefix)), None)


@cache
def _prefixes() -> tuple[tuple[str, Body], ...]:
    """(prefix, body), longest first."""
    pairs = [(prefix, body) for body in bodies().values() for prefix in body.prefixes]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def read_body(text: str) -> Body:
    """A body from its file's text."""
    data = tomllib.loads(text)
    sessions = data.get("sessions")
    return Body(
        key=data["key"],
        names=_flat(data.get("names", {})),
        short=_flat(data.get("short", {})),
        prefixes=tuple(data.get("prefixes", ())),
        own=re.compile(data["own"]) if "own" in data else None,
        sessions=(sessions["start"], sessions["per_year"]) if sessions else None,
        forms=tuple(_form(data["key"], entry, data.get("named_only", False)) for entry in data.get("forms", ())),
        examples=tuple((example["text"], tuple(example["cites"])) for example in data.get("examples", ())),
    )


def _flat(by_language: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in by_language.values() for name in names))


def _form(body: str, entry: dict[str, Any], named_only: bool) -> Form:
    years = cast("list[int] | None", entry.get("years"))
    return Form(
        body=body,
        type=entry["type"],
        number=re.compile(expand(entry["number"])),
        symbol=entry["symbol"],
        printed=tuple(expand(pattern) for pattern in entry.get("printed", ())),
        revision=entry.get("revision", " (Rev.{n})"),
        roman=tuple(entry.get("roman", {}).items()),
        years=(years[0], years[1]) if years else None,
        strong=entry.get("strong", False),
        named_only=named_only,
    )


def expand(pattern: str) -> str:
    """A file's pattern with its macros written out."""
    for name, meaning in MACROS.items():
        pattern = pattern.replace(name, meaning)
    return pattern
