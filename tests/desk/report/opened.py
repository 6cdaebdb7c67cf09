"""A report page opened for a test, and what a user does on it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from typing_chinese import compose

from secretary_desk.desk.report.editor.chips import Look
from secretary_desk.desk.report.page import ReportPage
from secretary_desk.kinds import SUPPLEMENT, passage_edit
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
    qtbot.waitUntil(page.isActiveWindow)
    return page


def put_away(page):
    """Stop what would still be saved after a test."""
    page._saving.stop()
    page._pause.stop()


def press(widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def outline(page):
    return page._panes.outline


def go_to(page, key):
    """Click on a part."""
    view = outline(page)
    assert key in view._keys(), f"no part {key}"
    line = view.model().index(view._keys().index(key), 0)
    view.scrollTo(line)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(line).center())
    assert view.key() == key
    lay_out(page)


def lines(page):
    """Return the outline as it reads: words, length, gaps."""
    model = outline(page).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows]


def heading(page):
    return page._passage._heading.text()


def editors(page):
    """Return the boxes of the part by the keys of their passages, the supplement's last."""
    return {key: card.editor for key, card in page._passage._cards.items()}


def lay_out(page):
    """Wait until every passage is as high as its text."""
    boxes = [each for each in editors(page).values() if page._passage.isVisible()]

    def fits():
        return all(each.isVisible() and each.height() == each.sizeHint().height() for each in boxes)

    for _ in range(200):
        if fits():
            return
        QTest.qWait(5)
    raise AssertionError("the passages do not come to rest")


def card(page, key):
    return page._passage._cards[key]


def editor(page, key):
    return editors(page)[key]


def words(page):
    """Return the passages of the part as they read."""
    return "\n".join(filter(None, (each.toPlainText() for each in editors(page).values())))


def chips(page):
    """Yield every figure, quotation and typed number of the part with the box it stands in."""
    for each in editors(page).values():
        block = each.document().begin()
        while block.isValid():
            parts = each._text.parts(block)
            yield from ((each, part) for part in parts if part.look is not Look.WORDS)
            block = block.next()


def chip(page, text):
    """Return the first chip that reads so and the box it stands in."""
    box, part = next((found for found in chips(page) if found[1].text == text), (None, None))
    assert box is not None, f"no {text}"
    return box, part


def at_chip(page, text):
    """Return the box with a chip that reads so, and a point on it, brought into view."""
    lay_out(page)
    box, part = chip(page, text)
    cursor = QTextCursor(box.document())
    for position in range(part.start, part.end + 1):
        cursor.setPosition(position)
        for aside in (3, -3):
            at = box.cursorRect(cursor).center() + QPoint(aside, 0)
            if box._under(at) == part:
                page._passage._scroll.ensureVisible(*into_column(page, box, at).toTuple())
                assert box.viewport().visibleRegion().contains(at)
                return box, at
    raise AssertionError(f"{text} is not to be hit")


def into_column(page, box, at):
    """Return a point of a box in what is scrolled."""
    return box.viewport().mapTo(page._passage._scroll.widget(), at)


def click(page, text):
    """Click on a figure, a quotation or a typed number of the passages."""
    box, at = at_chip(page, text)
    QTest.mouseClick(box.viewport(), LEFT, pos=at)
    return box


def double_click(page, text):
    """Click twice on a figure, as a mouse does."""
    box = click(page, text)
    _, at = at_chip(page, text)
    QTest.mouseDClick(box.viewport(), LEFT, pos=at)


def type_over(page, text, typed):
    """Select a chip and type a number over it."""
    box, part = chip(page, text)
    cursor = box.textCursor()
    cursor.setPosition(part.start)
    cursor.setPosition(part.end, QTextCursor.MoveMode.KeepAnchor)
    box.setFocus()
    box.setTextCursor(cursor)
    compose(box, typed)
    return box


def write_at_end(page, key, text, *, commit=True):
    """Go to the end of a passage and type: ASCII with keys, Chinese composed."""
    box = editor(page, key)
    box.setFocus()
    press(box, Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)
    if text.isascii():
        QTest.keyClicks(box, text)
    else:
        compose(box, text, commit=commit)
    return box


def empty(box):
    """Delete a whole text."""
    box.setFocus()
    press(box, Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    press(box, Qt.Key.Key_Delete)


def delete_behind(page, text, row=0):
    """Delete one of the entries behind a figure, as another page would."""
    click(page, text)
    place = page._passage.behind.places()[row]
    page._desk.delete(place.entry)
    return place.entry


def edits(page):
    """Return the user's versions in the archive by the keys of their passages."""
    found = page._desk.store.entries(passage_edit.KIND)
    assert len({edit.passage for edit in found}) == len(found)
    return {edit.passage: edit for edit in found}


def tool(page, words):
    """Press a button of the page by its words."""
    shown = (b for b in page.findChildren(QPushButton) if b.isVisible())
    QTest.mouseClick(next(b for b in shown if words in b.text()), LEFT)


def can(page, words):
    """Whether a button of the page can be pressed."""
    shown = (b for b in page.findChildren(QPushButton) if b.isVisible())
    return next(b for b in shown if words in b.text()).isEnabled()


def notes(page):
    """Return the list of notes that the page gives from now on."""
    noted = []
    page.noted.connect(noted.append)
    return noted


def leads(page):
    """Return the list of places to which the page leads from now on."""
    places = []
    page.wanted.connect(places.append)
    return places


def behind(page):
    """Return the heading and the lines of the card under the passages."""
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
    key, found = list(editors(page).items())[-1]
    assert key.startswith("补充/")
    return found


def supplements(page):
    return {e.section: e.text for e in page._desk.store.entries(SUPPLEMENT) if e.text}


def said(page):
    """Return the report's text as the page shows it."""
    blocks = (b for b in page._document.blocks if hasattr(b, "runs"))
    return "\n".join(text_of(block.runs) for block in blocks)


def status(page):
    """Return what the line over the panes tells."""
    panes = page._panes
    told = (panes._pages, panes._status, panes._gaps, panes._drifted)
    return " ".join(each.text() for each in told if each.isVisible())
