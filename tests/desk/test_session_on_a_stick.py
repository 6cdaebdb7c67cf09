"""In portable mode a whole session writes on the stick, and where its user asked for a file."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from store.backing import names

SESSION = Path(__file__).with_name("stick_session.py")
FOLDERS = {
    "HOME": ".", "USERPROFILE": ".", "APPDATA": "Roaming", "LOCALAPPDATA": "Local",
    "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp", "TEMP": "tmp",
    "TMP": "tmp",
}  # fmt: skip
# Not of ours: fontconfig of Linux keeps which fonts there are, and no more.
SYSTEMS_OWN = ("cache/fontconfig/",)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """One session, and what it told: where it wrote, and what it asked."""
    place = tmp_path_factory.mktemp("电脑")
    program = place / "优盘" / "书记案头" / "secretary-desk-gui.exe"
    program.parent.mkdir(parents=True)
    (program.parent / "portable.txt").touch()
    (place / "照片.jpg").write_bytes(b"\xff\xd8" + bytes(5000))
    (place / "桌面").mkdir()
    for folder in set(FOLDERS.values()):
        (place / "家" / folder).mkdir(parents=True, exist_ok=True, mode=0o700)
    watched = {name: str(place / "家" / folder) for name, folder in FOLDERS.items()}
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", SESSION, program, place / "照片.jpg",
         place / "桌面" / "述职报告.docx"],
        env={**os.environ, **watched, "QT_QPA_PLATFORM": "offscreen",
             "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        cwd=place / "家", capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return place, json.loads(done.stdout.splitlines()[-1])


def test_a_whole_session_was_gone_through(session: tuple[Path, dict]):
    place, told = session
    assert told["done"] == ["found", "save", "export", "crash", "leave"]
    assert any("程序出了一点问题" in asked for asked in told["asked"])
    assert (place / "桌面" / "述职报告.docx").read_bytes().startswith(b"PK")


def test_what_it_kept_is_on_the_stick(session: tuple[Path, dict]):
    kept = names(session[0] / "优盘" / "书记案头" / "资料")
    assert "第一党支部.sdesk" in kept
    assert "window.ini" in kept
    assert "Logs/书记案头.log" in kept
    assert any(name.startswith("第一党支部.sdesk.files/") for name in kept)
    assert any(name.startswith("备份/第一党支部-") for name in kept)
    log = (session[0] / "优盘" / "书记案头" / "资料" / "Logs" / "书记案头.log").read_text("utf-8")
    assert "ZeroDivisionError" in log


def test_nothing_of_it_is_left_on_the_computer(session: tuple[Path, dict]):
    place, _ = session
    assert names(place / "桌面") == ["述职报告.docx"]
    left = [name for name in names(place / "家") if not name.startswith(SYSTEMS_OWN)]
    assert left == []


def test_nothing_of_it_was_written_on_the_computer_meanwhile(session: tuple[Path, dict]):
    place, told = session
    asked_for = str(place / "桌面")  # the document, and the part of it that gets its name
    elsewhere = [
        path
        for path in told["wrote"]
        if not path.startswith((str(place / "优盘"), asked_for, ":memory:", "/proc/", "/dev/"))
    ]
    assert len(told["wrote"]) > 10
    assert elsewhere == []


def test_what_the_stick_remembers_names_no_place_on_the_computer(session: tuple[Path, dict]):
    place, _ = session
    ini = (place / "优盘" / "书记案头" / "资料" / "window.ini").read_text("utf-8")
    assert "资料/第一党支部.sdesk" in ini
    assert str(place) not in ini
