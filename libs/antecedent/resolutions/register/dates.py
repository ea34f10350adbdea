"""Dates as texts give them: a day ('2017-10-28'), a month alone ('2017-10'), a year alone.

What a month alone dates counts from the month's last day: by then it was certainly adopted. Where another text of the
same meeting knows the day, it is that day. What has no date at all is known from its meeting, or from the next one.
"""

from calendar import monthrange
from collections.abc import Mapping

from antecedent.resolutions.models import Document

Meetings = Mapping[tuple[str, str], str]
_DAY = len("2017-10-28")


def day(date: str) -> str:
    """The ISO day from which a date counts: '2017-10' is '2017-10-31', '2017' is '2017-12-31'."""
    if len(date) >= _DAY:
        return date
    year, _, month = date.partition("-")
    if not (year.isdecimal() and (month or "12").isdecimal() and 1 <= int(month or 12) <= 12):
        return date
    last = monthrange(int(year), int(month or 12))[1]
    return f"{year}-{int(month or 12):02}-{last}"


def adopted_on(document: Document, meetings: Meetings) -> str | None:
    """The document's date; that of its meeting where it has none, or a month or year into which the meeting fell."""
    known = meetings.get((document.body or "", document.session or ""))
    if document.adopted is None and document.status == "adopted":
        return known
    if document.adopted and known and len(document.adopted) < len(known) and known.startswith(document.adopted):
        return known
    return document.adopted


def next_meeting(document: Document, meetings: Meetings) -> str | None:
    """The first known date of a later meeting of the body: by then an undated text was there."""
    if not (document.session or "").isdecimal():
        return None
    later = [
        date
        for (body, session), date in meetings.items()
        if body == document.body and session.isdecimal() and int(session) > int(document.session or 0)
    ]
    return min(later, key=day, default=None)


def first(dates: list[str]) -> str:
    """The earliest of a meeting's dates; a day before a month alone, whichever is earlier as text."""
    return min(dates, key=lambda date: (len(date) < _DAY, date))
