"""All attachments of an archive gone through: what is missing or changed is told by its entry."""

import pytest
from desk.windows import menu
from sample import sample_archive

from secretary_desk.desk.files_check import FilesCheck
from secretary_desk.desk.main_window import MainWindow
from secretary_desk.kinds.theme_day import ThemeDay
from secretary_desk.records.day import Day
from secretary_desk.store import attachments


@pytest.fixture
def window(new_desk, qtbot):
    window = MainWindow(new_desk, lambda: True)
    window.fill_menus([])
    window.show()
    qtbot.waitExposed(window)
    yield window
    assert window.close()


def entered(desk, count=1):
    """Enter theme days with a file each."""
    for number in range(1, count + 1):
        name = f"签到表{number}.txt"
        kept = attachments.keep_bytes(desk.store.path, name, name.encode())
        desk.save(ThemeDay(held_on=Day(f"2026-03-{number:02}"), topic="学党章", files=(kept,)))
        yield attachments.path_of(desk.store.path, kept)


def told(window, qtbot):
    notes, ask = [], window.desk.ask
    check = FilesCheck(window.desk, notes.append, window)
    check.start()
    check.start()
    qtbot.waitUntil(lambda: bool(ask.asked))
    assert len(ask.asked) == 1
    return ask.asked[0], "".join(ask.details), notes


def test_an_archive_without_attachments_is_told_so(window, qtbot):
    assert told(window, qtbot)[0] == "档案里还没有附件。"


def test_sound_attachments_are_counted_and_the_way_is_told(window, qtbot):
    assert len(list(entered(window.desk, 12))) == 12
    said, _, notes = told(window, qtbot)
    assert said == "附件共12个，都在，都没有被改动。"
    assert notes == ["正在核对附件：10/12条记录", "正在核对附件：12/12条记录", "附件核对完了"]


def test_the_missing_and_changed_are_told_by_their_entries(window, qtbot):
    _, lost, changed = entered(window.desk, 3)
    lost.unlink()
    changed.write_bytes(b"other")
    said, detail, _ = told(window, qtbot)
    assert said == "附件共3个，其中2个有问题，记录本身没有变动："
    assert "主题党日 3月2日 学党章：签到表2.txt（文件不见了）" in detail
    assert "主题党日 3月3日 学党章：签到表3.txt（文件被改动）" in detail
    assert "再添加一次就能补上" in detail


def test_of_many_lost_files_a_dozen_is_named(window, qtbot):
    for path in list(entered(window.desk, 15)):
        path.unlink()
    _, detail, _ = told(window, qtbot)
    assert detail.count("文件不见了") == 12
    assert "……还有3个" in detail


def test_the_menu_of_the_archive_begins_it(program, home, qtbot):
    program.start(sample_archive(home))
    menu(program, "核对附件")
    qtbot.waitUntil(lambda: bool(program._ask.asked))
    assert program._ask.asked == ["档案里还没有附件。"]


def test_it_ends_when_the_window_closes(new_desk, qtbot):
    closed = MainWindow(new_desk, lambda: True)
    qtbot.addWidget(closed)
    check = FilesCheck(new_desk, print, closed)
    check.start()
    qtbot.waitUntil(lambda: check._work is None)
    assert new_desk.ask.asked == []
