"""SIGKILL while a package is made or taken in: it is whole or not there, and the archive is."""

import contextlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rounds import rounds
from store.backing import archive_with_photo, photos_are_sound, tree, with_photo

from secretary_desk.store import sealing
from secretary_desk.store.pack import pack
from secretary_desk.store.store import Store
from secretary_desk.store.unpack import check_package, unpack

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="os.fork 和 SIGKILL 只在类 Unix 系统上有"
)
WORDS = "七月一日 party"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with 16 MB of photos; keys are derived at libsodium's least cost."""
    monkeypatch.setattr(sealing, "COST", (1, 8))
    (tmp_path / "旧").mkdir()
    archive = archive_with_photo(tmp_path / "旧")
    with Store.open(archive) as store:
        for number in range(4):
            photo = random.Random(number).randbytes(4_000_000)
            store.save(with_photo(archive, f"第{number}次", photo))
    return archive


def killed(work: Callable[[], object], after: float) -> bool:
    """Let a child work and kill it; whether it had ended before."""
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            work()
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_package_is_whole_or_not_there_when_its_making_is_killed(archive: Path, tmp_path: Path):
    chance, before = random.Random(1), tree(archive.parent)
    target = tmp_path / "优盘" / "a.sdeskpack"
    began = time.monotonic()
    pack(archive, target, WORDS)
    took = time.monotonic() - began
    target.unlink()
    ended = []
    for _ in range(rounds(200)):
        ended.append(killed(lambda: pack(archive, target, WORDS), chance.uniform(0, took * 1.2)))
        if ended[-1]:
            assert target.exists()
        if target.exists():
            assert check_package(target, WORDS).entries == 7
            target.unlink()
        assert before.items() <= tree(archive.parent).items()
    assert not all(ended)


def test_an_archive_is_whole_or_not_there_when_its_taking_in_is_killed(
    archive: Path, tmp_path: Path
):
    chance, new = random.Random(2), tmp_path / "新"
    file = pack(archive, tmp_path / "a.sdeskpack", WORDS).path
    began = time.monotonic()
    unpack(file, tmp_path / "试", WORDS)
    took = time.monotonic() - began
    for _ in range(rounds(200)):
        killed(lambda: unpack(file, new, WORDS), chance.uniform(0, took * 1.2))
    made = list(new.glob("*.sdesk"))
    for path in made:
        assert photos_are_sound(path)
    assert unpack(file, new, WORDS).archive not in made
