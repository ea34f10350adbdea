"""Each kind of finding out of texts, in three languages: read, cited, traced and judged as documents are.

A text is its lines: '1. …' is an operative paragraph, '(a) …' an item under it, anything else a recital; 'Annex' begins
an annex. '[-struck-]' and '[+inserted+]' are tracked changes.
"""

import re
from collections.abc import Iterator

import pytest

from antecedent.resolutions.align import trace
from antecedent.resolutions.citations import cite
from antecedent.resolutions.findings import Comparison, find
from antecedent.resolutions.models import Document, Paragraph
from antecedent.resolutions.register import build
from antecedent.resolutions.repeals import find_repeals
from tests.convention import MEETINGS, make_document

FORMULAS = {
    "en": "The Conference of the Parties to the Convention on the Safeguarding of Lighthouses and Seamarks",
    "fr": "La Conférence des Parties à la Convention sur la sauvegarde des phares et amers",
    "es": "La Conferencia de las Partes en la Convención sobre la Salvaguardia de los Faros y Marcas",
}
_NUMBERED = re.compile(r"(?:(?P<top>\d+)\.|(?P<item>\([a-z]\))) ")
_MARKED = re.compile(r"\[([-+])(.*?)[-+]\]")


def text(symbol: str, cop: str, lines: str, *, draft: bool = False, language: str = "en", title: str = "") -> Document:
    paragraphs = tuple(_paragraphs([line.strip() for line in lines.strip().splitlines() if line.strip()]))
    document = make_document(
        symbol,
        cop,
        *paragraphs,
        draft=draft,
        language=language,
        title=title or symbol,
        enacting_formula=FORMULAS[language],
        tracked_changes="[" in lines,
    )
    return find_repeals(cite(document))


def _paragraphs(lines: list[str]) -> Iterator[Paragraph]:
    top = ""
    for place, line in enumerate(lines):
        found = _NUMBERED.match(line)
        words = line[found.end() :] if found else line
        after = _MARKED.sub(lambda mark: mark[2] if mark[1] == "+" else "", words)
        before = _MARKED.sub(lambda mark: mark[2] if mark[1] == "-" else "", words) if "[" in words else None
        kind = "preambular" if not found else "operative" if found["top"] else "subparagraph"
        number = (found["top"] or found["item"]) if found else None
        name = f"n{place}"
        yield Paragraph(
            id=name,
            kind=kind,  # type: ignore[arg-type]
            number=number,
            parent=top if kind == "subparagraph" else None,
            depth=int(kind == "subparagraph"),
            text=" ".join(after.split()),
            before=None if before is None else " ".join(before.split()),
        )
        top = name if kind == "operative" else top


def judged(*documents: Document, links: dict[str, list[str]] | None = None) -> list[str]:
    """'kind target' of everything found on drafts; `links` are the priors of a draft by its symbol."""
    by_symbol = {document.symbol: document for document in documents}
    comparisons: dict[str, Comparison] = {}
    for symbol, priors in (links or {}).items():
        traced = trace(by_symbol[symbol], tuple(by_symbol[prior] for prior in priors))
        comparisons[by_symbol[symbol].sha256] = Comparison(base=traced.base, links=traced.links)
    found = find(build(documents), comparisons)
    drafts = {document.sha256 for document in documents if document.status == "draft"}
    return sorted(f"{one.kind} {one.target}" for one in found if one.document in drafts)


LIGHTS = """
    1. Requests Parties to keep the lights of every harbour lit from dusk to dawn;
    2. Invites Parties to report each year on lights that have failed at sea;
    3. Urges Parties to paint every seamark before the winter storms begin.
"""
ONE_TWO = text("LSC/Resolution 1.2", "1", LIGHTS, title="Lights")
TWO_FOUR = text("LSC/Resolution 2.4", "2", LIGHTS, title="Lights of harbours")
REVISED = text("LSC/Resolution 2.4 (Rev.COP3)", "3", LIGHTS, title="Lights of harbours")
DECISIVE = text("LSC/Resolution 3.7", "3", "1. Repeals Resolution 1.2.", title="Order")
PARTIAL = text("LSC/Resolution 3.8", "3", "1. Repeals paragraph 2 of Resolution 2.9.", title="Less order")
TWO_NINE = text("LSC/Resolution 2.9", "2", LIGHTS, title="Lights of reefs")
DRAFT = "LSC/COP5/Doc.8"


