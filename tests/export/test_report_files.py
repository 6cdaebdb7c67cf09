"""The report's file: a name that every system takes, and never half a file."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from export.locked import anyones_folder, nobody_writes
from hypothesis import given
from hypothesis import strategies as st
from report.telling import told
from sample import sample_year

from secretary_desk.errors import DeskError
from secretary_desk.export.report_files import (
    opened_elsewhere,
    safe_name,
    suggested_name,
    write_report,
)
from secretary_desk.records.year import Year

NAME = "2026年度示例支部述职报告.docx"


@pytest.fixture
def folder() -> Iterator[Path]:
    with anyones_folder() as made:
        yield made


def test_the_file_is_called_as_its_title_reads():
    name = suggested_name(told(sample_year()), ".docx")
    assert name == "2026年度示例建设集团城轨项目第一党支部书记抓基层党建工作述职报告.docx"


def test_what_is_missing_is_not_in_the_name():
    name = suggested_name(told(Year(sample_year().period, {})), ".pdf")
    assert name == "2026年度书记抓基层党建工作述职报告.pdf"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('甲/乙\\丙:丁*戊?己"庚<辛>壬|癸', "甲／乙＼丙：丁＊戊？己＂庚＜辛＞壬｜癸.docx"),
        (" 报告. . ", "报告.docx"),
        ("上\n下\t", "上 下.docx"),
        ("con", "_con.docx"),
        ("LPT¹.2026", "_LPT¹.2026.docx"),
        ("COM10", "COM10.docx"),
        ("...", "述职报告.docx"),
        ("", "述职报告.docx"),
    ],
)
def test_what_windows_does_not_take_is_put_otherwise(text: str, name: str):
    assert safe_name(text, ".docx") == name


@given(text=st.text(max_size=300))
def test_any_title_gives_a_name_that_can_be_written(text: str):
    text = text.encode("utf-8", "ignore").decode()
    name = safe_name(text, ".docx")
    assert len(name) <= 120 + 1
    assert not set('<>:"/\\|?*\n\x00') & set(name)
    with TemporaryDirectory() as made:
        write_report(Path(made) / name, b"1")
        assert [file.name for file in Path(made).iterdir()] == [name]


def test_a_report_takes_the_place_of_the_one_before(folder: Path):
    path = folder / NAME
    write_report(path, b"1")
    write_report(path, b"2")
    assert path.read_bytes() == b"2"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize(
    "mark",
    [f"~${NAME[2:]}", f"~${NAME}", f"~${NAME[1:]}", f".~{NAME}", f".~lock.{NAME}#"],
)
def test_a_file_marked_as_open_is_said_before_writing(folder: Path, mark: str):
    path = folder / NAME
    path.write_bytes(b"1")
    (folder / mark).touch()
    assert opened_elsewhere(path)
    with pytest.raises(DeskError, match=r"请先关闭 Word（或 WPS）中打开的“2026年度.*没有动过"):
        write_report(path, b"2")
    assert path.read_bytes() == b"1"
    write_report(path, b"2", marked=True)
    assert path.read_bytes() == b"2"


def test_another_files_mark_is_none_of_ours(folder: Path):
    (folder / "~$25年度示例支部述职报告.docx").touch()
    assert not opened_elsewhere(folder / NAME)


def test_a_file_that_cannot_be_replaced_is_a_sentence_and_stays_as_it_was(folder: Path):
    path = folder / NAME
    path.write_bytes(b"1")
    with nobody_writes(path), pytest.raises(DeskError, match=r"请先关闭|另选一个文件夹"):
        write_report(path, b"2")
    assert path.read_bytes() == b"1"
    assert list(folder.iterdir()) == [path]


def test_a_refusal_on_windows_names_the_program_that_has_it_open(folder: Path, monkeypatch):
    """Elsewhere an open file is simply replaced, so the refusal itself is played."""

    def refused(*_: object) -> None:
        raise PermissionError(13, "in use")

    path, other = folder / NAME, folder / "报告.pdf"
    path.write_bytes(b"1")
    other.write_bytes(b"1")
    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(DeskError, match="请先关闭 Word（或 WPS）中打开的"):
        write_report(path, b"2")
    with pytest.raises(DeskError, match="请先关闭正打开着“报告"):
        write_report(other, b"2")
    assert path.read_bytes() == b"1"


def test_a_folder_in_the_place_of_the_file_is_a_sentence(folder: Path):
    (folder / NAME).mkdir()
    with pytest.raises(DeskError, match=r"没有写成|写不进"):
        write_report(folder / NAME, b"1")


def test_a_file_in_the_place_of_the_folder_is_a_sentence(folder: Path):
    (folder / "报告").touch()
    with pytest.raises(DeskError, match="报告”不是文件夹"):
        write_report(folder / "报告" / NAME, b"1")


def test_a_report_can_be_read_by_whom_any_file_can_be(folder: Path):
    path, other = folder / NAME, folder / "别的.txt"
    other.touch()
    write_report(path, b"1")
    assert path.stat().st_mode == other.stat().st_mode
    for each in (path, other):
        each.chmod(0o664)
    write_report(path, b"2")
    assert path.stat().st_mode == other.stat().st_mode


def test_a_report_without_a_title_has_a_name_all_the_same():
    document = replace(told(sample_year()), blocks=())
    assert suggested_name(document, ".docx") == "述职报告.docx"
