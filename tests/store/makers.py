"""Entries for the store's tests."""

from secretary_desk.kinds.study_meeting import StudyMeeting
from secretary_desk.records.record import read_record


def meeting(topic: str = "研究发展对象", day: str = "2026-03-05", **more: object) -> StudyMeeting:
    """Return a committee meeting."""
    given = {"日期": day, "类型": "支部委员会", "主题": topic, **more}
    return read_record(StudyMeeting, given, "三会一课")
