"""Answers of the register ↔ the JSON of docs/output.md: statuses, findings, chains, families, consolidations."""

from collections.abc import Iterable
from typing import Any

from antecedent.resolutions.consolidate import Reading, Row
from antecedent.resolutions.findings import Finding
from antecedent.resolutions.lineage import Ancestry, Descent, Relative
from antecedent.resolutions.lineage.graph import Station
from antecedent.resolutions.register.known import Contradiction
from antecedent.resolutions.register.models import Event
from antecedent.resolutions.status import Standing

Json = dict[str, Any]


def standing_json(standing: Standing) -> Json:
    """What `antecedent status --json` prints."""
    row: Json = {
        "symbol": standing.symbol,
        "title": standing.title,
        "at": standing.at,
        "status": standing.status,
        "version": standing.version,
        "versions": [
            {"symbol": one.symbol, "adopted": one.adopted, "document": one.document} for one in standing.versions
        ],
        "events": [event_json(event) for event in standing.events],
    }
    return row | ({"paragraph": standing.paragraph} if standing.paragraph else {})


def event_json(event: Event) -> Json:
    return {
        "action": event.action,
        "effect": event.effect,
        "by": event.by,
        "document": event.document,
        "paragraph": event.paragraph,
        "scope": event.scope,
        "paragraphs": _listed(event.paragraphs),
        "except": _listed(event.except_),
        "date": event.date,
        "target": event.target,
        "into": event.into,
        "condition": event.condition,
    }


def finding_json(finding: Finding, seen: bool = False) -> Json:
    """One of `antecedent findings --json`; `key` marks it as seen."""
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "document": finding.document,
        "paragraph": finding.paragraph,
        "target": finding.target,
        "message": finding.message,
        "evidence": finding.evidence,
        "seen": seen,
        "key": finding.key,
    }


def ancestry_json(ancestry: Ancestry) -> Json:
    """A paragraph's chain: what it comes from (newest first), and the steps."""
    return {
        "document": ancestry.of.document,
        "paragraph": ancestry.of.paragraph,
        "paragraphs": [_station_json(station) for station in ancestry.stations],
        "steps": [_step_json(step) for step in ancestry.steps],
    }


def family_json(relatives: Iterable[Relative]) -> list[Json]:
    return [
        {
            "tie": one.tie,
            "by": one.by,
            "to": one.to,
            "effect": one.effect,
            "date": one.date,
            "document": one.document,
        }
        for one in relatives
    ]


def reading_json(reading: Reading) -> Json:
    """A text as it would read."""
    return {
        "symbol": reading.of,
        "title": reading.title,
        "document": reading.document,
        "enacting_formula": reading.formula,
        "repealed": reading.gone,
        "paragraphs": [
            {
                "id": block.paragraph,
                "kind": block.kind,
                "number": block.number,
                "depth": block.depth,
                "text": block.text,
                "repealed_by": block.repealed_by,
            }
            for block in reading.blocks
        ],
    }


def row_json(row: Row) -> Json:
    """A row of the consolidation table."""
    return {
        "action": row.action,
        "moved": row.moved,
        "proposed": [{"label": label, "text": text} for label, text in row.proposed],
        "sources": [{"symbol": one.symbol, "label": one.label, "text": one.text} for one in row.sources],
        "changes": [[edit.operation, edit.text] for edit in row.changes],
        "comment": row.comment,
    }


def contradiction_json(one: Contradiction) -> Json:
    return {
        "symbol": one.symbol,
        "field": one.field,
        "listed": one.listed,
        "found": one.found,
        "document": one.document,
    }


def _station_json(station: Station) -> Json:
    return {
        "document": station.node.document,
        "paragraph": station.node.paragraph,
        "symbol": station.symbol,
        "adopted": station.adopted,
        "status": station.status,
        "label": station.label,
        "kind": station.kind,
        "text": station.text,
    }


def _step_json(step: Descent) -> Json:
    return {
        "later": list(step.later),
        "earlier": list(step.earlier),
        "relation": step.relation,
        "moved": step.moved,
        "crossed": step.crossed,
        "score": round(step.score, 4),
    }


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)
