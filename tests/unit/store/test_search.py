"""The search index: what is found, and that copies of it agree with the database."""

from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from antecedent.resolutions.models import Paragraph
from antecedent.store import search
from antecedent.store.search import ParagraphIndex, Passage
from antecedent.store.upkeep import catch_up
from tests.unit.store.conftest import make_document, put

TEXTS = {
    "a": "Requests the Parties to keep the lamps of every lighthouse lit from dusk to dawn;",
    "b": "Invites the Parties to paint harbour buoys as the annex to Resolution 3.1 says;",
    "c": "Decides to open a voluntary fund for the repair of towers damaged by storms;",
}


@pytest.fixture
def index() -> ParagraphIndex:
    made = ParagraphIndex()
    made.put((sha, "1", [Passage(sha, "o1", said)]) for sha, said in TEXTS.items())
    return made


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        pytest.param("Urges Parties to keep lamps of lighthouses lit at night;", "a", id="reworded"),
        pytest.param("PAINT HARBOUR BUOYS!", "b", id="whatever the case and punctuation"),
        pytest.param("as Resolution 3.1 says", "b", id="by a number"),
        pytest.param("Approves budgets", None, id="nothing like it"),
        pytest.param("", None, id="nothing asked"),
    ],
)
def test_found(index: ParagraphIndex, asked: str, best: str | None) -> None:
    found = index.find(asked)
    assert (found[0].document if found else None) == best


def test_scores_and_the_document_left_out(index: ParagraphIndex) -> None:
    assert index.find(TEXTS["a"])[0].score == 1.0
    assert "a" not in [found.document for found in index.find(TEXTS["a"], without="a")]


def test_what_is_less_like_it_than_asked_for_is_left_out(index: ParagraphIndex) -> None:
    asked = "Urges Parties to keep lamps of lighthouses lit"
    every = [(one.document, one.score) for one in index.find(asked)]
    likely = [(one.document, one.score) for one in index.find(asked, least=0.5)]
    assert likely == [one for one in every if one[1] >= 0.5]
    assert 0 < len(likely) < len(every)


def test_what_is_put_again_replaces_what_was_there(index: ParagraphIndex) -> None:
    index.put([("a", "2", [Passage("a", "o7", "Rings bells;")])])
    assert [found.paragraph for found in index.find("lamps lighthouse bells")] == ["o7"]


async def test_copies_catch_up_and_agree(session: AsyncSession, tmp_path: Path) -> None:
    def document(sha: str, said: str):
        return make_document(sha, paragraphs=(Paragraph(id="o1", kind="operative", text=said),))

    early, late = ParagraphIndex(tmp_path / "early"), ParagraphIndex()
    await put(session, document("a", TEXTS["a"]), document("b", TEXTS["b"]))
    assert await catch_up(session, early) == 2
    await put(session, document("c", TEXTS["c"]), document("b", "Rings bells in fog;"))
    assert await catch_up(session, early) == 2, "the new one, and the one that was parsed again"
    assert await catch_up(session, early) == 0
    assert await catch_up(session, late) == 3
    again = ParagraphIndex(tmp_path / "early")  # as after a restart
    assert again.marks == early.marks == late.marks
    for asked in ("bells", "harbour buoys", "fund for towers", "lamps"):
        copies = [[(f.document, f.paragraph, f.score) for f in one.find(asked)] for one in (early, late, again)]
        assert copies[0] == copies[1] == copies[2]


def test_a_folder_of_something_else_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}")
    (tmp_path / "antecedent.json").write_text("{broken")
    index = ParagraphIndex(tmp_path)
    index.put([("a", "1", [Passage("a", "o1", TEXTS["a"])])])
    assert index.find("lamps")


def test_more_words_than_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_LETTERS", 5)
    index = ParagraphIndex()
    index.put((sha, "1", [Passage(sha, "o1", said)]) for sha, said in TEXTS.items())
    for _ in range(2):
        for sha, said in TEXTS.items():
            assert next((one.document, one.score) for one in index.find(said)) == (sha, 1.0)
