"""Kills, full disks and torn files, one after the other: what was reported saved is there.

On a small disk of its own (tmpfs) where it may be mounted, as root; elsewhere a limit on the size
of files stands for the full disk.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rounds import rounds
from store.real import small_disk
from store.tormented import NEW_LINE, Told, held, tormented

from secretary_desk.errors import DeskError
from secretary_desk.store.backup import backups_of, check_backup, restore
from secretary_desk.store.store import Store

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="os.fork、SIGKILL 和 tmpfs 只在类 Unix 系统上有"
)
DISK = 12 * 2**20  # bytes
SENTENCE = "没有写成|磁盘|正在使用"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk of its own, where one can be had."""
    with small_disk(tmp_path / "小盘", DISK):
        yield tmp_path / "小盘"


class Torment:
    """One archive through its rounds, with the count of what must not be lost."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.chance = folder, random.Random(2026)
        self.filler = folder / "filler"
        self.is_small = shutil.disk_usage(folder).total <= DISK
        self.refusals: list[str] = []
        self.torn = 0
        self._begin()

    def _begin(self) -> None:
        for path in self.folder.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.path = self.folder / "支部.sdesk"
        self.told = Told()
        Store.create(self.path).close()

    def round(self, number: int) -> None:
        """Kill a process at work; in some rounds with the disk full, in some the file torn."""
        full, tear = self.chance.random() < 0.4, self.chance.random() < 0.2
        limit = self._fill() if full else None
        tormented(self.path, self.chance.uniform(0, 0.04), number, self.told, limit)
        if self.chance.random() < 0.5:
            self.filler.unlink(missing_ok=True)
        if self.told.faults:
            raise AssertionError(self.told.faults)
        if tear and self.told.backed_up:
            self.filler.unlink(missing_ok=True)
            self._tear()
        else:
            found = held(self.path)
            assert all(found[id] >= step for id, step in self.told.saved.items())
        self.filler.unlink(missing_ok=True)
        self.refusals += self.told.refusals
        self.told.refusals.clear()
        free = shutil.disk_usage(self.folder).free
        if self.path.stat().st_size > DISK / 12 or (self.is_small and free < DISK / 2):
            self._begin()  # there must be room to put a torn archive aside and restore another

    def _fill(self) -> int | None:
        """Leave next to nothing of the disk; returns the limit that stands for that."""
        left = self.chance.randrange(60_000)
        if not self.is_small:
            return self.path.stat().st_size + left
        free = shutil.disk_usage(self.folder).free
        self.filler.write_bytes(bytes(max(free - left, 0)))
        return None

    def _tear(self) -> None:
        """Tear the archive: it is refused and left as it is; its last backup takes its place."""
        known = held(self.path)
        data = bytearray(self.path.read_bytes())
        place = self.chance.randrange(100, len(data))
        torn = [bytes(data[:place]), bytes(data[:place]) + bytes(len(data) - place)]
        self.path.write_bytes(self.chance.choice(torn))
        torn_data = self.path.read_bytes()
        try:
            found = held(self.path)
        except DeskError as error:
            self.told.refusals.append(str(error))
            assert self.path.read_bytes() == torn_data
        else:  # nothing but unused bytes was lost
            assert found == known
            return
        self.torn += 1
        last = next(iter(backups_of(self.path)))
        check_backup(last.path)
        restore(last.path, self.path, replace=True)
        found = held(self.path)
        assert all(found[id] >= step for id, step in self.told.backed_up.items())
        assert all(found[id] <= known[id] for id in found)
        for aside in self.folder.glob("*-损坏-*"):
            aside.unlink()
        self.told.saved = found.copy()
        self.told.backed_up = found.copy()


@pytest.mark.timeout(1800)
def test_nothing_reported_saved_is_lost_whatever_comes_together(disk: Path):
    torment, times = Torment(disk), rounds(1000)
    saved = 0
    for number in range(times):
        torment.round(number)
        saved = max(saved, len(torment.told.saved))
    assert saved > 20
    assert len(torment.refusals) > times / 20
    assert torment.torn > times / 100
    assert {said for said in torment.refusals if NEW_LINE in said} == set()
    assert all(said.startswith(("“支部.sdesk”", "没有写成")) for said in torment.refusals)
