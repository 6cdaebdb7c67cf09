"""A reason typed in 自查 while the archive can no longer be written: it is still there."""

import pytest
from desk.checking.test_check_page import ALT, KEY, SECOND, answers, go_down_to, press, shown
from typing_chinese import compose

from secretary_desk.desk.page import Place
from secretary_desk.errors import DeskError

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)


@pytest.fixture
def window(sample_desk, qtbot):
    return shown(sample_desk, qtbot)


@pytest.fixture
def page(window):
    return window.page


def shut(desk):
    """Let the archive take nothing more, as on a disk that is read-only by now."""
    desk.store._db.execute("PRAGMA query_only = ON")


def test_a_reason_that_cannot_be_saved_stays_when_going_on_and_says_why(page, sample_desk, qtbot):
    go_down_to(page, SECOND)
    press(KEY.Key_S, ALT)
    compose(page._detail._reason, "外出施工")
    shut(sample_desk)
    page._tree.setFocus()
    press(KEY.Key_Down)
    qtbot.waitUntil(lambda: page._tree.line().key == SECOND)
    assert page._detail._reason.text() == "外出施工"
    assert "只读" in page._detail._failure.text()
    assert page._detail._failure.isVisible()
    sample_desk.store._db.execute("PRAGMA query_only = OFF")
    press(KEY.Key_Down)
    assert answers(sample_desk) == ["外出施工"]
    assert page._tree.line().key != SECOND
    assert not page._detail._failure.text()


@pytest.mark.parametrize(("answer", "stays"), [("返回修改", True), ("放弃说明", False)])
def test_a_reason_that_cannot_be_saved_is_asked_about_before_leaving(
    window, page, sample_desk, answer, stays
):
    go_down_to(page, SECOND)
    press(KEY.Key_S, ALT)
    compose(page._detail._reason, "外出施工", commit=False)
    shut(sample_desk)
    sample_desk.ask.answers.append(answer)
    assert window.go(Place("history")) is not stays
    assert "还没有保存" in sample_desk.ask.asked[-1]
    assert page._detail._reason.text() == ("外出施工" if stays else "")
    page._detail.give_up()


def test_nothing_is_printed_without_a_reason_that_could_not_be_saved(page, sample_desk):
    go_down_to(page, SECOND)
    press(KEY.Key_S, ALT)
    compose(page._detail._reason, "外出施工")
    shut(sample_desk)
    with pytest.raises(DeskError, match="只读"):
        page._exits._document()
    page._detail.give_up()
