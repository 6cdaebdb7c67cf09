"""The report page on a full disk and on a stick that vanishes: what is written stays, is kept."""

import pytest
from desk.answering import Answering
from desk.conftest import NOW, hide_windows
from desk.report.opened import MEETINGS, card, go_to, opened, write_at_end
from sample import sample_archive
from store.dying import needs_stick, stick
from store.real import filled, needs_disk, small_disk

from secretary_desk.desk.desk import Desk
from secretary_desk.desk.memory import Memory
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.report.written import written_report
from secretary_desk.store.store import Store

TALKS, SAFE = "三会一课", "此前保存的内容都在"


@pytest.fixture
def shown(qtbot, tmp_path):
    """Show the report page of an archive in a folder; something has been saved already."""
    stores = []

    def work(folder):
        store = Store.open(sample_archive(folder))
        stores.append(store)
        desk = Desk(store, Memory(tmp_path / "m.ini"), Answering(), now=lambda: NOW)
        desk.save(Supplement(year=2026, section=MEETINGS, text="先写一句。"))
        page = opened(qtbot, desk)
        go_to(page, MEETINGS)
        return page

    yield work
    hide_windows()
    for store in stores:
        store.close()


def write(qtbot, page, words):
    """Write on, and wait until that could not be saved; it is told without a question."""
    write_at_end(page, TALKS, words, commit=False)
    qtbot.waitUntil(lambda: bool(page._saving.why), timeout=20_000)
    page._rebuild()
    told = page._panes.trouble.text()
    assert SAFE in told
    assert "刚写的还没有保存，都留在这一页上；每10秒自动再存一次，不用重写" in told
    assert card(page, TALKS).editor.toPlainText().endswith(words)
    assert page._desk.ask.asked == []
    return told


def is_kept(page, words):
    """Whether the archive says it, once the page is left."""
    assert page.leave()
    assert page._panes.trouble.text() == ""
    with Store.open(page._desk.store.path) as store:
        report = written_report(store, 2026)
    return any(words in str(block) for block in report.blocks)


@needs_disk
def test_a_full_disk_is_told_over_the_page_and_the_words_are_kept_once_there_is_room(
    qtbot, shown, tmp_path
):
    with small_disk(tmp_path / "盘", 16 * 2**20) as mounted:
        assert mounted
        page = shown(tmp_path / "盘")
        filler = filled(tmp_path / "盘")
        assert "磁盘已满，请清理后再试" in write(qtbot, page, "abc")
        filler.unlink()
        assert is_kept(page, "abc")


@needs_stick
@pytest.mark.parametrize("unmounted", [False, True])
def test_a_stick_that_vanishes_is_told_over_the_page_and_back_again_it_takes_the_words(
    qtbot, shown, tmp_path, unmounted
):
    with stick(tmp_path / "优盘") as plugged:
        page = shown(plugged.folder)
        plugged.pull(unmounted=unmounted)
        assert "优盘" in write(qtbot, page, "abc")
        plugged.plug()
        assert is_kept(page, "abc")
