"""Document symbols, which name themselves wherever they stand: A/79/53/Add.1, NPT/CONF.1995/32 (Part I)/Corr.2."""

import re
from dataclasses import dataclass, replace

from antecedent.resolutions.bodies import body_of
from antecedent.resolutions.citations.vocabulary import REVISION, numbers, printed

# Not the numbers of cases before a court: 'C-411/17', 'T-12/19'.
GENERIC = re.compile(
    r"(?<![\w/.:@])(?<!\D-)(?![CFT]-\d{1,4}/\d\d(?![\w/]))(?=[A-Z][^ /]*(?:/[A-Z][^ /]*)*/[^ ]*\d)"
    r"[A-Z][A-Za-z]{0,9}(?:[.-][A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:(?:\.|-(?!(?<=\d-)[A-Z]{1,6}/[\w.]+/))[A-Za-z0-9]+)*(?:\(\d+\))?)+"
    r"(?: ?\((?:Parts?|Vols?\.?|Supp(?:l?\.)?) ?[^()]{1,20}\))?(?:/(?:Add|Corr|Rev)\.\d+)*"
)
PARTS = re.compile(
    r" ?(?:,|and|et|y)(?: and| et| y)? (?P<tail>(?:Add|Corr|Rev)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)*)(?![\w/])"
)
TAIL = re.compile(r"/(Add|Corr|Rev)\.\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention of a document in one text; `start` and `end` are offsets in it."""

    start: int
    end: int
    symbol: str | None
    body: str | None
    type: str | None
    number: str | None = None
    revision: str | None = None
    pinpoint: str | None = None
    candidates: tuple[str, ...] = ()
    noun: int | None = None  # where the noun begins that it shares with others; None for a symbol


def symbols(text: str) -> tuple[Mention, ...]:
    """All symbols in plain text, with those that only add a part to the last one ('A/70/460 and Corr.1')."""
    union, _ = printed()
    found = [_adopted(match, text) for match in union.finditer(text)]
    if "/" in text:
        taken = [(mention.start, mention.end) for mention in found]
        for match in GENERIC.finditer(text):
            if numbers().match(text, match.start()):  # 'XIII/24', 'S-31/1'
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.extend(_document(match, text))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _adopted(match: re.Match[str], text: str) -> Mention:
    """A symbol that a body prints in a form of its own."""
    _, each = printed()
    form, groups = next((form, own.groupdict()) for form, shape in each if (own := shape.fullmatch(match[0])))
    letter = (groups.get("letters") or "").strip()
    revision = REVISION.match(text, match.end())
    number = match[0] if form.type == "document" else match[0].split("/", 1)[-1]
    return Mention(
        start=match.start(),
        end=revision.end() if revision else match.end(),
        symbol=form.canonical(groups, letter, revision["n"] if revision else None),
        body=form.body,
        type=form.type,
        number=number,
        revision=revision[0].strip(" ()") if revision else None,
    )


def _document(match: re.Match[str], text: str) -> list[Mention]:
    symbol = match[0]
    base = Mention(start=match.start(), end=match.end(), symbol=symbol, body=body_of(symbol), type="document")
    found, end = [base], match.end()
    while part := PARTS.match(text, end):
        tail = "/" + part["tail"]
        stem = TAIL.sub("", symbol) if (last := TAIL.search(symbol)) and tail.startswith(f"/{last[1]}") else symbol
        symbol, end = stem + tail, part.end()
        found.append(replace(base, start=part.start("tail"), end=end, symbol=symbol))
    return found
