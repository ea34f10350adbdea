"""Documents whose findings another one may change: found by what both name, however large the corpus is."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import String, bindparam, exists, or_, union
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.store.tables import CitationRow, DocumentRow, LinkRow, RepealRow, TextRow

_OWN: Any = bindparam("sha256", type_=String)


async def touched_by(session: AsyncSession, sha256: str) -> set[str]:
    """Documents that a new or changed document may give other findings, itself left out."""
    found = await naming(session, await _changed_works(session, sha256))
    found |= await _repealing(session, sha256) | await _of_its_meeting(session, sha256)
    return found - {sha256}


async def rivals_of(session: AsyncSession, sha256: str) -> set[str]:
    """Other drafts of its meeting that are linked to texts to which this draft is linked."""
    return set(await _answers(session, _rivals(), {"sha256": sha256}))


@cache
def _rivals() -> Any:
    """Made once: it takes longer to make than to run."""
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


async def _changed_works(session: AsyncSession, sha256: str) -> set[str]:
    """Works of which it says something that nobody said before it: their texts, their end, a version never named."""
    own = select(DocumentRow.status, DocumentRow.adopted).where(DocumentRow.sha256 == sha256)
    status, adopted = (await session.exec(own)).one()
    query = _changed(is_adopted=status == "adopted", is_dated=adopted is not None)
    given = {"sha256": sha256} | ({} if adopted is None else {"adopted": adopted})
    return {key for key in await _answers(session, query, given) if key}


@cache
def _changed(*, is_adopted: bool, is_dated: bool) -> Any:
    """The query for them; made once, as the other."""
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
        *([col(dated.adopted) <= bindparam("adopted")] if is_dated else []),
    )
    return select(CitationRow.work_key).where(CitationRow.document == _OWN, ~before)


async def naming(session: AsyncSession, works: set[str]) -> set[str]:
    """Documents that are, revise, cite or repeal one of the works."""
    listed = sorted(works)
    if not listed:
        return set()
    ways = [
        select(CitationRow.document).where(col(CitationRow.work_key).in_(listed)),
        select(RepealRow.document).where(col(RepealRow.work_key).in_(listed)),
        select(TextRow.document).where(col(TextRow.work_key).in_(listed)),
        select(DocumentRow.sha256).where(col(DocumentRow.revises_key).in_(listed)),
    ]
    return set(await _keys(session, ways))


async def _repealing(session: AsyncSession, sha256: str) -> set[str]:
    """Documents that repeal what it mentions, or a text of a series of which it is the first: they are heard of now."""
    cited = select(CitationRow.work_key).where(CitationRow.document == sha256)
    found = set(await _keys(session, [select(RepealRow.document).where(col(RepealRow.work_key).in_(cited))]))
    own = (await session.exec(select(TextRow.work_key).where(TextRow.document == sha256))).all()
    for series in {work.rstrip("0123456789") for work in own}:
        begins = col(TextRow.work_key).startswith(series, autoescape=True)
        known = select(TextRow.document).where(begins, TextRow.document != sha256).limit(1)
        if (await session.exec(known)).first() is None:
            like = select(RepealRow.document).where(col(RepealRow.work_key).startswith(series, autoescape=True))
            found |= set(await _keys(session, [like]))
    return found


async def _of_its_meeting(session: AsyncSession, sha256: str) -> set[str]:
    """Drafts of the meeting whose date it tells: it is the earliest text that the meeting adopted."""
    own = await session.get(DocumentRow, sha256)
    if own is None or own.status != "adopted" or not (own.session and own.adopted):
        return set()
    of_it = (DocumentRow.body == own.body, DocumentRow.session == own.session, DocumentRow.sha256 != sha256)
    before = (DocumentRow.status == "adopted", col(DocumentRow.adopted) <= own.adopted)
    if (await session.exec(select(DocumentRow.sha256).where(*of_it, *before).limit(1))).first():
        return set()
    return set((await session.exec(select(DocumentRow.sha256).where(*of_it, _is_draft(DocumentRow)))).all())


def _is_draft(row: Any) -> Any:
    return or_(row.status != "adopted", row.status.is_(None))


async def _keys(session: AsyncSession, ways: Sequence[Any]) -> Sequence[str]:
    return await _answers(session, union(*ways), {})


async def _answers(session: AsyncSession, query: Any, given: dict[str, str]) -> Sequence[str]:
    return (await (await session.connection()).execute(query, given)).scalars().all()
