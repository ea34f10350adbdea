"""An Extraction as compressed JSON, so that it is kept and understood anew without its PDF."""

import gzip
import json
from collections.abc import Sequence
from typing import Any

from antecedent.resolutions.models import Box, Cell, Extraction, Line, Page, Span, Table

FORMAT = 1


def dump_extraction(extraction: Extraction) -> bytes:
    """Compressed JSON with a version; numbers are kept to a hundredth of a point."""
    record = {
        "format": FORMAT,
        "pages": [[p.number, _round(p.width), _round(p.height), p.source] for p in extraction.pages],
        "lines": [_line(line) for line in extraction.lines],
        "tables": [[t.page, _box(t.box), t.before, [_cell(c) for c in t.cells]] for t in extraction.tables],
        "tagged": extraction.tagged,
        "tracked_changes": extraction.tracked_changes,
        "warnings": list(extraction.warnings),
    }
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=6, mtime=0)


def load_extraction(data: bytes) -> Extraction:
    """The inverse of `dump_extraction`; raises ValueError for a format that it does not know."""
    record: dict[str, Any] = json.loads(gzip.decompress(data))
    if record["format"] != FORMAT:
        raise ValueError(f"An extraction in format {record['format']}; this version reads {FORMAT}. Extract it again.")
    return Extraction(
        pages=tuple(Page(number=n, width=w, height=h, source=s) for n, w, h, s in record["pages"]),
        lines=tuple(_load_line(values) for values in record["lines"]),
        tables=tuple(
            Table(page=page, box=Box(*box), before=before, cells=tuple(_load_cell(c) for c in cells))
            for page, box, before, cells in record["tables"]
        ),
        tagged=record["tagged"],
        tracked_changes=record["tracked_changes"],
        warnings=tuple(record["warnings"]),
    )


def _round(value: float) -> float:
    return round(value, 2)


def _box(box: Box) -> list[float]:
    return [_round(value) for value in box]


def _line(line: Line) -> list[Any]:
    spans = [_span(span) for span in line.spans]
    return [line.page, _box(line.box), line.role, line.column, line.tag, line.block, spans]


def _span(span: Span) -> list[Any]:
    style = span.bold + 2 * span.italic + 4 * span.raised
    return [span.text, _box(span.box), _round(span.size), span.font, style, span.change]


def _cell(cell: Cell) -> list[Any]:
    return [cell.text, _box(cell.box), cell.page, cell.row, cell.column, cell.rows, cell.columns]


def _load_line(values: Sequence[Any]) -> Line:
    page, box, role, column, tag, block, spans = values
    return Line(
        page=page,
        box=Box(*box),
        role=role,
        column=column,
        tag=tag,
        block=block,
        spans=tuple(_load_span(span) for span in spans),
    )


def _load_span(values: Sequence[Any]) -> Span:
    text, box, size, font, style, change = values
    return Span(
        text=text,
        box=Box(*box),
        size=size,
        font=font,
        bold=bool(style & 1),
        italic=bool(style & 2),
        raised=bool(style & 4),
        change=change,
    )


def _load_cell(values: Sequence[Any]) -> Cell:
    text, box, page, row, column, rows, columns = values
    return Cell(text=text, box=Box(*box), page=page, row=row, column=column, rows=rows, columns=columns)
