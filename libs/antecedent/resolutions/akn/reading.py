"""Akoma Ntoso → document: a resolution in AKN4UN as a prior, its paragraphs named by their eIds."""

from collections.abc import Iterator, Set
from hashlib import sha256
from xml.etree.ElementTree import Element, ParseError, fromstring

from antecedent.resolutions.akn.naming import two_letters
from antecedent.resolutions.akn.tables import read_table
from antecedent.resolutions.akn.tracked import TRACKED
from antecedent.resolutions.bodies import body_of
from antecedent.resolutions.models import Document, Footnote, Kind, Paragraph, TableOf

_HIERARCHY = frozenset({"paragraph", "point", "subparagraph", "indent", "alinea", "article", "clause", "item"})
_GROUPS = frozenset({"list", "section", "part", "chapter", "title", "division", "hcontainer", "blockList"}) | frozenset(
    {"attachments", "attachment", "doc", "mainBody"}
)
_DATELESS = "0001-01-01"


class NotAkomaNtoso(ValueError):
    """The bytes are no Akoma Ntoso document."""


def from_akn(data: bytes, *, file: str = "") -> Document:
    """The resolution in an Akoma Ntoso file; raises NotAkomaNtoso. Run `cite` and `find_repeals` on what comes back."""
    root = _root(data)
    paragraphs = tuple(_paragraphs(root))
    stage = _text(root.find(".//{*}docStage"))
    number = _attribute(root, "FRBRWork/{*}FRBRnumber", "value")
    symbol = _text(root.find(".//{*}preface//{*}docNumber")) or number
    return Document(
        sha256=sha256(data).hexdigest(),
        file=file,
        symbol=symbol,
        body=body_of(symbol) if symbol else None,
        title=_text(root.find(".//{*}preface//{*}docTitle")),
        language=two_letters(_attribute(root, "FRBRExpression/{*}FRBRlanguage", "language")),
        status="draft" if stage and "draft" in stage.casefold() else "adopted",
        adopted=_date(root),
        enacting_formula=_text(root.find(".//{*}preamble//{*}formula")),
        paragraphs=paragraphs,
        tables=tuple(_tables(root, {paragraph.id for paragraph in paragraphs})),
        tracked_changes=any(paragraph.before is not None for paragraph in paragraphs),
    )


def _root(data: bytes) -> Element:
    try:
        root = fromstring(data)
    except ParseError as error:
        raise NotAkomaNtoso(f"no well-formed XML: {error}") from error
    if _name(root) != "akomaNtoso":
        raise NotAkomaNtoso(f"the root is {_name(root)}, not akomaNtoso")
    return root


def _date(root: Element) -> str | None:
    """The expression's date, else the work's; drafts of this project's own making have none."""
    for level in ("FRBRExpression", "FRBRWork"):
        found = _attribute(root, f"{level}/{{*}}FRBRdate", "date")
        if found and found != _DATELESS:
            return found[:10]
    return None


def _tables(root: Element, known: Set[str]) -> Iterator[TableOf]:
    """Each table with the paragraph that begins last before it; a table within a table is part of its cell."""
    inner = {id(one) for grid in root.iter() if _name(grid) == "table" for one in grid.iter() if one is not grid}
    after: str | None = None
    for element in root.iter():
        if element.get("eId") in known:
            after = element.get("eId")
        elif _name(element) == "table" and id(element) not in inner:
            yield TableOf(table=read_table(element), after=after)


def _paragraphs(root: Element) -> Iterator[Paragraph]:
    counter = iter(range(1, 1_000_000))
    preamble = root.find(".//{*}preamble")
    if preamble is not None:
        for holder in preamble:
            if _name(holder) in ("container", "recitals", "citations"):
                yield from _recital(holder, counter)
    for name in ("mainBody", "attachments"):
        for part in root.findall(f".//{{*}}statement/{{*}}{name}"):
            yield from _below(part, None, 0, "annex" if name == "attachments" else "operative", counter)


def _recital(holder: Element, counter: Iterator[int]) -> Iterator[Paragraph]:
    inner = [child for child in holder if _name(child) in ("container", "recital", "citation")]
    own = [child for child in holder if _name(child) == "p"]
    if own:
        top = _made(holder, own[-1], "preambular", None, 0, counter, _text(holder.find("./{*}p/{*}span[@class='num']")))
        yield top
        for child in inner:
            words = [one for one in child if _name(one) == "p"]
            number = _text(child.find("./{*}p/{*}span[@class='num']"))
            if words:
                yield _made(child, words[-1], "subparagraph", top.id, 1, counter, number)
    else:
        for child in inner:
            yield from _recital(child, counter)


