"""What a document calls itself: body and symbol, from its masthead and running headers."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from antecedent.resolutions.bodies import Body, Form, bodies, body_of, parent_of
from antecedent.resolutions.models import Box, Status

DOCUMENT = re.compile(
    r"(?<![\w/.])[A-Z][A-Za-z]*(?:[-.][A-Za-z0-9]+)*(?:/(?:Resolution|Decision|Recommendation|Res\.|Dec\.|Rec\.)\s\d[\w.-]*|/(?!(?:Annexe?|Anexo)\s?\d)[A-Z0-9][\w.-]*(?:\(\d{1,4}\)(?:/?\d+)?)?)+(?:\(\d{4}\)\d+)?"
    r"(?:[/ ]{1,2}(?:Annex|Annexe|Anexo|Add\.|Rev\.|Corr\.)\s?\d+|\s\(Part\s[IVX\d]+(?:/Add\.\d+)?\))*"
    r"|(?<!\w)T-PVS\s?\(\d{4}\)\s?\d+"
)
ANNEX = re.compile(r"(?:Annex|Annexe|Anexo)\s?(\d+|[IVX]+)\b")
DRAFT = re.compile(r"/L\.\d|\bDoc\.|/CRP|\bCom\.")
PLAIN = re.compile(r"[A-Z]/(?:ES-)?\d+/\d")  # the documents of the principal organs: A/80/15, S/2025/102
JOINT = re.compile(r"(?<=\d)[-–](?=[A-Z]{1,6}/[\w.]+/)")  # A/79/917–S/2025/332: one document, two symbols
HEAD = 170.0  # points from the top of the first page within which a document names itself
REVISION = re.compile(r"\s?\(Rev\.?\s?(?:[A-Za-z]{2,4}\s?)?(?P<n>\d+)?\)")
NOUN = (
    r"(?:(?:draft|projet de|proyecto de)\s+)?"
    r"(?P<noun>resolution|résolution|resolución|decision|décision|decisión|recommendation|recommandation|recomendación)\s+"
)
TYPES = {"rés": "resolution", "res": "resolution", "déc": "decision", "dec": "decision", "rec": "recommendation"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the masthead or of a running header."""

    page: int
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """`status` is what the symbol alone says: '…/L.4' is a draft's, 'A/RES/79/75' that of an adopted text."""

    body: str | None
    symbol: str | None
    status: Status | None = None


def name_document(lines: Sequence[Printed], status: Status | None) -> Name:
    """An adopted text goes by its number ('Decision XLI/9: …'), a draft by the symbol of its document."""
    texts, heads = _continued(lines), _continued(_heads(lines))
    whole = "\n".join(texts)
    at_head = _document_symbols(heads)
    own = _adopted_symbols(heads if at_head else texts)  # further down stand the symbols of others
    documents = at_head or _document_symbols(texts)
    body = _body(own, documents, whole)
    if own:
        return Name(own[0][1].body, own[0][0], "adopted")
    numbered = _numbered(texts, body)
    printed = documents[0] if documents else _printed_without_name(texts, body)
    if numbered and (status == "adopted" or printed is None):
        return Name(body, numbered, "adopted")
    return Name(body, printed, "draft" if DRAFT.search(printed or "") else None)


def _heads(lines: Sequence[Printed]) -> list[Printed]:
    """What stands at the top of the first page or comes again on others."""
    times = Counter(line.text for line in lines)
    return [line for line in lines if times[line.text] > 1 or (line.page == lines[0].page and line.box.top < HEAD)]


def _continued(lines: Sequence[Printed]) -> list[str]:
    """Texts of the lines; a symbol that breaks goes on in the line right below, set flush with it."""
    texts: list[str] = []
    for i, line in enumerate(lines):
        text = line.text
        below = next((other for other in lines[i + 1 : i + 7] if _flush_below(line, other)), None)
        if below and (text.endswith("/") or re.match(r"\(Rev|(?:Annex|Annexe|Anexo)\s?\d", below.text)):
            text = f"{text}{'' if text.endswith('/') else ' '}{below.text}"
        texts.append(text)
    return texts


def _flush_below(upper: Printed, lower: Printed) -> bool:
    height = upper.box.bottom - upper.box.top
    near = upper.page == lower.page and 0 < lower.box.bottom - upper.box.bottom < 2 * height + 2
    return near and (abs(upper.box.x0 - lower.box.x0) < 3 or abs(upper.box.x1 - lower.box.x1) < 3)


