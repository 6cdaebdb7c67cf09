"""Where file dialogs begin: where the user was last, else in his documents, never in ours."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from secretary_desk.desk.ask import Ask
from secretary_desk.desk.memory import Memory, documents


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home whose folder for documents is there only once it is made."""
    monkeypatch.setattr(
        QStandardPaths, "writableLocation", staticmethod(lambda _: str(tmp_path / "文档"))
    )
    monkeypatch.setattr(Path, "home", staticmethod(lambda: tmp_path))
    return tmp_path


def test_the_documents_are_where_they_are_there(home):
    assert documents() == home
    (home / "文档").mkdir()
    assert documents() == home / "文档"


def test_a_folder_saved_into_is_remembered_though_it_is_home_itself(home):
    (home / "文档").mkdir()
    memory = Memory(home / "memory.ini")
    assert memory.folder() == home / "文档"
    memory.keep_folder(home)
    assert Memory(home / "memory.ini").folder() == home


def test_files_are_looked_for_again_where_they_were_found_last(qapp, home, monkeypatch):
    (home / "文档").mkdir()
    asked, found = [], str(home / "照片" / "1.jpg")

    def answered(_over, _title, folder, _patterns):
        asked.append(Path(folder))
        return [found], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(answered))
    ask = Ask()
    ask.open_files("添加附件", ["照片 (*.jpg)"])
    ask.open_files("添加附件", ["照片 (*.jpg)"])
    assert asked == [home / "文档", home / "照片"]
