"""The calendar's views and 到会情况 in a year of 2,000 entries and 300 members.

The base is what all of them wait for: the year read from the archive.
"""

import os
import random
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from desk.answering import Answering  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.desk.attendance.page import AttendancePage  # noqa: E402
from secretary_desk.desk.calendar.page import CalendarPage  # noqa: E402
from secretary_desk.desk.desk import Change, Desk  # noqa: E402
from secretary_desk.desk.look import dress  # noqa: E402
from secretary_desk.desk.memory import Memory  # noqa: E402
from secretary_desk.facts.load import load_year  # noqa: E402
from secretary_desk.kinds.person import Category, Person  # noqa: E402
from secretary_desk.kinds.publicity import Publicity  # noqa: E402
from secretary_desk.kinds.study_meeting import Form, StudyMeeting  # noqa: E402
from secretary_desk.kinds.talk import Talk  # noqa: E402
from secretary_desk.records.day import Day  # noqa: E402
from secretary_desk.records.record import Attendance, Record  # noqa: E402
from secretary_desk.records.specs import Link  # noqa: E402
from secretary_desk.store.founding import create_archive  # noqa: E402

MEMBERS, MEETINGS, OTHERS, YEAR, ROUNDS = 300, 200, 1_500, 2026, 5


def entries() -> Iterator[Record]:
    """Yield 2,000 entries, the same ones at every run; every meeting says who came."""
    chance, forms = random.Random(YEAR), list(Form)
    people = [
        Person(name=f"示例{number}", category=Category.FULL, joined_on=Day("2010-05-04"))
        for number in range(MEMBERS)
    ]
    links = [Link(person.id, person.name) for person in people]
    yield from people
    for number in range(MEETINGS):
        came = [Attendance(who=link, present=chance.random() < 0.9) for link in links]
        yield StudyMeeting(
            held_on=day(chance), form=chance.choice(forms), topic=f"研究第{number}项工作",
            attendance=tuple(came), filed_under=YEAR,
        )  # fmt: skip
    for number in range(OTHERS // 2):
        to, talker = chance.sample(links, 2)
        yield Talk(held_on=day(chance), to=to, talker=talker, filed_under=YEAR)
        yield Publicity(held_on=day(chance), headline=f"第{number}篇", filed_under=YEAR)


def day(chance: random.Random) -> Day:
    """Return a day of the year."""
    return Day(f"{YEAR}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")


def turning(page: CalendarPage, view: Qt.Key) -> Callable[[], object]:
    """Return what shows a view, then the months before and after in turn."""
    keys = cycle((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))

    def run() -> None:
        QTest.keyClick(page, view, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(page, next(keys))
        page.grab()

    return run


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    dress(app)
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "大.sdesk"
        with create_archive(archive, "示例支部", "示例书记", None, YEAR) as store:
            store.save(*entries())
            memory = Memory(Path(folder) / "memory.ini")
            desk = Desk(store, memory, Answering(), YEAR, lambda: datetime(YEAR, 11, 21, 9))
            page = CalendarPage(desk)
            page.resize(1176, 660)
            page.show()
            page.activateWindow()
            app.processEvents()

            def attended() -> None:
                found = AttendancePage(desk)
                found.resize(1176, 660)
                found.grab()
                found.deleteLater()

            def changed() -> None:
                QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
                page.refresh(Change())
                page.grab()

            competitors = {
                "reading the year": lambda: load_year(store, YEAR),
                "全年": turning(page, Qt.Key.Key_1),
                "季度, turned": turning(page, Qt.Key.Key_2),
                "月, turned": turning(page, Qt.Key.Key_3),
                "月, after a change": changed,
                "到会情况, opened": attended,
            }
            told("A large year", medians(competitors, ROUNDS), "reading the year")


if __name__ == "__main__":
    main()
