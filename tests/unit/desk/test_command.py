"""What a user of the command sees: output, files, complaints and exit statuses."""

import io
import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from antecedent.desk.app import COMMANDS

from .conftest import Run

ADOPTED = "LSC_Resolution_1.4_Rev.COP3.pdf"
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
    good = json.loads((tmp_path / "made" / "here" / "LSC_Resolution_1.4_Rev.COP3.json").read_text())
    bad = json.loads((tmp_path / "made" / "here" / "broken.json").read_text())
    assert good["symbol"] == "LSC/Resolution 1.4 (Rev.COP3)"
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
    assert "LSC/Resolution 1.4 (Rev.COP3)" in result.output
    assert "p. 1" in result.output


def test_trace_prints_links_that_hold_both_texts(run: Run, samples: Path) -> None:
    result = run("trace", samples / DRAFT, "--against", samples / ADOPTED, samples / "LSC_Resolution_2.3.pdf", "--json")
    assert result.exit_code == 0
    trace = json.loads(result.stdout)
    assert len(trace["priors"]) == 2
    texts = {paragraph["id"]: paragraph["text"] for paragraph in trace["draft"]["paragraphs"]}
    assert sorted(name for link in trace["links"] for name in link["draft"]) == sorted(texts)
    for link in (link for link in trace["links"] if len(link["draft"]) == 1):
        after = "".join(text for operation, text in link["changes"] if operation != "delete")
        assert after == texts[link["draft"][0]]


def test_trace_writes_what_it_is_asked_for(run: Run, samples: Path, tmp_path: Path) -> None:
    places = {form: tmp_path / "new" / f"comparison.{form}" for form in ("html", "docx", "xlsx")}
    options = [part for form, path in places.items() for part in (f"--{form}", path)]
    assert run("trace", samples / DRAFT, "--against", samples / ADOPTED, *options).exit_code == 0
    table = docx.Document(io.BytesIO(places["docx"].read_bytes())).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Proposed text", "Source paragraph", "What changed"]
    assert places["xlsx"].read_bytes()[:2] == b"PK"
    page = places["html"].read_text()
    assert "<script" not in page
    assert "http" not in page.split("</style>")[1]


def test_trace_shows_a_redline_without_colour_when_nobody_looks(run: Run, samples: Path) -> None:
    output = run("trace", samples / DRAFT, "--against", samples / ADOPTED).output
    assert "[+" in output
    assert "\x1b" not in output
    assert "paragraphs," in output


def test_trace_wants_against_before_the_priors(run: Run, samples: Path) -> None:
    assert run("trace", samples / DRAFT, samples / ADOPTED).exit_code == 2


def test_adding_twice_changes_nothing(run: Run, samples: Path) -> None:
    first = json.loads(run("add", samples / ADOPTED, samples / DRAFT, "--json").stdout)
    listed = run("list", "--json").stdout
    second = json.loads(run("add", samples / ADOPTED, samples / DRAFT, "--json").stdout)
    assert (first["added"], first["known"]) == (2, 0)
    assert (second["added"], second["known"], second["linked"]) == (0, 2, 0)
    assert run("list", "--json").stdout == listed


@pytest.mark.parametrize("files", [(ADOPTED, DRAFT), (DRAFT, ADOPTED)], ids=["prior first", "draft first"])
def test_a_draft_is_linked_whichever_came_first(run: Run, samples: Path, files: tuple[str, str]) -> None:
    for file in files:
        run("add", samples / file)
    rows = {row["sources"][0].rsplit("/", 1)[-1]: row for row in json.loads(run("list", "--json").stdout)}
    assert {row["state"] for row in rows.values()} == {"linked"}
    shown = json.loads(run("show", rows[DRAFT]["sha256"], "--json").stdout)
    assert shown["base"] == rows[ADOPTED]["sha256"]
    assert any(link["relation"] == "unchanged" for link in shown["links"])


def test_a_rejected_file_is_in_the_register_with_its_reason(run: Run, broken: Path) -> None:
    assert run("add", broken).exit_code == 1
    (row,) = json.loads(run("list", "--failed", "--json").stdout)
    assert row["state"] == "rejected"
    assert row["code"]
    assert row["reason"]
    assert run("show", row["sha256"]).exit_code == 3


def test_trace_finds_the_earlier_text_in_the_corpus(run: Run, samples: Path) -> None:
    run("add", samples / ADOPTED, samples / "LSC_Resolution_2.3.pdf")
    trace = json.loads(run("trace", samples / DRAFT, "--json").stdout)
    assert [prior["symbol"] for prior in trace["priors"]][:1] == ["LSC/Resolution 1.4 (Rev.COP3)"]


def test_export_writes_every_form(run: Run, samples: Path, tmp_path: Path) -> None:
    run("add", samples / ADOPTED, samples / DRAFT)
    for form, ending in (("json", "json"), ("csv", "csv"), ("html", "html"), ("akn", "xml"), ("xlsx", "xlsx")):
        assert run("export", "--format", form, "--out", tmp_path / form).exit_code == 0
        assert len(list((tmp_path / form).glob(f"*.{ending}"))) == 2


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
