"""Gathers what the other modules find into the Document."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from antecedent.resolutions.models import Document, Extraction, Line, TableOf
from antecedent.resolutions.structure.breaks import Block, split_blocks
from antecedent.resolutions.structure.footnotes import gather_notes, read_notes
from antecedent.resolutions.structure.headings import named_by_tags
from antecedent.resolutions.structure.hyphens import Hyphens
from antecedent.resolutions.structure.joining import clean, compose
from antecedent.resolutions.structure.language import tell_language
from antecedent.resolutions.structure.layout import learn_layout
from antecedent.resolutions.structure.masthead import (
    Part,
    adoption_date,
    parts_of,
    revised_by,
    status_of,
    title_of,
)
from antecedent.resolutions.structure.misread import misread_letters
from antecedent.resolutions.structure.naming import (
    HEAD,
    REVISION,
    Name,
    Printed,
    body_by_name,
    name_document,
    named_text,
)
from antecedent.resolutions.structure.paragraphs import Look, Made, make_paragraphs
from antecedent.resolutions.structure.rows import Row, body_size, rejoin_stretched, rows_of
from antecedent.resolutions.structure.sessions import session_of
from antecedent.resolutions.structure.vocabulary import Vocabulary, vocabulary
from antecedent.resolutions.structure.zones import Zoned, text_before, zone_blocks

HEADER_PAGES = 3  # running headers repeat from the second or third page on


def structure(extraction: Extraction, *, sha256: str, file: str = "") -> Document:
    """Never refuses: what is no resolution has its text as paragraphs and a warning."""
    rows = rows_of(extraction)
    language = tell_language(row.text for row in rows)
    words = vocabulary(language)
    layout = learn_layout(rows, words)
    if layout.justified:
        rows = rejoin_stretched(rows, lambda row: layout.columns[row.place].right)
    hyphens = Hyphens((line.text for line in extraction.lines if line.role != "furniture"), language)
    look = Look(
        layout, words, hyphens, read_notes(gather_notes(extraction.lines, body_size(extraction)), hyphens), language
    )
    blocks = split_blocks(rows, layout, words)
    look = replace(look, named=named_by_tags(blocks))
    zoned = zone_blocks(blocks, layout, words)
    return _document(extraction, zoned, look, sha256=sha256, file=file)


def _document(extraction: Extraction, zoned: list[Zoned], look: Look, *, sha256: str, file: str) -> Document:
    words, layout = look.words, look.layout
    made = make_paragraphs(zoned, look)
    parts = _parts(zoned, look)
    closing = [compose(z.block.rows, look.hyphens, look.notes.markers).text for z in zoned if z.zone == "closing"]
    headers = [line for line in extraction.lines if line.role == "furniture" and line.page <= HEADER_PAGES]
    texts = [part.text for part in parts]
    said = status_of([*texts, *closing], words)
    name = name_document(_printed(parts, headers, zoned), said)
    status = said or name.status
    formula = _formula(zoned, look)
    return Document(
        sha256=sha256,
        file=file,
        symbol=name.symbol,
        title=title_of(parts, layout, words),
        body=name.body or body_by_name(formula or ""),
        session=session_of(name, texts),
        language=look.language,
        status=status,
        adopted=adoption_date(texts, closing, words) if status == "adopted" or (formula and not status) else None,
        revises=_revised(texts, name, words),
        pages=len(extraction.pages),
        tracked_changes=extraction.tracked_changes,
        enacting_formula=formula,
        masthead=_masthead(parts, zoned, headers, look),
        paragraphs=tuple(each.paragraph for each in made),
        tables=_tables(extraction, made),
        warnings=(
            *extraction.warnings,
            *misread_letters(extraction.lines, look.language),
            *_warnings(made, formula, text_before(zoned, layout)),
        ),
    )


def _parts(zoned: Sequence[Zoned], look: Look) -> list[Part]:
    rows = [row for each in zoned if each.zone == "masthead" for row in each.block.rows]
    return parts_of(rows, lambda members: compose(members, look.hyphens, look.notes.markers).text)


def _printed(parts: Sequence[Part], headers: Sequence[Line], zoned: Sequence[Zoned]) -> list[Printed]:
    """The lines that may name the document, in the order of their pages; a letter's head is no masthead of its own."""
    rows: list[Row] = [row for part in parts for row in part.rows]
    rows = rows or [row for each in zoned for row in each.block.rows if row.page == 1 and row.box.top < HEAD]
    lines = [Printed(row.page, row.box, clean(row.text)) for row in rows]
    lines += [Printed(line.page, line.box, clean(line.text)) for line in headers]
    return sorted(lines, key=lambda line: (line.page, line.box.top))


def _formula(zoned: Sequence[Zoned], look: Look) -> str | None:
    rows: list[Row] = []
    for each in zoned:
        if each.zone == "formula":
            rows += each.block.rows
        elif rows:
            break
    return compose(rows, look.hyphens, look.notes.markers).text.strip(" ,:[]") if rows else None


def _revised(texts: Sequence[str], name: Name, words: Vocabulary) -> str | None:
    """What the masthead says, else the number without '(Rev.COP12)' of a revision of it."""
    said = revised_by(texts, words)
    if said:
        return named_text(said, name.body) or said
    return REVISION.sub("", name.symbol).strip() if name.symbol and REVISION.search(name.symbol) else None


def _masthead(
    parts: Sequence[Part], zoned: Sequence[Zoned], headers: Sequence[Line], look: Look
) -> tuple[tuple[int, str], ...]:
    first = tuple((part.page, part.text) for part in parts)
    last = tuple(
        (each.block.first.page, compose(each.block.rows, look.hyphens, look.notes.markers).text)
        for each in zoned
        if each.zone in ("closing", "contents")
    )
    return first + tuple((line.page, clean(line.text)) for line in headers if line.page == 1) + last


def _tables(extraction: Extraction, made: Sequence[Made]) -> tuple[TableOf, ...]:
    ends = [each.last_line for each in made]
    placed: list[TableOf] = []
    for table in extraction.tables:
        at = bisect_left(ends, table.before)
        placed.append(TableOf(table=table, after=made[at - 1].paragraph.id if at else None))
    return tuple(placed)


def _warnings(made: Sequence[Made], formula: str | None, before: Sequence[Block]) -> tuple[str, ...]:
    kinds = {each.paragraph.kind for each in made}
    if not made:
        return ("No text was found outside headers and notes.",)
    if formula is None and not kinds & {"preambular", "decision"}:
        return ("This does not look like a resolution: no enacting formula, no preamble. Its text stands as printed.",)
    if before:
        first, last = before[0].first.page, before[-1].last.page
        where = f"page {first}" if first == last else f"pages {first} to {last}"
        return (f"The text before the resolution ({where}) stands in the masthead, not among the paragraphs.",)
    return ()
