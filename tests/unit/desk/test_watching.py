"""A watched folder gives each file once, and only when it is whole."""

import os
from pathlib import Path

import pytest

from antecedent.desk.watching import Folder

WHOLE = b"%PDF-1.7\n...\n%%EOF\n"


def test_a_file_is_taken_at_the_second_look_and_once(tmp_path: Path) -> None:
    folder = Folder(path=tmp_path, patience=60)
    (tmp_path / "a.pdf").write_bytes(WHOLE)
    assert [folder.ready(0), folder.ready(0), folder.ready(0)] == [[], [tmp_path / "a.pdf"], []]


def test_a_growing_file_waits(tmp_path: Path) -> None:
    folder, file = Folder(path=tmp_path, patience=60), tmp_path / "a.pdf"
    file.write_bytes(WHOLE[:5])
    assert folder.ready(0) == []
    file.write_bytes(WHOLE)
    assert folder.ready(0) == []
    assert folder.ready(0) == [file]


def test_a_changed_file_is_taken_again(tmp_path: Path) -> None:
    folder, file = Folder(path=tmp_path, patience=60), tmp_path / "a.pdf"
    file.write_bytes(WHOLE)
    folder.ready(0), folder.ready(0)
    file.write_bytes(WHOLE * 2)
    folder.ready(0)
    assert folder.ready(0) == [file]


def test_a_file_without_its_end_is_taken_after_some_patience(tmp_path: Path) -> None:
    folder, file = Folder(path=tmp_path, patience=60), tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 and no end")
    os.utime(file, (1000, 1000))
    assert [folder.ready(1000), folder.ready(1001), folder.ready(1061)] == [[], [], [file]]


@pytest.mark.parametrize("name", [".a.pdf", "~a.pdf", "a.pdf.part", "a.txt", ".trash/a.pdf"])
def test_hidden_and_unfinished_names_are_passed_over(tmp_path: Path, name: str) -> None:
    folder, file = Folder(path=tmp_path, patience=60), tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(WHOLE)
    assert [folder.ready(0), folder.ready(0)] == [[], []]
