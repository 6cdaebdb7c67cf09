"""The pages by name, each made when it is first wanted."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ..kinds import KINDS, REPORTING, SETTINGS, check_answer, find_kind, rule_value
from .desk import Desk
from .page import Page
from .record.empty import PICTURES


@dataclass(frozen=True, slots=True)
class Entrance:
    """A page's place in the sidebar; one that ``folds`` waits under 更多 while it has no use."""

    page: str
    label: str
    picture: str
    folds: bool = False


def _kinds(*names: str, folds: bool = False) -> tuple[Entrance, ...]:
    known = {kind.name: kind for kind in KINDS if kind.name in names}
    return tuple(Entrance(n, known[n].label, PICTURES[n], folds) for n in names if n in known)


# Every kind of record is named in one of the groups. The first group never scrolls away.
SIDEBAR: Mapping[str, tuple[Entrance, ...]] = {
    "案头": (
        Entrance("calendar", "年历", "calendar-days"),
        Entrance("check", "自查", "clipboard-list"),
        Entrance("report", "述职报告", "file-text"),
        Entrance("history", "最近改动", "history"),
    ),
    "全年工作": (
        *_kinds("study_meeting", "theme_day", "development", "highlight", "honour", "problem"),
        *_kinds("first_agenda", "org_life", "appraisal", "talk", "training", folds=True),
        *_kinds("vanguard", "integration", "campaign", "service", "visit", folds=True),
        *_kinds("partnership", "inspection", "integrity", "publicity", folds=True),
    ),
    "述职": _kinds("review_comment", "plan"),
    "支部": (*_kinds("branch", "person"), *_kinds("dues", "election", folds=True)),
}
HOME = "calendar"
FOLDING = tuple(each.page for group in SIDEBAR.values() for each in group if each.folds)
# Kinds without a page of their own stand on the report's or the self-check's.
ELSEWHERE = {kind.name: "report" for kind in (SETTINGS, *REPORTING)} | {
    kind.name: "check" for kind in (check_answer.KIND, rule_value.KIND)
}
PAGES = tuple(entrance.page for group in SIDEBAR.values() for entrance in group)


def make_page(name: str, desk: Desk, parent: QWidget) -> Page:
    """Return a new page; what it needs is loaded only now.

    Without its parent from the start Qt would find the style of all that is on it once more.
    """
    match name:
        case "calendar":
            from .calendar.page import CalendarPage

            return CalendarPage(desk, parent)
        case "attendance":
            from .attendance.page import AttendancePage

            return AttendancePage(desk, parent)
        case "check":
            from .checking.page import CheckPage

            return CheckPage(desk, parent)
        case "history":
            from .history.page import HistoryPage

            return HistoryPage(desk)
        case "search":
            from .search_page import SearchPage

            return SearchPage(desk)
        case "report":
            from .report.page import ReportPage

            return ReportPage(desk, parent)
        case "branch":
            from .record.profile_page import ProfilePage

            return ProfilePage(desk, parent)
    from .record.page import RecordPage

    return RecordPage(desk, find_kind(name), parent)
