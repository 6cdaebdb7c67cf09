"""SIGKILL while the user types without a pause: all but the last two seconds is in the archive."""

import random
import time

import pytest
from live.program import program
from live.screen import needs_screen, screen
from rounds import rounds

from secretary_desk.desk.record.form import form_specs
from secretary_desk.kinds import highlight
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store

pytestmark = [needs_screen, pytest.mark.timeout(600)]

LOST = 2.0  # seconds of typing that may be lost
LEAST, MOST = 2.5, 6.0  # seconds of typing before the kill
TABS = list(form_specs(highlight.KIND)).index("background")


def test_a_killed_program_loses_at_most_two_seconds_of_typing(tmp_path):
    chance = random.Random(7)
    archive, before = tmp_path / "a.sdesk", set()
    create_archive(archive, "第一党支部", "张三", None, 2026).close()
    with screen(tmp_path / "pictures") as seen:
        for _ in range(max(rounds(20), 5)):
            with program(seen, tmp_path, str(archive)) as desk:
                typed, kept = type_until_killed(desk, chance.uniform(LEAST, MOST))
            found = {h.id: h.background for h in highlights(archive) if h.id not in before}
            assert len(found) == 1, "nothing was kept"
            ((entry, text),) = found.items()
            assert typed.startswith(text)
            assert text.startswith(kept), f"{len(text)} of {len(kept)} letters"
            before.add(entry)


def highlights(archive):
    """Return the highlights of an archive that opens: it is examined for that."""
    with Store.open(archive) as store:
        return store.entries(highlight.KIND)


def type_until_killed(desk, seconds):
    """Type into a new entry until the kill; return what was typed, and what of it must be kept."""
    desk.screen.fill("第一党支部 — 书记案头")
    desk.begin("highlight")
    desk.screen.press(*["Tab"] * TABS)
    desk.rest()
    typed, times, end = "", [], time.monotonic() + seconds
    while time.monotonic() < end:
        typed += str(len(typed) % 10)
        desk.screen.press(typed[-1])
        times.append(time.monotonic())
    killed = time.monotonic()
    desk.kill()
    return typed, typed[: sum(at <= killed - LOST for at in times)]
