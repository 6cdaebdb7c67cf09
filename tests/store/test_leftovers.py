"""What is written for a while is its owner's alone, and a crash leaves none of it for long."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from sample import sample_archive

from secretary_desk import paths
from secretary_desk.store import attachments
from secretary_desk.store.leftovers import sweep
from secretary_desk.store.recovery import damage

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights as Unix has them")
PACKAGE = Path(paths.__file__).parent
KINDS_OF_FILE = ("whole_file", "room", "sample", "pack", "unpack", "looking through")
# Each way writes, and is killed while what it writes lies there under no name yet.
DYING = """
import os, signal, sys
from pathlib import Path
from secretary_desk import paths
place, way = Path(sys.argv[1]), sys.argv[2]
archive = place / "示例.sdesk"

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

match way:
    case "whole_file":
        with paths.whole_file(place / "x.docx") as part:
            part.write_text("谈话内容")
            die()
    case "room":
        with paths.room(place) as room:
            (room / "x").write_text("谈话内容")
            die()
    case "sample":
        from secretary_desk.desk import archives
        archives.enter_sample = die
        archives.open_sample(place)
    case "pack":
        from secretary_desk.store import pack
        pack._add = die
        pack.pack(archive, place / "x.sdeskpack", None)
    case "unpack":
        from secretary_desk.store import pack, unpack
        pack.pack(archive, place / "x.sdeskpack", "春风又绿江南岸")
        unpack.damage = die
        unpack.unpack(place / "x.sdeskpack", place / "另", "春风又绿江南岸")
    case "looking through":
        from secretary_desk.store import recovery
        recovery._look_through = die
        recovery._look_through_copy(archive)
"""


def killed(place: Path, way: str) -> list[Path]:
    """Let a process write in a folder and be killed; return what it left behind, the newest too."""
    (place / "tmp").mkdir()
    known = set(place.rglob("*"))
    environment = {**os.environ, "TMPDIR": str(place / "tmp")}
    command = [sys.executable, "-c", DYING, str(place), way]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == -signal.SIGKILL, done.stderr
    named = {place / "x.sdeskpack", place / "另"}
    return [path for path in place.rglob("*") if path not in known | named]


def aged(found: list[Path]) -> None:
    for path in found:
        os.utime(path, (1, 1))


@pytest.fixture
def archive(tmp_path, monkeypatch):
    archive = sample_archive(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    return archive


@pytest.mark.parametrize("way", KINDS_OF_FILE)
def test_what_a_killed_process_leaves_is_its_owners_alone(archive, way):
    left = killed(archive.parent, way)
    assert left
    shut = [p for p in left if not any(a in left for a in p.parents)]  # others lie within these
    assert [stat.S_IMODE(p.stat().st_mode) & 0o077 for p in shut] == [0] * len(shut)


@pytest.mark.parametrize("way", KINDS_OF_FILE)
def test_what_a_killed_process_leaves_is_removed_later(archive, way):
    before = archive.read_bytes()
    left = killed(archive.parent, way)
    sweep(archive, archive.parent / "另")
    assert all(path.exists() for path in left), "another program may still be writing it"
    aged(left)
    sweep(archive, archive.parent / "另")
    assert not [path for path in left if path.exists()]
    assert archive.read_bytes() == before
    assert damage(archive) == ""


def test_what_lies_among_the_attachments_and_the_backups_goes_too(archive):
    within = attachments.folder(archive) / "ab"
    folders = (within, paths.backups(archive), attachments.folder(archive))
    left = [folder / ".abcd_123.part" for folder in folders]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"half")
    aged(left)
    sweep(archive)
    assert not [path for path in left if path.exists()]


@pytest.mark.parametrize(
    "name",
    [
        ".obsidian", ".mozilla", "x.part", ".abcd_123.part", ".ABCD_123.part",
        ".abcd_123.part.docx", ".part",
    ],
)  # fmt: skip
def test_nothing_of_anybody_elses_goes(archive, name):
    theirs = archive.parent / name
    theirs.mkdir()
    (theirs / "x").write_text("x")
    aged([theirs, theirs / "x"])
    sweep(archive)
    assert (theirs / "x").read_text() == "x"


def test_a_link_in_the_place_of_a_folder_leads_nowhere(archive, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "x").write_text("x")
    link = tmp_path / f".abcd_123{paths.ROOM}"
    link.symlink_to(theirs)
    os.utime(link, (1, 1), follow_symlinks=False)
    aged([theirs / "x"])
    sweep(archive)
    assert (theirs / "x").read_text() == "x"


def test_what_cannot_be_listed_or_removed_is_left(archive, tmp_path):
    sweep(tmp_path / "不在" / "x.sdesk", tmp_path / "也不在")


def test_files_for_a_while_are_made_in_two_ways_only():
    makers = ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory", "QTemporary")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if any(maker in path.read_text("utf-8") for maker in makers)
    }
    assert found == {"paths.py"}