def _draft(lines: str, language: str = "en", **more: str) -> Document:
    return text(DRAFT, "5", lines, draft=True, language=language, **more)


# language, what the draft says, what must be found
CITING = [
    ("en", "Recalling Resolution 1.2 on lights,", ["cites-repealed LSC/Resolution 1.2"]),
    ("en", "1. Requests Parties to apply Resolutions 2.4 (Rev.COP3) and 1.2;", ["cites-repealed LSC/Resolution 1.2"]),
    ("fr", "Rappelant la résolution 1.2 sur les feux,", ["cites-repealed LSC/Resolution 1.2"]),
    ("es", "Recordando la Resolución 1.2 sobre las luces,", ["cites-repealed LSC/Resolution 1.2"]),
    ("en", "Recalling that Resolution 1.2 was repealed by Resolution 3.7,", []),
    ("en", "Recalling Resolution 3.7 on order,", []),
    ("fr", "Rappelant la résolution 3.7,", []),
    ("es", "Recordando la Resolución 3.7,", []),
    ("en", "Recalling Resolution 2.4,", ["cites-old-version LSC/Resolution 2.4"]),
    ("fr", "Rappelant la résolution 2.4,", ["cites-old-version LSC/Resolution 2.4"]),
    ("es", "Recordando la Resolución 2.4,", ["cites-old-version LSC/Resolution 2.4"]),
    ("en", "Recalling Resolution 2.4 (Rev.COP3),", []),
    ("fr", "Rappelant la résolution 2.4 (Rev.COP3),", []),
    ("es", "Recordando la Resolución 2.4 (Rev.COP3),", []),
    ("en", "Recalling Resolution 3.7 and Resolution 6.1,", ["cites-future LSC/Resolution 6.1"]),
    ("fr", "Rappelant les résolutions 3.7 et 6.1,", ["cites-future LSC/Resolution 6.1"]),
    ("es", "Recordando las Resoluciones 3.7 y 6.1,", ["cites-future LSC/Resolution 6.1"]),
    ("en", "Recalling Resolution 3.7 and Resolution 5.1,", []),
    ("fr", "Rappelant la résolution 3.7 (Rev.COP6),", ["cites-future LSC/Resolution 3.7 (Rev.COP6)"]),
    ("es", "Recordando la Resolución 3.7 (Rev.COP5),", []),
]
PINPOINTING = [
    ("en", "1. Reaffirms paragraph 2 of Resolution 2.9;", ["cites-repealed LSC/Resolution 2.9"]),
    ("fr", "1. Réaffirme le paragraphe 2 de la résolution 2.9 ;", ["cites-repealed LSC/Resolution 2.9"]),
    ("es", "1. Reafirma el párrafo 2 de la Resolución 2.9;", ["cites-repealed LSC/Resolution 2.9"]),
    ("fr", "1. Réaffirme les paragraphes 1 et 2 de la résolution 2.9 ;", ["cites-repealed LSC/Resolution 2.9"]),
    (
        "en",
        "1. Reaffirms paragraph 1 of Resolution 2.9 and paragraphs 2 and 3 of Resolution 2.9;",
        ["cites-repealed LSC/Resolution 2.9"],
    ),
    ("en", "1. Reaffirms paragraph 3 of Resolution 2.9;", []),
    ("fr", "1. Réaffirme le paragraphe 3 de la résolution 2.9 ;", []),
    ("es", "1. Reafirma el párrafo 3 de la Resolución 2.9;", []),
    ("en", "1. Reaffirms Resolution 2.9;", []),
    ("en", "1. Repeals paragraphs 2 and 3 of Resolution 2.9;", ["repeals-repealed LSC/Resolution 2.9"]),
    ("fr", "1. Abroge les paragraphes 2 et 3 de la résolution 2.9 ;", ["repeals-repealed LSC/Resolution 2.9"]),
    ("es", "1. Deroga los párrafos 2 y 3 de la Resolución 2.9;", ["repeals-repealed LSC/Resolution 2.9"]),
    ("en", "1. Repeals paragraph 3 of Resolution 2.9;", []),
    ("fr", "1. Abroge le paragraphe 1 de la résolution 2.9 ;", []),
    ("es", "1. Deroga la Resolución 2.9;", []),
]
REPEALING = [
    ("en", "1. Repeals Resolution 1.2;", ["repeals-repealed LSC/Resolution 1.2"]),
    ("fr", "1. Abroge la résolution 1.2 ;", ["repeals-repealed LSC/Resolution 1.2"]),
    ("es", "1. Deroga la Resolución 1.2;", ["repeals-repealed LSC/Resolution 1.2"]),
    ("en", "1. Repeals Resolution 3.7;", []),
    ("fr", "1. Abroge la résolution 3.7 ;", []),
    ("es", "1. Deroga la Resolución 3.7;", []),
    ("en", "1. Repeals Resolution 1.99;", ["repeals-unknown LSC/Resolution 1.99"]),
    ("fr", "1. Abroge la résolution 1.99 ;", ["repeals-unknown LSC/Resolution 1.99"]),
    ("es", "1. Deroga la Resolución 1.99;", ["repeals-unknown LSC/Resolution 1.99"]),
    ("en", "1. Repeals paragraph 9 of Resolution 2.4 (Rev.COP3);", ["repeals-unknown LSC/Resolution 2.4 (Rev.COP3)"]),
    ("fr", "1. Abroge le paragraphe 9 de la résolution 2.4 (Rev.COP3) ;",
     ["repeals-unknown LSC/Resolution 2.4 (Rev.COP3)"]),
    ("es", "1. Deroga el párrafo 2 de la Resolución 2.4 (Rev.COP3);", []),
    ("en", "1. Repeals Resolution 2.4;", ["repeals-old-version LSC/Resolution 2.4"]),
    ("fr", "1. Abroge la résolution 2.4 ;", ["repeals-old-version LSC/Resolution 2.4"]),
    ("es", "1. Deroga la Resolución 2.4;", ["repeals-old-version LSC/Resolution 2.4"]),
    ("en", "1. Repeals Resolution 2.4 (Rev.COP3);", []),
    ("fr", "1. Abroge la résolution 2.4 (Rev.COP3) ;", []),
    ("es", "1. Deroga la Resolución 2.4 (Rev.COP3);", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "expected"), [*CITING, *PINPOINTING, *REPEALING])
