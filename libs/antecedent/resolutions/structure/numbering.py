"""Numbers at the heads of paragraphs: what is printed, in which style, and what value it may have."""

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal["decimal", "alpha", "roman", "bullet", "decision"]
Side = Literal["preambular", "operative"]
SIDES: dict[str, Side] = {"PP1": "preambular", "OP1": "operative"}
LATIN = r"bis|ter|quater|quinquies|sexies|septies|octies"
BULLETS = "•●▪■◦○‣∙·►➢✓"

PATTERN = re.compile(
    r"""(?P<printed>
        (?P<side>[PO]P|[PpOo]p|op)\.?\s?(?P<among>\d{1,3})(?:\s?(?:LATIN|alt))?            # PP1  Op. 2:  OP 3bis.
            (?:\.(?=\s|[A-Z]|$)|[:)]|(?=\s)|$)
      | (?P<decision>\d{1,3}\.(?:[A-Z]{2,3}|\d{1,3}))(?:\s(?:LATIN))?(?=[.\s]|$|[A-Z][a-z])\.?  # 14.AA, 13.24, 14.CCThe
      | \(?(?P<decimal>\d{1,3})(?:\s?(?:LATIN))?(?P<close>\)|\.(?!\d)|(?=\s))              # 1.  12)  (3)  4 bis.
      | (?P<open>\()(?P<letters>[A-Za-z]{1,6})(?:\s(?:LATIN))?\)                          # (a)  (ii)  (aa)
      | (?P<half>[a-z]{1,4})(?:\s(?:LATIN))?\)                                            # a)  iv)
      | (?P<dotted>[a-z]|[A-Z]|[IVXL]{1,6}|[ivxl]{1,6})\.(?=\s|$)                         # a.  A.  IV.
      | (?P<bullet>[BULLETS]|[-–—](?=\s|$)|o(?=\s)|\*(?=\s[^*]))                            # - • o
    )(?P<space>\s*)(?P<rest>.*)""".replace("LATIN", LATIN).replace("BULLETS", BULLETS),
    re.X | re.S,
)
MONTH = re.compile(r"(?:(?:Jan|Febr)uary|March|April|May(?= \d|$)|Ju(?:ne|ly)|August|October|(?:Sept|Nov|Dec)ember)\b")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number; `readings` are the styles and values that it may have, the likelier first."""

    printed: str  # as it stands, with full stop or brackets
    shape: str  # numbers of one list share it: '1.', '(a)', 'a)', '•', 'PP1' of recitals, 'OP1'
    readings: tuple[tuple[Style, int], ...]
    rest: str  # the words after it

    @property
    def label(self) -> str:
        """As the output contract has it: without the full stop."""
        return self.printed.rstrip(".").strip()

    @property
    def side(self) -> Side | None:
        """Where drafts in negotiation count both sides, 'PP1' and 'OP1', the side that it says it is on."""
        return SIDES.get(self.shape)

    @property
    def opening(self) -> Style | None:
        """The style in which it is the first of a list."""
        return next((style for style, value in self.readings if value == 1), None)

    def value(self, style: Style) -> int | None:
        return next((value for kind, value in self.readings if kind == style), None)


def read_number(text: str) -> Number | None:
    """Accepts '1.', '1', '(1)', '1 bis.', '(a)', 'a)', 'a.', '(iv)', 'IV.', '14.AA', '13.24', 'PP1', '-', '•'; else
    None."""
    match = PATTERN.match(text)
    if match is None or (match["rest"] and not match["space"] and not match["rest"][0].isupper()):
        return None
    printed, rest = match["printed"], match["rest"]
    if match["side"]:
        if rest[:1].islower():  # 'OP 5 of the draft'
            return None
        return Number(printed.rstrip(":)"), f"{match['side'].upper()}1", (("decimal", int(match["among"])),), rest)
    if match["decision"]:
        if match["decision"][-1].isdigit() and rest[:1].islower():  # '1.2 million' goes on a sentence
            return None
        return Number(printed, "14.AA", (("decision", _decision(match["decision"])),), rest)
    if match["decimal"]:
        return _decimal(match)
    if match["bullet"]:
        return Number(printed, printed, (("bullet", 1),), rest)
    letters = match["letters"] or match["half"] or match["dotted"]
    return _lettered(match, letters, rest) if letters else None


def _decimal(match: re.Match[str]) -> Number | None:
    """A bare number must be followed by a capital, but no month: '5 members' and '5 May 2014' are no paragraph 5."""
    opened = match["printed"].startswith("(")
    if opened and match["close"] != ")":
        return None
    if not opened and not match["close"] and (not match["rest"][:1].isupper() or MONTH.match(match["rest"])):
        return None
    shape = "(1)" if opened else "1)" if match["close"] == ")" else "1."
    return Number(match["printed"], shape, (("decimal", int(match["decimal"])),), match["rest"])


def _lettered(match: re.Match[str], letters: str, rest: str) -> Number | None:
    case = "A" if letters.isupper() else "a"
    readings = _readings(letters)
    if not readings:
        return None
    shape = f"({case})" if match["letters"] else f"{case})" if match["half"] else f"{case}."
    return Number(match["printed"], shape, readings, rest)


def _readings(letters: str) -> tuple[tuple[Style, int], ...]:
    low = letters.lower()
    found: list[tuple[Style, int]] = []
    roman = roman_value(low)
    if roman and (len(low) > 1 or low in "ivx"):
        found.append(("roman", roman))
    if len(low) == 1:
        found.insert(0 if low not in "i" else 1, ("alpha", ord(low) - 96))
    elif len(low) == 2 and low[0] == low[1] and not roman:
        found.append(("alpha", 26 + ord(low[0]) - 96))
    return tuple(found)


def roman_value(text: str) -> int | None:
    """The value of a well-formed Roman number below 90, whatever the case."""
    low = text.lower()
    if not re.fullmatch(r"(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})", low) or not low:
        return None
    values = [ROMAN[c] for c in low]
    return sum(-v if i + 1 < len(values) and values[i + 1] > v else v for i, v in enumerate(values))


def _decision(text: str) -> int:
    tail = text.split(".")[1]
    if tail.isdigit():
        return int(tail)
    value = 0
    for letter in tail:
        value = value * 26 + ord(letter) - 64
    return value
