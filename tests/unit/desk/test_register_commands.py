"""What a user sees of the register: status, findings, lineage, consolidation, lists that somebody keeps."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import lxml.html
import pytest
from click.testing import CliRunner, Result

from antecedent.desk.app import antecedent

FILES = [
    "LSC_Resolution_1.2.pdf",
    "LSC_Resolution_2.3.pdf",
    "LSC_Resolution_2.3_Rev.COP4.pdf",
    "LSC_Resolution_4.9.pdf",
    "LSC_COP5_Doc.12.2.pdf",
    "LSC_COP5_Doc.9_Annex_1.pdf",
]
DRAFT = "LSC/COP5/Doc.12.2"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Iterator[Path]:
    """A corpus of six samples, added the youngest first."""
    place = tmp_path_factory.mktemp("register")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANTECEDENT_DATABASE_URL", f"sqlite+aiosqlite:///{place / 'antecedent.db'}")
        patch.setenv("ANTECEDENT_BLOBS", (place / "blobs").as_uri())
        assert _run("add", *(samples / file for file in reversed(FILES))).exit_code == 0
        yield place


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(antecedent, [str(argument) for argument in arguments])


def _answer(*arguments: object) -> Any:
    result = _run(*arguments, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


STATUSES = [
    pytest.param("Resolution 2.3", "2013-01-01", "in-force", "LSC/Resolution 2.3", id="then"),
    pytest.param("LSC/Resolution 2.3", "2024-01-01", "revised", "LSC/Resolution 2.3 (Rev.COP4)", id="revised"),
    pytest.param("Res. 2.03 (Rev. COP4)", "2024-01-01", "in-force", "LSC/Resolution 2.3 (Rev.COP4)", id="spelling"),
    pytest.param("Resolution 1.2", "2024-01-01", "partly-repealed", "LSC/Resolution 1.2", id="in part"),
    pytest.param("Resolution 1.3", "2024-01-01", "repealed", "LSC/Resolution 1.3", id="never seen"),
]


@pytest.mark.parametrize(("symbol", "at", "expected", "version"), STATUSES)
def test_status(folder: Path, symbol: str, at: str, expected: str, version: str) -> None:
    answer = _answer("status", symbol, "--at", at)
    assert (answer["status"], answer["version"], answer["at"]) == (expected, version, at)
    assert expected in _run("status", symbol, "--at", at).output


def test_status_tells_its_events(folder: Path) -> None:
    by = {event["by"]: event for event in _answer("status", "Resolution 1.2")["events"]}
    assert by["LSC/Resolution 4.9"]["paragraphs"] == ["3", "4", "5"]
    assert (by["LSC/Resolution 4.9"]["effect"], by["LSC/Resolution 4.9"]["date"]) == ("adopted", "2020-10-16")
    assert by["LSC/COP5/Doc.9/Annex 1"]["effect"] == "proposed"


def test_status_of_a_paragraph(folder: Path) -> None:
    assert _answer("status", "Resolution 1.2", "--paragraph", "4")["status"] == "repealed"
    assert _answer("status", "Resolution 1.2", "--paragraph", "6")["status"] == "in-force"


def test_what_the_register_does_not_know_is_exit_status_3(folder: Path) -> None:
    assert _run("status", "Resolution 88.1").exit_code == 3
    assert _run("lineage", "LSC/COP9/Doc.1").exit_code == 3


def test_a_finding_can_be_marked_as_seen(folder: Path) -> None:
    found = _answer("findings", DRAFT)
    (stale,) = [one for one in found if one["kind"] == "cites-repealed"]
    assert (stale["target"], stale["seen"]) == ("LSC/Resolution 1.2", False)
    assert stale["message"] in " ".join(_run("findings", DRAFT).output.split())
    marked = _answer("findings", DRAFT, "--mark-seen", stale["key"])
    assert [one["seen"] for one in marked if one["key"] == stale["key"]] == [True]
    assert stale["key"] not in {one["key"] for one in _answer("findings", DRAFT, "--unseen")}
    assert {one["seen"] for one in _answer("findings", DRAFT, "--unmark", stale["key"])} == {False}


def test_lineage_goes_back_to_the_first_text(folder: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "chain.svg"
    answer = _answer("lineage", DRAFT, "--paragraph", "1", "--svg", drawn, "--dot", tmp_path / "chain.dot")
    stations = [(one["symbol"], one["label"]) for one in answer["chains"][0]["paragraphs"]]
    assert stations == [(DRAFT, "1"), ("LSC/Resolution 2.3 (Rev.COP4)", "1"), ("LSC/Resolution 2.3", "1")]
    assert len(ElementTree.fromstring(drawn.read_text(encoding="utf-8")).findall(".//{*}rect")) == 3
    assert (tmp_path / "chain.dot").read_text(encoding="utf-8").startswith("digraph")
    ties = {(one["tie"], one["by"]) for one in _answer("lineage", "LSC/Resolution 2.3")["family"]}
    assert ("revises", "LSC/Resolution 2.3 (Rev.COP4)") in ties


def test_the_page_shows_where_a_paragraph_has_been(folder: Path, tmp_path: Path) -> None:
    assert _run("export", DRAFT, "--format", "html", "--out", tmp_path / "page.html").exit_code == 0
    page = lxml.html.fromstring((tmp_path / "page.html").read_text(encoding="utf-8"))
    chains = page.xpath("//details[@class='lineage']")
    assert chains[0].xpath("./summary")[0].text_content().startswith("Where")
    assert {len(chain.xpath(".//svg//rect")) >= 3 for chain in chains} == {True}


def test_consolidate_writes_the_texts_and_the_table(folder: Path, tmp_path: Path) -> None:
    answer = _answer("consolidate", "COP5/Doc.9/Annex 1", "--docx", tmp_path / "t.docx", "--xlsx", tmp_path / "t.xlsx")
    texts = {text["symbol"]: text for text in answer["texts"]}
    gone = [block["number"] for block in texts["LSC/Resolution 1.2"]["paragraphs"] if block["repealed_by"]]
    assert gone == ["1", "2"]
    table = docx.Document(str(tmp_path / "t.docx")).tables[0]
    assert len(table.rows) == 1 + len(answer["table"])
    assert {"LSC/Resolution 1.2 1", "LSC/Resolution 2.6 annex 1"} <= {row.cells[2].text for row in table.rows}
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows][:2] == [True, False]
    with zipfile.ZipFile(tmp_path / "t.xlsx") as book:
        rows = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).findall(".//{*}row")
    assert len(rows) == 1 + len(answer["table"])
    assert all(float(row.get("ht", 0)) > 15 for row in rows[1:])  # not every program makes room for wrapped text


def test_a_symbol_that_two_drafts_bear_is_asked_back(folder: Path, samples: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANTECEDENT_DATABASE_URL", f"sqlite+aiosqlite:///{folder / 'two.db'}")
        assert _run("add", samples / "LSC_COP5_Doc.12.2.pdf", samples / "LSC_COP5_Doc.12.2_tracked.pdf").exit_code == 0
        result = _run("consolidate", DRAFT)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "LSC_COP5_Doc.12.2_tracked.pdf" in result.stderr
    assert "name one by its hash" in result.stderr


def test_a_list_is_checked_and_changes_nothing(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "texts.csv"
    listed.write_text(
        "Symbol;Title;Date;Status\n"
        "LSC/Resolution 2.3;Lights no longer needed for navigation;2012-09-21;superseded\n"
        "LSC/Resolution 1.2;Keepers and Birds;2008-10-15;in force\n",
        encoding="utf-8",
    )
    found = {(one["symbol"], one["field"], one["listed"], one["found"]) for one in _answer("known", listed)}
    assert found == {
        ("LSC/Resolution 1.2", "title", "Keepers and Birds", "KEEPERS’ LOGS AND RECORDS"),
        ("LSC/Resolution 1.2", "date", "2008-10-15", "2008-10-14"),
        ("LSC/Resolution 1.2", "status", "in force", "partly-repealed"),
    }
    assert _answer("status", "Resolution 1.2")["status"] == "partly-repealed"


@pytest.mark.parametrize("content", ["name,year\nx,1\n", "[]", "{", ""])
def test_what_is_no_list_is_told(folder: Path, tmp_path: Path, content: str) -> None:
    listed = tmp_path / "texts.csv"
    listed.write_text(content, encoding="utf-8")
    assert _run("known", listed).exit_code == 2
