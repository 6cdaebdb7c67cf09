"""Texts whose place is gone: kept, listed, copied, deleted on demand, back where they were."""

import pytest
from desk.report.opened import (
    editor,
    edits,
    go_to,
    lines,
    notes,
    opened,
    outline,
    said,
    supplements,
    write_at_end,
)
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from secretary_desk.desk.page import Place
from secretary_desk.desk.report.outline_pane import UNUSED
from secretary_desk.kinds.passage_edit import PassageEdit
from secretary_desk.kinds.supplement import Supplement
from secretary_desk.records.record import ref

PLANS, ADDED = "下一步打算", "我每周去两次。"


@pytest.fixture
def page(qtbot, sample_desk):
    return opened(qtbot, sample_desk)


@pytest.fixture
def vanished(page):
    """The page after the entry of an edited passage was deleted, and the passage's key."""
    go_to(page, PLANS)
    key = next(iter(page._passage._cards))
    write_at_end(page, key, ADDED)
    assert page.leave()
    page._desk.delete(ref(page._report.passages[key].entry))
    return page, key


def is_listed(page):
    return any(line.startswith(UNUSED) for line in lines(page))


def cards(page):
    """Return what the cards say under the hint."""
    return [label.text() for label in page._passage.unused.findChildren(QLabel)][1:]


def press_button(page, words):
    found = page._passage.unused.findChildren(QPushButton)
    QTest.mouseClick(next(b for b in found if b.text() == words), Qt.MouseButton.LeftButton)


def test_an_edit_of_a_passage_that_is_gone_is_kept_and_listed(vanished):
    page, key = vanished
    assert key in edits(page)
    assert ADDED not in said(page)
    go_to(page, UNUSED)
    where, text = cards(page)
    assert where.startswith("改写：")
    assert text.endswith(ADDED)
    assert "{{" not in text


def test_its_words_are_copied(vanished):
    page, _ = vanished
    go_to(page, UNUSED)
    told = notes(page)
    press_button(page, "复制")
    assert QGuiApplication.clipboard().text() == cards(page)[1]
    assert told == ["已复制这段文字"]


def test_it_goes_only_when_it_is_deleted_and_undo_brings_it_back(vanished):
    page, key = vanished
    go_to(page, UNUSED)
    press_button(page, "删除")
    assert edits(page) == {}
    assert not is_listed(page)
    page._desk.undo()
    assert is_listed(page)
    assert key in edits(page)


def test_it_is_back_in_its_place_with_the_entry(vanished):
    page, key = vanished
    page._desk.undo()
    assert not is_listed(page)
    go_to(page, PLANS)
    assert editor(page, key).toPlainText().endswith(ADDED)
    assert ADDED in said(page)


def test_the_page_can_be_led_to_it(vanished):
    page, key = vanished
    page.show_place(Place("report", entry=ref(edits(page)[key])))
    assert outline(page).key() == UNUSED
    page._desk.undo()
    page.show_place(Place("report", entry=ref(edits(page)[key])))
    assert outline(page).key() == PLANS


def test_what_is_typed_when_its_entry_goes_is_kept_too(page):
    go_to(page, PLANS)
    key = next(iter(page._passage._cards))
    write_at_end(page, key, "我每周去。")
    write_at_end(page, key, "两次", commit=False)
    page._desk.delete(ref(page._report.passages[key].entry))
    assert page.leave()
    assert edits(page)[key].text.endswith("我每周去。两次")
    assert is_listed(page)


def test_a_supplement_without_a_section_is_listed_and_goes_only_when_asked(page):
    page._desk.save(Supplement(year=2026, section="旧提纲/某一节", text="<b>留着</b>"))
    assert is_listed(page)
    go_to(page, UNUSED)
    assert cards(page) == ["补充：旧提纲 · 某一节", "<b>留着</b>"]
    press_button(page, "删除")
    assert not is_listed(page)
    assert "旧提纲/某一节" not in supplements(page)
    page._desk.undo()
    assert is_listed(page)


def test_it_is_named_as_people_know_it_and_not_by_its_id(page):
    page._desk.save(Supplement(year=2026, section="自定/班组夜校·78bf6a60", text="留着"))
    page._desk.save(PassageEdit(year=2026, passage="亮点/78bf6a60-0000", text="也留着"))
    go_to(page, UNUSED)
    assert cards(page) == ["补充：班组夜校", "留着", "改写：亮点", "也留着"]


def test_of_two_edits_of_one_passage_the_older_is_listed_and_told_again_without_the_later(page):
    """An import may bring another version of a passage that was edited here."""
    older, later = (
        PassageEdit(year=2026, passage="三会一课", name="三会一课", text=text)
        for text in ("我先写的。", "我后写的。")
    )
    page._desk.save(older)
    page._desk.save(later)
    assert "我后写的。" in said(page)
    assert "我先写的。" not in said(page)
    go_to(page, UNUSED)
    assert cards(page) == ["改写：三会一课", "我先写的。"]
    page._desk.delete(ref(later))
    assert "我先写的。" in said(page)
    assert not is_listed(page)
