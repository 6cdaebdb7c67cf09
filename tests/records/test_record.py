"""Entries may be incomplete; what is wrong is told beside the field."""

import json

import pytest

from secretary_desk.errors import Unreadable
from secretary_desk.kinds.honour import Honour
from secretary_desk.kinds.study_meeting import Form, StudyMeeting
from secretary_desk.records.record import (
    META,
    Attachment,
    Attendance,
    Problem,
    Ref,
    is_complete,
    new_id,
    plain_record,
    problems,
    read_record,
    ref,
)
from secretary_desk.records.specs import Link


def told(record):
    return [(problem.field, problem.text) for problem in problems(record)]


def test_every_entry_has_an_id_of_its_own():
    assert new_id() != new_id()
    assert StudyMeeting().id != StudyMeeting().id


def test_an_entry_is_known_by_kind_and_id():
    meeting = StudyMeeting(id="x")
    assert ref(meeting) == Ref("study_meeting", "x")


def test_an_entry_is_complete_when_every_required_field_is_filled():
    assert not is_complete(Honour(name="先进"))
    assert not is_complete(Honour(given_on="2026"))
    assert is_complete(Honour(name="先进", given_on="2026"))


def test_what_is_missing_is_told_by_label():
    assert told(Honour()) == [("name", "请填写名称"), ("given_on", "请填写日期")]


def test_more_present_than_due_is_told():
    meeting = StudyMeeting(held_on="2026", form=Form.LESSON, topic="x", due=3, present=4)
    assert told(meeting) == [("present", "实到4人多于应到3人")]


def test_typed_numbers_and_ticked_list_that_disagree_are_told():
    ticked = (Attendance(who=Link(None, "张伟"), present=True), Attendance(who=Link(None, "李娜")))
    meeting = StudyMeeting(
        held_on="2026", form=Form.LESSON, topic="x", due=3, present=2, attendance=ticked
    )
    assert told(meeting) == [
        ("present", "实到填2人，到会情况勾选1人"),
        ("due", "应到填3人，到会情况列出2人"),
    ]
    assert problems(meeting)[0] == Problem("present", "实到填2人，到会情况勾选1人")


def test_an_entry_is_read_by_label_and_by_name():
    meeting = read_record(
        StudyMeeting,
        {"日期": "2026年3月5日", "form": "支委会", "主题": "x", "实到": "6人", "标签": "创新"},
        "三会一课",
    )
    assert (meeting.held_on, meeting.form, meeting.present) == ("2026-03-05", Form.COMMITTEE, 6)
    assert meeting.tags == ("创新",)


@pytest.mark.parametrize("key", ["id", "created", "changed", "deleted", "颜色"])
def test_what_no_one_types_cannot_be_read(key):
    with pytest.raises(Unreadable, match=f"“三会一课”没有“{key}”"):
        read_record(StudyMeeting, {key: "x"}, "三会一课")


def test_a_record_in_json_has_its_times_and_every_field():
    file = Attachment(name="照片.jpg", sha256="ab", size=3)
    plain = plain_record(Honour(id="x", name="先进", files=(file,), deleted="2026"))
    assert set(META) <= set(plain)
    assert (plain["id"], plain["deleted"], plain["name"]) == ("x", "2026", "先进")
    assert json.loads(json.dumps(plain)) == plain
