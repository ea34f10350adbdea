"""Marks of notes where several stand at one word."""

ORDINALS = frozenset(("st", "de", "no", "op", "hi"))  # letters that run on by chance


def run_on(text: str) -> tuple[str, ...]:
    """The marks that are printed as one: '23' may be 2 and 3, '91011' 9 to 11, 'bc' b and c; () where none run on."""
    if len(text) < 2 or not text.isascii():
        return ()
    if text.isdigit():
        return _numbers(text, text[0]) or _numbers(text, text[:2])
    if text.isalpha() and text not in ORDINALS:
        follow = (chr(ord(text[0]) + n) for n in range(len(text)))
        return tuple(text) if "".join(follow) == text else ()
    return ("*", "**") if text == "***" else ()


def _numbers(text: str, first: str) -> tuple[str, ...]:
    run = [first]
    while len(whole := "".join(run)) < len(text):
        run.append(str(int(run[-1]) + 1))
    return tuple(run) if whole == text and len(run) > 1 else ()
