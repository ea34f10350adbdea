"""Which links moved, and in which order links are told."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from antecedent.resolutions.align.evidence import side
from antecedent.resolutions.models import Document, Link

_Point = tuple[int, int, int]  # place in the draft, place in the prior, link


def moved(draft: Document, priors: Sequence[Document], links: Sequence[Link]) -> tuple[Link, ...]:
    """Marks the links that changed sides, or none of whose pairs stands in the longest common order of its side."""
    kept: set[int] = set()
    for points in _points(draft, priors, links).values():
        kept |= {link for _, _, link in longest_order(points)}
    return tuple(replace(link, moved=bool(link.draft and link.prior and k not in kept)) for k, link in enumerate(links))


def told(links: Sequence[Link], draft: Document, base: Document | None) -> tuple[Link, ...]:
    """In the order of the draft, what is gone behind what stood before it in the base."""
    place = {p.id: k for k, p in enumerate(draft.paragraphs)}
    old = {p.id: k for k, p in enumerate(base.paragraphs)} if base else {}
    at = sorted(
        (old[i], max(place[j] for j in link.draft))
        for link in links
        if base and link.draft and link.document == base.sha256 and not link.moved
        for i in link.prior
    )

    def key(link: Link) -> tuple[float, int]:
        if link.draft:
            return min(place[i] for i in link.draft), -1
        here = old[link.prior[0]]
        before = at[bisect_left(at, (here, 0)) - 1][1] if at and at[0][0] < here else -1
        return before + 0.5, here

    return tuple(sorted(links, key=key))


def _points(
    draft: Document, priors: Sequence[Document], links: Sequence[Link]
) -> dict[tuple[str | None, int], list[_Point]]:
    """The pairs that stayed on their side, for each earlier text and side."""
    new = {p.id: (k, side(p)) for k, p in enumerate(draft.paragraphs)}
    old = {(text.sha256, p.id): (k, side(p)) for text in priors for k, p in enumerate(text.paragraphs)}
    points: dict[tuple[str | None, int], list[_Point]] = {}
    for n, link in enumerate(links):
        for a in link.draft:
            for b in link.prior:
                (i, here), (j, there) = new[a], old[link.document or "", b]
                if here == there:
                    points.setdefault((link.document, here), []).append((i, j, n))
    return points


def longest_order(points: Sequence[_Point]) -> list[_Point]:
    """The longest run of points that rises on both sides, by patience sorting."""
    tails: list[int] = []
    ends: list[_Point] = []
    chain: dict[_Point, _Point | None] = {}
    for point in sorted(points, key=lambda p: (p[0], -p[1])):
        at = bisect_left(tails, point[1])
        chain[point] = ends[at - 1] if at else None
        tails[at : at + 1] = [point[1]]
        ends[at : at + 1] = [point]
    out: list[_Point] = []
    last = ends[-1] if ends else None
    while last is not None:
        out.append(last)
        last = chain[last]
    return out[::-1]
