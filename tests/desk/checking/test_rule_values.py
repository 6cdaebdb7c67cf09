"""自查参数: each value with its source, changed in the table, refused with a sentence, put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from typing_chinese import compose

from secretary_desk.desk.checking.page import CheckPage
from secretary_desk.desk.checking.values import ValuesDialog
from secretary_desk.desk.checking.values_model import Column
from secretary_desk.kinds.rule_value import KIND, RuleValue
from secretary_desk.rules.values import defaults

KEY = "教育培训.年学时"
ROW = list(defaults()).index(KEY)


@pytest.fixture
def page(sample_desk, qtbot):
    page = CheckPage(sample_desk)
    qtbot.addWidget(page)
    sample_desk.changed.connect(page.refresh)
    page.resize(1100, 640)
    page.show()
    return page


@pytest.fixture
def dialog(page, qtbot):
    page._values.trigger()
    dialog = page.findChild(ValuesDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def shown(dialog, row=ROW):
    return [dialog._model.index(row, column).data() for column in Column]


def type_into(dialog, text, column=Column.NOW, row=ROW):
    """Go to a cell and type over it, as its user does."""
    dialog._table.setCurrentIndex(dialog._model.index(row, column))
    dialog._table.setFocus()
    QTest.keyClick(dialog._table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    for letter in text if text.isascii() else "":
        QTest.keyClick(box, letter)
    if not text.isascii():
        compose(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QApplication.processEvents()


def kept(desk):
    return {row.key: row.value for row in desk.store.entries(KIND)}


def press(dialog, words):
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_value_is_shown_with_its_unit_and_source(dialog):
    told = [shown(dialog, row) for row in range(dialog._model.rowCount())]
    assert [row[0] for row in told] == [value.label for value in defaults().values()]
    assert all(row[1] and row[3] for row in told)
    assert shown(dialog)[1:] == ["32学时", "", defaults()[KEY].source]


def test_a_value_that_is_changed_goes_at_once_and_shows_what_it_was(dialog, page, sample_desk):
    type_into(dialog, "16")
    assert shown(dialog)[1:3] == ["16学时", "32学时"]
    assert kept(sample_desk) == {KEY: "16"}
    hours = next(o for o in page._outcomes if o.rule.name == "hours_of_study")
    assert hours.findings == ()
    assert sample_desk.store.undoable() == "把自查参数“党员每年集中学习培训一般至少”改为16学时"


def test_what_cannot_be_read_is_said_and_changes_nothing(dialog, sample_desk):
    for text in ("abc", "-3", ""):
        type_into(dialog, text)
        assert dialog._said.text()
    assert (shown(dialog)[1], kept(sample_desk)) == ("32学时", {})


def test_a_value_is_put_back_by_its_button_by_delete_or_by_typing_it(dialog, sample_desk):
    type_into(dialog, "16")
    press(dialog, "恢复原值")
    assert (shown(dialog)[1], kept(sample_desk)) == ("32学时", {})
    type_into(dialog, "16")
    QTest.keyClick(dialog._table, Qt.Key.Key_Delete)
    assert kept(sample_desk) == {}
    type_into(dialog, "16")
    type_into(dialog, "32")
    assert kept(sample_desk) == {}
    assert sample_desk.undo() == "恢复自查参数“党员每年集中学习培训一般至少”"
    assert kept(sample_desk) == {KEY: "16"}


def test_the_reason_for_another_value_is_written_beside_it(dialog, sample_desk):
    type_into(dialog, "16")
    type_into(dialog, "区委组织部通知", Column.SOURCE)
    assert shown(dialog)[3] == "区委组织部通知"
    assert [row.note for row in sample_desk.store.entries(KIND)] == ["区委组织部通知"]


def test_a_reason_is_never_taken_for_markup(dialog):
    type_into(dialog, "16")
    type_into(dialog, "<b>a</b>", Column.SOURCE)
    tip = dialog._model.index(ROW, Column.SOURCE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>&lt;b&gt;a&lt;/b&gt;</qt>"


def test_values_are_found_by_their_words_and_by_pinyin(dialog):
    for words in ("学时", "xueshi", "xs"):
        dialog._words.setFocus()
        dialog._words.clear()
        for letter in words if words.isascii() else "":
            QTest.keyClick(dialog._words, letter)
        if not words.isascii():
            compose(dialog._words, words)
        seen = [r for r in range(dialog._model.rowCount()) if not dialog._table.isRowHidden(r)]
        assert ROW in seen
        assert len(seen) < dialog._model.rowCount() / 2


def test_a_value_that_the_search_hides_is_not_put_back(dialog, sample_desk):
    type_into(dialog, "16")
    dialog._words.setFocus()
    compose(dialog._words, "党费")
    assert not dialog._restore.isEnabled()
    QTest.keyClick(dialog._table, Qt.Key.Key_Delete)
    assert kept(sample_desk) == {KEY: "16"}
    dialog._words.clear()
    assert dialog._restore.isEnabled()


def test_a_value_that_no_longer_means_anything_is_shown_as_the_first_one(sample_desk, page):
    sample_desk.save(RuleValue(key=KEY, value="三十二"), RuleValue(key="没有.这项", value="1"))
    page._values.trigger()
    dialog = page.findChild(ValuesDialog)
    assert shown(dialog)[1] == "32学时"
    dialog.close()
