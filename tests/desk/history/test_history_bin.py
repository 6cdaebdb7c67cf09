"""回收站: what was deleted is put back, or goes for good after a question."""

import pytest
from desk.history.looking_back import button, meeting, opened, press
from desk.windows import SMALL
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTableView

from secretary_desk.desk.history.page import View
from secretary_desk.desk.page import Place
from secretary_desk.errors import DeskError
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.person import Person
from secretary_desk.records.record import ref


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk, View.BIN)


def deleted(desk, *topics: str) -> list:
    """Save and delete meetings, each as a step."""
    made = desk.save(*map(meeting, topics))
    for each in made:
        desk.delete(ref(each))
    return made


def table(page) -> QTableView:
    return next(each for each in page.findChildren(QTableView) if each.isVisible())


def details(page) -> str:
    return next(e for e in page.findChildren(QPlainTextEdit) if e.isVisible()).toPlainText()


def said(page) -> str:
    return next(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def choose_both(page) -> None:
    selection, flags = table(page).selectionModel(), QItemSelectionModel.SelectionFlag
    for row in range(2):
        index = table(page).model().index(row, 0)
        selection.select(index, flags.Select | flags.Rows)


def test_an_empty_bin_says_what_will_stand_in_it(page):
    assert said(page).startswith("回收站是空的。")
    assert not any(button(page, each).isEnabled() for each in ("恢复", "彻底删除…", "清空回收站…"))


def test_a_deleted_entry_is_listed_and_put_back(page, sample_desk):
    (saved,) = deleted(sample_desk, "甲")
    cells = [table(page).model().index(0, place).data() for place in range(3)]
    assert cells[:2] == ["三会一课", "11月20日 党课　甲"]
    notes = []
    page.noted.connect(notes.append)
    press(page, "恢复")
    assert sample_desk.store.get(ref(saved)).topic == "甲"
    assert notes == ["已恢复：“三会一课 11月20日 党课”（可撤销）"]
    assert said(page).startswith("回收站是空的。")
    sample_desk.undo()
    assert table(page).model().rowCount() == 1


def test_below_stands_what_the_chosen_entry_says_private_fields_masked(page, sample_desk):
    (saved,) = sample_desk.save(
        Person(name="钱七", job="焊工", id_number="110101199003071234", note="借调")
    )
    sample_desk.delete(ref(saved))
    assert details(page).splitlines() == [
        "姓名：钱七",
        "身份证号：1101**********1234",
        "岗位：焊工",
        "备注：借调",
    ]
    deleted(sample_desk, "甲")
    choose_both(page)
    assert details(page) == ""


def test_two_meetings_of_one_day_are_told_apart(page, sample_desk):
    deleted(sample_desk, "甲", "乙")
    model = table(page).model()
    told = {model.index(row, 1).data() for row in range(2)}
    assert told == {"11月20日 党课　甲", "11月20日 党课　乙"}


def test_several_are_put_back_in_one_step(page, sample_desk):
    both = deleted(sample_desk, "甲", "乙")
    choose_both(page)
    press(page, "恢复")
    assert all(sample_desk.store.get(ref(each)) for each in both)
    assert sample_desk.store.history(1)[0].entries == 2


def test_before_one_goes_for_good_it_is_asked_for_and_told_what_stays(page, sample_desk):
    deleted(sample_desk, "甲", "乙")
    sample_desk.ask.answers += ["取消", "彻底删除"]
    press(page, "彻底删除…")
    assert table(page).model().rowCount() == 2
    press(page, "彻底删除…")
    assert table(page).model().rowCount() == 1
    assert sample_desk.ask.asked[-1] == "要彻底删除“三会一课 11月20日 党课”吗？"
    assert "以前的备份不变" in sample_desk.ask.details[-1]
    assert len(sample_desk.store.binned()) == 1


def test_the_bin_is_emptied_after_a_question(page, sample_desk):
    deleted(sample_desk, "甲", "乙")
    sample_desk.ask.answers += ["清空回收站"]
    press(page, "清空回收站…")
    assert sample_desk.ask.asked == ["要清空回收站吗？里面有2条。"]
    assert sample_desk.store.binned() == []
    assert said(page).startswith("回收站是空的。")


def test_what_cannot_be_written_is_told_and_stays(page, sample_desk, monkeypatch):
    deleted(sample_desk, "甲")
    sample_desk.ask.answers += ["清空回收站"]
    with monkeypatch.context() as full:
        full.setattr(sample_desk.store, "empty_bin", _refused)
        press(page, "清空回收站…")
    assert sample_desk.ask.asked[-1].startswith("没有写成")
    assert table(page).model().rowCount() == 1


def _refused():
    raise DeskError("没有写成：磁盘已满")


def test_a_text_is_not_put_back_beside_another_of_the_same_passage(page, sample_desk):
    given = PassageEdit(year=2026, passage="导语", name="导语", text="话", generated="原来")
    sample_desk.save(given)
    sample_desk.delete(ref(given))
    sample_desk.save(
        PassageEdit(year=2026, passage="导语", name="导语", text="又", generated="原来")
    )
    press(page, "恢复")
    assert sample_desk.ask.asked == ["没有恢复：现在已有另一份改稿，要先删除那一份"]


def test_the_page_of_a_kind_says_where_a_deleted_entry_went(window):
    (saved,) = window.desk.save(meeting("甲"))
    window.go(Place("study_meeting", ref(saved)))
    press(window.page, "删除")
    assert "回收站" in window._status._note.text()


def test_by_keyboard_alone_an_entry_is_put_back(window):
    (saved,) = deleted(window.desk, "甲")
    window.go(Place("history"))
    QTest.keyClick(window.page, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget().accessibleName() == "回收站里的记录"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == "这条记录的内容"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == "恢复"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.desk.store.get(ref(saved))


def test_the_page_fits_the_smallest_window(window):
    deleted(window.desk, "甲", "乙")
    for view in View:
        window.go(Place("history"))
        window.page._on_chosen(view)
        assert window.minimumSizeHint().width() <= SMALL[0]
        assert window.minimumSizeHint().height() <= SMALL[1]
