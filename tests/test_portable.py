"""With its marker beside it the program keeps everything beside itself, as on a stick."""

import sys
from pathlib import Path

import pytest

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


def test_a_bundle_lists_its_parts_and_other_installations_do_not(program: Path):
    assert paths.parts() is None
    (program / "licences").mkdir()
    (program / "licences" / "index.txt").touch()
    assert paths.parts() == program / "licences" / "index.txt"
