"""The words of verbs.toml and grammar.toml as compiled patterns."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
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
PHRASES: dict[str, list[str]] = VERBS.pop("phrases")
VOICES = ("subject", "active", "participle", "noun")
PHRASE = re.compile(r"<([a-z_]+)>")
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


def spelt(pattern: str) -> str:
    """A pattern of verbs.toml with its phrases written out."""
    out = PHRASE.sub(lambda name: f"(?:{any_of(PHRASES[name[1]])})", pattern)
    return out if out == pattern else spelt(out)


def _verbs() -> re.Pattern[str]:
    groups = [
        f"(?P<{action}_{voice}>{spelt(any_of(forms[voice]))})"
        for voice in VOICES
        for action, forms in VERBS.items()
        if voice in forms
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])")


VERB = _verbs()  # on small letters
# 'None of its provisions shall remain in force': what would last ends.
NONE_OF = re.compile(rf"(?<![\w-])(?:{grammar('none_of')})(?![\w-])", re.IGNORECASE)
# A cheap question before the dear one: a text without any of these ends nothing.
STEMS = (
    "repeal", "rescin", "revo", "révo", "abrog", "annul", "anul", "withdr", "cancel", "aside", "terminat",
    "discontin", "invalid", "rapport", "fin à", "fin au", "cadu", "ceas", "cess", "dej", "derog", "sin efecto",
    "null", "laps", "effect", "efecto", "effet", "longer", "expir", "lose", "s'appli", "vigueur", "vigor",
    "vigent", "place", "plaz", "remplac", "supersed", "supplant", "substitu", "sustitu", "lieu", "lugar",
    "retir", "retrait", "delet", "remov", "strik", "struck", "strick", "supprim", "radi", "biff", "suprim", "elimin",
    "renum", "renew", "transf", "move", "moving", "traslad", "incorp", "appl", "aplic", "pierd", "perder",
    "exchang", "becom", "devien", "pasa", "renue", "renov", "renouv", "lift", "lèv", "lever", "levan",
    "levée", "obsol", "spent", "aboli", "fin a ", "an end", "away with", "carec", "carez", "aplicación",
    "not remain", "terme", "término", "none of", "neither", "aucun", "ningun", "not keep", "not be kept", "not be main",
    "not be reta", "not continue", "not to keep",
    "not maintain", "not to maintain", "not retain", "not to retain", "pas mainten", "pas conserver",
    "no mantener", "no conservar",
    " fin,", "prend fin", "nent fin", "dra fin", "dront fin", "por terminad", "por concluid", "por finaliz", "nullif",
    "void", "sunset", "dispens", "expung", "drop", "overrid", "inopér", "vence", "effac", "tach", "stop", "disappl",
)  # fmt: skip
EITHER = ("set aside", "brought to an end")  # 'sets aside', but also 'is set aside'
BEING = re.compile(r"\b(?:is|are|be|been|being|hereby|as) $")
GOVERNOR = re.compile(
    r"(?<![\w-])(?<!\bthe )(?<!\bits )(?<!\ba )(?<!\ban )(?<!\bthis )(?<!\bla )(?<!\bune )"  # 'the mandate' is none
    rf"(?:(?P<decide>{grammar('decide')})|(?P<report>{grammar('report')})|(?P<ask>{grammar('ask')})"
    rf"|(?P<refuse>{grammar('refuse')}))(?![\w-])",
    re.IGNORECASE,
)
EXCEPT = re.compile(rf"(?<![\w-])(?:{grammar('except')})(?:(?<=[ '])|(?!\w))", re.IGNORECASE)
AMENDS = re.compile(rf"(?<![\w-])(?:{any_of(VERBS['amend']['active'])})(?![\w-])", re.IGNORECASE)
INTO = re.compile(rf"(?<![\w-])(?:{grammar('into')})(?![\w-])", re.IGNORECASE)
STOP = word("stop")
STAYS = word("stays")
KEEPS = word("keeps")
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


@cache
def lasting() -> re.Pattern[str]:
    """What lasts, where something is said of it; made where it is first asked for."""
    return re.compile(rf"(?<![\w-])(?:{spelt(any_of(VERBS['repeal']['none']))})(?![\w-])")


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
    small = lower(text)
    for match in VERB.finditer(small):
        action, voice = cast("str", match.lastgroup).split("_")
        if voice == "active" and match[0] in EITHER and BEING.search(small, 0, match.start()):
            voice = "participle"
        found.append(Verb(match.start(), match.end(), action, voice))
    if none := NONE_OF.search(small):
        taken = {verb.end for verb in found}
        last = [match for match in lasting().finditer(small, none.end()) if match.end() not in taken]
        found += [Verb(match.start(), match.end(), "repeal", "none") for match in last]
    return tuple(sorted(found, key=lambda verb: verb.start))


def is_glue(gap: str) -> bool:
    """Whether only small words stand here, so that what follows belongs to what went before."""
    without = ANY_DAY.sub(" ", gap)
    for start, name in reversed([*find_names(without)]):
        without = f"{without[:start]} {without[start + len(name) :]}"
    return all(GLUE_WORD.fullmatch(piece) for piece in WORD.findall(without))
