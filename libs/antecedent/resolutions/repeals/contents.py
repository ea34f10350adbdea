"""What stands between a verb and the text it ends, where more than small words do.

Forms: 'the measures imposed by [paragraphs 9 and 10 of resolution 1267]', 'the Guidelines adopted by [resolution
MEPC.159(55)]', 'all previous resolutions on the subject, including [resolutions 16/2]'.
"""

import re

from antecedent.resolutions.citations.vocabulary import NOUN
from antecedent.resolutions.repeals.vocabulary import ANY_DAY, grammar, is_glue

TO = r"(?:by|in|to|under|from|through|at|par|dans|à|au|aux|en vertu d[eu]|en|por|mediante|a|al)"
CONTENT = re.compile(
    rf"(?P<before>(?:[^\W\d_]+'? ?){{0,4}}?)\b(?:{grammar('contents')})(?:[ ,]+[^\W\d_][\w'-]*){{0,9}}?"
    rf"(?:[ ,]+(?P<how>{grammar('standing')}))?,? {TO} (?P<after>(?:[^\W\d_]+'? ?){{0,5}})$",
    re.IGNORECASE,
)
OF_PARTS = re.compile(
    rf"(?P<before>(?:[^\W\d_]+'? ?){{0,4}}?)\b(?:{grammar('contents')}) (?:of|du|des|de|del) ?$", re.IGNORECASE
)
# 'terminates the application of decision 18/COP.7': it is the text that ends.
OF_WHOLE = re.compile(
    rf"(?:[^\W\d_]+'? ?){{0,3}}?\b(?:{grammar('being_in_force')}) (?:of|du|des|de la|de l'|de|del)"
    r"(?: (?:the|its|sa|su|la))? ?$",
    re.IGNORECASE,
)
EXAMPLE = re.compile(rf"[^;.:]{{4,120}}\b(?:{grammar('example')})\b(?P<after>[^;.:]{{0,40}})$", re.IGNORECASE)
ANNOUNCED = re.compile(
    rf"(?=[^:]*\b(?:{grammar('list_words')}|{grammar('announced')})\b)[^:;.]{{0,160}}: ?"
    r"(?:[(\[]?[a-z0-9]{1,3}[).] ?|[-–•] ?)?(?P<after>[^:]*)",
    re.IGNORECASE,
)
# 'the undermentioned Resolutions': whatever stands between an article and a text says what text it is.
ADJECTIVES = re.compile(r"(?<=\b(?:the|its|all) )(?:(?!of |to |in |by |for |from |with )[a-z-]+ ){1,2}$")
# 'lifts, with immediate effect, the measures', 'met fin, à compter du 1er mars, aux mesures'.
INSERTED = re.compile(r" ?, ?[^,;:]{3,60}, (?:(?:aux?|à|al?) )?")
ATTACHED = re.compile(r"annex|append|attach|joint|anex|adjunt", re.IGNORECASE)
# The text is ended with what it adopted, but not with a body that it established.
WHOLE = re.compile(
    r"adopt|approv|annex|append|attach|contain|set|contenu|figur|approuv|joint|aprob|conten|anex|adjunt|laid|arrêt"
    r"|reprod|includ|énonc|enunc|recog",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"(?<!\w)(?:from|in|to|on|into|by|du|des?|dans|en|del?|al?|à|au|sur|por)(?!\w)", re.IGNORECASE)


def opens(gap: str, *, parts: bool) -> bool:
    """Whether what follows is what the verb ends; `parts` tells that it is parts of a text, not a whole one."""
    gap = _bare(gap)
    if announced := ANNOUNCED.fullmatch(gap):  # 'the following shall lapse: Resolutions 7.4 and'
        return is_glue(announced["after"])
    if is_glue(ADJECTIVES.sub(" ", gap)):
        return True
    if example := EXAMPLE.fullmatch(gap):
        return bool(NOUN.search(gap.lower())) and is_glue(example["after"])
    if OF_WHOLE.fullmatch(gap):
        return True
    content = CONTENT.fullmatch(gap)
    if content and ELSEWHERE.search(content["before"]):  # 'the species from the list annexed to'
        return False
    if content is None:
        return parts and OF_PARTS.fullmatch(gap) is not None
    how = content["how"]
    return is_glue(content["after"]) and (parts or bool(how and WHOLE.match(how)))


def attached(gap: str) -> bool:
    """Whether it is what hangs on a text: 'the rules annexed to'."""
    content = CONTENT.fullmatch(_bare(gap))
    return bool(content and content["how"] and ATTACHED.match(content["how"]))


def _bare(gap: str) -> str:
    """Without a date or a phrase between commas at its head."""
    gap = ANY_DAY.sub(" ", gap)
    inserted = INSERTED.match(gap)
    return re.sub(r"  +", " ", gap[inserted.end() :] if inserted else gap).lstrip(" ,")
