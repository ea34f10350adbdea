"""The words of verbs.toml and grammar.toml as compiled patterns."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from antecedent.resolutions.citations.plain import lower
from antecedent.resolutions.citations.vocabulary import MONTH, find_names
from antecedent.resolutions.models import Action

FOLDER = files(__package__ or "")
VERBS: dict[str, dict[str, list[str]]] = tomllib.loads((FOLDER / "verbs.toml").read_text("utf-8"))
COLUMNS = tomllib.loads((FOLDER / "columns.toml").read_text("utf-8"))
CELLS = cast("dict[str, list[str]]", COLUMNS.pop("cells"))
HEADS = cast("dict[str, list[str]]", COLUMNS)
GRAMMAR: dict[str, list[str]] = tomllib.loads((FOLDER / "grammar.toml").read_text("utf-8"))
VOICES = ("subject", "active", "participle", "noun")
DAY = (
    rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)? (?:of )?(?:de )?{MONTH},? (?:de |del )?\d{{4}}"
    rf"|{MONTH} \d{{1,2}}, \d{{4}}|\d{{4}}-\d\d-\d\d)"
)


def any_of(words: list[str]) -> str:
    """Alternatives, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def grammar(name: str) -> str:
    """Alternatives of one entry of the grammar."""
    return any_of(GRAMMAR[name])


def word(name: str) -> re.Pattern[str]:
    """A pattern of whole words of one entry."""
    return re.compile(rf"(?<![\w-])(?:{grammar(name)})(?![\w-])", re.IGNORECASE)


def _verbs() -> re.Pattern[str]:
    groups = [
        f"(?P<{action}_{voice}>{any_of(forms[voice])})"
        for voice in VOICES
        for action, forms in VERBS.items()
        if voice in forms
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")


VERB = _verbs()  # on small letters
# A cheap question before the dear one: a text without any of these ends nothing.
STEMS = (
    "repeal", "rescin", "revo", "révo", "abrog", "annul", "anul", "withdr", "cancel", "aside", "terminat",
    "discontin", "invalid", "rapport", "fin à", "fin au", "cadu", "ceas", "cess", "dej", "derog", "sin efecto",
    "null", "laps", "effect", "efecto", "effet", "longer", "expir", "lose", "s'appli", "vigueur", "vigor",
    "vigent", "place", "plaz", "remplac", "supersed", "supplant", "substitu", "sustitu", "lieu", "lugar",
    "retir", "delet", "remov", "strik", "struck", "strick", "supprim", "radi", "biff", "suprim", "elimin",
    "renum", "renew", "transf", "move", "moving", "traslad", "incorp", "appl", "aplic", "pierd", "perder",
    "exchang", "becom", "devien", "pasa", "renue", "renov", "renouv", "lift", "lèv", "lever", "levan",
    "levée", "obsol", "spent", "aboli", "fin a ", "an end to", "away with", "carec", "carez", "aplicación",
    "not remain", "terme", "término",
)  # fmt: skip
GOVERNOR = re.compile(
    rf"(?<![\w-])(?:(?P<decide>{grammar('decide')})|(?P<report>{grammar('report')})|(?P<ask>{grammar('ask')}))(?![\w-])",
    re.IGNORECASE,
)
EXCEPT = re.compile(rf"(?<![\w-])(?:{grammar('except')})(?:(?<=[ '])|(?!\w))", re.IGNORECASE)
AMENDS = re.compile(rf"(?<![\w-])(?:{any_of(VERBS['amend']['active'])})(?![\w-])", re.IGNORECASE)
INTO = re.compile(rf"(?<![\w-])(?:{grammar('into')})(?![\w-])", re.IGNORECASE)
STOP = word("stop")
STAYS = word("stays")
RELATIVE = word("relative")
PRESENT = re.compile(rf"(?:{grammar('present')})\b", re.IGNORECASE)
SERVANT = word("servants")
FROM = re.compile(rf"(?<!\w)(?P<how>{grammar('date')}) (?P<day>{DAY})", re.IGNORECASE)
ANY_DAY = re.compile(rf"(?:(?<!\w)(?:{grammar('date')}) |(?:of|du|de|del) )?{DAY}", re.IGNORECASE)
SAME_DATE = re.compile(rf"(?<!\w)(?:{grammar('same_date')})(?!\w)", re.IGNORECASE)
CONDITION = re.compile(rf"(?<![\w-])(?:{grammar('condition')})(?!\w)[^;]*", re.IGNORECASE)
GLUE_WORD = re.compile(
    "|".join(sorted({piece for entry in GRAMMAR["glue"] for piece in re.split(r"[ -]", entry)}, key=len, reverse=True)),
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+'?|\d+")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that ends texts (or amends them), as it stands in a text."""

    start: int
    end: int
    action: str
    voice: str

    @property
    def ends(self) -> Action:
        return cast("Action", self.action)


def may_end(text: str) -> bool:
    """Whether a text can hold such a verb at all."""
    return any(map(text.lower().__contains__, STEMS))  # asked of each passage: a loop of ours takes twice as long


def verbs(text: str) -> tuple[Verb, ...]:
    """All such verbs in plain text."""
    if not may_end(text):
        return ()
    found: list[Verb] = []
    for match in VERB.finditer(lower(text)):
        action, voice = cast("str", match.lastgroup).split("_")
        found.append(Verb(match.start(), match.end(), action, voice))
    return tuple(found)


def is_glue(gap: str) -> bool:
    """Whether only small words stand here, so that what follows belongs to what went before."""
    without = ANY_DAY.sub(" ", gap)
    for start, name in reversed([*find_names(without)]):
        without = f"{without[:start]} {without[start + len(name) :]}"
    return all(GLUE_WORD.fullmatch(piece) for piece in WORD.findall(without))
