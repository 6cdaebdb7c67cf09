"""The command line beside a window in which the archive is open."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.running import new_archive, refusal, said
from store.backing import tree

from secretary_desk.store.holding import lock_of

OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from secretary_desk.desk.instance import Instance
app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
print(instance.claim().name, flush=True)
sys.stdin.read()
instance.release()
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return new_archive(tmp_path)


@pytest.fixture
def desk(archive: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the archive open as a window has."""
    command = [sys.executable, "-c", OPEN, str(archive)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as process:
        assert process.stdout.readline() == "OURS\n"
        yield process
        process.kill()


def test_an_archive_open_in_a_window_is_not_replaced(archive: Path, desk: subprocess.Popen[str]):
    backup = said("backup", archive, "--to", "").split("：")[1].split("（")[0]
    before = tree(archive.parent)
    told = refusal("restore", backup, archive, "--force")
    assert "正在这台电脑上（今天" in told
    assert "打开着，没有恢复，档案没有变动；请先关闭那个窗口再试" in told
    assert tree(archive.parent) == before
    assert "只看会改动什么" in said("restore", backup, archive, "--show")
    desk.communicate()
    said("restore", backup, archive, "--force")


def test_after_a_crash_of_the_window_nothing_stands_in_the_way(
    archive: Path, desk: subprocess.Popen[str]
):
    backup = said("backup", archive, "--to", "").split("：")[1].split("（")[0]
    desk.kill()
    desk.wait()
    assert lock_of(archive).exists()
    said("restore", backup, archive, "--force")


def test_an_archive_open_on_another_computer_is_not_replaced_unless_its_lock_is_taken_away(
    archive: Path,
):
    backup = said("backup", archive, "--to", "").split("：")[1].split("（")[0]
    lock_of(archive).write_text("4321\nsecretary-desk\n党办-PC\n0123\n4567\n", "utf-8")
    told = refusal("restore", backup, archive, "--force")
    assert "正在另一台电脑“党办-PC”上（今天" in told
    assert f"删去旁边的“{lock_of(archive).name}”再试" in told
    os.unlink(lock_of(archive))
    said("restore", backup, archive, "--force")


def test_what_is_entered_or_read_beside_an_open_window_is(
    archive: Path, desk: subprocess.Popen[str]
):
    said("add", archive, "三会一课", given='{"主题": "一"}')
    assert "一" in said("list", archive, "三会一课")
    assert "已撤销" in said("undo", archive)
    said("backup", archive)
    said("pack", archive, "-o", archive.with_name("a.sdeskpack"))


def test_the_demo_is_not_made_anew_under_an_open_window(tmp_path: Path):
    said("demo", "--out", tmp_path)
    (archive,) = tmp_path.glob("*.sdesk")
    lock_of(archive).write_text("4321\nsecretary-desk\n党办-PC\n0123\n4567\n", "utf-8")
    before = archive.read_bytes()
    assert "打开着，没有重建" in refusal("demo", "--out", tmp_path, "--force")
    assert archive.read_bytes() == before
