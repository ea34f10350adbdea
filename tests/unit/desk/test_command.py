"""What a user of the command sees: output, files, complaints and exit statuses."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest
from click.testing import CliRunner

from antecedent.desk.app import COMMANDS, antecedent

from .conftest import Run

ADOPTED = "LSC_Resolution_2.3_Rev.COP4.pdf"
OLDER = "LSC_Resolution_2.3.pdf"
DRAFT = "LSC_COP5_Doc.12.2.pdf"
HEAVY = {"asyncio", "numpy", "pydantic", "rich", "sqlalchemy", "alembic", "lxml", "docx", "jinja2", "obstore"}


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, antecedent.desk.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY & set(loaded) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_how_it_is_used(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_documents_the_exit_statuses(run: Run) -> None:
    assert "some files were rejected" in run("--help").output


def test_parse_tries_all_files_and_says_which_were_rejected(
    run: Run, samples: Path, broken: Path, tmp_path: Path
) -> None:
    result = run("parse", broken, samples / ADOPTED, "--json", "--out", tmp_path / "made" / "here")
    assert result.exit_code == 1
    good = json.loads((tmp_path / "made" / "here" / "LSC_Resolution_2.3_Rev.COP4.json").read_text())
    bad = json.loads((tmp_path / "made" / "here" / "broken.json").read_text())
    assert good["symbol"] == "LSC/Resolution 2.3 (Rev.COP4)"
    assert f"{broken}: rejected ({bad['rejected']['code']}). {bad['rejected']['reason']}" in result.stderr


def test_parse_does_not_write_two_documents_into_one_file(run: Run, samples: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy" / ADOPTED
    copy.parent.mkdir()
    copy.write_bytes((samples / ADOPTED).read_bytes())
    result = run("parse", copy, samples / ADOPTED, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "different folders" in result.stderr


def test_parse_shows_an_outline_to_people(run: Run, samples: Path) -> None:
    result = run("parse", samples / ADOPTED)
    assert "LSC/Resolution 2.3 (Rev.COP4)" in result.output
    assert "p. 1" in result.output


@pytest.fixture(scope="module")
def traced(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """The JSON of one trace, and the folder of the files that it wrote."""
    folder = tmp_path_factory.mktemp("traced") / "new"
    options = [part for form in ("html", "docx", "xlsx") for part in (f"--{form}", str(folder / f"comparison.{form}"))]
    priors = [str(samples / ADOPTED), str(samples / OLDER)]
    result = CliRunner().invoke(antecedent, ["trace", str(samples / DRAFT), "--against", *priors, "--json", *options])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout), folder


def test_trace_prints_links_that_hold_both_texts(traced: tuple[dict[str, Any], Path]) -> None:
    trace, _ = traced
    assert [prior["file"] for prior in trace["priors"]] == [ADOPTED, OLDER]
    assert trace["base"] == trace["priors"][0]["sha256"]
    texts = {paragraph["id"]: paragraph["text"] for paragraph in trace["draft"]["paragraphs"]}
    assert sorted(name for link in trace["links"] for name in link["draft"]) == sorted(texts)
    for link in (link for link in trace["links"] if len(link["draft"]) == 1):
        after = "".join(text for operation, text in link["changes"] if operation != "delete")
        assert after == texts[link["draft"][0]]


def test_the_word_table_has_what_secretariats_work_with(traced: tuple[dict[str, Any], Path]) -> None:
    table = docx.Document(str(traced[1] / "comparison.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Proposed text", "Source paragraph", "What changed"]
    assert len(table.rows) == 1 + len(traced[0]["links"])
    runs = [run for row in table.rows for paragraph in row.cells[2].paragraphs for run in paragraph.runs]
    assert any(run.font.underline for run in runs)
    assert any(run.font.strike for run in runs)


def test_the_page_needs_nothing_but_itself(traced: tuple[dict[str, Any], Path]) -> None:
    page = lxml.html.fromstring((traced[1] / "comparison.html").read_text())
    assert page.xpath("//script | //link | //img | //*[@src]") == []
    assert [link for link in page.xpath("//a/@href") if not link.startswith("#")] == []
    assert set(page.xpath("//a/@href")) <= {f"#{name}" for name in page.xpath("//@id")}


def test_the_page_shows_every_link_with_its_evidence(traced: tuple[dict[str, Any], Path]) -> None:
    page = lxml.html.fromstring((traced[1] / "comparison.html").read_text())
    shown = [set(row.get("class").split()) for row in page.xpath("//tr[contains(@class, 'row ')]")]
    assert len(shown) == len(traced[0]["links"])
    assert sum("is-moved" in row for row in shown) == sum(link["moved"] for link in traced[0]["links"])
    amended = page.xpath("//tr[contains(@class, 'amended')]")[0]
    assert amended.xpath(".//ins | .//del")
    assert "page 1" in amended.text_content()
    assert "alike" in amended.text_content()


def test_the_workbook_can_be_read(traced: tuple[dict[str, Any], Path]) -> None:
    with zipfile.ZipFile(traced[1] / "comparison.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 1 + len(traced[0]["links"])


def test_trace_shows_a_redline_without_colour_when_nobody_looks(run: Run, samples: Path) -> None:
    output = run("trace", samples / DRAFT, "--against", samples / ADOPTED).output
    assert "[+" in output
    assert "\x1b" not in output
    assert "paragraphs," in output


def test_trace_wants_against_before_the_priors(run: Run, samples: Path) -> None:
    assert run("trace", samples / DRAFT, samples / ADOPTED).exit_code == 2


def test_a_corpus_whichever_way_it_grows(run: Run, samples: Path, tmp_path: Path) -> None:
    """The draft comes before its earlier text; everything is added twice."""
    first = [json.loads(run("add", samples / file, "--json").stdout) for file in (DRAFT, ADOPTED)]
    assert [(one["added"], one["linked"]) for one in first] == [(1, 1), (1, 2)]
    listed = run("list", "--json").stdout
    rows = {row["sources"][0].rsplit("/", 1)[-1]: row for row in json.loads(listed)}
    assert {row["state"] for row in rows.values()} == {"linked"}
    again = json.loads(run("add", samples / ADOPTED, samples / DRAFT, "--json").stdout)
    assert (again["added"], again["known"], again["linked"]) == (0, 2, 0)
    assert run("list", "--json").stdout == listed
    shown = json.loads(run("show", rows[DRAFT]["sha256"][:8], "--json").stdout)
    assert shown["base"] == rows[ADOPTED]["sha256"]
    assert "unchanged" in {link["relation"] for link in shown["links"]}
    for form, ending in (("json", "json"), ("csv", "csv"), ("html", "html"), ("akn", "xml"), ("xlsx", "xlsx")):
        assert run("export", "--format", form, "--out", tmp_path / form).exit_code == 0
        assert len(list((tmp_path / form).glob(f"*.{ending}"))) == 2
    trace = json.loads(run("trace", samples / DRAFT, "--json").stdout)
    assert [prior["symbol"] for prior in trace["priors"]] == ["LSC/Resolution 2.3 (Rev.COP4)"]


def test_a_rejected_file_is_in_the_register_with_its_reason(run: Run, broken: Path) -> None:
    assert run("add", broken).exit_code == 1
    (row,) = json.loads(run("list", "--failed", "--json").stdout)
    assert row["state"] == "rejected"
    assert row["code"]
    assert row["reason"]
    assert run("show", row["sha256"]).exit_code == 3


@pytest.mark.parametrize("arguments", [("show", "LSC/Resolution 9.9"), ("export", "LSC/Resolution 9.9")])
def test_what_is_not_there_is_exit_status_3(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 3


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("sqlite+aiosqlite:////dev/null/antecedent.db", id="no folder"),
        pytest.param("nonsense", id="no URL"),
    ],
)
def test_a_corpus_that_cannot_be_opened_is_exit_status_4(run: Run, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ANTECEDENT_DATABASE_URL", url)
    result = run("list")
    assert result.exit_code == 4
    assert "ANTECEDENT_DATABASE_URL" in result.stderr
