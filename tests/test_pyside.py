"""PySide6 6.12.0 lost a reference to None per void call; the version in use must not."""

import sys

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

CALLS = 300


@pytest.mark.usefixtures("qapp")
def test_void_calls_lose_no_reference_to_none():
    """From Python 3.12 on None is immortal: nothing can be lost, and this cannot fail."""
    document = QTextDocument()
    cursor = QTextCursor(document)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        cursor.insertText("党")
        document.setModified(False)
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


@pytest.mark.usefixtures("qapp")
def test_what_is_handed_to_qt_is_given_back():
    document, text = QTextDocument(), "述职报告" * 2
    cursor = QTextCursor(document)
    before = sys.getrefcount(text)
    for _ in range(CALLS):
        cursor.insertText(text)
    assert sys.getrefcount(text) == before
    assert document.characterCount() == CALLS * len(text) + 1
