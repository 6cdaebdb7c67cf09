"""The window opened on what is no sound archive: told, never written, and no lock left behind."""

import pytest
from desk.answering import Answering
from desk.conftest import NOW
from PySide6.QtWidgets import QDialog, QLabel
from store.backing import archive_with_photo
from store.spoiled import SPOILED, marks

from secretary_desk.desk.memory import Memory
from secretary_desk.desk.program import Program


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return archive_with_photo(tmp_path_factory.mktemp("a")).read_bytes()


@pytest.mark.parametrize("kind", SPOILED)
def test_the_window_leaves_what_is_no_archive_byte_for_byte(
    qtbot, tmp_path, monkeypatch, whole, kind
):
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "家"))
    folder = tmp_path / "甲"
    folder.mkdir()
    archive = folder / "第一党支部.sdesk"
    archive.write_bytes(whole)
    SPOILED[kind](archive)
    before = marks(folder)
    program = Program(Memory(tmp_path / "memory.ini"), Answering(), now=lambda: NOW)
    try:
        assert not program.open(archive)
        assert program.window is None
        dialogs = [w for w in (program._offering.dialog,) if isinstance(w, QDialog)]
        told = program._ask.asked + [
            label.text() for dialog in dialogs for label in dialog.findChildren(QLabel)
        ]
        assert any("第一党支部.sdesk" in text for text in told)
        qtbot.wait(50)
        assert marks(folder) == before
    finally:
        program.leave()
    assert marks(folder) == before
