"""The log says what went wrong and where, and nothing of what the user wrote."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from secretary_desk.desk import log

SECRET = "欧阳某某谈话内容"


@pytest.fixture
def folder(tmp_path: Path):
    before = (log.LOG.level, log.LOG.propagate, logging.raiseExceptions)
    handler = log.start_log(tmp_path / "日志")
    yield tmp_path / "日志"
    log.LOG.removeHandler(handler)
    handler.close()
    log.LOG.level, log.LOG.propagate, logging.raiseExceptions = before


def written(folder: Path) -> str:
    return (folder / "书记案头.log").read_text("utf-8")


def failing(words: str) -> Exception:
    def inner(words: str) -> None:
        {words: 1}[words + SECRET]

    try:
        try:
            inner(words)
        except KeyError as error:
            raise ValueError(f"读不懂“{words}”") from error
    except ValueError as error:
        return error


def test_type_file_line_and_function_are_noted_and_the_words_are_not(folder: Path):
    log.note_exception(failing(SECRET))
    text = written(folder)
    assert SECRET not in text
    assert "欧阳" not in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "test_log.py:" in text
    assert "inner" in text


def test_logging_an_exception_the_usual_way_keeps_quiet_too(folder: Path):
    try:
        raise failing(SECRET)
    except ValueError:
        log.LOG.exception("saving failed")
    text = written(folder)
    assert "saving failed" in text
    assert "builtins.ValueError" in text
    assert SECRET not in text


def test_groups_notes_and_circles_of_causes_are_noted_without_words(folder: Path):
    one, other = failing(SECRET), RuntimeError(SECRET)
    other.__cause__, one.__cause__ = one, other
    group = ExceptionGroup(SECRET, [one, other])
    group.add_note(SECRET)
    log.note_exception(group)
    text = written(folder)
    assert "builtins.ExceptionGroup" in text
    assert SECRET not in text


def test_what_lies_above_the_package_is_not_named(folder: Path, tmp_path: Path):
    source = tmp_path / "张三" / "secretary_desk" / "store" / "x.py"
    code = compile("def f(): 1 / 0", str(source), "exec")
    space: dict = {}
    exec(code, space)
    try:
        space["f"]()
    except ZeroDivisionError as error:
        log.note_exception(error)
    assert "secretary_desk/store/x.py:1 f" in written(folder)
    assert "张三" not in written(folder)


def test_the_log_never_grows_beyond_a_few_files(folder: Path):
    for _ in range(60):
        log.LOG.info("x" * 60_000)
    sizes = [path.stat().st_size for path in folder.glob("书记案头.log*")]
    assert len(sizes) == 4
    assert max(sizes) <= 512 * 1024


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path):
    (tmp_path / "文件").touch()
    assert log.start_log(tmp_path / "文件") is None
    log.catch_hard_crashes(tmp_path / "文件")
    log.note_exception(ValueError(SECRET))


QT = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, qWarning
from secretary_desk.desk import log
log.start_log(Path(sys.argv[1]))
log.route_qt_messages()
qWarning('QFile::open: cannot open "/home/欧阳某某谈话内容/a.sdesk" 欧阳某某谈话内容')
"""
HARD = """
import faulthandler, sys
from pathlib import Path
from secretary_desk.desk import log
log.start_log(Path(sys.argv[1]))
log.catch_hard_crashes(Path(sys.argv[1]))
def deep(words):
    faulthandler._sigsegv()
deep("欧阳某某谈话内容")
"""


def ran(script: str, folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True)


def test_qts_warnings_are_noted_without_what_they_quote(tmp_path: Path):
    done = ran(QT, tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "WARNING Qt default: QFile::open: cannot open" in written(tmp_path)
    assert "欧阳" not in written(tmp_path)


def test_a_hard_crash_leaves_the_places_and_no_words(tmp_path: Path):
    done = ran(HARD, tmp_path)
    assert done.returncode != 0
    text = (tmp_path / "崩溃.log").read_text("utf-8")
    assert "Segmentation fault" in text
    assert "in deep" in text
    assert "欧阳" not in text
