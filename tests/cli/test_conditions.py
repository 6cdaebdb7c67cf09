"""The command line where the disk is full, read-only, away, or held: one sentence, exit code 2."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import new_archive, refusal, said
from store.backing import tree
from store.dying import dead_network, needs_network, needs_stick, stick
from store.real import as_nobody, filled, held, needs_disk, small_disk

from secretary_desk.cli.main import main

MANY = json.dumps([{"主题": "字" * 900} for _ in range(200)], ensure_ascii=False)
ONE = '{"主题": "一"}'
SAFE = "此前保存的内容都在"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "盘", 4 * 2**20) as mounted:
        assert mounted
        yield tmp_path / "盘"


def writing(archive: Path, room: Path) -> dict[str, tuple[object, ...]]:
    """Return what writes beside an archive or into a room, with the words of its sentence."""
    return {
        "backup": ("backup", archive),
        "backup --to": ("backup", archive, "--to", room),
        "pack": ("pack", archive, "-o", room / "a.sdeskpack"),
        "report": ("report", archive, "--year", 2026, "-o", room / "a.docx"),
        "pdf": ("report", archive, "--year", 2026, "-o", room / "a.pdf"),
        "text": ("report", archive, "--year", 2026, "-o", room / "a.txt"),
        "new": ("new", room / "新.sdesk", "--branch", "甲", "--secretary", "乙"),
        "demo": ("demo", "--out", room),
    }


@needs_disk
def test_on_a_full_disk_every_command_that_writes_says_so_and_leaves_nothing(disk: Path):
    archive = new_archive(disk)
    (disk / "房间").mkdir()
    filled(disk)
    before = tree(disk)
    for name, words in writing(archive, disk / "房间").items():
        told = refusal(*words)
        assert "磁盘已满" in told or "磁盘只剩" in told, name
        assert "没有变动" in told or SAFE in told, (name, told)
        assert tree(disk) == before, name
    assert SAFE in refusal("add", archive, "三会一课", given=MANY)
    assert json.loads(said("list", archive, "三会一课", "--json")) == []
    assert tree(disk)[archive.name] == before[archive.name]


@needs_disk
def test_on_a_read_only_disk_every_command_that_writes_says_so(disk: Path):
    archive = new_archive(disk)
    (disk / "房间").mkdir()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = tree(disk)
    for name, words in writing(archive, disk / "房间").items():
        told = refusal(*words)
        assert "只读" in told, name
        assert "没有变动" in told or SAFE in told, (name, told)
    told = refusal("add", archive, "三会一课", given=ONE)
    assert told.endswith(f"请关闭写保护，或把档案复制到本机再打开；{SAFE}")
    assert said("list", archive, "党员名册")
    assert tree(disk) == before


@needs_stick
def test_a_stick_that_does_not_answer_is_a_sentence_for_every_command(tmp_path: Path):
    with stick(tmp_path / "优盘") as plugged:
        archive = new_archive(plugged.folder)
        (plugged.folder / "房间").mkdir()
        own = new_archive(tmp_path)
        plugged.pull()
        for name, words in writing(own, plugged.folder / "房间").items():
            if words[0] != "backup" or "--to" in words:
                told = refusal(*words)
                assert "优盘" in told or "磁盘读写出错" in told, (name, told)
                assert "没有变动" in told or SAFE in told, (name, told)
        for words in (("list", archive, "三会一课"), ("backup", archive), ("undo", archive)):
            assert "优盘已拔出" in refusal(*words)
        plugged.plug()
        assert said("list", archive, "三会一课")


@needs_network
def test_a_network_that_is_down_is_a_sentence_for_every_command(tmp_path: Path):
    own = new_archive(tmp_path)
    with dead_network(tmp_path / "共享"):
        away = tmp_path / "共享" / "支部.sdesk"
        for words in (
            ("list", away, "三会一课"),
            ("backup", away),
            ("facts", away, "--year", 2026),
        ):
            assert "网络断开了，连上后再试" in refusal(*words)
        for name, words in writing(own, tmp_path / "共享").items():
            if words[0] != "backup" or "--to" in words:
                told = refusal(*words)
                assert "网络断开了" in told, (name, told)


def test_an_archive_that_another_program_holds_is_read_but_not_written(tmp_path: Path):
    archive = new_archive(tmp_path)
    with held(archive):
        told = refusal("add", archive, "三会一课", given=ONE)
        assert told == f"“{archive.name}”没有写成：别的程序正在使用它，请关闭后再试；{SAFE}"
        assert said("list", archive, "三会一课")
    said("add", archive, "三会一课", given=ONE)


@pytest.mark.skipif(sys.platform == "win32", reason="os.fork 只在类 Unix 系统上有")
def test_a_folder_of_someone_else_is_a_sentence(tmp_path: Path):
    archive = new_archive(tmp_path)
    archive.chmod(0o444)
    tmp_path.chmod(0o555)
    out = os.open(os.devnull, os.O_WRONLY)

    def work(*words: object) -> str:
        with contextlib.redirect_stderr(open(out, "w", closefd=False)):
            return str(main(list(map(str, words))))

    for name, words in writing(archive, tmp_path).items():
        if name != "pdf":  # nobody may not load what Python still lacks for it
            assert as_nobody(archive, lambda words=words: work(*words)) == "2", name
    os.close(out)
    tmp_path.chmod(0o755)
    assert list(tmp_path.iterdir()) == [archive]
