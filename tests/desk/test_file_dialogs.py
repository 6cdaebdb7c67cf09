"""Where file dialogs begin: where the user was last, else in his documents, never in ours."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QToolButton, QTreeView

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


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says it
@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_qts_own_file_dialog_speaks_chinese_throughout(qtbot, tmp_path, mode):
    (tmp_path / "档案").mkdir()
    dialog = QFileDialog(None, "打开档案", str(tmp_path), "全部 (*)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setAcceptMode(mode)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = dialog.findChild(QTreeView)
    model = tree.model()
    qtbot.waitUntil(lambda: model.rowCount(tree.rootIndex()) == 1)
    kinds = (QLabel, QPushButton, QToolButton)
    said = [each.text() or each.toolTip() for kind in kinds for each in dialog.findChildren(kind)]
    said += [model.headerData(place, Qt.Orientation.Horizontal) for place in range(4)]
    said.append(model.index(0, 2, tree.rootIndex()).data())
    assert {words for words in said if words.isascii()} <= {""}
    assert {"查找范围(&L)：", "文件名称(&N)：", "文件类型(&T)：", "文件夹", "取消"} <= set(said)
