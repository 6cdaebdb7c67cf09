"""Typing as a Chinese input method does: composing first, then committing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent


def preedit(widget, text):
    """Leave text in the making, as while a candidate is being picked; empty gives it up."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit_text(widget, text):
    """End the making of text with this."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def compose(widget, text, *, letters="zhi'wei'hui", commit=True):
    """Type letters, turn them into text, and commit it unless it shall stay in the making."""
    for end in range(1, len(letters) + 1):
        preedit(widget, letters[:end])
    preedit(widget, text)
    if commit:
        commit_text(widget, text)
