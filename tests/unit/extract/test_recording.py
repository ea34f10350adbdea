"""An extraction that was kept is the one that was made."""

import gzip
import json

import pytest

from antecedent.resolutions.models import Box, Cell, Extraction, Line, Page, Span, Table
from antecedent.resolutions.recording import dump_extraction, load_extraction

BOX = Box(72.25, 100.5, 300.75, 112.0)
CELL = Cell(text="all", box=BOX, page=1, row=0, column=1, rows=2, columns=3)
EXTRACTION = Extraction(
    pages=(Page(number=1, width=595.28, height=841.89), Page(number=2, width=841.89, height=595.28, source="ocr")),
    lines=(
        Line(
            page=1,
            box=BOX,
            spans=(
                Span(text="Décide ", box=BOX, size=10.5, font="Times-Italic", italic=True),
                Span(text="3", box=BOX, size=6.5, raised=True, bold=True),
                Span(text="anciens", box=BOX, size=10.5, change="deleted"),
            ),
            column=1,
            tag="P",
            block=7,
        ),
        Line(page=2, box=BOX, spans=(Span(text="1/2", box=BOX, size=9.0),), role="furniture"),
    ),
    tables=(Table(page=1, box=BOX, before=1, cells=(CELL,)),),
    tagged=True,
    tracked_changes=True,
    warnings=("Page 2 is a picture.",),
)


def test_what_was_kept_comes_back_and_the_same_bytes_for_the_same_text() -> None:
    kept = dump_extraction(EXTRACTION)
    assert load_extraction(kept) == EXTRACTION
    assert dump_extraction(load_extraction(kept)) == kept


def test_a_format_of_tomorrow_is_refused() -> None:
    record = json.loads(gzip.decompress(dump_extraction(EXTRACTION)))
    with pytest.raises(ValueError, match="Extract it again"):
        load_extraction(gzip.compress(json.dumps({**record, "format": 99}).encode()))
