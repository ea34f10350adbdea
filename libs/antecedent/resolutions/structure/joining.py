"""Rows → text: lines joined, marks of footnotes taken out, changes read both ways."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from antecedent.resolutions.marks import run_on
from antecedent.resolutions.models import Change, Line, Span
from antecedent.resolutions.structure.hyphens import SOFT, Hyphens
from antecedent.resolutions.structure.rows import Row

GONE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
LONE_SPACE = re.compile(r" (?=[,.)\]])|(?<=[(\[]) ")
LONE_SPACE_TIGHT = re.compile(r" (?=[,.)\];:])|(?<=[(\[]) ")  # where the print has no space before ';' and ':'
SPACED = re.compile(r"\s[;:]")
MARKER = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3}|[a-z])(?:\s*[,–-]\s*(?:\d{1,3}|[*†‡§]{1,3}))*")
ON_LINE = re.compile(r"(\[(?:\d{1,3}|[a-z*]{1,3})\])")
BRACKETED = re.compile(r"[\[(]([^\[\]()]+)[\])](?:,\s*)?")  # '[1]', '(2)', '[1], [2]'
ORDINALS = frozenset(("er", "re", "e", "ème", "nd", "rd", "st", "th", "o", "a", "os", "as", "o.", "a.", "bis"))
UNITS = re.compile(r"(?:\b(?:[mck]?m|ft|in)|\bCO|10)$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote's mark where it stands."""

    page: int
    marker: str


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of some rows, as proposed and as printed before; `lead` is the italic head, number included."""

    text: str
    before: str | None
    lead: str
    marks: tuple[Mark, ...]


def clean(text: str) -> str:
    """Plain spaces and hyphens, no invisible characters, NFC."""
    if text.isascii():  # most are, and need nothing but this
        return " ".join(text.split())
    plain = GONE.sub("", text).replace(SOFT, "").replace("\u2010", "-").replace("\u2011", "-")
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def compose(rows: Sequence[Row], hyphens: Hyphens, markers: frozenset[str]) -> Composed:
    """`markers` are those of the document's notes: a raised letter among them is a mark, else an ordinal's ending."""
    marks: list[Mark] = []
    ordinals = ORDINALS if hyphens.language in ("fr", "es") else frozenset[str]()
    lines = [_without_marks(row, markers, marks, ordinals) for row in rows]
    changed = any(span.change for line in lines for span in line)
    lone = _lone_spaces(lines) if changed else None
    after = _side(lines, hyphens, "deleted", lone)
    before = _side(lines, hyphens, "inserted", lone) if changed else None
    lead = _side(list(_italic_head(lines)), hyphens, "deleted", None)
    return Composed(after, before, lead, tuple(marks))


def join(texts: Iterable[str], hyphens: Hyphens) -> str:
    """Lines of text as one."""
    whole = ""
    for text in texts:
        part = text.strip()
        if part:
            whole = hyphens.glue(whole, part) if whole else part
    return clean(whole)


def plain(line: Line) -> str:
    return "".join(span.text for span in line.spans)


def _lone_spaces(lines: Iterable[Sequence[Span]]) -> re.Pattern[str]:
    """What a change leaves before a point; French print has a space before ';' and ':' of its own."""
    printed = "".join(span.text for line in lines for span in line)
    return LONE_SPACE if SPACED.search(printed) else LONE_SPACE_TIGHT


def _side(lines: Iterable[Sequence[Span]], hyphens: Hyphens, gone: Change, lone: re.Pattern[str] | None) -> str:
    """One side of the changes; the spaces at the edges of what is gone belong to both sides."""
    text = join(("".join(_kept(span, gone) for span in line) for line in lines), hyphens)
    return lone.sub("", text) if lone else text


def _kept(span: Span, gone: Change) -> str:
    if span.change != gone:
        return span.text
    return " " if span.text[:1].isspace() or span.text[-1:].isspace() else ""


def _without_marks(row: Row, markers: frozenset[str], marks: list[Mark], ordinals: frozenset[str]) -> list[Span]:
    """Takes the marks out; `ordinals` are letters that behind a digit end a number, as in '12o', in this language."""
    kept: list[Span] = []
    marked = spaced = False
    for span in _parted(row.spans, markers):
        raised = BRACKETED.sub(r"\1", span.text.strip()) if span.raised else ""
        if raised and _is_mark(raised, kept, markers, ordinals):
            marks += [Mark(row.page, each) for each in _single_marks(raised, markers)]
            marked, spaced = True, span.text[-1:].isspace()
            continue
        if marked and kept and _doubles(kept[-1].text, span.text):
            span = _restyled(span, span.text[1:])
        if marked and kept and span.text[:1] in ",.;:)]" and kept[-1].text.endswith(" "):
            kept[-1] = _restyled(kept[-1], kept[-1].text.rstrip())
        elif marked and kept and (span.text[:1].isalnum() or (spaced and span.text[:1] not in ",.;:)]")):
            kept[-1] = _restyled(kept[-1], kept[-1].text.rstrip() + " ")
        elif kept and _is_torn(kept[-1], span):
            kept[-1] = _restyled(kept[-1], kept[-1].text + " ")
        marked = False
        kept.append(span)
    return kept


def _parted(spans: Iterable[Span], markers: frozenset[str]) -> Iterable[Span]:
    """The spans, marks in brackets that stand on the line as spans of their own, raised like others."""
    for span in spans:
        if "[" not in span.text or span.raised:
            yield span
            continue
        for part in filter(None, ON_LINE.split(span.text)):
            yield replace(span, text=part, raised=part in markers)


def _single_marks(text: str, markers: frozenset[str]) -> list[str]:
    """'2, 3' and '23' are two marks each, the latter where there is no note 23 but notes 2 and 3."""
    parts = re.split(r"\s*,\s*", text)
    return [each for part in parts for each in ([part] if part in markers else _run_on(part, markers) or [part])]


def _run_on(text: str, markers: frozenset[str]) -> tuple[str, ...]:
    run = run_on(text)
    return run if markers.issuperset(run) else ()


def _doubles(before: str, after: str) -> bool:
    """A mark set into a word may repeat the letter before it: 'lights¹s,' is 'lights,' with a mark."""
    return before[-1:].isalpha() and after[:1] == before[-1:] and not after[1:2].isalpha() and before[-2:-1].isalpha()


def _is_mark(text: str, before: list[Span], markers: frozenset[str], ordinals: frozenset[str]) -> bool:
    if not MARKER.fullmatch(text):
        return bool(_run_on(text, markers))
    if text in markers:
        return not (text in ordinals and before and before[-1].text[-1:].isdigit())
    if text.isalpha() or text in ORDINALS:
        return False
    return not (before and UNITS.search(before[-1].text))


def _is_torn(left: Span, right: Span) -> bool:
    """Italics end with a word: letters on both sides of the end have lost the narrow space between them."""
    return left.italic != right.italic and left.text[-1:].isalpha() and right.text[:1].isalpha() and not right.raised


def _restyled(span: Span, text: str) -> Span:
    return Span(
        text=text, box=span.box, size=span.size, font=span.font, bold=span.bold, italic=span.italic, change=span.change
    )


def _italic_head(lines: Iterable[Sequence[Span]]) -> Iterable[list[Span]]:
    """Line by line the spans up to the first upright one; bare numbers and spaces are passed over."""
    begun = False
    for line in lines:
        head: list[Span] = []
        for span in line:
            bare = span.text.strip()
            if span.italic or (not bare and begun):
                begun = begun or bool(bare)
                head.append(span)
            elif not begun:
                continue
            else:
                yield head
                return
        yield head
