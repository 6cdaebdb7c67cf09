"""A whole session of the program on a stick, in a process of its own; it tells where it wrote.

Arguments: the program's file on the stick, a file to attach, the report to be exported.
"""

import json
import os
import sys
from pathlib import Path

sys.executable = sys.argv[1]  # as in the bundle: the program's own file
PROGRAM, PHOTO, REPORT = (Path(name) for name in sys.argv[1:4])
WROTE: set[str] = set()


def hear(event: str, given: tuple) -> None:
    """Note every file that Python makes, opens to write, renames or hands to SQLite."""
    match event, given:
        case "open", (str() | bytes() as name, mode, flags):
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or set(mode or "") & set("wax+")
            if writes and os.fsdecode(name) != os.devnull:
                WROTE.add(os.path.abspath(os.fsdecode(name)))
        case (("os.mkdir" | "sqlite3.connect"), (str() | bytes() as name, *_)):
            WROTE.add(os.path.abspath(os.fsdecode(name)))
        case "os.rename", (str() | bytes() as one, str() | bytes() as other, *_):
            WROTE.update(os.path.abspath(os.fsdecode(name)) for name in (one, other))


sys.addaudithook(hear)

from desk.answering import Answering  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton  # noqa: E402
from typing_chinese import compose  # noqa: E402

from secretary_desk.__main__ import window  # noqa: E402
from secretary_desk.desk import app  # noqa: E402
from secretary_desk.desk.first_start import FirstStart  # noqa: E402
from secretary_desk.desk.main_window import MainWindow  # noqa: E402
from secretary_desk.desk.page import Place  # noqa: E402
from secretary_desk.kinds.theme_day import ThemeDay  # noqa: E402
from secretary_desk.records.day import Day  # noqa: E402
from secretary_desk.store import attachments  # noqa: E402

ASK = Answering()
app.Ask = lambda: ASK
DONE: list[str] = []


def shown(sort: type):
    """Return the window of a sort that is seen."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, sort) and w.isVisible())


def found() -> None:
    """Answer the three questions."""
    first = shown(FirstStart)
    for box, words in zip(first.findChildren(QLineEdit), ("第一党支部", "张三"), strict=False):
        compose(box, words)
    next(b for b in first.findChildren(QPushButton) if b.text() == "开始使用").click()


def save() -> None:
    """Enter a theme day with a photo."""
    desk = shown(MainWindow).desk
    photo = attachments.keep(desk.store.path, PHOTO)
    desk.save(ThemeDay(held_on=Day("2026-03-05"), topic="学党章", files=(photo,)))


def export() -> None:
    """Have the report written as a Word document."""
    main = shown(MainWindow)
    assert main.go(Place("report"))
    ASK.answers.extend(["仍要生成", REPORT, None])
    next(a for a in main.page.actions_on_top() if a.text() == "生成 Word 文档").trigger()


def crash() -> None:
    """Have a fault of the program told and noted."""
    ASK.answers.clear()
    ASK.answers.append("继续")
    QTimer.singleShot(0, lambda: 1 // 0)


def leave() -> None:
    """Close the window, which backs up."""
    ASK.answers.clear()
    shown(MainWindow).close()


STEPS = [found, save, export, crash, leave]


def go_on() -> None:
    step = STEPS.pop(0)
    step()
    DONE.append(step.__name__)
    if STEPS:
        QTimer.singleShot(800, go_on)


dress = app.dress


def dressed(application: QApplication) -> None:
    dress(application)
    QTimer.singleShot(500, go_on)


app.dress = dressed
sys.argv[1:] = []
try:
    window()
finally:
    told = {"done": DONE, "asked": ASK.asked, "wrote": sorted(WROTE)}
    sys.stdout.write(json.dumps(told) + "\n")
