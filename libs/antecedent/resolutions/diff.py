"""Word differences that read well: runs of words, not confetti.

Method: longest common subsequence of word tokens (rapidfuzz Indel), then equal runs that are shorter than the
edits on both of their sides are absorbed, as in the semantic clean-up of Neil Fraser's diff-match-patch.
"""

import re
from collections.abc import Iterable, Iterator

from antecedent.resolutions.models import Edit

# A token carries the space before it; numbers such as 79/208 and words such as non-governmental stay whole.
_TOKEN = re.compile(r"\s*(?:\w+(?:[-./’']\w+)*|[^\w\s])|\s+$")
_WORD = re.compile(r"\w")


def differences(before: str, after: str) -> tuple[Edit, ...]:
    """Runs of equal, deleted and inserted text; equal and insert join to `after`, equal and delete to `before`."""
    if before == after:
        return (Edit("equal", after),) if after else ()
    if not before or not after:
        return (Edit("delete", before),) if before else (Edit("insert", after),)
    # Both texts get a space in front, so that a first word is the same token as a word in the middle.
    blocks = _absorb(_blocks(_tokens(before), _tokens(after)))
    return tuple(_edits(blocks))


_Tokens = list[str]
_Block = tuple[_Tokens, _Tokens]  # what stood before, what stands after; equal lists are an equal run


def _tokens(text: str) -> _Tokens:
    return _TOKEN.findall(" " + text)


def _blocks(before: _Tokens, after: _Tokens) -> Iterator[_Block]:
    """Equal runs and edits in turn, adjacent deletions and insertions as one edit."""
    from rapidfuzz.distance import Indel  # here, so that the command's help need not wait for it

    gone: _Tokens = []
    come: _Tokens = []
    for operation in Indel.opcodes(before, after):
        old, new = before[operation.src_start : operation.src_end], after[operation.dest_start : operation.dest_end]
        if operation.tag == "equal":
            if gone or come:
                yield gone, come
            gone, come = [], []
            yield old, new
        else:
            gone, come = gone + old, come + new
    if gone or come:
        yield gone, come


def _absorb(blocks: Iterable[_Block]) -> list[_Block]:
    """Joins an equal run with the edits around it when it is too short to be read as kept."""
    out: list[_Block] = []
    for block in blocks:
        out.append(block)
        while len(out) >= 3 and _is_confetti(*out[-3:]):
            left, middle, right = out[-3:]
            out[-3:] = [(left[0] + middle[0] + right[0], left[1] + middle[1] + right[1])]
    return out


def _is_confetti(left: _Block, middle: _Block, right: _Block) -> bool:
    if middle[0] != middle[1]:
        return False
    kept = _words(middle[0])
    # Where words only go, or only come, on both sides, what is between them is kept: it reads well word by word.
    one_way = not (left[0] or right[0]) or not (left[1] or right[1])
    return kept == 0 or (kept <= min(_size(left), _size(right), 3) and not one_way)


def _size(block: _Block) -> int:
    return max(_words(block[0]), _words(block[1]))


def _words(tokens: _Tokens) -> int:
    return sum(1 for token in tokens if _WORD.search(token))


def _edits(blocks: list[_Block]) -> Iterator[Edit]:
    """Blocks as text. The space put in front of both texts leaves here, from the head of each side."""
    joined = [("".join(old), "".join(new), old == new) for old, new in blocks]
    if joined[0][2]:
        joined[0] = (joined[0][0][1:], joined[0][1][1:], True)
    elif joined[0][0] and joined[0][1]:
        joined[0] = (joined[0][0][1:], joined[0][1][1:], False)
    else:  # only one side begins here: its space moves from its front to its end, where the equal run's space was
        old, new, _ = joined[0]
        joined[0] = (old[1:] + " " if old else "", new[1:] + " " if new else "", False)
        joined[1] = (joined[1][0][1:], joined[1][1][1:], True)
    for old, new, equal in joined:
        if equal:
            yield Edit("equal", new)
            continue
        if old:
            yield Edit("delete", old)
        if new:
            yield Edit("insert", new)
