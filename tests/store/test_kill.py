"""SIGKILL at random moments: what was reported saved is there, and the file opens."""

import random
import sys
from functools import partial
from pathlib import Path

import pytest
from rounds import rounds
from store.killed import Say, told_until_killed
from store.makers import meeting

from secretary_desk.kinds import study_meeting
from secretary_desk.store.store import Store

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="os.fork 和 SIGKILL 只在类 Unix 系统上有"
)


@pytest.mark.timeout(900)
def test_no_entry_whose_save_was_reported_is_lost(tmp_path: Path):
    chance = random.Random(1000)
    path = tmp_path / "a.sdesk"
    Store.create(path).close()
    reported: set[str] = set()
    for number in range(rounds(1000)):
        reported |= _killed_while_saving(path, chance.uniform(0, 0.03), number)
        with Store.open(path) as store:
            found = {entry.id for entry in store.entries(study_meeting.KIND)}
        assert reported <= found
        if len(found) > 500:
            path.unlink()
            Store.create(path).close()
            reported.clear()
    assert reported, "the writer was always killed before its first save"


def _killed_while_saving(path: Path, after: float, seed: int) -> set[str]:
    """Let a child save until it is killed, ``after`` seconds past its first report."""
    lines = told_until_killed(partial(_save_for_ever, path, random.Random(seed)), after)
    return {entry for line in lines for entry in line.split()}


def _save_for_ever(path: Path, chance: random.Random, say: Say) -> None:
    store = Store.open(path)
    while True:
        entries = [meeting("字" * chance.randint(1, 900)) for _ in range(chance.randint(1, 3))]
        store.save(*entries)
        say(" ".join(entry.id for entry in entries))
        if chance.random() < 0.2:
            store.save(meeting("暂存"))
            store.undo()
