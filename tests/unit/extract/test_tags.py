"""The structure tree: what of it reaches the lines, and what it decides that geometry alone gets wrong."""

import io
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from antecedent.resolutions.extract import extract
from antecedent.resolutions.extract.objects import Objects
from antecedent.resolutions.extract.tags import read_tree
from antecedent.resolutions.models import Line
from tests.looks.html import typeset_html
from tests.looks.look import Look
from tests.looks.page import typeset
from tests.looks.tags import Kind, Tags
from tests.looks.text import Block, Run, Text

from .pages import A4, paragraph, prose, write

TEXT = Text(
    blocks=(
        Block(role="title", runs=(Run(text="The keeping of lights"),)),
        Block(kind="operative", number="1", printed="1.", runs=(Run(text=" ".join(prose(30)) + ";"),)),
        Block(kind="operative", number="2", printed="2.", runs=(Run(text=" ".join(prose(50, 3)) + "."),)),
    ),
    meta={"title": "The keeping of lights", "language": "en"},
)
Draw = Callable[[Canvas, Tags], None]


def tagged_pdf(*pages: Draw, kind: Kind = "right") -> bytes:
    """Pages that tag what they draw; `kind` "none" draws the same without a tree."""
    canvas = Canvas(stream := io.BytesIO(), pagesize=A4)
    tags = Tags(canvas, kind, Text(blocks=()))
    for draw in pages:
        draw(canvas, tags)
        tags.end_page()
        canvas.showPage()
    tags.finish()
    canvas.save()
    return stream.getvalue()


def elements(lines: tuple[Line, ...]) -> list[tuple[str | None, int]]:
    """Tags in printed order, each with how many lines its element has."""
    found: dict[int | None, tuple[str | None, int]] = {}
    for line in lines:
        found[line.block] = line.tag, found.get(line.block, ("", 0))[1] + 1
    return list(found.values())


@pytest.mark.parametrize(
    ("make", "tags"),
    [
        pytest.param(typeset, ["H2", "P", "P"], id="objects one by one"),
        pytest.param(typeset_html, ["H1", "P", "P", "P"], id="a nested tree that parts paragraphs at the page's end"),
    ],
)
def test_lines_know_their_element(make: Callable[[Text, Look], bytes], tags: list[str]) -> None:
    lines = extract(make(TEXT, Look(tags="right"))).lines
    assert [tag for tag, _ in elements(tuple(line for line in lines if line.role == "body"))] == tags


def test_an_element_goes_on_over_pages() -> None:
    lines = extract(typeset(TEXT, Look(tags="right"))).lines
    last = max(line.block or 0 for line in lines)
    assert {line.page for line in lines if line.block == last} == {1, 2}


def test_objects_in_compressed_streams_are_read() -> None:
    plain = typeset_html(TEXT, Look(tags="right"))
    from weasyprint import HTML

    from tests.looks.html import page

    packed = HTML(string=page(TEXT, Look())).write_pdf(pdf_tags=True, full_fonts=False, uncompressed_pdf=False)
    assert b"/ObjStm" in packed
    assert [tag for tag, _ in elements(extract(packed).lines)] == [tag for tag, _ in elements(extract(plain).lines)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(typeset(TEXT, Look()), id="no tree"),
        pytest.param(typeset(TEXT, Look(tags="right")).replace(b"/StructTreeRoot ", b"/StructTreeRoot 99"), id="lost"),
        pytest.param(typeset(TEXT, Look(tags="right")).replace(b"/MCID", b"/XXXX"), id="without marks"),
        pytest.param(b"%PDF-1.7 /StructTreeRoot 1 0 R", id="no pages"),
    ],
)
def test_what_cannot_be_read_is_untagged(data: bytes) -> None:
    assert not any(read_tree(Objects(data)).values())


def with_note(canvas: Canvas, tags: Tags) -> None:
    """A note as large as the text, without a rule, in the text's own line distance."""
    with tags.element("P") if tags.kind != "none" else tags.content(0):
        paragraph(canvas, 760, prose(6))
        end = write(canvas, 72, 660, "The Parties keep the lamps")
        end = write(canvas, end, 664, "a", size=6.5)
        write(canvas, end, 660, " of the coast.")
    with tags.element("Note") if tags.kind != "none" else tags.content(0):
        write(canvas, 72, 640, "a As listed in the report of the wardens.")


@pytest.mark.parametrize(("kind", "role"), [("right", "footnote"), ("none", "body")])
def test_a_note_that_looks_like_text_is_known_by_its_tag(kind: Kind, role: str) -> None:
    assert extract(tagged_pdf(with_note, kind=kind)).lines[-1].role == role


def test_a_note_that_no_mark_calls_is_not_believed() -> None:
    def draw(canvas: Canvas, tags: Tags) -> None:
        with tags.element("P"):
            paragraph(canvas, 760, prose(6))
        with tags.element("Note"):
            write(canvas, 72, 640, "The Parties keep the lamps of the coast.")

    assert extract(tagged_pdf(draw)).lines[-1].role == "body"


def with_header(canvas: Canvas, tags: Tags) -> None:
    """A page whose header stands on no other page."""
    if tags.page:
        with tags.artifact():
            write(canvas, 72, 800, "Papers of the wardens", size=9)
    with tags.element("P") if tags.kind != "none" else tags.content(0):
        paragraph(canvas, 740 - 30 * (not tags.page), prose(30, tags.page))


@pytest.mark.parametrize(("kind", "role"), [("right", "furniture"), ("none", "body")])
def test_a_header_on_one_page_is_known_by_being_outside_the_tree(kind: Kind, role: str) -> None:
    lines = extract(tagged_pdf(with_header, with_header, kind=kind)).lines
    assert next(line.role for line in lines if line.text.startswith("Papers")) == role


def test_a_note_under_a_line_that_repeats_is_no_footer() -> None:
    def draw(canvas: Canvas, tags: Tags) -> None:
        paragraph(canvas, 740, prose(30, tags.page))
        end = write(canvas, 72, 250, "The Parties keep the lamps")
        write(canvas, end, 254, str(tags.page + 1), size=6.5)
        write(canvas, 72, 118, "__________________", size=9)
        end = write(canvas, 80, 100, str(tags.page + 1), size=6)
        write(canvas, end, 96, f" See paper {7 * tags.page + 3} of the wardens.", size=9)
        write(canvas, 290, 60, f"{tags.page + 1}/3", size=9)

    notes = [line.text for line in extract(tagged_pdf(draw, draw, draw, kind="none")).lines if line.role == "footnote"]
    assert [text[-27:] for text in notes] == [f"See paper {n} of the wardens."[-27:] for n in (3, 10, 17)]
