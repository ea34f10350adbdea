"""Text with one kind of quote, hyphen and space, each character where it was, so that offsets survive."""

TABLE = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑−­", "-"),
        **dict.fromkeys("‒—―", "–"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2009\u200a\u202f\u2007\t\n", " "),
        "º": "°",
    }
)


def plain(text: str) -> str:
    """The same length as `text`."""
    return text if text.isascii() else text.translate(TABLE)


def lower(text: str) -> str:
    """Small letters, each where the large one was; patterns without case are three times as fast on these."""
    small = text.lower()
    return small if len(small) == len(text) else text
