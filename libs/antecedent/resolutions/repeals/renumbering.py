"""Decisions under a new number: '17.BB (ex-16.40) The Secretariat shall …'."""

import re
from collections.abc import Iterator

from antecedent.resolutions.citations.binding import Voice
from antecedent.resolutions.citations.mentions import bare, mentions
from antecedent.resolutions.citations.plain import plain
from antecedent.resolutions.models import Paragraph

OLD = re.compile(
    r"[(\[]?\b(?:ex|formerly|former|previously|anciennement|ancienne?|antes|anterior(?:mente)?|antigua)\b[ .:–-]{0,3}"
    r"(?P<old>[^()\[\]]*?(?:\((?:Rev|Rév)[^()]*\)[^()\[\]]*?)*)[)\]]",
    re.IGNORECASE,
)
NUMBER = re.compile(r"^\W*(?:[Dd][ée]ci[sz]i[oó]n )?(?P<new>[\w.]+\.(?:\d{1,3}|[A-Z]{2}))\b")


def renumbered(paragraph: Paragraph, voice: Voice) -> Iterator[tuple[str, str]]:
    """(old symbol, new symbol) of a decision that takes up an older one."""
    printed = plain(f"{paragraph.number or ''} {paragraph.text[:160]}").strip()
    new = NUMBER.match(printed)
    old = OLD.search(printed[:120]) if new else None
    if not new or not old or old.start() > new.end() + 12:
        return
    after = next(iter(bare(new["new"], "decision", voice)), None)
    before = mentions(old["old"], voice) or bare(old["old"].strip(), "decision", voice)
    for mention in before:
        if after and after.symbol and mention.symbol and mention.symbol != after.symbol:
            yield mention.symbol, after.symbol
