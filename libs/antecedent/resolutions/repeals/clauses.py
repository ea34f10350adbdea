"""One verb → what it ends: targets, date, condition, successor."""

import re
from dataclasses import dataclass, replace

from antecedent.resolutions.repeals.dates import date_of
from antecedent.resolutions.repeals.guards import (
    denied,
    governed,
    joined,
    leads,
    ordered,
    past,
    performs,
    possible,
    quoted,
)
from antecedent.resolutions.repeals.objects import Target, restrict, spare
from antecedent.resolutions.repeals.passages import Passage, Segment
from antecedent.resolutions.repeals.remainders import excepted
from antecedent.resolutions.repeals.subjects import is_bare, texts_of
from antecedent.resolutions.repeals.vocabulary import CONDITION, INTO, PRESENT, Verb, verbs

AND = re.compile(r",? (?:and|or|et|ou|y|o) (?:hereby |to |are |is |de |d'|est |sont |queda )?")
# 'Confirms that this Resolution and its annexes replace': what the text does by being adopted.
SELF = re.compile(
    r"\b(?:this|the present|la présente|le présent|la presente|el presente|esta) (?:resolution|decision"
    r"|recommendation|measure|résolution|décision|recommandation|resolución|decisión|recomendación)"
    r"(?: [^;:.]{0,60})? ?$",
    re.IGNORECASE,
)
OFF_LIST = re.compile(
    r" (?:from|de|du|des|del|de los|de las) (?:the |la |l'|el |los |las )?(?:\w+ ){0,2}?(?:list|regist)", re.IGNORECASE
)
BACK = re.compile(
    r" from the (?:list|annex|table)[^,;.]{0,40} (?:repealed|retired|deleted|superseded)\b", re.IGNORECASE
)
TITLED = re.compile(r"(?:ing|ant|ando|iendo)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ending:
    """What one verb ends, before effect and places are known; without targets it points to a list or table."""

    verb: Verb
    segment: Segment
    targets: tuple[Target, ...]
    proposed: bool
    from_: str | None
    into: str | None
    condition: str | None


def endings(passage: Passage, own: str | None, last_date: str | None) -> list[Ending]:
    """All that the verbs of a passage end."""
    found: list[Ending] = []
    every = [(verb, _takes_effect(passage, passage.segment_at(verb.start), verb)) for verb in verbs(passage.text)]
    effective = [(verb, proposed) for verb, proposed in every if proposed is not None and verb.action != "amend"]
    effective = [one for one in effective if not is_bare(passage, passage.segment_at(one[0].start), one[0])]
    run = _paired(passage.text, effective)
    done = 0  # where the last verb that ended something ends
    for index, (verb, proposed) in enumerate(run):
        segment = passage.segment_at(verb.start)
        after = run[index + 1][0].start if index + 1 < len(run) else len(passage.text)
        ending = _ending(passage, segment, verb, max(segment.start, done), after, own, last_date, proposed)
        if ending:
            done = verb.end
            last_date = ending.from_ or last_date
            if found and ending.targets:
                found[-1] = _without(found[-1], ending.targets[0].start)
            found.append(ending)
    return found


def _without(ending: Ending, start: int) -> Ending:
    """An ending without what turned out to be the subject of the next verb: 'replaces X and Y is repealed'."""
    kept = tuple(target for target in ending.targets if target.start < start)
    return replace(ending, targets=kept) if kept else ending


def _paired(text: str, run: list[tuple[Verb, bool]]) -> list[tuple[Verb, bool]]:
    """'repealed and replaced' is one verb, with the action of the second; whatever is replaced too is replaced."""
    found: list[tuple[Verb, bool]] = []
    for verb, proposed in run:
        if found and AND.fullmatch(text, found[-1][0].end, verb.start):
            before = found.pop()[0]
            action = "replace" if before.action == "replace" else verb.action
            verb = Verb(before.start, verb.end, action, before.voice)
        found.append((verb, proposed))
    return found


def _ending(
    passage: Passage,
    segment: Segment,
    verb: Verb,
    before: int,
    after: int,
    own: str | None,
    last_date: str | None,
    proposed: bool,
) -> Ending | None:
    found = texts_of(passage, segment, verb, before, after)
    if found is None:
        return None
    if found and found[-1].end <= verb.start:
        spare(passage.text, verb.end, min(segment.end, after), passage.mentions, found)
        restrict(passage.text, verb.end, min(segment.end, after), found)
    end = min(segment.end, after) if not found else max(min(segment.end, after), found[-1].end)
    if found and BACK.match(passage.text, found[-1].end):
        return None
    if verb.action == "retire" and found and any(OFF_LIST.match(passage.text, at) for at in (verb.end, found[-1].end)):
        verb = replace(verb, action="delete")
    day = date_of(passage.text, segment.start, verb, found, end, last_date)
    condition = CONDITION.search(passage.text, verb.end, end)
    into = _into(passage, verb, found, own) if verb.action in ("replace", "renumber", "transfer") else None
    if verb.action in ("transfer", "renumber") and into is None:
        return None
    return Ending(verb, segment, tuple(found), proposed, day, into, condition[0].rstrip(" .,;") if condition else None)


def _takes_effect(passage: Passage, segment: Segment, verb: Verb) -> bool | None:
    """None when the verb has no effect; else whether it is proposed to another body."""
    text, start = passage.text, segment.start
    if segment.paragraph.kind == "preambular" and verb.start - start > 12:
        return None
    if verb.voice == "active" and TITLED.search(text[verb.start : verb.end]) and _item(passage, segment):
        return None  # 'Resolution 5.2 – Criteria, replacing Resolution 1.2'
    before = past(text, start, verb) and not excepted(text, start, verb)
    if denied(text, start, verb) or possible(text, start, verb) or before or quoted(text, start, verb):
        return None
    governor = governed(text, (segment.start, segment.end), segment.chapeaux, verb)
    if governor in ("report", "ask") and joined(text, start, verb, governor):
        governor = None
    if governor is None and not segment.chapeaux and not leads(text, start, verb):
        return None
    if governor == "refuse":
        return None
    if governor == "report":
        if segment.paragraph.kind == "preambular":
            return None
        itself = verb.voice == "active" and verb.action == "replace" and SELF.search(text, start, verb.start)
        return False if itself or performs(text, start, verb) else None
    if governor == "ask":
        asked = ordered("\n".join(reversed(segment.chapeaux)) + "\n" + text[start:], 0, _shift(verb, segment))
        return None if asked is None else asked == "propose"
    return False


def _item(passage: Passage, segment: Segment) -> bool:
    """Whether a paragraph is a text of a list."""
    return bool(segment.chapeaux) and any(0 <= m.start - segment.start <= 4 for m in passage.mentions)


def _shift(verb: Verb, segment: Segment) -> Verb:
    before = len("\n".join(segment.chapeaux)) + 1
    return Verb(verb.start - segment.start + before, verb.end - segment.start + before, verb.action, verb.voice)


def _into(passage: Passage, verb: Verb, found: list[Target], own: str | None) -> str | None:
    """The text that takes over: behind 'by', 'with', 'to'; or the present one."""
    text = passage.text
    ended = {target.symbol for target in found}
    at = verb.end if verb.voice != "active" or not found or found[-1].end < verb.start else found[-1].end
    if verb.voice == "subject":
        return next((m.symbol for m in passage.mentions if 0 <= m.start - verb.end < 8 and m.symbol not in ended), None)
    told = INTO.search(text, verb.start, verb.end)  # 'renewed as'
    if told and (named := next((m.symbol for m in passage.mentions if 0 <= m.start - verb.end < 4), None)):
        return named if named not in ended else None
    for match in INTO.finditer(text, at, min(len(text), at + 160)):
        if any(at <= mention.start < match.start() for mention in passage.mentions):
            break
        if PRESENT.match(text, match.end() + 1):
            return own
        following = next((m for m in passage.mentions if 0 <= m.start - match.end() < 40), None)
        if following and following.symbol not in ended and ";" not in text[match.end() : following.start]:
            return following.symbol
    if verb.voice == "active" and verb.action == "replace":
        agent = [m for m in passage.mentions if m.end <= verb.start and verb.start - m.end < 40]
        return agent[-1].symbol if agent and agent[-1].symbol not in ended else own
    return None
