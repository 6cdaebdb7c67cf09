"""A dressed application, desks on archives of their own, and a program in a home of its own."""

import gc
from datetime import datetime
from itertools import count

import pytest
from desk.answering import Answering
from PySide6.QtWidgets import QApplication
from sample import sample_archive

from secretary_desk.desk.desk import Desk
from secretary_desk.desk.look import dress
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.program import Program
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store

NOW = datetime(2026, 11, 21, 9)
_TESTS, _SELDOM = count(1), 50  # how often old garbage is collected too


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application as the program dresses it."""
    dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _collecting_on_this_thread_alone():
    """As in the program: a thread that reads files must not delete what is left of a window.

    Some threads outlive their test, so that only a test of something else lets Python collect by
    itself again (``pytest_runtest_setup`` above).
    """
    gc.disable()
    yield
    gc.collect(2 if next(_TESTS) % _SELDOM == 0 else 1)


def hide_windows() -> None:
    """Leave nothing on the screen that would ask an archive once it is closed."""
    for window in QApplication.topLevelWidgets():
        window.hide()


@pytest.fixture
def sample_desk(qtbot, tmp_path):
    """A desk on the sample archive, on 21 November of its year."""
    with Store.open(sample_archive(tmp_path)) as store:
        yield Desk(store, Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
        hide_windows()


@pytest.fixture
def new_desk(qtbot, tmp_path):
    """A desk on a new archive, which holds what the first start asked."""
    with create_archive(tmp_path / "新.sdesk", "第一党支部", "张三", None, 2026) as store:
        yield Desk(store, Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
        hide_windows()


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own, for the folder in which archives are placed."""
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def program(home, qtbot):
    """The program in that home, which is left in the end."""
    made = Program(Memory(home / "memory.ini"), Answering(), now=lambda: NOW)
    yield made
    made.leave()
