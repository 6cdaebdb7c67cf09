"""Each command on a file that is no sound archive: one sentence, and every byte as it was."""

from pathlib import Path

import pytest
from cli.test_hostile import code_of
from store.backing import archive_with_photo
from store.spoiled import SPOILED, marks

COMMANDS: dict[str, list[str]] = {
    "add": ["add", "{a}", "三会一课"],
    "list": ["list", "{a}", "三会一课"],
    "facts": ["facts", "{a}", "--year", "2026"],
    "report": ["report", "{a}", "--year", "2026", "-o", "{to}/报告.docx"],
    "passages": ["passages", "{a}", "--year", "2026"],
    "edit": ["edit", "{a}", "--year", "2026", "--passage", "三会一课", "-"],
    "outline": ["outline", "{a}", "--year", "2026"],
    "proofread": ["proofread", "{a}", "--year", "2026"],
    "check": ["check", "{a}", "--year", "2026"],
    "undo": ["undo", "{a}"],
    "redo": ["redo", "{a}"],
    "history": ["history", "{a}"],
    "backup": ["backup", "{a}"],
    "backup --to": ["backup", "{a}", "--to", "{to}"],
    "restore": ["restore", "{a}", "{to}/新.sdesk"],
    "pack": ["pack", "{a}", "-o", "{to}/新.sdeskpack"],
    "unpack": ["unpack", "{a}", "--to", "{to}"],
    "new": ["new", "{a}", "--branch", "甲", "--secretary", "乙"],
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return archive_with_photo(tmp_path_factory.mktemp("a")).read_bytes()


@pytest.mark.parametrize("kind", SPOILED)
def test_no_command_changes_what_is_no_archive_or_says_more_than_a_sentence(
    whole: bytes,
    tmp_path: Path,
    kind: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    archive, room = tmp_path / "第一党支部.sdesk", tmp_path / "房间"
    archive.write_bytes(whole)
    room.mkdir()
    SPOILED[kind](archive)
    before = marks(tmp_path)
    for words in COMMANDS.values():
        given = [word.format(a=archive, to=room) for word in words]
        code = code_of(given, b"{}", monkeypatch)
        out, err = capsys.readouterr()
        assert (code, out, err.count("\n")) == (2, "", 1), (words, out, err)
        assert "Traceback" not in err
        assert not err.isascii(), words
        assert marks(tmp_path) == before, words
