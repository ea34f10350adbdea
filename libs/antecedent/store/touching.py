"""Documents whose findings another one may change: found by what both name, however large the corpus is."""

from functools import cache, partial
from typing import Any, cast

from sqlalchemy import exists, or_, union
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store import asking
from antecedent.store.tables import CitationRow, DocumentRow, LinkRow, RepealRow, TextRow

_OWN: Any = asking.given("sha256")
_ADOPTED: Any = asking.given("adopted")
_SESSION: Any = asking.given("session")


async def touched_by(session: AsyncSession, sha256: str) -> set[str]:
    """Documents that a new or changed document may give other findings, itself left out."""
    own = (await asking.rows(session, _dating, sha256=sha256))[0]
    found = await naming(session, await _changed_works(session, own))
    found |= await _repealing(session, sha256) | await _of_its_meeting(session, own)
    return found - {sha256}


async def rivals_of(session: AsyncSession, sha256: str) -> set[str]:
    """Other drafts of its meeting that are linked to texts to which this draft is linked."""
    return set(await asking.values(session, _rivals, sha256=sha256))


@cache
def _dating(_dialect: str) -> Any:
    row = DocumentRow
    return cast("Any", select)(row.sha256, row.status, row.adopted, row.body, row.session).where(row.sha256 == _OWN)


@cache
def _rivals(_dialect: str) -> Any:
    own, draft, other = aliased(LinkRow), aliased(DocumentRow), aliased(DocumentRow)
    return (
        select(other.sha256)
        .join(LinkRow, col(LinkRow.document) == col(other.sha256))
        .join(own, col(own.prior_document) == col(LinkRow.prior_document))
        .join(draft, col(draft.sha256) == col(own.document))
        .where(own.document == _OWN, other.sha256 != _OWN, _is_draft(draft), _is_draft(other))
        .where(other.session == draft.session, other.body == draft.body)
        .distinct()
    )


async def _changed_works(session: AsyncSession, own: Any) -> set[str]:
    """Works of which it says something that nobody said before it: their texts, their end, a version never named."""
    made = partial(_changed, is_adopted=own.status == "adopted", is_dated=own.adopted is not None)
    given = {"sha256": own.sha256} | ({} if own.adopted is None else {"adopted": own.adopted})
    return {key for key in await asking.values(session, made, **given) if key}


@cache
def _changed(_dialect: str, *, is_adopted: bool, is_dated: bool) -> Any:
    ways: list[Any] = [_first_named(is_dated=is_dated)]
    if is_adopted:
        ways.append(select(TextRow.work_key).where(TextRow.document == _OWN))
        ways.append(select(RepealRow.work_key).where(RepealRow.document == _OWN))
        ways.append(select(DocumentRow.revises_key).where(DocumentRow.sha256 == _OWN))
    return union(*ways)


def _first_named(*, is_dated: bool) -> Any:
    """Works of symbols that no other document names, or none so early."""
    other, dated = aliased(CitationRow), aliased(DocumentRow)
    before = exists().where(
        col(other.symbol_key) == col(CitationRow.symbol_key),
        col(other.document) != _OWN,
        col(dated.sha256) == col(other.document),
        *([col(dated.adopted) <= _ADOPTED] if is_dated else []),
    )
    return select(CitationRow.work_key).where(CitationRow.document == _OWN, ~before)


async def naming(session: AsyncSession, works: set[str]) -> set[str]:
    """Documents that are, revise, cite or repeal one of the works."""
    return set(await asking.values(session, _naming, works=sorted(works))) if works else set()


@cache
def _naming(dialect: str) -> Any:
    ways = [
        select(CitationRow.document).where(asking.among(CitationRow.work_key, "works", dialect)),
        select(RepealRow.document).where(asking.among(RepealRow.work_key, "works", dialect)),
        select(TextRow.document).where(asking.among(TextRow.work_key, "works", dialect)),
        select(DocumentRow.sha256).where(asking.among(DocumentRow.revises_key, "works", dialect)),
    ]
    return union(*ways)


async def _repealing(session: AsyncSession, sha256: str) -> set[str]:
    """Documents that repeal what it mentions, or a text of a series of which it is the first: they are heard of now."""
    found = set(await asking.values(session, _repealing_cited, sha256=sha256))
    own = await asking.values(session, _texts, sha256=sha256)
    for series in {work.rstrip("0123456789") for work in own}:
        begins = asking.escaped(series)
        if not await asking.values(session, _others_of, sha256=sha256, series=begins):
            found |= set(await asking.values(session, _repealing_of, series=begins))
    return found


@cache
def _repealing_cited(_dialect: str) -> Any:
    cited = select(CitationRow.work_key).where(CitationRow.document == _OWN)
    return select(RepealRow.document).where(col(RepealRow.work_key).in_(cited)).distinct()


@cache
def _texts(_dialect: str) -> Any:
    return select(TextRow.work_key).where(TextRow.document == _OWN)


@cache
def _others_of(_dialect: str) -> Any:
    begins = asking.beginning(TextRow.work_key, "series")
    return select(TextRow.document).where(begins, TextRow.document != _OWN).limit(1)


@cache
def _repealing_of(_dialect: str) -> Any:
    return select(RepealRow.document).where(asking.beginning(RepealRow.work_key, "series")).distinct()


async def _of_its_meeting(session: AsyncSession, own: Any) -> set[str]:
    """Drafts of the meeting whose date it tells: it is the earliest text that the meeting adopted."""
    if own.status != "adopted" or not (own.session and own.adopted):
        return set()
    given = {"sha256": own.sha256, "session": own.session} | ({} if own.body is None else {"body": own.body})
    has_body = own.body is not None
    if await asking.values(session, partial(_earlier_of_it, has_body=has_body), **given, adopted=own.adopted):
        return set()
    return set(await asking.values(session, partial(_drafts_of_it, has_body=has_body), **given))


@cache
def _earlier_of_it(_dialect: str, *, has_body: bool) -> Any:
    earlier = (DocumentRow.status == "adopted", col(DocumentRow.adopted) <= _ADOPTED)
    return _of_it(has_body=has_body).where(*earlier).limit(1)


@cache
def _drafts_of_it(_dialect: str, *, has_body: bool) -> Any:
    return _of_it(has_body=has_body).where(_is_draft(DocumentRow))


def _of_it(*, has_body: bool) -> Any:
    body: Any = asking.given("body") if has_body else None
    of_it = (DocumentRow.body == body, DocumentRow.session == _SESSION, DocumentRow.sha256 != _OWN)
    return select(DocumentRow.sha256).where(*of_it)


def _is_draft(row: Any) -> Any:
    return or_(row.status != "adopted", row.status.is_(None))
