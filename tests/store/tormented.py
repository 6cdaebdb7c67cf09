"""A process that enters, edits and backs up until it is killed or the disk is full."""

import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

from store.killed import Say, told_until_killed
from store.makers import meeting

from secretary_desk.errors import DeskError
from secretary_desk.kinds import study_meeting
from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.store.backup import back_up
from secretary_desk.store.store import Store

NEW_LINE = "⏎"  # in what is said on one line


@dataclass
class Told:
    """What a process said before its end: how far each entry had come, and what went wrong."""

    saved: Counter[str] = field(default_factory=Counter)
    backed_up: Counter[str] = field(default_factory=Counter)
    refusals: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def hear(self, line: str) -> None:
        """Take in one line of the process."""
        what, _, rest = line.partition(" ")
        match what:
            case "saved":
                self.saved |= Counter({id: int(n) for id, n in _pairs(rest)})
            case "backup":
                self.backed_up |= self.saved
            case "refused":
                self.refusals.append(rest)
            case _:
                self.faults.append(line)


def _pairs(text: str) -> list[list[str]]:
    return [pair.split("=") for pair in text.split()]


def held(path: Path) -> Counter[str]:
    """Return how far each entry in an archive has come."""
    with Store.open(path) as store:
        entries = store.entries(study_meeting.KIND)
    return Counter({entry.id: int(entry.topic.partition("：")[0]) for entry in entries})


def tormented(path: Path, after: float, seed: int, told: Told, most: int | None = None) -> None:
    """Let a process work on an archive, and kill it ``after`` seconds past its first word.

    ``most`` is the largest file in bytes that it may write: a full disk, for who may not mount.
    """

    def work(say: Say) -> None:
        _limit(most)
        _work(path, say, random.Random(seed))

    for line in told_until_killed(work, after):
        told.hear(line)


def _limit(most: int | None) -> None:
    if most is not None:
        import resource  # only where there is fork as well

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _work(path: Path, say: Say, chance: random.Random) -> None:
    try:
        store = Store.open(path)
        while True:
            _one_step(store, chance, say)
    except DeskError as error:
        say(f"refused {NEW_LINE.join(str(error).splitlines())}")
    except Exception as error:
        say(f"fault {error!r}")
    time.sleep(60)


def _one_step(store: Store, chance: random.Random, say: Say) -> None:
    known = store.entries(study_meeting.KIND)
    match chance.randrange(10):
        case 0:
            back_up(store.path)
            say("backup")
        case 1 | 2 | 3 if known:
            some = [_further(entry, chance) for entry in chance.sample(known, min(2, len(known)))]
            _save(store, some, say, visit=chance.choice(["", "a"]))
        case 4 if known:
            entry = chance.choice(known)
            store.save(replace(entry, topic=f"{entry.topic}改"))  # surely a step of its own
            store.undo()
        case _:
            new = [_further(meeting("0："), chance) for _ in range(chance.randint(1, 3))]
            _save(store, new, say)


def _save(store: Store, entries: list[StudyMeeting], say: Say, visit: str = "") -> None:
    store.save(*entries, visit=visit)
    say("saved " + " ".join(f"{e.id}={e.topic.partition('：')[0]}" for e in entries))


def _further(entry: StudyMeeting, chance: random.Random) -> StudyMeeting:
    step = int(entry.topic.partition("：")[0]) + 1
    return replace(entry, topic=f"{step}：{'字' * chance.randint(1, 700)}")
