"""Imported lists of texts, from CSV or JSON, compared with what the documents say; neither overwrites the other."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, cast

from antecedent.resolutions.register.models import Known, Register, Version
from antecedent.resolutions.register.names import name_of
from antecedent.resolutions.status import state

Field = Literal["symbol", "title", "date", "status"]
# Words of such lists for a state, folded; others are compared as they stand.
_STATES = {
    "in force": "in-force",
    "active": "in-force",
    "valid": "in-force",
    "superseded": "revised",
    "replaced": "revised",
    "retired": "repealed",
    "deleted": "repealed",
    "partly repealed": "partly-repealed",
}


class UnreadableList(ValueError):
    """The file is no list of texts: the message says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Where an imported list and the documents disagree; `document` is the sha256 of the one that says otherwise."""

    symbol: str
    field: Field
    listed: str
    found: str
    document: str | None


def read_known(data: bytes) -> tuple[Known, ...]:
    """A list with the columns or keys symbol (needed), title, date, status; raises UnreadableList."""
    text = data.decode("utf-8-sig", errors="replace").strip()
    rows = _json_rows(text) if text.startswith(("[", "{")) else _csv_rows(text)
    found = tuple(_known(row) for row in rows if row.get("symbol"))
    if not found:
        raise UnreadableList("no row has a symbol: the first line of a CSV names its columns, among them 'symbol'")
    return found


def contradictions(register: Register, at: str) -> tuple[Contradiction, ...]:
    """Every point in which the imported list differs from what the documents say on that date."""
    return tuple(one for row in register.known for one in _against(register, row, at))


def _against(register: Register, row: Known, at: str) -> Iterator[Contradiction]:
    name = name_of(row.symbol)
    work = register.works.get(name.work)
    version = next((one for one in work.versions if one.revision == name.revision), None) if work else None
    document = register.documents.get((version and version.document) or "")
    if version is None:
        return
    if document and row.title and document.title and _words(row.title) != _words(document.title):
        yield _differs(row, "title", row.title, document.title, version)
    if document and row.date and document.adopted and not _same_day(row.date, document.adopted):
        yield _differs(row, "date", row.date, document.adopted, version)
    stated = _STATES.get(_words(row.status or ""), (row.status or "").strip().casefold().replace(" ", "-"))
    found = state(register, version, at)
    if stated and found not in ("unknown", stated):
        yield _differs(row, "status", row.status or "", found, version)


def _differs(row: Known, field: Field, listed: str, found: str, version: Version) -> Contradiction:
    return Contradiction(symbol=row.symbol, field=field, listed=listed, found=found, document=version.document)


def _same_day(one: str, other: str) -> bool:
    """A month alone agrees with each of its days."""
    return one.startswith(other) or other.startswith(one)


def _json_rows(text: str) -> list[dict[str, Any]]:
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise UnreadableList(f"no JSON: {error}") from error
    rows: Any = cast("dict[str, Any]", data).get("texts", []) if isinstance(data, dict) else data
    listed = cast("list[dict[str, Any]]", [row for row in rows if isinstance(row, dict)])
    return [{key.casefold(): value for key, value in row.items()} for row in listed]


def _csv_rows(text: str) -> list[dict[str, Any]]:
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    return [{(key or "").strip().casefold(): value for key, value in row.items()} for row in reader]


def _known(row: dict[str, Any]) -> Known:
    values = {name: str(row.get(name) or "").strip() or None for name in ("title", "date", "status")}
    return Known(symbol=str(row["symbol"]).strip(), **values)


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