@cache
def _printed_forms() -> tuple[tuple[Form, re.Pattern[str]], ...]:
    return tuple(
        (form, re.compile(pattern))
        for body in bodies().values()
        for form in body.forms
        if form.type != "document"
        for pattern in form.printed
    )


def _adopted_symbols(texts: Sequence[str]) -> list[tuple[str, Form]]:
    """Symbols of adopted texts that stand alone on a line, the first first."""
    found: list[tuple[str, Form]] = []
    for text in texts:
        for form, pattern in _printed_forms():
            match = pattern.match(text)
            if match and (rest := _rest(text, match.end())) is not None:
                found.append((_canonical(form, match, rest), form))
    return found


def _rest(text: str, end: int) -> re.Match[str] | str | None:
    """The revision after a number, '' where nothing follows it, None where other words do."""
    revision = REVISION.match(text, end)
    tail = text[revision.end() if revision else end :].strip(" .")
    return None if tail else (revision or "")


def _canonical(form: Form, match: re.Match[str], rest: re.Match[str] | str) -> str:
    groups = match.groupdict()
    letter = (groups.get("letters") or "").strip()
    return form.canonical(groups, letter, None if isinstance(rest, str) else (rest["n"] or ""))


def _document_symbols(texts: Sequence[str]) -> list[str]:
    """Document symbols, the fullest form of the first one first: headers may cut it short."""
    whole = "\n".join(JOINT.sub(" ", text) for text in texts)
    found = [_neutral(match[0]) for match in DOCUMENT.finditer(whole) if _is_symbol(match[0])]
    longer = [each for each in found if found and each.startswith(found[0]) and each != found[0]]
    return longer[:1] + found


def _is_symbol(text: str) -> bool:
    return PLAIN.match(text) is not None or (any(c.isdigit() for c in text) and sum(c.isupper() for c in text) > 1)


def _neutral(symbol: str) -> str:
    """Annexes are named in English in symbols of every language."""
    return re.sub(r"\b(?:Annexe|Anexo)\b", "Annex", symbol).rstrip(".-/")


def _body(own: list[tuple[str, Form]], documents: list[str], whole: str) -> str | None:
    if own:
        return own[0][1].body
    parent = parent_of(documents[0]) if documents else None  # an organ that is not known speaks, under its letterhead
    for symbol in documents:
        if (known := body_of(symbol)) and known != parent:
            return known
    return body_by_name(whole, parent)


def body_by_name(text: str, parent: str | None = None) -> str | None:
    """The longest name found but the parent's: 'Convention on …' tells more than 'General Assembly'."""
    text = re.sub(r"\s+", " ", text).lower().replace("’", "'")
    found = [
        (len(name), body.key)
        for body in bodies().values()
        for name in body.names
        if body.key != parent and len(name) > 5 and name.lower().replace("’", "'") in text
    ]
    return max(found)[1] if found else None


def _numbered(texts: Sequence[str], body: str | None) -> str | None:
    """'Resolution 10.6', 'Decision XLI/9: …', 'AEWA Resolution 10.6' at the head of a line; not amid a sentence."""
    heads = (text for text in texts if text[:1].isupper())
    return next((symbol for text in heads if (symbol := named_text(text, body))), None)


def named_text(text: str, body: str | None) -> str | None:
    """The canonical symbol of the body's text that a phrase begins with: 'Resolution 11.10 (Rev.COP12) is …'."""
    for form, pattern in _spoken_forms(body):
        match = pattern.match(text)
        if match and TYPES[match["noun"][:3].lower()] == form.type:
            return _canonical(form, match, REVISION.match(text, match.end()) or "")
    return None


@cache
def _spoken_forms(body: str | None) -> tuple[tuple[Form, re.Pattern[str]], ...]:
    known: Body | None = bodies().get(body or "")
    return tuple(
        (form, re.compile(rf"(?:\w+\s)?{NOUN}{form.number.pattern}(?![\w/.-]*\w)", re.I))
        for form in (known.forms if known else ())
        if form.type in TYPES.values()
    )


@cache
def _documents() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    text = files(__package__ or "").joinpath("mastheads.toml").read_text("utf-8")
    return tuple(
        (each["body"], re.compile(each["pattern"]), each["symbol"]) for each in tomllib.loads(text)["documents"]
    )


def _printed_without_name(texts: Sequence[str], body: str | None) -> str | None:
    for key, pattern, template in _documents():
        for text in texts if key == body else ():
            match = pattern.match(text)
            if match:
                annex = ANNEX.search(text, match.end())
                return template.format(match[0], *match.groups()) + (f" Annex {annex[1]}" if annex else "")
    return None
