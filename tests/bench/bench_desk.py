"""20,000 meetings on their page: made, sorted, scrolled, narrowed, edited; beside Qt's own means.

The rival is what Qt's documentation shows: a QStandardItemModel with the same cells behind a
QSortFilterProxyModel. It knows no pinyin, and sorts Chinese by code point.
"""

import os
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from desk.answering import Answering  # noqa: E402
from PySide6.QtCore import QSortFilterProxyModel, Qt  # noqa: E402
from PySide6.QtGui import QStandardItem, QStandardItemModel  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.desk.desk import Desk  # noqa: E402
from secretary_desk.desk.look import dress  # noqa: E402
from secretary_desk.desk.memory import Memory  # noqa: E402
from secretary_desk.desk.record.page import RecordPage  # noqa: E402
from secretary_desk.kinds.study_meeting import KIND, Form, StudyMeeting  # noqa: E402
from secretary_desk.records.day import Day  # noqa: E402
from secretary_desk.records.specs import Link  # noqa: E402
from secretary_desk.store.founding import create_archive  # noqa: E402
from secretary_desk.store.store import Store  # noqa: E402

COUNT, ROUNDS, YEAR = 20_000, 5, 2026
RIVAL = "Qt's proxy"
SCREENS = 50  # scrolled in one run


def meetings() -> list[StudyMeeting]:
    """Return meetings that differ as a branch's do, the same ones at every run."""
    chance, forms = random.Random(COUNT), list(Form)
    return [
        StudyMeeting(
            held_on=Day(f"{YEAR}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"),
            form=chance.choice(forms),
            topic=f"研究第{number}项工作",
            place=f"会议室{chance.randint(1, 7)}",
            host=Link(None, f"张{chance.randint(1, 50)}"),
            due=31,
            present=chance.randint(20, 31),
            filed_under=YEAR,
        )
        for number in range(COUNT)
    ]


def shown(desk: Desk) -> RecordPage:
    """Return the page as the window shows it at 1366 × 768."""
    page = RecordPage(desk, KIND)
    page.resize(1176, 714)
    page.show()
    QApplication.processEvents()
    return page


def rival_of(page: RecordPage) -> QTableView:
    """Return a table with the page's cells, made in the way that Qt documents."""
    ours, model = page._list._model, QStandardItemModel()
    for row in range(ours.rowCount()):
        cells = (ours.index(row, column).data() for column in range(ours.columnCount()))
        model.appendRow([QStandardItem(cell) for cell in cells])
    proxy, view = QSortFilterProxyModel(), QTableView()
    model.setParent(view)
    proxy.setParent(view)
    proxy.setSourceModel(model)
    proxy.setFilterKeyColumn(-1)
    view.setModel(proxy)
    view.resize(600, 714)
    view.show()
    QApplication.processEvents()
    return view


def narrow(page: RecordPage, words: str) -> None:
    """Narrow the page's table as after the pause that follows typing."""
    page._list._narrowing._words.put(words)
    page._list._narrow()


def scroll(view: QTableView) -> None:
    """Turn over screens of rows, each of them painted."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    for _ in range(SCREENS):
        bar.setValue(bar.value() + bar.pageStep())
        QApplication.processEvents()


def compare(title: str, ours: Callable[[], object], rivals: Callable[[], object]) -> None:
    """Print what a task costs until all is painted, here and with Qt's own means."""

    def painted(run: Callable[[], object]) -> Callable[[], None]:
        def whole() -> None:
            run()
            QApplication.processEvents()

        return whole

    runs = {"secretary_desk": painted(ours), RIVAL: painted(rivals)}
    told(title, medians(runs, ROUNDS), RIVAL)


def measure(desk: Desk) -> None:
    """Measure and print."""
    page = shown(desk)
    rival = rival_of(page)
    compare("The page made and shown", lambda: shown(desk), lambda: rival_of(page))
    measure_sorting(page, rival)
    ours = page._list._view
    compare(f"{SCREENS} screens scrolled", lambda: scroll(ours), lambda: scroll(rival))
    measure_narrowing(page, rival)
    measure_editing(desk, page)


def measure_sorting(page: RecordPage, rival: QTableView) -> None:
    """Sort by each column, up and down in turns."""
    model, theirs = page._list._model, rival.model()
    up_and_down = cycle(Qt.SortOrder), cycle(Qt.SortOrder)
    for column in range(len(KIND.columns)):
        compare(
            f"Sorted by {KIND.column(KIND.columns[column])}",
            lambda column=column: model.sort(column, next(up_and_down[0])),
            lambda column=column: theirs.sort(column, next(up_and_down[1])),
        )


def measure_narrowing(page: RecordPage, rival: QTableView) -> None:
    """Narrow by characters and by pinyin, and show all again."""
    for words, again in (("会议室3", "会议室3"), ("zbwyh", "支部委员会"), ("张7", "张7")):
        compare(
            f"Narrowed by {words} and widened again",
            lambda words=words: (narrow(page, words), narrow(page, "")),
            lambda again=again: [rival.model().setFilterFixedString(w) for w in (again, "")],
        )


def measure_editing(desk: Desk, page: RecordPage) -> None:
    """Press a key in a form and save; beside saving an entry alone."""
    desk.changed.connect(page.refresh)
    model, letters = page._list._model, cycle("abcdefgh")
    page._list._view.selectRow(COUNT // 2)
    box = page._editor._form.field("guests").focusProxy()

    def key() -> None:
        QTest.keyClick(box, next(letters))
        QApplication.processEvents()

    def key_and_save() -> None:
        key()
        assert page._editor.save()
        QApplication.processEvents()

    def save_alone() -> None:
        desk.store.save(replace(model.record(1), guests=next(letters)))

    runs = {
        "an entry saved alone": save_alone,
        "key press": key,
        "key press and save": key_and_save,
    }
    told("A key press in the form", medians(runs, ROUNDS * 3), "an entry saved alone")
    page._editor.leave()


def main() -> None:
    """Make the archive, and measure."""
    app = QApplication([])
    dress(app)
    with TemporaryDirectory() as name:
        folder = Path(name)
        create_archive(folder / "a.sdesk", "第一党支部", "张三", None, YEAR).close()
        with Store.open(folder / "a.sdesk") as store:
            store.save(*meetings())
            now = datetime(YEAR, 12, 31, 9)
            measure(Desk(store, Memory(folder / "m.ini"), Answering(), YEAR, lambda: now))


if __name__ == "__main__":
    main()
