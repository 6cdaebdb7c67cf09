"""Garbage of the window is collected on its own thread, whoever works beside it."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from secretary_desk.desk.autosave import Autosave
from secretary_desk.desk.collecting import Collecting, collect


class Ring(QObject):
    """Held by nobody but itself."""

    def __init__(self):
        super().__init__()
        self.me = self


@pytest.fixture
def collecting(qtbot):
    collecting = Collecting(None)
    yield collecting
    collecting.deleteLater()


def made_in_a_thread(count):
    """Make so much in a thread that Python would collect in it."""
    thread = threading.Thread(target=lambda: [[number] for number in range(count)])
    thread.start()
    thread.join()


def test_a_thread_deletes_nothing_of_the_windows(collecting):
    left = weakref.ref(Ring())
    made_in_a_thread(200_000)
    assert left() is not None
    gc.collect()
    assert left() is None


def test_garbage_goes_by_itself_but_not_while_somebody_types(collecting, qtbot):
    left = weakref.ref(Ring())
    kept = [[number] for number in range(gc.get_threshold()[0] + 100)]
    typing = Autosave(None)
    Autosave.waiting.add(typing)
    qtbot.wait(1_300)
    assert left() is not None
    Autosave.waiting.discard(typing)
    qtbot.waitUntil(lambda: left() is None, timeout=3_000)
    assert kept


def test_old_garbage_is_collected_seldom(collecting):
    collect()
    before = gc.get_stats()[2]["collections"]
    for _ in range(10):
        kept = [[number] for number in range(gc.get_threshold()[0] + 100)]
        collect()
    assert kept
    assert gc.get_stats()[2]["collections"] - before <= 1
