"""A year of 2,000 entries and 300 members: each page as it comes up after an entry was saved, and
the self-check and the report alone; beside reading that year from the archive."""

import gc
import os
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import count, cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from desk.answering import Answering  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from sample import sample_archive  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.desk.collecting import Collecting  # noqa: E402
from secretary_desk.desk.desk import Desk  # noqa: E402
from secretary_desk.desk.look import dress  # noqa: E402
from secretary_desk.desk.main_window import MainWindow  # noqa: E402
from secretary_desk.desk.memory import Memory  # noqa: E402
from secretary_desk.desk.page import Place  # noqa: E402
from secretary_desk.desk.pages import PAGES  # noqa: E402
from secretary_desk.desk.warming import pieces  # noqa: E402
from secretary_desk.facts.load import load_year, settings_of  # noqa: E402
from secretary_desk.kinds import KINDS  # noqa: E402
from secretary_desk.kinds.person import KIND as PERSON  # noqa: E402
from secretary_desk.kinds.person import Category, Person  # noqa: E402
from secretary_desk.records.day import Day  # noqa: E402
from secretary_desk.records.kind import Point  # noqa: E402
from secretary_desk.records.record import Attendance, Link, Record, new_id  # noqa: E402
from secretary_desk.report.written import whole_report  # noqa: E402
from secretary_desk.rules.checking import self_check  # noqa: E402
from secretary_desk.store.sample import YEAR  # noqa: E402
from secretary_desk.store.store import Store  # noqa: E402

ENTRIES, MEMBERS, ROUNDS = 2_000, 300, 7
READING, LIMIT = "reading the year", 250  # ms
NUMBERS = count()


def members() -> list[Person]:
    """Return full members that the sample has not."""
    return [
        Person(
            name=f"示例{number}",
            category=Category.FULL,
            born_on=Day("1980-05"),
            joined_on=Day("2010-07-01"),
            confirmed_on=Day("2011-07-01"),
        )
        for number in range(MEMBERS)
    ]


def entries(store: Store, people: list[Person]) -> list[Record]:
    """Return copies of the sample's dated entries over the year."""
    chance = random.Random(ENTRIES)
    dated = [kind for kind in KINDS if isinstance(kind.when, Point)]
    found = [(kind, entry) for kind in dated for entry in store.entries(kind) if entry.filed_under]
    copies = []
    for kind, entry in islice(cycle(found), ENTRIES):
        day = Day(f"{YEAR}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
        changes = {"id": new_id(), kind.when.on: day, "filed_under": YEAR}
        if hasattr(entry, "attendance"):
            changes["attendance"] = roll_call(chance, people)
        copies.append(replace(entry, **changes))
    return copies


def roll_call(chance: random.Random, people: list[Person]) -> tuple[Attendance, ...]:
    """Return who came to a meeting: at one of twenty everyone is called, else a group."""
    called = people if chance.random() < 0.05 else chance.sample(people, chance.randint(5, 25))
    return tuple(Attendance(who=Link(p.id, p.name), present=chance.random() < 0.9) for p in called)


def window(store: Store, folder: Path) -> MainWindow:
    """Return the window as it stands on a laptop's screen."""
    memory = Memory(folder / "memory.ini")
    desk = Desk(store, memory, Answering(), now=lambda: datetime(YEAR, 11, 21, 9))
    shown = MainWindow(desk, lambda: True)
    shown.fill_menus([])
    shown.resize(1366, 768)
    shown.show()
    return shown


def spent(run: Callable[[], object]) -> float:
    """Return the CPU time of one run in milliseconds."""
    gc.collect()
    began = process_time()
    run()
    return (process_time() - began) * 1000


def visits(shown: MainWindow, page: str) -> tuple[float, float]:
    """Return what a page costs when it is first opened, and once an entry was saved elsewhere."""
    desk = shown.desk
    away = "branch" if page != "branch" else "calendar"
    people = cycle(desk.store.entries(PERSON)[:2])

    def open_page() -> None:
        shown.go(Place(page))
        QApplication.processEvents()

    def once_more() -> float:
        shown.go(Place(away))
        desk.save(replace(next(people), note=str(next(NUMBERS))))
        QApplication.processEvents()
        return spent(open_page)

    first = once_more()
    return first, median(once_more() for _ in range(ROUNDS))


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    dress(app)
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(sample_archive(folder)) as store:
            people = members()
            store.save(*people, *entries(store, people))
            shown = window(store, folder)
            for _ in pieces(lambda: shown.desk):  # as the program does once its window stands
                pass
            gc.freeze()
            Collecting(app)
            measure(store, shown)


def measure(store: Store, shown: MainWindow) -> None:
    """Print the parts beside reading the year, then every page."""
    year, settings, on = load_year(store, YEAR), settings_of(store, YEAR), date(YEAR, 11, 21)
    parts: dict[str, Callable[[], object]] = {
        READING: lambda: load_year(store, YEAR),
        "the self-check": lambda: self_check(year, on),
        "the report": lambda: whole_report(year, settings),
    }
    found = medians(parts, ROUNDS)
    told(f"{ENTRIES} entries, {MEMBERS} members:", found, READING)
    print("  opening a page (ms CPU)          first   after a save")
    for page in PAGES:
        first, again = visits(shown, page)
        slow = "   over a quarter of a second" if max(first, again) > LIMIT else ""
        print(f"  {page:<28}{first:10.0f}{again:10.0f}{slow}")


if __name__ == "__main__":
    main()
