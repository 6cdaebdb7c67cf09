"""A report page opened for a test, and what a user does on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from secretary_desk.desk.report.page import ReportPage
from secretary_desk.kinds import SUPPLEMENT
from secretary_desk.report.document import text_of

MEETINGS = "履职情况/严肃党内组织生活"
WIDE, NARROW = (1176, 714), (903, 560)
LEFT = Qt.MouseButton.LeftButton


def opened(qtbot, desk, size=WIDE):
    """Return the page of a desk's report, shown and active."""
    page = ReportPage(desk)
    desk.changed.connect(page.refresh)
    qtbot.addWidget(page, before_close_func=put_away)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def put_away(page):
    """Stop what would still be saved after a test."""
    page._autosave.stop()
    page._pause.stop()


def press(widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def outline(page):
    return page._panes.outline


def go_to(page, key):
    """Walk to a part with the arrow keys."""
    press(outline(page), Qt.Key.Key_Home)
    while outline(page).key() != key:
        before = outline(page).key()
        press(outline(page), Qt.Key.Key_Down)
        assert outline(page).key() != before, f"no part {key}"


def lines(page):
    """Return the outline as it reads: words, length, gaps."""
    model = outline(page).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]


def heading(page):
    return page._passage._heading.text()


def words(page):
    return page._passage.text.toPlainText()


def stop(page, text):
    """Return the place in the passage that can be chosen and reads so."""
    for found in page._passage.text._stops:
        if page._passage.text.toPlainText()[found.start : found.end] == text:
            return found
    raise AssertionError(f"{text} cannot be chosen")


def click(page, text):
    """Click on a figure, a quotation or a gap of the passage."""
    view, place = page._passage.text, stop(page, text)
    view.go_to(place.block, place.run)
    QTest.mouseClick(view.viewport(), LEFT, pos=_seen(view, place))


def _seen(view, place):
    """Return a point on a stop's words, which may stand on two lines."""
    cursor = view.textCursor()
    for position in range(place.start, place.end + 1):
        cursor.setPosition(position)
        for aside in (3, -3):
            at = view.cursorRect(cursor).center() + QPoint(aside, 0)
            if view.viewport().rect().contains(at) and view._under(at) == place:
                return at
    raise AssertionError(f"{place} is not in view")


def behind(page):
    """Return the heading and the lines of the card under the passage."""
    card = page._passage.behind
    if card.isHidden():
        return "", []
    return card._heading.text(), [line.text for line in card._list._lines]


def open_line(page, row):
    """Click on a line of that card."""
    view = page._passage.behind._list
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)


def box(page):
    """Return the box in which the supplement is typed."""
    return page._passage._field.focusProxy()


def supplements(page):
    return {e.section: e.text for e in page._desk.store.entries(SUPPLEMENT) if e.text}


def said(page):
    """Return the report's text as the page shows it."""
    blocks = (b for b in page._document.blocks if hasattr(b, "runs"))
    return "\n".join(text_of(block.runs) for block in blocks)


def status(page):
    return f"{page._panes._status.text()} {page._panes._gaps.text()}"
