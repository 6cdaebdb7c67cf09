"""With its marker beside it the program keeps everything beside itself, as on a stick."""

import sys
from pathlib import Path

import pytest
from store.real import needs_disk, small_disk

from secretary_desk import paths


@pytest.fixture
def program(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "secretary-desk-gui.exe"))
    return tmp_path


def test_without_the_marker_everything_lies_in_the_users_own_folders(program: Path):
    for place in (paths.archives(), paths.settings(), paths.logs()):
        assert program not in place.parents


def test_with_the_marker_everything_lies_beside_the_program(program: Path):
    (program / "portable.txt").touch()
    assert paths.archives() == program / "资料"
    assert paths.settings() == program / "资料" / "window.ini"
    assert paths.logs() == program / "资料" / "Logs"


def test_what_is_temporary_lies_on_the_stick_too(program: Path):
    with paths.room() as elsewhere:
        assert program not in elsewhere.parents
    (program / "portable.txt").touch()
    (program / "资料").mkdir()
    with paths.room() as here:
        assert here.parent == program / "资料"
    assert not any((program / "资料").iterdir())


def test_without_the_marker_places_are_noted_as_they_are(program: Path):
    assert paths.noted(program / "资料" / "a.sdesk") == str(program / "资料" / "a.sdesk")
    assert paths.read_note(str(program / "a.sdesk")) == program / "a.sdesk"


def test_with_the_marker_places_on_the_stick_are_noted_by_the_way_from_the_program(program: Path):
    (program / "portable.txt").touch()
    for place, note in (
        (program / "资料" / "第一党支部.sdesk", "资料/第一党支部.sdesk"),
        (program.parent / "党建" / "a.sdesk", "../党建/a.sdesk"),
        (program, "."),
    ):
        assert paths.noted(place) == note
        assert paths.read_note(note) == place


@needs_disk
def test_what_lies_on_another_disk_is_noted_as_it_is(program: Path, tmp_path: Path):
    (program / "portable.txt").touch()
    with small_disk(tmp_path / "另一个盘", 2**20):
        place = tmp_path / "另一个盘" / "a.sdesk"
        assert paths.noted(place) == str(place)
        assert paths.read_note(str(place)) == place


def test_a_note_of_a_former_letter_is_found_again_on_the_stick(program: Path):
    (program / "portable.txt").touch()
    (program / "资料").mkdir()
    (program / "资料" / "a.sdesk").touch()
    former = Path("/former/资料/书记案头/资料").absolute()
    assert paths.read_note(str(former / "a.sdesk")) == program / "资料" / "a.sdesk"
    assert paths.read_note(str(former / "b.sdesk")) == former / "b.sdesk"
    assert paths.read_note(str(former.parent / "a.sdesk")) != program / "资料" / "a.sdesk"


@pytest.mark.parametrize("note", ["a\0b", "", ".", "../" * 50, "长" * 5000, "\ud800", "C:\\a\n"])
def test_no_note_is_too_strange_to_be_read(program: Path, note: str):
    (program / "portable.txt").touch()
    assert isinstance(paths.read_note(note), Path)


def test_a_bundle_lists_its_parts_and_other_installations_do_not(program: Path):
    assert paths.parts() is None
    (program / "licences").mkdir()
    (program / "licences" / "index.txt").touch()
    assert paths.parts() == program / "licences" / "index.txt"
