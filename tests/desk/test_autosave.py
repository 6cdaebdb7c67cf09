"""Typing is saved after a pause, and also while it goes on without one."""

import pytest
from PySide6.QtCore import QObject, QTimer

from secretary_desk.desk.autosave import AUTOSAVE, LONGEST, Autosave


@pytest.fixture
def owner(qapp):
    return QObject()


def test_a_pause_saves_once(owner, qtbot):
    autosave = Autosave(owner)
    with qtbot.waitSignal(autosave.due, timeout=AUTOSAVE * 3):
        autosave.start()
    with qtbot.assertNotEmitted(autosave.due, wait=LONGEST):
        pass


def test_typing_without_a_pause_is_saved_again_and_again(owner, qtbot):
    autosave, saves = Autosave(owner), []
    autosave.due.connect(lambda: saves.append(1))
    typing = QTimer(owner, interval=40)
    typing.timeout.connect(autosave.start)
    typing.start()
    qtbot.waitUntil(lambda: len(saves) == 2, timeout=LONGEST * 3)
    typing.stop()
    autosave.stop()


def test_what_is_saved_meanwhile_is_not_saved_again(owner, qtbot):
    autosave = Autosave(owner)
    with qtbot.assertNotEmitted(autosave.due, wait=LONGEST + 100):
        autosave.start()
        autosave.stop()
