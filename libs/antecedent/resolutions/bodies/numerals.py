"""Roman numerals."""

import re

ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def arabic(text: str) -> int | None:
    """The number of 'XIV' or '14'; None for what is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or not ROMAN.fullmatch(text):
        return None
    values = [VALUES[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def roman(number: int) -> str:
    """14 → 'XIV'."""
    parts: list[str] = []
    for value, letters in STEPS:
        count, number = divmod(number, value)
        parts.append(letters * count)
    return "".join(parts)
