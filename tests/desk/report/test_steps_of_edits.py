"""Edits of one passage are steps that a user would call so: undo takes back one at a time."""

import pytest
from desk.report.opened import MEETINGS, editor, edits, go_to, opened, tool, type_over, write_at_end
from PySide6.QtTest import QTest

from secretary_desk.desk.report.saving import REST

TALKS = "三会一课"


@pytest.fixture
def page(qtbot, sample_desk):
    page = opened(qtbot, sample_desk)
    page._saving._clock = lambda: page.seconds
    page.seconds = page._saving._edited
    go_to(page, MEETINGS)
    return page


def written(page, text, after=1):
    """Write at the end of a passage some seconds after what was written last, and save it."""
    page.seconds += after
    write_at_end(page, TALKS, text)
    assert page._saving.save()


def undone(page):
    """Take back a step, and return the passage as it reads then."""
    page._desk.undo()
    return editor(page, TALKS).toPlainText()


def test_what_is_written_in_one_go_is_one_step(page):
    before = editor(page, TALKS).toPlainText()
    for letters in ("abc", "def", "ghi"):
        written(page, letters)
    assert undone(page) == before


def test_after_a_rest_another_step_begins(page):
    before = editor(page, TALKS).toPlainText()
    written(page, "abc")
    written(page, "def", after=REST)
    assert undone(page) == f"{before}abc"
    assert undone(page) == before


def test_coming_back_from_another_passage_is_another_step(page):
    before = editor(page, TALKS).toPlainText()
    page.seconds += 1
    write_at_end(page, TALKS, "abc")
    other = next(key for key in page._passage._cards if key != TALKS)
    editor(page, other).setFocus()  # what was written is not saved yet
    assert page._saving.save()
    written(page, "def")
    assert undone(page) == f"{before}abc"
    assert undone(page) == before


def test_a_number_typed_over_a_figure_is_a_step_of_its_own(page):
    before = editor(page, TALKS).toPlainText()
    written(page, "abc")
    box = type_over(page, "4次", "9")
    assert page._saving.save()
    QTest.keyClicks(box, "3")
    assert page._saving.save()
    assert "开了93，" in box.toPlainText()
    assert undone(page) == f"{before}abc"
    assert undone(page) == before


def test_a_figure_put_in_is_a_step_of_its_own(page, monkeypatch):
    from secretary_desk.desk.report.figures import picker
    from secretary_desk.report.template import Reference

    before = editor(page, TALKS).toPlainText()
    page.seconds += 1
    write_at_end(page, TALKS, "abc")
    monkeypatch.setattr(picker.FigurePicker, "exec", lambda _: True)
    monkeypatch.setattr(picker.FigurePicker, "reference", lambda _: Reference("三会一课.党课"))
    tool(page, "插入数据")
    assert page._saving.save()
    assert editor(page, TALKS).toPlainText() != f"{before}abc"
    assert undone(page) == f"{before}abc"
    assert undone(page) == before
    assert edits(page) == {}


def test_the_sample_offers_nothing_to_take_back(sample_desk):
    assert sample_desk.store.undoable() is None
