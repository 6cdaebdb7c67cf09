"""Where a report cannot be written: a sentence each, and what was there stays as it was."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from judges.office import needs_libreoffice
from store.backing import tree
from store.dying import dead_network, needs_network, needs_stick, stick
from store.real import as_nobody, needs_disk, pull_out, small_disk

from secretary_desk.errors import DeskError
from secretary_desk.export.files import write_whole
from secretary_desk.export.report_files import opened_elsewhere, write_report

NAME = "2026年度述职报告.docx"
LONG = "报告" * 60 + ".docx"


def said(path: Path, data: bytes = b"2") -> str:
    """Return the sentence with which a report is not written."""
    with pytest.raises(DeskError) as told:
        write_report(path, data)
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.isascii() is False
    return sentence


@contextmanager
def open_in_office(path: Path, profile: Path) -> Iterator[None]:
    """Have LibreOffice hold a file open, in a process of its own."""
    where = f"-env:UserInstallation={profile.as_uri()}"
    command = [
        shutil.which("soffice") or "libreoffice",
        "--headless",
        "--norestore",
        "--nologo",
        where,
        str(path),
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    office = subprocess.Popen(command, start_new_session=True, **quiet)
    try:
        until = time.monotonic() + 60
        while not opened_elsewhere(path) and time.monotonic() < until:
            time.sleep(0.2)
        yield
    finally:
        os.killpg(office.pid, 15)
        office.wait(30)


@pytest.mark.timeout(150)
@needs_libreoffice
def test_a_report_that_libreoffice_has_open_is_not_written_over(tmp_path: Path):
    path = tmp_path / "报告" / NAME
    path.parent.mkdir()
    docx.Document().save(path)
    before = path.read_bytes()
    with open_in_office(path, tmp_path / "profile"):
        assert "请先关闭 Word（或 WPS）中打开的" in said(path)
        assert path.read_bytes() == before
    assert path.read_bytes() == before


@needs_disk
def test_a_full_disk_keeps_the_old_report(tmp_path: Path):
    with small_disk(tmp_path / "盘", 64 * 1024) as mounted:
        assert mounted
        path = tmp_path / "盘" / NAME
        path.write_bytes(b"1")
        told = said(path, bytes(100_000))
        assert told == f"“{NAME}”没有写成：磁盘已满，请清理后再试；原来的文件和档案都没有变动"
        assert list(path.parent.iterdir()) == [path]
        assert path.read_bytes() == b"1"
        write_report(path, b"2")


@needs_disk
def test_a_read_only_disk_keeps_the_old_report(tmp_path: Path):
    with small_disk(tmp_path / "盘", 2**20) as mounted:
        assert mounted
        path = tmp_path / "盘" / NAME
        path.write_bytes(b"1")
        subprocess.run(["mount", "-o", "remount,ro", str(path.parent)], check=True)
        assert "只读" in (told := said(path))
        assert told.endswith("请换一个位置；原来的文件和档案都没有变动")
        assert path.read_bytes() == b"1"


@pytest.mark.skipif(sys.platform == "win32", reason="os.fork 只在类 Unix 系统上有")
def test_a_folder_of_someone_else_is_a_sentence(tmp_path: Path):
    tmp_path.chmod(0o555)
    told = as_nobody(tmp_path / NAME, lambda: write_report(tmp_path / NAME, b"1"))
    tmp_path.chmod(0o755)
    assert "里写不进文件：文件夹是只读的，或没有权限；请另选一个文件夹，档案" in told
    assert not list(tmp_path.iterdir())


@needs_disk
def test_nothing_is_written_where_a_stick_was(tmp_path: Path):
    with small_disk(tmp_path / "盘", 2**20) as mounted:
        assert mounted
        folder = tmp_path / "盘" / "报告"
        folder.mkdir()
        pull_out(folder.parent)
        told = said(folder / NAME)
        assert "优盘可能已拔出，或网络断开了；请接好或另选一个文件夹，档案没有变动" in told
        assert tree(tmp_path) == {}


@needs_stick
def test_a_stick_pulled_out_unnoticed_is_a_sentence_and_the_old_report_is_on_it_still(
    tmp_path: Path,
):
    with stick(tmp_path / "优盘") as disk:
        path = disk.folder / NAME
        write_report(path, b"1" * 100_000)
        disk.pull()
        assert "优盘已拔出，接好后再试；原来的文件和档案都没有变动" in said(path)
        disk.plug()
        assert path.read_bytes() == b"1" * 100_000
        write_report(path, b"2")


@needs_network
def test_a_network_that_is_down_is_a_sentence(tmp_path: Path):
    with dead_network(tmp_path / "共享"):
        assert "网络断开了" in said(tmp_path / "共享" / NAME)


def test_a_folder_in_its_place_is_a_sentence_and_stays(tmp_path: Path):
    (tmp_path / NAME / "里面").mkdir(parents=True)
    assert "那里已有同名的文件夹，请换一个名称；档案没有变动" in said(tmp_path / NAME)
    assert (tmp_path / NAME / "里面").is_dir()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (LONG, "文件名太长，请改短一些；档案没有变动"),
        ("con.docx", "这个名称 Windows 留给了设备"),
        ("LPT1.2026.docx", "这个名称 Windows 留给了设备"),
        ("报告\0.docx", "文件名里有不能用的字符，请改一个名称；档案没有变动"),
    ],
)
def test_a_name_that_cannot_be_is_a_sentence(tmp_path: Path, name: str, words: str):
    assert words in said(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_not_to_be_replaced_is_not(tmp_path: Path):
    (tmp_path / NAME).write_bytes(b"1")
    with pytest.raises(DeskError, match="已经存在；要覆盖请加 --force"):
        write_whole(tmp_path / NAME, b"2")
    assert (tmp_path / NAME).read_bytes() == b"1"
