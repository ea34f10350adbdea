"""Words of drafting a language, read from languages/*.toml: a new language needs a file, no code."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("en", "fr", "es")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What drafters of one language (or of any) write; the patterns ignore case."""

    languages: tuple[str, ...]
    function_words: frozenset[str]
    months: dict[str, int]
    adverbs: frozenset[str]
    preambular: frozenset[str]
    operative: frozenset[str]
    annexes: tuple[str, ...]
    addressees: tuple[str, ...]
    prefixes: frozenset[str]
    date: re.Pattern[str]
    annex: re.Pattern[str]
    section: re.Pattern[str]
    speaker: re.Pattern[str]
    tells: re.Pattern[str]
    draft: re.Pattern[str]
    adopted: re.Pattern[str]
    label: re.Pattern[str]
    lesser: re.Pattern[str]
    adoption: re.Pattern[str]
    title_prefix: re.Pattern[str]
    meeting: re.Pattern[str]
    vote: re.Pattern[str]
    decisions: re.Pattern[str]
    directed: re.Pattern[str]
    revises: re.Pattern[str]

    @property
    def foreign(self) -> bool:
        """Whether the text's language is none of ours, so that its looks must tell."""
        return len(self.languages) > 1


@cache
def vocabulary(language: str | None) -> Vocabulary:
    """The words of a language; of all of them where the language is not one that we have."""
    return _build((language,) if language in LANGUAGES else LANGUAGES)


@cache
def _data(language: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__ or "").joinpath("languages", f"{language}.toml").read_text(encoding="utf-8"))


def _build(languages: tuple[str, ...]) -> Vocabulary:
    data = [_data(language) for language in languages]
    words = {key: _flat(data, key) for key in ("function_words", "adverbs", "preambular", "operative", "prefixes")}
    annexes, sections = _flat(data, "annexes"), _flat(data, "sections")
    months = {month: n + 1 for each in data for n, month in enumerate(each["months"])}
    return Vocabulary(
        languages=languages,
        **{key: frozenset(value) for key, value in words.items()},
        months=months,
        annexes=tuple(annexes),
        addressees=tuple(sorted(_flat(data, "addressees"), key=len, reverse=True)),
        date=_dates(data),
        annex=re.compile(
            rf"(?:{'|'.join(annexes)})\b\s*(?:n[o°º]\.?\s*)?(?P<number>\d{{1,2}}|[IVXL]{{1,5}}|[A-Z])?(?:\s+(?:to|à|a|al|de|du|of)\b.*)?"
            rf"(?:\s*[:.–—-]\s*(?P<rest>.*))?$",
            re.I,
        ),
        section=re.compile(
            rf"(?:{'|'.join(sections)})\s+(?:\d{{1,3}}|[IVXL]{{1,6}}|[A-Z]|\w+)\b(?:\s*[:.–—-].*)?", re.I
        ),
        speaker=_either(data, "speakers"),
        tells=_either(data, "tells"),
        draft=_either(data, "drafts"),
        adopted=_either(data, "adopted"),
        label=_either(data, "labels"),
        lesser=_either(data, "lesser"),
        adoption=_either(data, "adoption"),
        title_prefix=_either(data, "title_prefix"),
        meeting=_either(data, "meeting"),
        vote=_either(data, "vote"),
        decisions=_either(data, "decisions"),
        directed=re.compile("|".join(_unnamed(each["directed"], i) for i, each in enumerate(data)), re.I),
        revises=re.compile("|".join(_unnamed(each["revises"], i) for i, each in enumerate(data)), re.I),
    )


def _flat(data: list[dict[str, Any]], key: str) -> list[str]:
    return [word for each in data for word in each[key]]


def _either(data: list[dict[str, Any]], key: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each[key].format()})" for each in data), re.I)


def _unnamed(pattern: str, index: int) -> str:
    """Groups get the language's place in their name: a name may stand once in a pattern."""
    return re.sub(r"\?P<(\w+)>", rf"?P<\1_{index}>", pattern.format())


def _dates(data: list[dict[str, Any]]) -> re.Pattern[str]:
    parts = [
        _unnamed(each["date"].replace("{months}", "|".join(each["months"])).replace("{", "{{").replace("}", "}}"), i)
        for i, each in enumerate(data)
    ]
    return re.compile("|".join(parts), re.I)


def group(match: re.Match[str], name: str) -> str | None:
    """What a group of any language caught: 'who' finds 'who_0', 'who_1' …"""
    for key, value in match.groupdict().items():
        if value and key.rsplit("_", 1)[0].rstrip("2") == name:
            return value
    return None


def iso_date(match: re.Match[str], words: Vocabulary) -> str:
    """The ISO form of a match of `Vocabulary.date`."""
    day, month, year = (group(match, name) or "" for name in ("day", "month", "year"))
    return f"{int(year):04d}-{words.months[month.lower()]:02d}-{int(day):02d}"
