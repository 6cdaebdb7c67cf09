"""A key press in a passage of a report of 5,000 characters, until the page shows it: beside
building that report alone, and beside the save that follows."""

import os
import sys
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

from desk.answering import Answering  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from sample import sample_archive  # noqa: E402
from sidebyside import medians, told  # noqa: E402

from secretary_desk.desk.desk import Desk  # noqa: E402
from secretary_desk.desk.look import dress  # noqa: E402
from secretary_desk.desk.memory import Memory  # noqa: E402
from secretary_desk.desk.report.page import ReportPage  # noqa: E402
from secretary_desk.kinds.supplement import Supplement  # noqa: E402
from secretary_desk.report.written import counted, report_of  # noqa: E402
from secretary_desk.store.sample import YEAR  # noqa: E402
from secretary_desk.store.store import Store  # noqa: E402

ROUNDS, LENGTH, SECTION = 31, 5000, "履职情况/严肃党内组织生活"
SENTENCE = "我把党小组会开进班组，先说当天的安全，再谈学习和思想。\n"


def desk_on(store: Store, folder: Path) -> Desk:
    """Return a desk whose report is lengthened to 5,000 characters."""
    desk = Desk(store, Memory(folder / "memory.ini"), Answering(), YEAR)
    missing = LENGTH - counted(desk.report())[0]
    text = SENTENCE * (missing // (len(SENTENCE) - 1) + 1)
    desk.save(Supplement(year=YEAR, section="履职情况", text=text))
    return desk


def shown(desk: Desk) -> ReportPage:
    """Return the page as the window shows it at 1366 × 768."""
    page = ReportPage(desk)
    desk.changed.connect(page.refresh)
    page.resize(1176, 714)
    page.show()
    page._outline.select(SECTION)
    QApplication.processEvents()
    return page


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    dress(app)
    with TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(sample_archive(folder)) as store:
            page = shown(desk_on(store, folder))
            measure(page)
            page.leave()


def measure(page: ReportPage) -> None:
    """Press keys, and print what each costs."""
    desk, box, letters = page._desk, page._passage.editor("三会一课"), cycle("abcdefgh")

    def key_to_page() -> None:
        QTest.keyClick(box, next(letters))
        page._rebuild()
        QApplication.processEvents()

    def bare_build() -> None:
        report_of(desk.loaded(), desk.settings())

    def key_to_archive() -> None:
        key_to_page()
        page._saving.save()
        QApplication.processEvents()

    runs = {
        "report_of": bare_build,
        "key press to page": key_to_page,
        "key press, page and save": key_to_archive,
    }
    found = medians(runs, ROUNDS)
    characters, _ = counted(page._document)
    told(f"The report page, {characters} characters", found, "report_of")


if __name__ == "__main__":
    main()
