"""A computer whose clock was set back: nothing is lost, put in a wrong order, or forgotten."""

from datetime import UTC, datetime, timedelta

import pytest
from desk.answering import Answering
from desk.conftest import hide_windows
from desk.windows import standing
from sample import sample_archive
from store.makers import meeting

from secretary_desk.desk.backups.second_place import SecondPlace
from secretary_desk.desk.desk import Desk
from secretary_desk.desk.memory import Memory
from secretary_desk.desk.moments import spoken
from secretary_desk.desk.page import Place
from secretary_desk.kinds import study_meeting
from secretary_desk.store.backup import Reason, back_up, backups_of, restore
from secretary_desk.store.offers import offers
from secretary_desk.store.store import Store

AHEAD, NOW = datetime(2036, 3, 1, 10), datetime(2026, 11, 21, 9)

EARLIER, LATER = "钟快的时候记的", "钟拨回以后记的"


def at(moment: datetime):
    return lambda: moment.astimezone(UTC)


@pytest.fixture
def archive(tmp_path):
    """An archive in which something was entered while the clock was ten years ahead."""
    path = sample_archive(tmp_path)
    with Store.open(path, now=at(AHEAD)) as store:
        store.save(meeting(EARLIER))
    with Store.open(path, now=at(NOW)) as store:
        store.save(meeting(LATER))
    return path


def test_the_history_goes_by_what_was_done_and_says_the_day_that_the_clock_had(archive):
    with Store.open(archive, now=at(NOW)) as store:
        later, earlier = store.history(2)
        assert [store.get(step.refs[0]).topic for step in (later, earlier)] == [LATER, EARLIER]
        assert spoken(later.at, NOW) == "今天 9:00"
        assert spoken(earlier.at, NOW) == "2036年3月1日"
        store.undo()
        assert store.get(later.refs[0]) is None
        store.undo()
        assert store.get(earlier.refs[0]) is None
        store.redo()
        store.redo()
        assert store.get(later.refs[0]).topic == LATER


@pytest.fixture
def desk(archive, qtbot, tmp_path):
    with Store.open(archive, now=at(NOW)) as store:
        yield Desk(store, Memory(tmp_path / "m.ini"), Answering(), now=lambda: NOW)
        hide_windows()


def test_the_window_stands_on_an_archive_from_the_future(desk, qtbot):
    window = standing(qtbot, desk)
    for page in ("history", "study_meeting", "search", "report", "calendar"):
        assert window.go(Place(page))
    assert window.leave()
    topics = [entry.topic for entry in desk.store.entries(study_meeting.KIND)]
    assert topics.count(EARLIER) == 1


def test_the_backup_made_last_is_the_last_whatever_the_clock_said(archive):
    back_up(archive, now=lambda: AHEAD)
    with Store.open(archive) as store:
        store.save(meeting("最后记的"))
    last = back_up(archive, reason=Reason.BY_HAND, now=lambda: NOW)
    assert offers(archive)[0].path == last == backups_of(archive)[0].path
    for day in range(3):
        with Store.open(archive) as store:
            store.save(meeting(str(day)))
        last = back_up(archive, now=lambda day=day: NOW + timedelta(days=day))
        assert backups_of(archive)[0].path == last
    out = restore(last, archive.with_name("恢复.sdesk"))
    with Store.open(out) as store:
        assert {EARLIER, LATER, "最后记的", "2"} <= {
            entry.topic for entry in store.entries(study_meeting.KIND)
        }


def test_two_backups_of_one_second_by_a_clock_set_back_are_two(archive):
    made = set()
    for number in range(4):
        with Store.open(archive) as store:
            store.save(meeting(str(number)))
        made.add(back_up(archive, now=lambda: NOW))
    assert len(made) == len(backups_of(archive)) == 4


def test_a_second_place_filled_by_a_clock_that_was_ahead_is_reminded_of(archive, tmp_path):
    now = [AHEAD]
    second = SecondPlace(Memory(tmp_path / "m.ini"), archive, lambda: now[0])
    (tmp_path / "优盘").mkdir()
    second.choose(tmp_path / "优盘")
    assert second.back_up(None, "不等了")
    with Store.open(archive) as store:
        assert second.reminder(store) == ""
        now[0] = NOW
        told = second.reminder(store)
        assert told.startswith("第二处备份是电脑日期为2036年3月1日时做的，多久没有做说不准")
        assert "-" not in told.split("（")[0]
        assert second.back_up(None, "不等了")
        assert second.reminder(store) == ""