def test_what_a_draft_says_of_other_texts(language: str, lines: str, expected: list[str]) -> None:
    corpus = (ONE_TWO, TWO_FOUR, TWO_NINE, REVISED, DECISIVE, PARTIAL)
    assert judged(*corpus, _draft(lines, language)) == expected


FRENCH = """
    1. Prie les Parties de tenir allumés les feux de chaque port du soir au matin ;
    2. Invite les Parties à faire rapport chaque année sur les feux défaillants en mer ;
    3. Engage les Parties à peindre chaque amer avant les tempêtes de l'hiver.
"""
SPANISH = """
    1. Pide a las Partes que mantengan encendidas las luces de cada puerto toda la noche;
    2. Invita a las Partes a que informen cada año sobre las luces que fallen en el mar;
    3. Insta a las Partes a que pinten cada marca antes de las tormentas de invierno.
"""
BASES = {"en": LIGHTS, "fr": FRENCH, "es": SPANISH}
REPLACING = {
    "en": "Decides that this resolution replaces Resolution 2.4;",
    "fr": "Décide que la présente résolution remplace la résolution 2.4 ;",
    "es": "Decide que la presente resolución sustituye a la Resolución 2.4;",
}
DROPPING = {
    "en": "Repeals paragraph 2 of Resolution 2.4;",
    "fr": "Abroge le paragraphe 2 de la résolution 2.4 ;",
    "es": "Deroga el párrafo 2 de la Resolución 2.4;",
}


def _base(language: str) -> Document:
    return text("LSC/Resolution 2.4", "2", BASES[language], language=language, title="Lights of harbours")


def _lines(language: str, *kept: int) -> list[str]:
    """The operative paragraphs of these numbers, in their words, numbered anew."""
    words = [line.strip().partition(". ")[2] for line in BASES[language].strip().splitlines() if ". " in line]
    return [words[place - 1] for place in kept]


def _numbered(*lines: str) -> str:
    return "\n".join(f"{place}. {line}" for place, line in enumerate(lines, start=1))


