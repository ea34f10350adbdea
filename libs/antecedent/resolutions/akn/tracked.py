"""Tracked changes as inline elements: `ins` around what comes, `del` with what goes, at its place."""

from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from antecedent.resolutions.akn.naming import NAMESPACE, clean
from antecedent.resolutions.diff import differences
from antecedent.resolutions.models import Paragraph

TRACKED = "tracked"  # class of the block whose words have a text before, changed or not


@dataclass(frozen=True, slots=True)
class Changes:
    """Of a paragraph's text: spans that come, and what goes before an offset."""

    come: tuple[tuple[int, int], ...] = ()
    gone: tuple[tuple[int, str], ...] = ()

    def within(self, start: int, end: int) -> list[int]:
        """Where a run of the text is cut: at its ends and at each change."""
        edges = {at for span in self.come for at in span} | {at for at, _ in self.gone}
        return [start, *sorted(at for at in edges if start < at < end), end]


def changes_of(paragraph: Paragraph) -> Changes:
    """What the marks of the paragraph say; nothing where none stood in it."""
    if paragraph.before is None:
        return Changes()
    come: list[tuple[int, int]] = []
    gone: list[tuple[int, str]] = []
    at = 0
    for edit in differences(paragraph.before, paragraph.text):
        if edit.operation == "delete":
            gone.append((at, edit.text))
            continue
        if edit.operation == "insert":
            come.append((at, at + len(edit.text)))
        at += len(edit.text)
    return Changes(tuple(come), tuple(gone))


def write_run(
    parent: Element, last: Element | None, text: str, span: tuple[int, int], changes: Changes
) -> Element | None:
    """Writes text[start:end] behind the last child; gives the child that is last then."""
    cuts = changes.within(*span)
    for start, end in pairwise(cuts):
        last = write_gone(parent, last, start, changes)
        if _comes(start, changes):
            last = SubElement(parent, _q("ins"))
            last.text = clean(text[start:end])
        else:
            _append(parent, last, clean(text[start:end]))
    return last


def write_gone(parent: Element, last: Element | None, at: int, changes: Changes) -> Element | None:
    """Writes what goes before an offset."""
    for place, words in changes.gone:
        if place == at:
            last = SubElement(parent, _q("del"))
            last.text = clean(words)
    return last


def _comes(at: int, changes: Changes) -> bool:
    return any(start <= at < end for start, end in changes.come)


def _append(element: Element, last: Element | None, text: str) -> None:
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
