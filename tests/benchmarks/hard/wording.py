"""Edits to a paragraph's words as drafters make them: shorter, longer, in other words, cut into pieces, joined."""

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

LEADS = {
    "en": {
        "preambular": "Noting that|Recalling|Recognizing that|Welcoming|Emphasizing that|Concerned that|Aware that",
        "operative": "Requests|Encourages|Calls upon|Also requests|Decides|Invites|Urges|Further encourages",
    },
    "fr": {
        "preambular": "Notant que|Rappelant|Considérant que|Accueillant avec satisfaction|Soulignant que|Conscient que",
        "operative": "Prie|Encourage|Demande|Demande également|Décide|Invite|Engage|Encourage en outre",
    },
    "es": {
        "preambular": "Observando que|Recordando|Reconociendo que|Acogiendo con agrado|Subrayando que|Convencida de",
        "operative": "Solicita|Alienta|Exhorta|Solicita también|Decide|Invita|Insta|Alienta además",
    },
}
_JOINTS = {
    "en": r"[,;:] (?:and )?| (?:and|in order to|including|with a view to|as well as) ",
    "fr": r"[,;:] (?:et )?| (?:et|afin de|notamment|en vue de|ainsi que) ",
    "es": r"[,;:] (?:y )?| (?:y|a fin de|incluidos|con miras a|así como) ",
}
_AND = {"en": (", and ", " and "), "fr": (", et ", " et "), "es": (", y ", " y ")}
# Phrases that drafters put for one another, each way.
_SAME = {
    "en": "ensure=see to it that|assist=help|in accordance with=in line with|relevant=pertinent|report=account|"
    "strengthen=reinforce|implementation=carrying out|continue=go on|all necessary=the needed|promote=further|"
    "provide=give|including=among them|efforts=work|in particular=above all|submit=present|regarding=about|"
    "take into account=bear in mind|enhance=improve|address=deal with|as appropriate=where fitting|annual=yearly|"
    "in order to=so as to|financial resources=means|facilitate=ease|consider=examine|adopt=take",
    "fr": "assurer=garantir|aider=prêter assistance à|conformément à=dans le respect de|renforcer=consolider|"
    "mise en œuvre=application|continuer de=poursuivre pour|notamment=entre autres|promouvoir=favoriser|"
    "fournir=apporter|efforts=travaux|en particulier=surtout|présenter=soumettre|concernant=au sujet de|"
    "tenir compte=prendre en considération|améliorer=rendre meilleur|afin de=pour|examiner=étudier|adopter=prendre",
    "es": "garantizar=asegurar|ayudar=prestar asistencia|de conformidad con=con arreglo a|fortalecer=reforzar|"
    "aplicación=puesta en práctica|seguir=continuar|en particular=sobre todo|promover=fomentar|"
    "proporcionar=facilitar|esfuerzos=trabajos|presentar=someter|relativo a=sobre|tener en cuenta=considerar|"
    "mejorar=perfeccionar|a fin de=para|examinar=estudiar|adoptar=tomar|incluidos=entre ellos",
}
_PIECE = 4  # words, at least


def shortened(r: Random, text: str, keep: float) -> str:
    """Runs of words dropped until about `keep` of them are left; the head is spared."""
    words = text.split()
    left, head = max(_PIECE, int(len(words) * keep)), r.randint(1, 3)
    while len(words) > left:
        run = min(r.randint(1, 9), len(words) - left)
        start = r.randint(min(head, len(words) - run), len(words) - run)
        del words[start : start + run]
    return " ".join(words)


def lengthened(r: Random, text: str, donor: str, amount: float) -> str:
    """Runs of another paragraph's words put in, `amount` of the text's own number of words."""
    words, other = text.split(), donor.split()
    need = round(len(words) * amount)
    while need > 0:
        run = min(r.randint(2, 12), need, len(other))
        start, at = r.randint(0, len(other) - run), r.randint(min(2, len(words)), len(words))
        words[at:at] = other[start : start + run]
        need -= run
    return " ".join(words)


def reworded(r: Random, text: str, language: str, share: float) -> str:
    """Some of the phrases that have an equal are replaced by it."""
    for pair in _SAME[language].split("|"):
        one, other = r.sample(pair.split("="), 2)
        if r.random() < share:
            text = re.sub(rf"\b{one}\b", other, text)
    return text


def renewed(r: Random, text: str) -> str:
    """Another session, year or resolution: each number goes up."""
    return re.sub(r"\d+", lambda found: str(int(found[0]) + r.randint(1, 3)), text)


def pieces(r: Random, text: str, language: str, most: int) -> list[str]:
    """Two or more parts cut at joints between clauses; the text alone where there are none."""
    cuts = [found.end() for found in re.finditer(_JOINTS[language], text)]
    r.shuffle(cuts)
    chosen = [0, len(text)]
    for cut in cuts[:40]:
        before, after = max(c for c in chosen if c <= cut), min(c for c in chosen if c >= cut)
        if len(chosen) <= most and min(len(text[before:cut].split()), len(text[cut:after].split())) >= _PIECE:
            chosen = sorted([*chosen, cut])
    return [re.sub(rf"(?:{_JOINTS[language]}|[,;])\s*$", "", text[a:b] + " ").strip() for a, b in pairwise(chosen)]


def joined(r: Random, texts: Sequence[str], language: str) -> str:
    """One sentence of several: what ends the others goes, their heads become small."""
    bare = [text.rstrip(" ;,.:") for text in texts]
    return bare[0] + "".join(r.choice(_AND[language]) + small(text) for text in bare[1:])


def led(r: Random, text: str, language: str, kind: str) -> str:
    """Under a verb of its own, for the side that it goes to."""
    return f"{r.choice(LEADS[language][kind].split('|'))} {small(text)}"


def turned(r: Random, text: str, language: str, kind: str) -> str:
    """The head's verb exchanged for one of the side that it goes to."""
    _, _, rest = text.partition(" ")
    return f"{r.choice(LEADS[language][kind].split('|'))} {rest}"


def small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
