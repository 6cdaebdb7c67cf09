"""From one computer to another: one file out, one file in, and nothing lost on the way."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from desk.moving.moves import WORDS, Move
from desk.windows import SMALL
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from store.backing import names, photos_are_sound, topics, tree, with_photo
from typing_chinese import compose

from secretary_desk.desk.moving.passphrase import weakness
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import check_package, needs_passphrase

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says it


@pytest.mark.parametrize("words", [None, WORDS])
def test_all_that_is_in_the_archive_comes_to_the_other_computer(
    old: Move, new: Move, tmp_path: Path, words: str | None
):
    file = tmp_path / "优盘.sdeskpack"
    old.memory.keep_pins(["dues"])
    before = tree(old.archive.parent)
    old.take(file, words)
    assert "装好了，已经读回来核对过\n" in old.said()
    assert f"{file}\n3条记录，1个附件，共" in old.said()
    assert ("输入刚才设的口令" in old.said()) is (words is not None)
    old.press("完成")
    assert not old.dialog.isVisible()
    assert before.items() <= tree(old.archive.parent).items()

    new.press("选择文件", file)
    if words:
        new.type(words)
        new.press("看看里面有什么")
    assert "第一党支部\n里面有\n3条记录，1个附件，共" in new.said()
    assert "装好的日期\n20" in new.said()
    assert not new.archives.exists()
    new.press("搬到这台电脑")
    assert "已经搬到这台电脑" in new.said()
    assert new.arrived == []
    new.press("打开这份档案")
    assert new.arrived == [new.archives / "第一党支部.sdesk"]
    assert topics(new.arrived[0]) == topics(old.archive)
    assert photos_are_sound(new.arrived[0])
    assert new.memory.pins() == ["dues"]


def test_what_came_in_is_opened_however_the_dialog_is_left(old: Move, new: Move, tmp_path: Path):
    old.take(tmp_path / "a.sdeskpack", None)
    new.dialog.show_package(tmp_path / "a.sdeskpack")
    new.wait()
    new.press("搬到这台电脑")
    assert "已经搬" in new.said()
    QTest.keyClick(new.dialog, Qt.Key.Key_Escape)
    assert new.arrived == [new.archives / "第一党支部.sdesk"]


def test_an_archive_of_the_name_stays_as_it_is(old: Move, new: Move, tmp_path: Path):
    old.take(tmp_path / "a.sdeskpack", None)
    new.archives.mkdir()
    (new.archives / "第一党支部.sdesk").write_bytes(b"mine")
    new.press("选择文件", tmp_path / "a.sdeskpack")
    assert "这里已有同名的档案，不会动它；搬来的叫“第一党支部（2）”。" in new.said()
    new.press("搬到这台电脑")
    new.press("打开这份档案")
    assert new.arrived == [new.archives / "第一党支部（2）.sdesk"]
    assert (new.archives / "第一党支部.sdesk").read_bytes() == b"mine"


def test_the_name_that_is_offered_says_what_it_is_and_of_what_day(old: Move):
    old.press("从这台电脑带走")
    old.type(WORDS, WORDS)
    old.memory.keep_folder(old.archives.parent, "moving")
    old.press("存到哪里", "as suggested")
    (made,) = old.archives.parent.glob("*.sdeskpack")
    assert made.name == f"第一党支部-更换电脑-{time.strftime('%Y%m%d')}.sdeskpack"
    assert needs_passphrase(made)


def test_nothing_happens_when_no_file_is_named(old: Move, new: Move, tmp_path: Path):
    before = names(tmp_path)
    old.press("从这台电脑带走")
    old.type(WORDS, WORDS)
    old.press("存到哪里", None)
    assert [box.text() for box in old.boxes()] == [WORDS, WORDS]
    new.press("选择文件", None)
    assert not new.button("看看里面有什么").isEnabled()
    assert names(tmp_path) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "请输入口令；不想加密的，去掉上面的勾"),
        ("abc", "口令至少8个字符，现在是3个"),
        ("11111111", "不同的字符太少"),
        ("abababab", "不同的字符太少"),
        ("19701001", "只有数字"),
        ("13812345678", "只有数字"),
    ],
)
def test_a_passphrase_that_is_easy_to_guess_is_refused(old: Move, words: str, sentence: str):
    old.press("从这台电脑带走")
    old.type(words, words)
    old.press("存到哪里")
    assert sentence in old.trouble()
    assert old.ask.asked == []


@pytest.mark.parametrize("words", ["七月一日建党节快乐", "qiyue 1921", "138123456789"])
def test_a_passphrase_that_is_hard_to_guess_is_taken(words: str):
    assert weakness(words) == ""


def test_two_passphrases_that_differ_are_said_to(old: Move):
    old.press("从这台电脑带走")
    old.type(WORDS, WORDS + "x")
    old.press("存到哪里")
    assert old.trouble() == "两次输入的口令不一样，请再输一遍"
    assert old.dialog.focusWidget() is old.boxes()[1]
    old.type(WORDS, WORDS)
    assert old.trouble() == ""


def test_a_passphrase_is_hidden_until_its_user_wants_to_see_it(
    old: Move, tmp_path: Path, quick: None
):
    old.press("从这台电脑带走")
    assert {box.echoMode() for box in old.boxes()} == {QLineEdit.EchoMode.Password}
    old.dialog._taking._words._show.click()
    assert {box.echoMode() for box in old.boxes()} == {QLineEdit.EchoMode.Normal}
    for box, commit in zip(old.boxes(), (True, False), strict=True):
        compose(box, "七月一日建党节快乐", commit=commit)  # the second is still being composed
    old.press("存到哪里", tmp_path / "a.sdeskpack")
    assert check_package(tmp_path / "a.sdeskpack", "七月一日建党节快乐").entries == 3


def test_the_keyboard_alone_is_enough_and_enter_goes_one_step_at_a_time(
    old: Move, new: Move, tmp_path: Path, quick: None
):
    old.press("从这台电脑带走")
    first, second = old.boxes()
    assert old.dialog.focusWidget() is first
    QTest.keyClicks(first, WORDS)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert old.trouble() == ""
    assert old.dialog.focusWidget() is second
    QTest.keyClicks(second, WORDS)
    old.ask.answers.append(tmp_path / "a.sdeskpack")
    QTest.keyClick(second, Qt.Key.Key_Return)
    old.wait()
    QTest.keyClick(old.dialog.focusWidget(), Qt.Key.Key_Return)
    assert not old.dialog.isVisible()

    new.ask.answers.append(tmp_path / "a.sdeskpack")
    assert new.dialog.focusWidget() is new.button("选择文件")
    QTest.keyClick(new.dialog.focusWidget(), Qt.Key.Key_Space)
    (box,) = new.boxes()
    assert new.dialog.focusWidget() is box
    QTest.keyClicks(box, WORDS)
    QTest.keyClick(box, Qt.Key.Key_Return)
    new.wait()
    assert not new.archives.exists()
    for _ in range(2):
        QTest.keyClick(new.dialog.focusWidget(), Qt.Key.Key_Return)
        new.wait()
    assert new.arrived == [new.archives / "第一党支部.sdesk"]


def test_no_passphrase_stays_in_a_box(old: Move, new: Move, tmp_path: Path, quick: None):
    old.take(tmp_path / "a.sdeskpack")
    new.press("选择文件", tmp_path / "a.sdeskpack")
    new.type(WORDS)
    new.dialog.reject()
    for move in (old, new):
        assert not any(box.text() for box in move.dialog.findChildren(QLineEdit))


def test_attachments_that_are_lost_are_told(old: Move, tmp_path: Path):
    for photo in old.archive.parent.rglob("*.jpg"):
        photo.unlink()
    old.take(tmp_path / "a.sdeskpack", None)
    assert "3条记录，0个附件，缺1个附件，共" in old.said()
    assert "有1个附件在这台电脑上就已不见或被改动，没有装进去" in old.trouble()


def test_the_window_is_alive_while_a_large_archive_is_packed(old: Move, tmp_path: Path):
    with Store.open(old.archive) as store:
        for number in range(12):
            store.save(with_photo(old.archive, f"第{number}次", bytes([number]) * 9_000_000))
    ticks = [time.monotonic()]
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start()
    old.take(tmp_path / "a.sdeskpack")
    timer.stop()
    assert len(ticks) > 10
    assert max(later - one for one, later in pairwise(ticks)) < 0.5


@pytest.mark.parametrize("how", ["停止", "Esc"])
def test_work_that_is_stopped_leaves_nothing_and_what_was_typed_stays(
    old: Move, tmp_path: Path, how: str
):
    before = names(tmp_path)
    old.press("从这台电脑带走")
    old.type(WORDS, WORDS)
    old.ask.answers.append(tmp_path / "a.sdeskpack")
    QTest.mouseClick(old.button("存到哪里"), Qt.MouseButton.LeftButton)
    stop = old.button("停止")
    if how == "Esc":
        QTest.keyClick(old.dialog, Qt.Key.Key_Escape)
    else:
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isEnabled()
    assert old.dialog.isVisible()
    old.wait()
    assert old.trouble() == "已经停下，什么也没有留下，什么也没有改动。"
    assert [box.text() for box in old.boxes()] == [WORDS, WORDS]
    assert names(tmp_path) == before


def test_every_step_fits_a_small_screen_with_every_sentence_shown(
    old: Move, new: Move, tmp_path: Path, quick: None
):
    def fits(move: Move) -> None:
        QApplication.processEvents()
        assert move.dialog.width() <= SMALL[0] * 0.95
        assert move.dialog.height() <= SMALL[1] * 0.9
        for label in (each for each in move.labels() if each.property("role") is not None):
            assert label.textFormat() is Qt.TextFormat.PlainText
            assert label.height() >= label.heightForWidth(label.width()), label.text()

    long = tmp_path / "很长的文件夹名称很长" / "又一个很长的文件夹名称" / "第三个" / "a.sdeskpack"
    for photo in old.archive.parent.rglob("*.jpg"):
        photo.unlink()
    fits(old)
    old.press("从这台电脑带走")
    fits(old)
    old.type("19701001", "19701001")
    old.press("存到哪里")
    fits(old)
    old.press("返回")
    old.take(long)
    fits(old)
    new.archives.mkdir()
    (new.archives / "第一党支部.sdesk").touch()
    new.press("选择文件", long)
    fits(new)
    new.type("wrong words")
    new.press("看看里面有什么")
    fits(new)
    new.type(WORDS)
    new.press("看看里面有什么")
    fits(new)
    new.press("搬到这台电脑")
    fits(new)


def test_it_is_said_that_the_second_place_is_to_be_chosen_again(
    old: Move, new: Move, tmp_path: Path
):
    old.take(tmp_path / "a.sdeskpack", None)
    new.press("选择文件", tmp_path / "a.sdeskpack")
    new.press("搬到这台电脑")
    assert "第二处备份要在这台电脑上重新选一次" in new.said()
    assert "第二处备份…" in new.said()


def test_the_way_in_can_be_left_where_there_is_nothing_to_go_back_to(new: Move):
    new.press("取消")
    assert not new.dialog.isVisible()
    assert new.arrived == []


def test_a_sentence_about_what_is_wrong_does_not_move_the_button_away(old: Move):
    old.press("从这台电脑带走")
    button = old.button("存到哪里")
    before = button.mapToGlobal(button.rect().center())
    for words in (("", ""), ("1949", "1949"), ("12345678", "12345678"), (WORDS, "other")):
        old.type(*words)
        old.press("存到哪里")
        assert old.trouble(), words
        assert button.mapToGlobal(button.rect().center()) == before