def _below(part: Element, parent: str | None, depth: int, kind: Kind, counter: Iterator[int]) -> Iterator[Paragraph]:
    for child in part:
        name = _name(child)
        if name in _HIERARCHY or (name == "section" and child.find("./{*}content") is not None):
            yield from _unit(child, parent, depth, kind, counter)
        elif name in _GROUPS:
            yield from _headed(child, counter)
            yield from _below(child, parent, depth, kind, counter)
        elif name in ("p", "crossHeading") and _text(child):
            yield _made(child, child, "heading" if name == "crossHeading" else kind, parent, depth, counter)


def _headed(group: Element, counter: Iterator[int]) -> Iterator[Paragraph]:
    heading = group.find("./{*}heading")
    if heading is not None:
        yield _made(group, heading, "heading", None, 0, counter, _text(group.find("./{*}num")))


def _unit(unit: Element, parent: str | None, depth: int, kind: Kind, counter: Iterator[int]) -> Iterator[Paragraph]:
    """A numbered unit: its own words, then what hangs on it."""
    words = next(
        (found for path in ("content", "intro", "list/{*}intro") if (found := unit.find(f"./{{*}}{path}")) is not None),
        None,
    )
    stated = unit.get("class")
    own: Kind = "decision" if stated == "decision" else "subparagraph" if parent else kind
    number = _text(unit.find("./{*}num"))
    top = _made(unit, words, own, parent, depth, counter, number)
    yield from _headed(unit, counter)
    yield top
    for child in unit:
        name = _name(child)
        if name in _HIERARCHY:
            yield from _unit(child, top.id, depth + 1, kind, counter)
        elif name in _GROUPS:
            yield from _below(_without_intro(child), top.id, depth + 1, kind, counter)


def _without_intro(group: Element) -> Element:
    bare = Element(group.tag)
    bare.extend(child for child in group if _name(child) != "intro")
    return bare


def _made(
    holder: Element,
    words: Element | None,
    kind: Kind,
    parent: str | None,
    depth: int,
    counter: Iterator[int],
    number: str | None = None,
) -> Paragraph:
    text, notes = _words(words)
    return Paragraph(
        id=holder.get("eId") or f"n{next(counter)}",
        kind=kind,
        number=number.rstrip(".") if number else None,
        parent=parent,
        depth=depth,
        text=text,
        footnotes=notes,
        before=_before(words),
    )


def _words(element: Element | None) -> tuple[str, tuple[Footnote, ...]]:
    """The text without its notes, and the notes with the places of their marks."""
    pieces: list[str] = []
    notes: list[Footnote] = []
    if element is not None:
        _gather(element, pieces, notes)
    raw = "".join(pieces)
    lead = len(raw) - len(raw.lstrip())
    text = raw.strip()
    kept = (Footnote(marker=n.marker, text=n.text, at=_clamped((n.at or 0) - lead, text)) for n in notes)
    return text, tuple(kept)


def _before(element: Element | None) -> str | None:
    """The text before tracked changes; None where none are marked."""
    marked = element is not None and any(_is_mark(one) for one in element.iter())
    if element is None or not marked:
        return None
    pieces: list[str] = []
    _gather(element, pieces, [], without="ins")
    return "".join(pieces).strip()


def _is_mark(element: Element) -> bool:
    return _name(element) in ("ins", "del") or element.get("class") == TRACKED


def _gather(element: Element, pieces: list[str], notes: list[Footnote], without: str = "del") -> None:
    """Its words in order, as they stand with the changes accepted; `without` 'ins' as they stood before."""
    _add(pieces, element.text)
    for child in element:
        if _name(child) in ("table", without):
            pass
        elif _name(child) == "authorialNote":
            at = sum(map(len, pieces))
            notes.append(Footnote(marker=child.get("marker") or "", text=_words(child)[0], at=at))
        else:
            _gather(child, pieces, notes, without)
        _add(pieces, child.tail)


def _add(pieces: list[str], text: str | None) -> None:
    """Joins white space, as a typesetter's line ends mean nothing."""
    if text and (text.strip() or "\n" not in text):
        flat = " ".join(text.split())
        ends = (" " if text[:1].isspace() else "", " " if text[-1:].isspace() else "")
        pieces.append(f"{ends[0]}{flat}{ends[1]}" if flat else " ")


def _clamped(at: int, text: str) -> int:
    return max(0, min(at, len(text)))


def _text(element: Element | None) -> str | None:
    return (_words(element)[0] or None) if element is not None else None


def _attribute(root: Element, path: str, name: str) -> str | None:
    found = root.find(f".//{{*}}{path}")
    return found.get(name) if found is not None else None


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]
