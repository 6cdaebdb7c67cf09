"""The pages by name, each made when it is first wanted."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..kinds import REPORTING, SETTINGS, find_kind
from .desk import Desk
from .page import Page
from .record.empty import PICTURES


@dataclass(frozen=True, slots=True)
class Entrance:
    """A page's place in the sidebar."""

    page: str
    label: str
    picture: str


def _kinds(*names: str) -> tuple[Entrance, ...]:
    return tuple(Entrance(name, find_kind(name).label, PICTURES[name]) for name in names)


SIDEBAR: Mapping[str, tuple[Entrance, ...]] = {
    "案头": (
        Entrance("calendar", "年历", "calendar-days"),
        Entrance("history", "最近改动", "history"),
    ),
    "全年工作": _kinds(
        "study_meeting", "theme_day", "development", "highlight", "honour", "problem"
    ),
    "述职": (
        Entrance("report", "述职报告", "file-text"),
        *_kinds("review_comment", "plan"),
    ),
    "支部": _kinds("branch", "person"),
}
HOME = "calendar"
# Kinds without a page of their own stand on the report's.
ELSEWHERE = {kind.name: "report" for kind in (SETTINGS, *REPORTING)}


def make_page(name: str, desk: Desk) -> Page:
    """Return a new page; what it needs is loaded only now."""
    match name:
        case "calendar":
            from .calendar_page import CalendarPage

            return CalendarPage(desk)
        case "history":
            from .history_page import HistoryPage

            return HistoryPage(desk)
        case "search":
            from .search_page import SearchPage

            return SearchPage(desk)
        case "report":
            from .report.page import ReportPage

            return ReportPage(desk)
        case "branch":
            from .record.profile_page import ProfilePage

            return ProfilePage(desk)
    from .record.page import RecordPage

    return RecordPage(desk, find_kind(name))
