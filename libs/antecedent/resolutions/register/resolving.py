"""Names and citations → the works and versions that they mean."""

from dataclasses import dataclass

from antecedent.resolutions.models import Document
from antecedent.resolutions.register.dates import day
from antecedent.resolutions.register.models import Register, Version, Work
from antecedent.resolutions.register.names import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a symbol means at a date: the version meant, and the latest one where that is a later one."""

    work: Work
    version: Version
    explicit: bool  # the symbol names a revision
    later: Version | None = None


def find_works(register: Register, name: str) -> tuple[Work, ...]:
    """Works under this name, in any spelling; a short one ('Resolution 11.10') may mean texts of several bodies."""
    key = name_of(name).work
    if key in register.works:
        return (register.works[key],)
    return tuple(work for work in register.works.values() if work.key.endswith((f"/{key}", f" {key}")))


def resolve(register: Register, symbol: str, at: str | None = None) -> Meaning | None:
    """The version that a symbol means on that date (None: today as far as the register knows).

    A symbol with its revision means that version; one without means the version of that day. None where the work is
    not in the register.
    """
    name = name_of(symbol)
    work = register.works.get(name.work)
    if work is None:
        return None
    current = version_at(work, at)
    meant = _version(work, name.revision) if name.revision else current
    if meant is None:
        return None
    latest = version_at(work, None)
    later = latest if latest and latest.revision > meant.revision else None
    return Meaning(work=work, version=meant, explicit=bool(name.revision), later=later)


def version_at(work: Work, at: str | None, *, before: bool = False) -> Version | None:
    """The version current on a date (`before`: on its eve); one whose date nobody knows counts as there already."""
    there = [version for version in work.versions if is_there(version, at, before=before)]
    return there[-1] if there else None


def is_there(version: Version, at: str | None, *, before: bool = False) -> bool:
    """Whether the version exists on a date, as far as the register knows."""
    if at is None or version.since is None:
        return True
    since, then = day(version.since), day(at)
    return since < then if before else since <= then


def _version(work: Work, revision: int) -> Version | None:
    return next((version for version in work.versions if version.revision == revision), None)


def text_of(register: Register, version: Version) -> Document | None:
    """The document that is this version; None where it is not at hand, or is a document of many decisions."""
    document = register.documents.get(version.document or "")
    if document is None or not document.symbol or name_of(document.symbol).work != version.work:
        return None
    return document
