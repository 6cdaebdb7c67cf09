"""SIGKILL while the user types without a pause: all but the last two seconds is in the archive."""

import random
import time

import pytest
from live.program import program
from live.screen import needs_screen, screen
from rounds import rounds
from sample import sample_archive

from secretary_desk.desk.record.form import form_specs
from secretary_desk.kinds import highlight, passage_edit
from secretary_desk.store.founding import create_archive
from secretary_desk.store.store import Store

pytestmark = [needs_screen, pytest.mark.timeout(600)]

SAMPLE = "示例建设集团城轨项目第一党支部"
LOST = 2.0  # seconds of typing that may be lost
LEAST, MOST = 2.5, 6.0  # seconds of typing before the kill
MARK, TO_PASSAGE = "x", 2  # Tabs from the outline over the tools that are offered
TABS = list(form_specs(highlight.KIND)).index("background")


def test_a_killed_program_loses_at_most_two_seconds_of_typing(tmp_path):
    chance = random.Random(7)
    archive, before = tmp_path / "a.sdesk", set()
    create_archive(archive, "第一党支部", "张三", None, 2026).close()
    with screen(tmp_path / "pictures") as seen:
        for _ in range(max(rounds(20), 5)):
            with program(seen, tmp_path, str(archive)) as desk:
                begin_a_highlight(desk)
                typed, kept = type_until_killed(desk, chance.uniform(LEAST, MOST))
            found = {h.id: h.background for h in entries(archive, highlight) if h.id not in before}
            assert len(found) == 1, "nothing was kept"
            ((entry, text),) = found.items()
            assert_kept(text, typed, kept)
            before.add(entry)


def test_a_killed_program_loses_at_most_two_seconds_of_a_passage(tmp_path):
    chance = random.Random(8)
    with screen(tmp_path / "pictures") as seen:
        for number in range(max(rounds(10), 3)):
            home = tmp_path / str(number)
            home.mkdir()
            archive = sample_archive(home)
            with program(seen, home, str(archive)) as desk:
                go_into_a_passage(desk)
                typed, kept = type_until_killed(desk, chance.uniform(LEAST, MOST))
            (edit,) = entries(archive, passage_edit)
            assert edit.passage == "导语"
            told, _, added = edit.text.rpartition(MARK)
            assert "{{ 党员名册.党员总数 }}" in told
            assert_kept(added, typed, kept)


def entries(archive, module):
    """Return the entries of an archive that opens: it is examined for that."""
    with Store.open(archive) as store:
        return store.entries(module.KIND)


def assert_kept(text, typed, kept):
    assert typed.startswith(text)
    assert text.startswith(kept), f"{len(text)} of {len(kept)} letters"


def begin_a_highlight(desk):
    desk.screen.fill("第一党支部 — 书记案头")
    desk.begin("highlight")
    desk.screen.press(*["Tab"] * TABS)
    desk.rest()


def go_into_a_passage(desk):
    """Walk to the end of the report's first passage, and mark what stood there before."""
    desk.screen.fill(f"{SAMPLE} — 书记案头")
    desk.go_to("report")
    desk.rest()
    desk.screen.press("Home", "Down", *["Tab"] * TO_PASSAGE, "ctrl+End", MARK)
    desk.rest()


def type_until_killed(desk, seconds):
    """Type until the kill; return what was typed, and what of it must be kept."""
    typed, times, end = "", [], time.monotonic() + seconds
    while time.monotonic() < end:
        typed += str(len(typed) % 10)
        desk.screen.press(typed[-1])
        times.append(time.monotonic())
    killed = time.monotonic()
    desk.kill()
    return typed, typed[: sum(at <= killed - LOST for at in times)]
