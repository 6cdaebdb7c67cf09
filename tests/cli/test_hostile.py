"""Whatever is written after a command, or fed to it, gives one sentence and exit code 2.

In this process, so that there can be many; with tests/store/test_hostile.py twenty thousand.
"""

import io
import random
import sys
from pathlib import Path

import hostile
import pytest
from cli.running import new_archive
from rounds import rounds

from secretary_desk.cli.main import main
from secretary_desk.kinds import STORED
from secretary_desk.store.recovery import damage

COMMANDS = (
    "new", "add", "list", "facts", "passages", "edit", "outline", "proofread", "check", "undo",
    "redo", "history", "backups", "restore", "unpack", "kinds", "demo", "backup", "",
)  # fmt: skip
OPTIONS = ("--year", "--json", "--as-of", "--preset", "--passage", "--branch", "--secretary", "-x",
           "--unit-type", "--passphrase-file", "--show", "--in", "--to", "--")  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return new_archive(tmp_path)


def code_of(words: list[str], given: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    """Run a command in this process and return its exit code."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    try:
        return main(words)
    except SystemExit as end:  # --help
        return int(end.code or 0)


def assert_said(code: int, capsys: pytest.CaptureFixture[str], words: object) -> None:
    out, err = capsys.readouterr()
    assert code in (0, 2), words
    assert "Traceback" not in err, words
    assert err.count("\n") == (code == 2), (words, err)
    assert code == 0 or not out, words


@pytest.mark.timeout(1800)
def test_any_json_is_entered_or_refused_in_a_sentence(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    chance, refused, times = random.Random(1), 0, rounds(3000)
    for _ in range(times):
        kind = chance.choice(STORED)
        fields = chance.sample(list(kind.specs), min(3, len(kind.specs)))
        record = {name: hostile.value(chance) for name in fields}
        if chance.random() < 0.3:
            record |= {kind.specs[name].label: hostile.value(chance) for name in fields[:1]}
        if chance.random() < 0.1:
            record[hostile.text(chance, 4)] = hostile.value(chance)
        whole = chance.choice([record, [record], [record, record], hostile.value(chance)])
        data = hostile.broken_json(whole, chance)
        code = code_of(["add", str(archive), kind.name], data, monkeypatch)
        assert_said(code, capsys, data)
        refused += code == 2
    assert times / 10 < refused < times
    assert damage(archive) == ""
    for words in (["list", "三会一课"], ["facts", "--year", "2026"], ["check", "--year", "2026"]):
        code = code_of([words[0], str(archive), *words[1:]], b"", monkeypatch)
        assert code == 0, capsys.readouterr()


@pytest.mark.timeout(1800)
def test_any_words_are_a_command_or_a_sentence(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    chance = random.Random(2)
    for _ in range(rounds(2000)):
        words = [chance.choice(COMMANDS)]
        for _ in range(chance.randrange(5)):
            word = hostile.name(chance).replace("\0", "").replace("\ud800", "")
            word = chance.choice([str(archive), chance.choice(OPTIONS), word, "2026", "三会一课"])
            words.append(word if ".." not in word and not word.startswith("/") else str(archive))
        code = code_of(words, b"{}", monkeypatch)
        assert_said(code, capsys, words)
    assert damage(archive) == ""
