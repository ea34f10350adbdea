"""What tables end: by what their rows say, a verb that points to them, or a heading over them."""

from collections.abc import Iterator
from typing import cast

from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.citations.voices import Speaker
from antecedent.resolutions.models import Action, Document, Effect, Repeal, TableOf
from antecedent.resolutions.repeals.actions import legend_of
from antecedent.resolutions.repeals.dates import iso
from antecedent.resolutions.repeals.effects import general
from antecedent.resolutions.repeals.lists import labels
from antecedent.resolutions.repeals.notes import spared_in
from antecedent.resolutions.repeals.pointing import Pointer, headed_action, pointing
from antecedent.resolutions.repeals.tables import Row, kind_of, rows_of
from antecedent.resolutions.repeals.vocabulary import FROM


def tabled(
    document: Document, speaker: Speaker, pointers: list[Pointer], effects: dict[str, Effect]
) -> Iterator[Repeal]:
    """Every text that a table ends, in printed order."""
    if not document.tables:
        return
    legend = legend_of(_explaining(document))
    ids = {paragraph.id: index for index, paragraph in enumerate(document.paragraphs)}
    for entry in document.tables:
        index = ids.get(entry.after or "", -1)
        pointer = pointing(pointers, labels(document.paragraphs, index) if index >= 0 else ())
        told = None if pointer else headed_action(document.paragraphs, index)
        kind = pointer.kind if pointer else kind_of(told[1]) if told else None
        said = pointer.ending.verb.ends if pointer else told[0] if told else None
        day = pointer.ending.from_ if pointer else _day(told[1]) if told else None
        for row in rows_of(entry.table, speaker.at(max(index, 0), ""), legend, kind):
            if row.history and not pointer and general(document) == "adopted":
                continue
            action = row.action or said
            if action and action != "keep":
                spared = row.spared or _noted(document, index, row.mark)
                yield _repeal(entry, row, cast("Action", action), spared, day, pointer, document, effects)


def _repeal(
    entry: TableOf,
    row: Row,
    action: Action,
    spared: tuple[str, ...],
    day: str | None,
    pointer: Pointer | None,
    document: Document,
    effects: dict[str, Effect],
) -> Repeal:
    given = pointer.ending.segment.paragraph.id if pointer else None
    return Repeal(
        paragraph=given or entry.after,
        symbol=row.symbol,
        scope="part" if row.paragraphs or spared else "whole",
        effect=effects[given] if given else general(document),
        action=action,
        paragraphs=row.paragraphs,
        except_=spared or None,
        from_=row.from_ or day,
        into=row.into,
        condition=pointer.ending.condition if pointer else None,
        boxes=row.boxes,
    )


def _day(heading: str) -> str | None:
    since = FROM.search(heading)
    return iso(since["day"]) if since else None


def _noted(document: Document, index: int, mark: str) -> tuple[str, ...]:
    """What a note under a table spares of the rows that bear its mark: '* Except paragraph 3'."""
    if not mark:
        return ()
    for paragraph in document.paragraphs[max(index, 0) :]:
        text = plain(paragraph.text)
        if text.startswith(mark) and not text.startswith(mark + mark):
            return spared_in(text)
    return ()


def _explaining(document: Document) -> Iterator[str]:
    """Texts that may explain a table's codes."""
    for paragraph in document.paragraphs:
        yield plain(paragraph.text)
        yield from (plain(note.text) for note in paragraph.footnotes)
    yield from (plain(text) for _, text in document.masthead)
    yield from (plain(cell.text) for entry in document.tables for cell in entry.table.cells)
