"""On a stick the window remembers its archives wherever the stick is put in; what goes along."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from store.real import as_nobody

from secretary_desk import paths
from secretary_desk.desk.memory import Memory, documents

SETTINGS = {"pins": ["dues", "talk"], "views": {"calendar": "MONTH", "development": "list"}}


@pytest.fixture
def plug_in(tmp_path: Path, monkeypatch):
    """Put the stick in under a letter, and return where it is then."""

    def plugged(letter: str) -> Path:
        (stick,) = tmp_path.iterdir() if any(tmp_path.iterdir()) else (tmp_path / letter,)
        if stick.exists():
            stick.rename(tmp_path / letter)
        program = tmp_path / letter / "书记案头"
        (program / "资料").mkdir(parents=True, exist_ok=True)
        (program / "portable.txt").touch()
        monkeypatch.setattr(sys, "executable", str(program / "secretary-desk-gui.exe"))
        return tmp_path / letter

    return plugged


def test_a_stick_with_another_letter_knows_its_archives_and_folders(plug_in):
    stick = plug_in("E")
    (stick / "党建").mkdir()
    for name in ("书记案头/资料/一.sdesk", "党建/二.sdesk"):
        (stick / name).touch()
        Memory().remember_archive(stick / name)
    Memory().keep_folder(stick / "党建")
    Memory().keep_about(stick / "党建" / "二.sdesk", second="无")
    stick = plug_in("F")
    memory = Memory()
    assert memory.recent() == [
        stick / "党建" / "二.sdesk",
        stick / "书记案头" / "资料" / "一.sdesk",
    ]
    assert memory.last_archive() == stick / "党建" / "二.sdesk"
    assert memory.folder() == stick / "党建"
    assert memory.about(stick / "党建" / "二.sdesk") == {"second": "无"}


def test_what_an_earlier_version_noted_with_its_letter_is_found_again(plug_in):
    former = plug_in("E") / "书记案头" / "资料" / "一.sdesk"
    former.touch()
    paths.settings().write_text(f'[General]\narchives="[\\"{former}\\"]"\n', "utf-8")
    assert Memory().recent() == [former]
    stick = plug_in("F")
    assert Memory().last_archive() == stick / "书记案头" / "资料" / "一.sdesk"
    Memory().remember_archive(stick / "书记案头" / "资料" / "一.sdesk")
    assert len(Memory().recent()) == 1


def test_on_a_stick_files_are_first_offered_a_place_there(plug_in):
    stick = plug_in("E")
    assert Memory().folder() == stick / "书记案头" / "资料"


def test_pins_and_views_travel_and_folders_screens_and_archives_do_not(tmp_path: Path):
    memory = Memory(tmp_path / "旧.ini")
    memory.remember_archive(tmp_path / "a.sdesk")
    memory.keep_folder(tmp_path)
    memory.keep_state("window", QByteArray(b"geometry"))
    memory.keep_state("calendar", QByteArray(b"MONTH"))
    memory.keep_state("development", QByteArray(b"list"))
    memory.keep_pins(["dues", "talk"])
    assert memory.travelling() == SETTINGS
    new = Memory(tmp_path / "新.ini")
    new.take_over(memory.travelling())
    assert new.travelling() == SETTINGS
    assert new.recent() == []
    assert new.state("window").isEmpty()


def test_what_is_set_here_stays(tmp_path: Path):
    memory = Memory(tmp_path / "a.ini")
    memory.keep_pins([])
    memory.keep_state("calendar", QByteArray(b"YEAR"))
    memory.take_over(SETTINGS)
    assert memory.travelling() == {
        "pins": [],
        "views": {"calendar": "YEAR", "development": "list"},
    }


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"pins": "dues", "views": []},
        {"pins": [1, None, ["a"], {}, "C:\\a", "/etc/passwd", "../a", "a\n", "党", "x" * 41, ""]},
        {"views": {"calendar": "C:\\x", "development": 5, "window": "AAAA", "report/wide": "a"}},
        {"archives": ["/etc/passwd"], "folder": {"export": "/etc"}, "state/window": "AAAA"},
        {"folder/export": "/etc", "about": {"a": {"second": "/etc"}}},
    ],
)
def test_foreign_settings_are_passed_over(tmp_path: Path, settings: dict):
    memory = Memory(tmp_path / "a.ini")
    memory.take_over(settings)
    assert memory.travelling() == {"pins": [], "views": {}}
    assert memory.state("window").isEmpty()
    assert memory.recent() == []
    assert memory.folder() == documents()


def test_no_more_pins_are_taken_over_than_there_could_be_pages(tmp_path: Path):
    memory = Memory(tmp_path / "a.ini")
    memory.take_over({"pins": ["dues"] * 100_000})
    assert len(memory.pins()) == 100


def used(ini: Path) -> list:
    """Use a memory as the program does from its start to its end."""
    memory = Memory(ini)
    said = [memory.recent(), memory.last_archive(), memory.pins(), bool(memory.folder())]
    memory.remember_archive(ini.parent / "a.sdesk")
    memory.keep_state("window", QByteArray(b"x"))
    memory.take_over(SETTINGS)
    return said


def test_a_file_that_may_not_be_read_or_not_be_written_stops_nothing(tmp_path: Path):
    for number, mode in enumerate((0o000, 0o444)):
        ini = tmp_path / str(number) / "window.ini"
        ini.parent.mkdir()
        ini.write_text('[General]\npins="[\\"dues\\"]"\n')
        ini.chmod(mode)
        pins = ["dues"] if mode else []
        said = as_nobody(ini, lambda ini=ini: used(ini))
        assert said == str([[], None, pins, True])
        assert ini.read_text() == '[General]\npins="[\\"dues\\"]"\n'


def test_a_folder_in_place_of_the_file_stops_nothing(tmp_path: Path):
    (tmp_path / "window.ini").mkdir()
    assert used(tmp_path / "window.ini") == [[], None, [], True]


def test_a_file_cut_anywhere_is_read_as_far_as_it_goes_and_written_again(tmp_path: Path):
    ini = tmp_path / "window.ini"
    used(ini)
    whole = ini.read_bytes()
    for cut in range(0, len(whole), 3):
        ini.write_bytes(whole[:cut])
        used(ini)
        assert Memory(ini).last_archive() == tmp_path / "a.sdesk"


@pytest.mark.qt_log_ignore("QVariant::load")
def test_random_bytes_in_the_file_stop_nothing_and_what_is_kept_then_is_kept(tmp_path: Path):
    ini = tmp_path / "window.ini"
    for number in range(50):
        ini.write_bytes(os.urandom(number * 40))
        used(ini)
        assert Memory(ini).last_archive() == tmp_path / "a.sdesk"
