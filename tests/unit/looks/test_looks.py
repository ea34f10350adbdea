"""The look generator: what it typesets is what it says it typesets."""

import random
import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from samples.typeset import texts
from tests.looks.corpus import as_text
from tests.looks.html import page
from tests.looks.look import Look, random_look
from tests.looks.page import typeset
from tests.looks.source import read_source, runs_of
from tests.looks.text import Run, Text, gold

NAME, TEXT, _ = next(iter(texts()))
LOOKS = {
    "plain": Look(),
    "two columns": Look(columns=2, size=9),
    "words without spaces": Look(spaces=False),
    "everything around": Look(header=("A", "B", "C"), job="24-0001 (E)", line_numbers=1, watermark="DRAFT"),
    "another header on even pages": Look(header=("A",), header_even=("B", "A"), bar_code="*240001*", notes_ruled=False),
    "a wide head": Look(columns=2, wide_head=True, masthead="split", headings="italic", spaced_title=True),
    "numbers in the margin": Look(indent="margin", leads="underlined", line_numbers=5, line_numbers_right=True),
    "notes at the end": Look(notes="end", mark="bracket"),
    "tagged": Look(tags="right"),
    "a tag a line": Look(tags="lines"),
    "one tag for all": Look(tags="whole"),
    "tags in another order": Look(tags="shuffled"),
}


def words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("name", LOOKS)
def test_every_paragraph_is_printed(name: str) -> None:
    look = replace(LOOKS[name], line_numbers=0, hyphenated=False)
    printed = bare(words(typeset(TEXT, look)))
    assert not [p["text"] for p in gold(TEXT)["paragraphs"] if bare(p["text"]) not in printed]


@pytest.mark.parametrize("name", LOOKS)
def test_same_text_and_look_give_the_same_bytes(name: str) -> None:
    assert typeset(TEXT, LOOKS[name]) == typeset(TEXT, LOOKS[name])


def test_same_seed_gives_the_same_look_and_others_differ() -> None:
    looks = [random_look(random.Random(seed), "LSC/Resolution 1.1") for seed in range(30)]
    assert looks[3] == random_look(random.Random(3), "LSC/Resolution 1.1")
    assert len({repr(look) for look in looks}) == 30


def test_tags_are_in_the_file_where_the_look_has_them() -> None:
    assert b"/StructTreeRoot" in typeset(TEXT, LOOKS["tagged"])
    assert b"/StructTreeRoot" not in typeset(TEXT, LOOKS["plain"])


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        pytest.param("plain words", [("plain words", "")], id="plain"),
        pytest.param("_Urges_ Parties", [("Urges", "i"), (" Parties", "")], id="lead"),
        pytest.param("ships,[^1]", [("ships,", ""), ("1", "m")], id="footnote mark"),
        pytest.param("{-old-}{+new+} end", [("old", "d"), ("new", "n"), (" end", "")], id="tracked"),
        pytest.param("{+_Welcoming_ it,+}", [("Welcoming", "in"), (" it,", "n")], id="lead within an insertion"),
    ],
)
def test_markup(markup: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.text, style(run)) for run in runs_of(markup)] == runs


def style(run: Run) -> str:
    change = {"deleted": "d", "inserted": "n", None: ""}[run.change]
    return ("i" if run.italic else "") + change + ("m" if run.mark else "")


def test_tracked_changes_are_accepted_and_counted_anew(tmp_path: Path) -> None:
    source = tmp_path / "tracked.md"
    source.write_text(
        "+++\n+++\n1. _Asks_ {-one-}{+two+};\n\n{-2. _Urges_ none;-}\n\n3. _Urges_ all.\n", encoding="utf-8"
    )
    text = read_source(source)
    assert [(p["number"], p["text"], p["before"]) for p in gold(text)["paragraphs"]] == [
        ("1", "Asks two;", "Asks one;"),
        ("2", "", "Urges none;"),
        ("3", "Urges all.", None),
    ]
    accepted = gold(text.accepted())["paragraphs"]
    assert [(p["number"], p["text"], p["before"]) for p in accepted] == [
        ("1", "Asks two;", None),
        ("2", "Urges all.", None),
    ]


def test_gold_survives_the_way_through_a_text() -> None:
    paragraphs = gold(TEXT)["paragraphs"]
    again = gold(as_text(gold(TEXT), random.Random(1)))["paragraphs"]
    keys = ("kind", "number", "depth", "parent_index", "lead", "text", "footnotes")
    assert [[p[key] for key in keys] for p in again] == [[p[key] for key in keys] for p in paragraphs]


def test_markup_characters_are_escaped_in_html() -> None:
    assert "&lt;b&gt;" in page(Text(blocks=(replace(TEXT.blocks[0], runs=(Run(text="<b>"),)),)), Look())
