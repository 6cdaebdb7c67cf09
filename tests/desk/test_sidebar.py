"""The sidebar: what stands in it, what waits under 更多, what the user pins."""

import pytest
from desk.windows import standing
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from secretary_desk.desk.look import EDGE, SIDE
from secretary_desk.desk.page import Place
from secretary_desk.desk.pages import FOLDING, SIDEBAR
from secretary_desk.kinds.first_agenda import FirstAgenda
from secretary_desk.records.day import Day

# The offscreen platform says so of every menu.
pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing)", extend=True)
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
STANDING = [each.label for group in SIDEBAR.values() for each in group if not each.folds]


def shown(desk, qtbot, size=(1366, 768)):
    window = standing(qtbot, desk, size)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def window(new_desk, qtbot):
    return shown(new_desk, qtbot)


def labels(window):
    return [button.text() for button in window._sidebar.buttons()]


def way(window, label):
    return next(b for b in window._sidebar.buttons() if b.text() == label)


def unfold(window):
    for more in [b for b in window._sidebar.buttons() if b.text().startswith("更多")]:
        QTest.mouseClick(more, LEFT)


def choose_from_menu(button):
    """Choose what a button's menu offers, as by the menu key; return its words."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(button, event)
    shown = [menu for menu in button.findChildren(QMenu) if menu.isVisible()]
    chosen = [(menu, action) for menu in shown for action in menu.actions()]
    for menu, action in chosen:
        menu.close()
        action.trigger()
    return [action.text() for _, action in chosen]


def is_seen(window, button):
    """Whether a button stands in the window whole, not scrolled away."""
    corner = button.mapTo(window, QPoint(0, 0))
    region = button.visibleRegion().boundingRect()
    return region == button.rect() and window.rect().contains(QRect(corner, button.size()))


def test_what_is_not_in_use_waits_under_more(window):
    assert [text for text in labels(window) if not text.startswith("更多")] == STANDING
    folded = sum(int(text[3:-1]) for text in labels(window) if text.startswith("更多"))
    assert folded == len(FOLDING) > 10


def test_more_unfolds_its_group_and_folds_it_again(window):
    before = labels(window)
    unfold(window)
    assert len(labels(window)) == len(STANDING) + len(FOLDING) + 2
    for fold in [b for b in window._sidebar.buttons() if b.text() == "收起"]:
        QTest.mouseClick(fold, LEFT)
    assert labels(window) == before


def test_a_kind_with_an_entry_this_year_stands_there(window):
    assert "第一议题" not in labels(window)
    window.desk.save(FirstAgenda(held_on=Day("2026-03-05"), studied="学习内容"))
    assert "第一议题" in labels(window)
    window.desk.set_year(2025)
    assert "第一议题" not in labels(window)
    window.desk.set_year(2026)
    window.desk.undo()
    assert "第一议题" not in labels(window)


def test_the_page_that_is_shown_stands_there_while_it_is(window):
    window.go(Place("talk"))
    assert way(window, "谈心谈话").isChecked()
    window.go(Place("person"))
    assert "谈心谈话" not in labels(window)


def test_what_is_pinned_stands_there_also_the_next_time(window, new_desk, qtbot):
    unfold(window)
    pin = way(window, "走访调研").findChild(QToolButton)
    assert pin.isVisible()
    QTest.mouseClick(pin, LEFT)
    assert window.page.title == "年历"
    again = shown(new_desk, qtbot)
    assert "走访调研" in labels(again)
    assert not way(again, "走访调研").findChild(QToolButton).isVisible()


def test_the_menu_key_pins_and_unpins(window):
    unfold(window)
    assert choose_from_menu(way(window, "谈心谈话")) == ["固定在侧栏"]
    assert window.desk.memory.pins() == ["talk"]
    for fold in [b for b in window._sidebar.buttons() if b.text() == "收起"]:
        QTest.mouseClick(fold, LEFT)
    assert choose_from_menu(way(window, "谈心谈话")) == ["不再固定"]
    assert window.desk.memory.pins() == []
    assert "谈心谈话" not in labels(window)


def test_what_stands_always_offers_no_pin(window):
    assert choose_from_menu(way(window, "三会一课")) == []


def test_pins_of_pages_that_are_no_more_do_no_harm(new_desk, qtbot):
    new_desk.memory.keep_pins(["talk", "gone"])
    assert "谈心谈话" in labels(shown(new_desk, qtbot))


def test_arrow_keys_walk_through_all_that_stands_there_and_space_enters(window):
    way(window, "年历").setFocus()
    walked = []
    for _ in labels(window):
        walked.append(window.focusWidget().text())
        QTest.keyClick(window.focusWidget(), KEY.Key_Down)
    assert walked == labels(window)
    assert window.focusWidget() is way(window, "年历")
    for _ in range(labels(window).index("三会一课")):
        QTest.keyClick(window.focusWidget(), KEY.Key_Down)
    QTest.keyClick(window.focusWidget(), KEY.Key_Space)
    assert window.page.title == "三会一课"


def test_arrow_keys_walk_into_what_is_unfolded_and_bring_it_into_sight(new_desk, qtbot):
    window = shown(new_desk, qtbot, (1093, 614))
    more = next(b for b in window._sidebar.buttons() if b.text().startswith("更多"))
    more.setFocus()
    QTest.keyClick(more, KEY.Key_Space)
    assert more.hasFocus()
    QApplication.processEvents()
    for _ in labels(window):
        QTest.keyClick(window.focusWidget(), KEY.Key_Down)
        assert is_seen(window, window.focusWidget()), window.focusWidget().text()


@pytest.mark.parametrize("primary", ["年历", "述职报告"])
def test_the_primary_entrances_never_scroll_away(new_desk, qtbot, primary):
    window = shown(new_desk, qtbot, (1093, 614))
    window._sidebar.set_branch("第三分公司机电安装项目部联合党支部" * 3, is_sample=True)
    unfold(window)
    QApplication.processEvents()
    bar = window._sidebar._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    assert is_seen(window, way(window, primary))


def test_without_need_nothing_scrolls(new_desk, qtbot):
    window = shown(new_desk, qtbot, (1093, 614))
    QApplication.processEvents()
    assert window._sidebar._scroll.verticalScrollBar().maximum() == 0
    assert all(is_seen(window, button) for button in window._sidebar.buttons())


def test_nothing_in_the_sidebar_is_cut_off(window):
    window._sidebar.set_branch("第三分公司机电安装项目部联合党支部" * 3, is_sample=True)
    unfold(window)
    sidebar = window._sidebar
    for part, room in ((sidebar._top, sidebar), (sidebar._rest, sidebar._scroll.viewport())):
        assert part.minimumSizeHint().width() <= room.width()
    for button in sidebar.buttons():
        pin = button.findChild(QToolButton)
        room = button.width() - (pin.width() + 6 if pin and pin.isVisible() else 0)
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert 3 + 13 + button.iconSize().width() + 4 + words <= room, button.text()


@pytest.mark.parametrize("size", [(1366, 768), (1229, 691), (1093, 614)])
def test_every_way_keeps_its_height_and_its_place_from_page_to_page(new_desk, qtbot, size):
    window = shown(new_desk, qtbot, size)

    def places():
        QApplication.processEvents()
        ways = [each for each in window._sidebar.buttons() if each.text() in STANDING]
        return {each.text(): (each.mapTo(window, QPoint(0, 0)).y(), each.height()) for each in ways}

    before = places()
    for page in ("study_meeting", "check", "person", "branch", "report", "history", "calendar"):
        window.go(Place(page))
        assert places() == before, page
    window.go(Place("talk"))
    assert {high for _, high in places().values()} == {high for _, high in before.values()}


def test_a_line_shows_where_ways_have_gone_under_the_first_group(new_desk, qtbot):
    window = shown(new_desk, qtbot, (1093, 614))
    unfold(window)
    QApplication.processEvents()
    scroll = window._sidebar._scroll
    edges = set()
    for place in (0, 12, 0):
        scroll.verticalScrollBar().setValue(place)
        QApplication.processEvents()
        image = scroll.grab().toImage()
        edges.add((place, image.pixelColor(image.width() // 2, 0).name()))
    assert edges == {(0, SIDE.lower()), (12, EDGE.lower())}
