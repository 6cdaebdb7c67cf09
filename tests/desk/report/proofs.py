"""Findings about a small report, and a user at the pane that lists them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from secretary_desk.desk.report.proofing.findings_list import ProofList
from secretary_desk.desk.report.proofing.painter import MARK
from secretary_desk.desk.report.proofing.pane import ProofPane
from secretary_desk.records.finding import Finding
from secretary_desk.records.record import Ref
from secretary_desk.report.document import Document, Heading, Own, Paragraph, Title, Wording

LEFT, KEY = Qt.MouseButton.LeftButton, Qt.Key
TEXTS = (
    "二、履职情况",
    "我坚持把会开实。召开支部委员会12次，每次先学后议。党员31名，其中正式党员29名、预备党员3名。",
    "成效显著。台风𠮷到来前，，排查隐患。",
)


def document(*texts):
    title = Title(((Wording("2026年度述职报告"),),))
    heading = Heading(1, (Wording(texts[0]),))
    told = [Paragraph((Own(text[:5]), Own(text[5:])), "三会一课") for text in texts[1:]]
    return Document("第一党支部", "张三", 2026, (title, heading, *told))


def found(check, text, block, words, weight="应改", entries=(), texts=TEXTS):
    """Return a finding about words of a block, in the sentence that they stand in."""
    start = texts[block - 1].index(words)
    begun = texts[block - 1].rfind("。", 0, start) + 1
    sentence = texts[block - 1][begun:].partition("。")
    passage = "" if block == 1 else "三会一课"
    end = start + len(words)
    return Finding(check, text, "".join(sentence[:2]), passage, block, start, end, entries, weight)


TYPED = found("手填数字", "手填12次，记录里是13次", 2, "12次", entries=(Ref("study_meeting", "1"),))
SUM = found("合计不符", "29名加3名是32名，前面说31名", 2, "31名，其中正式党员29名、预备党员3名")
MARKS = found("标点", "“，，”重复了", 3, "，，")
PRAISE = found("空话", "“显著”没有数字", 3, "显著", "提示")
WHOLE = Finding("第一人称", "说“我”太少", "2026年度述职报告", "", 0, 0, 0, (), "提示")


def opened(qtbot):
    """Return a pane in an active window, as wide as it is beside the report."""
    made = ProofPane()
    qtbot.addWidget(made)
    made.resize(420, 480)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    return made


def show(pane, *findings, answered=()):
    pane.show_findings(findings, answered, document(*TEXTS))


def lists(pane):
    return pane.findChildren(ProofList)


def lines(view):
    """Return what a reader of the screen hears, line by line."""
    model = view.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def current(pane):
    return lists(pane)[0].finding()


def open_by_mouse(view, row):
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)


def button(pane, words):
    shown = (b for b in pane.findChildren(QPushButton) if b.text().strip().startswith(words))
    return next(b for b in shown if b.isVisible())


def is_shown(pane, words):
    buttons = pane.findChildren(QPushButton)
    return any(b.isVisible() and b.text().strip().startswith(words) for b in buttons)


def press(pane, words):
    QTest.mouseClick(button(pane, words), LEFT)


def box(pane, name):
    return next(b for b in pane.findChildren(QLineEdit) if b.accessibleName() == name)


def labels(pane):
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


def marked_columns(view):
    """Return the pixel columns in which a place is marked."""
    picture = view.viewport().grab().toImage()
    rows, columns = range(picture.height()), range(picture.width())
    return [x for x in columns if any(picture.pixelColor(x, y) == QColor(MARK) for y in rows)]
