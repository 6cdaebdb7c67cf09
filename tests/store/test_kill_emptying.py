"""SIGKILL while the recycle bin is emptied: nothing living is lost, nothing erased stays behind."""

import random
import sys
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from rounds import rounds
from store.killed import Say, told_until_killed

from secretary_desk.kinds.theme_day import KIND, ThemeDay
from secretary_desk.records.record import ref
from secretary_desk.store import attachments
from secretary_desk.store.store import Store

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="os.fork 和 SIGKILL 只在类 Unix 系统上有"
)


@pytest.mark.timeout(900)
def test_emptying_the_bin_is_finished_or_not_begun(tmp_path: Path):
    chance = random.Random(6)
    path = tmp_path / "a.sdesk"
    Store.create(path).close()
    gone, interrupted = 0, 0
    for number in range(rounds(500)):
        said = _killed_while_emptying(path, chance.uniform(0, 0.06), number)
        with Store.open(path) as store:
            living = {day.topic: day for day in store.entries(KIND)}
            binned = {one.title for one in store.binned()}
            files = {p.name[:64] for p in attachments.folder(path).rglob("*") if p.is_file()}
            content = path.read_bytes()
            for topic in said["keep"]:
                assert attachments.is_sound(path, living[topic].files[0])
            for topic in said["erase"]:
                is_erased = not any(topic in title for title in binned)
                assert is_erased == (_hash(topic) not in files) == (topic.encode() not in content)
                interrupted += is_erased and topic not in said["done"]
                gone += is_erased
            assert not any(topic in title for topic in said["done"] for title in binned)
            store.empty_bin()
    assert gone
    assert interrupted, "no emptying was ever cut short"


def _hash(topic: str) -> str:
    return sha256(topic.encode()).hexdigest()


def _killed_while_emptying(path: Path, after: float, seed: int) -> dict[str, set[str]]:
    """Let a child enter, delete and empty until it is killed; returns what it said it did."""
    said: dict[str, set[str]] = {"keep": set(), "erase": set(), "done": set()}
    for line in told_until_killed(partial(_empty_for_ever, path, random.Random(seed)), after):
        verb, *topics = line.split()
        said[verb].update(topics)
    return said


def _empty_for_ever(path: Path, chance: random.Random, say: Say) -> None:
    store = Store.open(path)
    while True:
        topics = [f"topic-{chance.randrange(10**9)}" for _ in range(chance.randint(1, 3))]
        days = [_day(store, topic) for topic in topics]
        store.save(_day(store, "topic-kept"), *days)
        store.delete(*map(ref, days))
        say(f"erase {' '.join(topics)}")
        store.empty_bin()
        say(f"done {' '.join(topics)}")
        say("keep topic-kept")


def _day(store: Store, topic: str) -> ThemeDay:
    """Return a day with an attachment of its own that says its topic."""
    file = attachments.keep_bytes(store.path, "照片.jpg", topic.encode())
    return ThemeDay(topic=topic, files=(file,))
