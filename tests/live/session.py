"""A whole session at the desk, and every command, in a process of its own: ``FOLDER``.

What it writes lies in the folder afterwards; it ends with 0 when all of it was done.
"""

import json
import os
import subprocess
import sys
import traceback
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from datetime import datetime
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrinter
from sample import sample_archive

from secretary_desk import paths
from secretary_desk.cli.main import _COMMANDS, main
from secretary_desk.desk import app
from secretary_desk.desk.ask import Ask
from secretary_desk.desk.main_window import MainWindow
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.page import Place
from secretary_desk.desk.pages import PAGES
from secretary_desk.desk.program import Program
from secretary_desk.kinds.talk import Talk
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link
from secretary_desk.store.backup import backups_of, copy_to

NOW = datetime(2026, 11, 21, 9)
WORD, PDF, PAPER, STICK = "述职.docx", "述职.pdf", "打印.pdf", "优盘.sdesk"


class Obliging(Ask):
    """Says yes to everything, and writes each file into one folder under the names given."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder, self.names = folder, deque((WORD, PDF))

    def choose(self, text, *answers, detail="", on_escape=-1):
        return next((at for at, said in enumerate(answers) if said == "仍要生成"), len(answers) - 1)

    def save_file(self, title, suggested, patterns):
        return self.folder / self.names.popleft()


def rest(milliseconds: int = 150) -> None:
    """Let the window do what it does by itself."""
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


def walk(window: MainWindow) -> None:
    """Go to every page, and open the help of each."""
    for page in (*PAGES, "attendance"):
        window.go(Place(page))
        rest()
        window.help_wanted.emit(window.page.help)
    window.go(Place("search", find="zhangsan 谈话"))
    window.help_wanted.emit("about")
    rest()


def write_down(window: MainWindow) -> None:
    """Save an entry, take it back and do it again."""
    window.desk.save(
        Talk(held_on=Day("2026-11-20"), talker=Link(None, "张三"), to=Link(None, "李四"))
    )
    window.desk.undo()
    window.desk.redo()
    rest()


def hand_out(window: MainWindow, folder: Path) -> None:
    """Write the report as Word and as PDF, print it into a file, and copy its text."""
    window.go(Place("report"))
    rest()
    exits = window.page._exits
    for way in (exits.word, exits.pdf):
        way.trigger()
        rest()
    exits.exporter.has_printer()  # asks the system, which may ask others
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(folder / PAPER))
    exits.exporter.print_on(printer, *_printed(exits))
    exits.copy.trigger()


def _printed(exits):
    report, style = exits.whole()
    return report.document, style


class Driven(Program):
    """The program, which uses itself as soon as its window stands."""

    def __init__(self, memory: Memory, ask: Ask) -> None:
        super().__init__(memory, ask, now=lambda: NOW)

    def start(self, archive: Path | None = None) -> bool:
        QTimer.singleShot(0, self._on_started)
        return super().start(archive)

    def _on_started(self) -> None:
        with ending_at_an_exception():
            walk(self.window)
            write_down(self.window)
            hand_out(self.window, self._ask.folder)
            copy_to(self.archive(), self._ask.folder / STICK)
            start_again(self.archive())
            self.leave()


def desk(folder: Path) -> None:
    """Use the window, as the program itself opens it, from its start to its end."""
    app.Program, app.Ask = Driven, partial(Obliging, folder)
    archive = sample_archive(folder)
    assert app.main([str(archive)]) == 0
    assert backups_of(archive), "no backup on leaving"
    logs = [path.read_text("utf-8") for path in paths.logs().glob("*.log")]
    assert "secretary_desk" not in "".join(logs), logs  # the place of a fault


def start_again(archive: Path) -> None:
    """Start the program a second time: it knocks, finds this window, and ends."""
    again = "from secretary_desk.__main__ import window; window()"
    second = subprocess.Popen([sys.executable, "-c", again, str(archive)])
    while second.poll() is None:
        rest()
    assert second.returncode == 0


def commands(folder: Path) -> None:
    """Run every command, each on what the ones before have left."""
    archive, words, other = folder / "支部.sdesk", folder / "段.txt", folder / "另"
    passphrase, package = folder / "口令", folder / "包.sdeskpack"
    passphrase.write_text("春风又绿江南岸")
    words.write_text("本段由测试写成。")
    year = ("--year", 2026)
    entry = folder / "一条.json"
    entry.write_text('{"日期": "2026-03-05", "谈话人": "张三", "谈话对象": "李四"}')
    lines = [
        ("demo", "--out", folder / "示范"),
        ("new", archive, "--branch", "第一党支部", "--secretary", "张三"),
        ("add", archive, "谈心谈话", entry),
        ("list", archive, "谈心谈话"),
        ("facts", archive, *year),
        ("report", archive, *year, "-o", folder / "命令.docx"),
        ("report", archive, *year, "-o", folder / "命令.pdf"),
        ("passages", archive, *year),
        ("outline", archive, *year),
        ("proofread", archive, *year),
        ("check", archive, *year),
        ("undo", archive),
        ("redo", archive),
        ("history", archive),
        ("backup", archive),
        ("backups", archive),
        ("pack", archive, "-o", package, "--passphrase-file", passphrase),
        ("unpack", package, "--to", other, "--passphrase-file", passphrase),
        ("kinds",),
    ]
    for line in lines:
        run(*line)
    key = run("passages", archive, *year, "--json")
    run("edit", archive, *year, "--passage", _first_key(key), words)
    run("restore", backups_of(archive)[0].path, folder / "恢复.sdesk")
    done = {str(line[0]) for line in lines} | {"edit", "restore"}
    assert done == {name for name, *_ in _COMMANDS}, "a command was not run"


def _first_key(told: str) -> str:
    return next(each["key"] for each in json.loads(told))


def run(*arguments: object) -> str:
    """Run one command, which succeeds, and return what it said."""
    written = BytesIO()
    said = TextIOWrapper(written, encoding="utf-8", write_through=True)
    with redirect_stdout(said):
        code = main(list(map(str, arguments)))
    assert code == 0, arguments
    return written.getvalue().decode()


@contextmanager
def ending_at_an_exception() -> Iterator[None]:
    """End the process at once: the program itself would note an exception and go on."""
    try:
        yield
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    desk(place)
    commands(place)
