"""The program's ways to a move: its menu, its first window, and a package that is opened."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from desk.windows import menu, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from store.backing import archive_with_photo, photos_are_sound

from secretary_desk import paths
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.program import Program
from secretary_desk.store.pack import pack
from secretary_desk.store.store import Store

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says it
MOVE = "更换电脑、加密备份…"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package from another computer."""
    (tmp_path / "旧电脑").mkdir()
    archive = archive_with_photo(tmp_path / "旧电脑")
    return pack(archive, tmp_path / "a.sdeskpack", None, {"pins": ["dues"]}).path


def dialog(program: Program):
    return program._moving.dialog


def bring_in(program: Program, qtbot) -> None:
    """Press what is to be pressed until the archive is open."""
    for words in ("搬到这台电脑", "打开这份档案"):
        qtbot.waitUntil(lambda: dialog(program)._job is None)
        seen = dialog(program).findChildren(QPushButton)
        (found,) = (b for b in seen if b.isVisible() and b.text() == words)
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        if words.startswith("打开"):
            return
        qtbot.waitUntil(lambda: dialog(program)._job is None)
        qtbot.wait(20)


def test_the_first_window_brings_an_archive_in_and_opens_it(program, package, qtbot):
    program.start()
    press(program._first, "从旧电脑搬来")
    program._ask.answers.append(package)
    press(dialog(program), "选择文件")
    bring_in(program, qtbot)
    assert program.archive() == paths.archives() / "第一党支部.sdesk"
    assert program.window.isVisible()
    assert photos_are_sound(program.archive())
    assert program._first is None
    assert dialog(program) is None
    assert program._memory.pins() == ["dues"]
    assert program._memory.last_archive() == program.archive()


def test_a_package_that_is_opened_leads_to_the_same(program, package, qtbot, home):
    (home / "有").mkdir()
    program.start(archive_with_photo(home / "有"))
    before = program.window
    program._ask.answers.append(package)
    menu(program, "打开档案…")
    assert program.window is before
    bring_in(program, qtbot)
    assert program.archive() == paths.archives() / "第一党支部.sdesk"
    assert not before.isVisible()


def test_the_menu_leads_out_of_the_computer_with_what_is_just_typed(
    program,
    home,
    qtbot,
):
    program.start(archive_with_photo(home))
    menu(program, MOVE)
    press(dialog(program), "从这台电脑带走")
    dialog(program)._taking._locked.click()
    program._ask.answers.append(home / "out" / "a.sdeskpack")
    press(dialog(program), "存到哪里")
    qtbot.waitUntil(lambda: dialog(program)._job is None)
    qtbot.wait(20)
    press(dialog(program), "完成")
    assert dialog(program) is None
    assert (home / "out" / "a.sdeskpack").is_file()
    assert program.window.isVisible()
    assert program.archive().is_file()


def test_a_dialog_that_is_left_changes_nothing(program, package, home, qtbot):
    program.start(archive_with_photo(home))
    for way in (lambda: menu(program, MOVE), lambda: program.open(package)):
        way()
        qtbot.waitUntil(lambda: dialog(program)._job is None)
        QTest.keyClick(dialog(program), Qt.Key.Key_Escape)
        assert dialog(program) is None
    assert program.archive() == home / "第一党支部.sdesk"
    assert not paths.archives().exists()


def test_a_memory_that_cannot_be_read_stops_no_start(qtbot, home):
    for name, garbage in (("a", b"\xff" * 5000), ("b", b"[General]\narchives=@Var"), ("c", None)):
        ini = home / f"{name}.ini"
        ini.write_bytes(garbage) if garbage else ini.mkdir()
        started = Program(Memory(ini), Answering(), now=lambda: NOW)
        assert started.start()
        assert started._first.isVisible()
        started._first.close()


ALONE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from secretary_desk.__main__ import window
from secretary_desk.desk import app
from secretary_desk.desk.main_window import MainWindow

def press():
    seen = QApplication.topLevelWidgets()
    if any(isinstance(w, MainWindow) and w.isVisible() for w in seen):
        print("stands", flush=True)
        QTimer.singleShot(500, QApplication.closeAllWindows)
        return
    for widget in seen:
        for button in widget.findChildren(QPushButton):
            if button.isVisible() and button.isEnabled() and button.text() in WORDS:
                button.click()
    QTimer.singleShot(100, press)

WORDS = ("搬到这台电脑", "打开这份档案")
dress = app.dress
def dressed(application):
    dress(application)
    QTimer.singleShot(100, press)
app.dress = dressed
window()
"""


def test_a_double_click_on_a_package_ends_in_the_window_and_not_in_the_programs_end(
    package: Path, tmp_path: Path
):
    folders = {f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALONE, str(package)],
        env={**os.environ, **folders, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "stands\n"), done.stderr
    (archive,) = (tmp_path / "书记案头").glob("*.sdesk")
    Store.open(archive).close()