@pytest.mark.parametrize("language", BASES)
@pytest.mark.parametrize(
    ("kept", "drops", "expected"),
    [
        pytest.param((1, 2, 3), False, [], id="all carried over"),
        pytest.param((3, 1, 2), False, [], id="in another order"),
        pytest.param((1, 3), False, ["orphaned-paragraph LSC/Resolution 2.4 paragraph 2"], id="one left behind"),
        pytest.param((1, 3), True, [], id="one left behind, and repealed"),
    ],
)
def test_a_consolidation_carries_over_or_repeals(
    language: str, kept: tuple[int, ...], drops: bool, expected: list[str]
) -> None:
    lines = [*_lines(language, *kept), *([DROPPING[language]] if drops else []), REPLACING[language]]
    draft = _draft(_numbered(*lines), language, title="Lights of harbours")
    assert judged(_base(language), draft, links={DRAFT: ["LSC/Resolution 2.4"]}) == expected


@pytest.mark.parametrize("language", BASES)
def test_merged_paragraphs_are_carried_over(language: str) -> None:
    first, second, third = _lines(language, 1, 2, 3)
    joint = {"en": "and also", "fr": "et aussi", "es": "y también"}[language]
    merged = f"{first.rstrip(' ;')} {joint} {second[:1].lower()}{second[1:]}"
    draft = _draft(_numbered(merged, third, REPLACING[language]), language, title="Lights of harbours")
    assert judged(_base(language), draft, links={DRAFT: ["LSC/Resolution 2.4"]}) == []


@pytest.mark.parametrize("language", BASES)
def test_one_draft_drops_what_the_other_changes(language: str) -> None:
    first, second, third = _lines(language, 1, 2, 3)
    changed = second.rstrip(" ;") + " 1910;"
    drafts = [
        text(f"LSC/COP5/Doc.{n}", "5", _numbered(*lines), draft=True, language=language, title=f"Lights {n}")
        for n, lines in enumerate(((first, changed, third), (first, third), (first, third)), start=1)
    ]
    links = {str(draft.symbol): ["LSC/Resolution 2.4"] for draft in drafts}
    target = "competing-amendments LSC/Resolution 2.4 paragraph 2"
    assert judged(_base(language), *drafts, links=links) == [target] * 3
    assert judged(_base(language), *drafts[1:], links=dict(list(links.items())[1:])) == []


@pytest.mark.parametrize("language", BASES)
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param((2, " 1910"), (2, " 1930"), 2, id="one paragraph, two wordings"),
        pytest.param((2, " 1910"), (2, " 1910"), 0, id="one wording"),
        pytest.param((1, " 1910"), (3, " 1930"), 0, id="two paragraphs"),
    ],
)
def test_two_drafts_of_one_meeting(language: str, one: tuple[int, str], other: tuple[int, str], expected: int) -> None:
    drafts: list[Document] = []
    for number, (place, added) in enumerate((one, other), start=1):
        lines = _lines(language, 1, 2, 3)
        lines[place - 1] = lines[place - 1].rstrip(" ;.") + added + ";"
        symbol = f"LSC/COP5/Doc.{number}"
        drafts.append(text(symbol, "5", _numbered(*lines), draft=True, language=language, title=f"Lights {number}"))
    links = {str(draft.symbol): ["LSC/Resolution 2.4"] for draft in drafts}
    found = judged(_base(language), *drafts, links=links)
    assert found == [f"competing-amendments LSC/Resolution 2.4 paragraph {one[0]}"] * expected


@pytest.mark.parametrize("language", BASES)
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("[+ 1910+]", [], id="marked as inserted"),
        pytest.param(" 1910", ["unmarked-change"], id="inserted silently"),
        pytest.param("[- at all-]", ["marked-but-equal"], id="struck out what was not there"),
        pytest.param("[- at all-] 1910", ["unmarked-change"], id="struck out what was not there, and a silent edit"),
        pytest.param("[- 1910-][+ 1910+]", ["marked-but-equal"], id="marked, and nothing changed"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_marks_of_a_tracked_draft(language: str, change: str, expected: list[str]) -> None:
    lines = _lines(language, 1, 2, 3)
    bare = lines[1].rstrip(" ;")
    lines[1] = f"{bare}{change}{lines[1].removeprefix(bare)}"
    lines[2] = f"{lines[2].rstrip('.')}[+ and after+]."  # so that each draft has some marks
    draft = _draft(_numbered(*lines), language, title="Lights of harbours")
    found = judged(_base(language), draft, links={DRAFT: ["LSC/Resolution 2.4"]})
    assert [one.split()[0] for one in found] == expected


def test_dates_are_those_of_the_convention() -> None:
    assert ONE_TWO.adopted == MEETINGS["1"]
