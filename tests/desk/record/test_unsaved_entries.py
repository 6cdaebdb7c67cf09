"""A form whose archive cannot be written, be it full, away or held: what is typed stays in it."""

import subprocess
from pathlib import Path

import pytest
from desk.answering import Answering
from desk.conftest import NOW, hide_windows
from desk.windows import SMALL, standing
from store.dying import needs_stick, stick
from store.real import filled, held, needs_disk, small_disk
from typing_chinese import compose

from secretary_desk.desk.autosave import AUTOSAVE, Autosave
from secretary_desk.desk.desk import Desk
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.page import Place
from secretary_desk.kinds import study_meeting
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store

WORDS, MORE = "研究发展对象", "并听取汇报"
SAFE = "此前保存的内容都在"


def founded(folder: Path) -> Path:
    create_archive(folder / "甲.sdesk", "第一党支部", "张三", None, 2026).close()
    return folder / "甲.sdesk"


@pytest.fixture
def opened(qtbot, tmp_path):
    """Open the window on an archive, with a form in which a few words are typed and saved."""
    windows = []

    def work(archive):
        store = Store.open(archive)
        desk = Desk(store, Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
        window = standing(qtbot, desk, SMALL)
        windows.append(window)
        window.go(Place("study_meeting"))
        window.page.begin()
        compose(topic(window), WORDS)
        assert form(window).save()
        return window

    yield work
    hide_windows()
    for window in windows:
        window.desk.store.close()


def form(window):
    return window.page._editor


def topic(window):
    return form(window)._form.field("topic").focusProxy()


def said(window):
    return form(window)._failure.text()


def typed_and_not_saved(qtbot, window, words):
    """Type on, and wait until that could not be saved, twice; see what is said of it."""
    compose(topic(window), MORE)
    qtbot.waitUntil(lambda: bool(said(window)), timeout=20_000)
    said_first = said(window)
    form(window)._autosave._again.setInterval(10)
    with qtbot.waitSignal(form(window)._autosave.due, timeout=20_000):
        pass
    form(window)._autosave._again.setInterval(60_000)
    for sentence in (said_first, said(window)):
        assert words in sentence
        assert SAFE in sentence
        assert sentence.endswith(
            "刚填的还没有保存，都留在这张表单里；每10秒自动再存一次，不用重填。"
        )
    assert window.desk.ask.asked == []  # no dialog, however often it fails
    assert topic(window).text() == WORDS + MORE


def catches_up(qtbot, window, archive):
    """Let the next try come, and see that it was kept and told."""
    form(window)._autosave._again.setInterval(10)
    with qtbot.waitSignal(form(window).noted, timeout=20_000) as noted:
        form(window)._autosave.try_again()
    assert noted.args == ["刚才没有存成的内容，现在已经保存"]
    assert said(window) == ""
    assert not form(window)._failure.isVisible()
    assert window.leave()
    with Store.open(archive) as again:
        assert [entry.topic for entry in again.entries(study_meeting.KIND)] == [WORDS + MORE]


@needs_disk
def test_a_full_disk_is_told_once_and_the_words_are_saved_when_there_is_room(
    qtbot, opened, tmp_path
):
    with small_disk(tmp_path / "盘", 4 * 2**20) as mounted:
        assert mounted
        archive = founded(tmp_path / "盘")
        window = opened(archive)
        filler = filled(tmp_path / "盘")
        typed_and_not_saved(qtbot, window, "磁盘已满，请清理后再试")
        filler.unlink()
        catches_up(qtbot, window, archive)


@needs_stick
@pytest.mark.parametrize("unmounted", [False, True])
def test_a_stick_that_vanishes_while_typing_is_told_once_and_back_again_it_takes_the_words(
    qtbot, opened, tmp_path, unmounted
):
    with stick(tmp_path / "优盘") as disk:
        archive = founded(disk.folder)
        window = opened(archive)
        disk.pull(unmounted=unmounted)
        typed_and_not_saved(qtbot, window, "优盘")
        disk.plug()
        catches_up(qtbot, window, archive)


@needs_stick
def test_whoever_leaves_the_form_while_the_stick_is_away_is_asked_and_may_stay(
    qtbot, opened, tmp_path
):
    with stick(tmp_path / "优盘") as disk:
        archive = founded(disk.folder)
        window = opened(archive)
        disk.pull(unmounted=True)
        typed_and_not_saved(qtbot, window, "优盘")
        window.desk.ask.answers += ["返回修改", "返回修改", "放弃这些改动"]
        assert not window.go(Place("calendar"))
        assert not window.close()
        assert topic(window).text() == WORDS + MORE
        assert all(SAFE in asked for asked in window.desk.ask.asked)
        assert "最近的改动还没有保存" in window.desk.ask.asked[0]
        assert "不用重填" not in window.desk.ask.asked[0]
        assert form(window).leave()  # given up
        disk.plug()
        with Store.open(archive) as again:
            assert [entry.topic for entry in again.entries(study_meeting.KIND)] == [WORDS]


@needs_stick
def test_a_folder_that_nobody_may_write_any_more_is_told_once(qtbot, opened, tmp_path):
    with stick(tmp_path / "优盘") as disk:
        archive = founded(disk.folder)
        window = opened(archive)
        subprocess.run(["chattr", "+i", str(disk.folder)], check=True)
        typed_and_not_saved(qtbot, window, "没有权限")
        subprocess.run(["chattr", "-i", str(disk.folder)], check=True)
        catches_up(qtbot, window, archive)


@pytest.mark.timeout(120)
def test_another_program_that_holds_the_archive_is_told_once(qtbot, opened, tmp_path):
    archive = founded(tmp_path)
    window = opened(archive)
    with held(archive):
        typed_and_not_saved(qtbot, window, "别的程序正在使用它，请关闭后再试")
    catches_up(qtbot, window, archive)


def test_a_try_that_went_well_or_is_given_up_is_not_repeated(qtbot):
    autosave = Autosave(None)
    autosave._again.setInterval(10)
    autosave.try_again()
    assert autosave in Autosave.waiting
    autosave.stop()
    assert autosave not in Autosave.waiting
    with qtbot.assertNotEmitted(autosave.due, wait=AUTOSAVE):
        pass
