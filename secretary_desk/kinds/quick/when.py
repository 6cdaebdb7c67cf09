"""Days as people jot them down: ``3.5``, ``3月5日至7日``, ``上周五``, ``下午2点半``."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ...records.day import Day
from ...records.period import Period
from .rest import AFTER, BEFORE, Rest

_NO_DATE = r"(?!\d|[./]\d|\s*(?:万|亿|元|%|％|学时|小时|倍|个|人|名|篇|分|次|户|场|件|条|票|月))"
_SPAN = r"(?P<month>\d{1,2})\s*[-.月]\s*(?P<day>\d{1,2})[日号]?"
_SLASHED = r"(?P<month>\d{1,2})\s*/\s*(?P<day>\d{1,2})"
_UNTIL = r"(?:\s*[-—–~～至到]+\s*(?:(?P<month2>\d{1,2})[-./月])?(?P<day2>\d{1,2})[日号]?)?"
_CHINESE = r"(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})[日号]"
_NUMBERS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_WEEK = "一二三四五六日"
_WEEKDAY = r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
_AWAY = {"大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "明天": 1}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}
_TIME = (
    r"(?P<part>上午|下午|晚上|早上|中午|晚)?\s*(?P<hour>\d{1,2}|[一二两三四五六七八九十]{1,2}(?=点))"
    r"(?::(?P<minute>\d{2})|[点时](?:(?P<minute2>\d{1,2})分?|(?P<half>半))?)(?!\d|长)"
)


class Found(NamedTuple):
    """A day, another where a span of days was meant, and how they were typed."""

    day: Day
    until: Day | None = None
    typed: str = ""


class Calendar(NamedTuple):
    """What completes a day: the date on the wall, and the year at work."""

    today: date
    period: Period

    def day(self, year: str | None, month: int, number: int) -> Day | None:
        """Return a day of the calendar; without a year, the one of the year at work."""
        if year:
            return _day(int(year), month, number)
        own = self.period
        years = dict.fromkeys((own.year, own.start.year, own.end.year))
        known = [day for y in years if (day := _day(y, month, number))]
        return next((day for day in known if own.holds(day) is not False), next(iter(known), None))


def take_day(rest: Rest, calendar: Calendar) -> Found | None:
    """Take the first day out of the line, with its hour; None where it names none."""
    hits = []
    for order, (pattern, read) in enumerate(_FORMS):
        for match in rest.find(BEFORE + pattern):
            if found := read(match, calendar):
                hits.append((match.start(), order, match.end(), found))
                break
    if not hits:
        return None
    start, _, end, found = min(hits, key=lambda hit: hit[:2])
    return _with_hour(rest, start, end, found)


def _with_hour(rest: Rest, start: int, end: int, found: Found) -> Found:
    """Take a day with the weekday and the hour that are written after it."""
    week = re.compile(rf"\s*[（(]?{_WEEKDAY}[）)]?").match(rest.text, end)
    if week and found.day.whole and _weekday(week) == found.day.first().weekday():
        end = week.end()
    hour = re.compile(rf"[\s0]*{_TIME}").match(rest.text, end) if found.day.whole else None
    if hour and not found.until and (timed := _timed(found.day, hour)):
        found, end = Found(timed), hour.end()
    rest.take(start, end, "日期")
    return found._replace(typed=rest.line[start:end])


def _timed(day: Day, match: re.Match[str]) -> Day | None:
    hour = int(match["hour"]) if match["hour"].isdigit() else _number(match["hour"])
    minute = int(match["minute"] or match["minute2"] or 0)
    if match["part"] in ("下午", "晚上", "晚") and hour < 12:
        hour += 12
    try:
        return Day(f"{day}T{hour:02}:{30 if match['half'] else minute:02}")
    except ValueError:
        return None


def _written(match: re.Match[str], calendar: Calendar) -> Found | None:
    start = calendar.day(match["year"], int(match["month"]), int(match["day"]))
    if start is None or not match["day2"]:
        return Found(start) if start else None
    month, year = int(match["month2"] or match["month"]), int(start[:4])
    until = _day(year + (month < int(start[5:7])), month, int(match["day2"]))
    return Found(start, until) if until and until > start else None


def _compact(match: re.Match[str], calendar: Calendar) -> Found | None:
    return _only(calendar.day(match[1], int(match[2]), int(match[3])))


def _chinese(match: re.Match[str], calendar: Calendar) -> Found | None:
    return _only(calendar.day(None, _number(match["month"]), _number(match["day"])))


def _number(text: str) -> int:
    tens, ten, ones = text.rpartition("十")
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)


def _spoken(match: re.Match[str], calendar: Calendar) -> Found:
    return _of(calendar.today + timedelta(_AWAY[match[1]]))


def _in_week(match: re.Match[str], calendar: Calendar) -> Found:
    monday = calendar.today - timedelta(calendar.today.weekday())
    return _of(monday + timedelta(7 * _WEEKS[match[1]] + _weekday(match)))


def _last_weekday(match: re.Match[str], calendar: Calendar) -> Found:
    """Return the latest of these weekdays: what is jotted down has been."""
    return _of(calendar.today - timedelta((calendar.today.weekday() - _weekday(match)) % 7))


def _in_month(match: re.Match[str], calendar: Calendar) -> Found | None:
    first = calendar.today.replace(day=1)
    months = {"上": -1, "下": 1}.get((match[1] or "")[:1], 0) + first.month - 1
    return _only(_day(first.year + months // 12, months % 12 + 1, int(match[2])))


def _month(match: re.Match[str], calendar: Calendar) -> Found | None:
    day = calendar.day(match[1], int(match[2]), 1)
    return Found(Day(day[:7])) if day else None


def _months(match: re.Match[str], calendar: Calendar) -> Found | None:
    first, last = (calendar.day(match[1], int(match[n]), 1) for n in (2, 3))
    return Found(Day(first[:7]), Day(last[:7])) if first and last and first < last else None


def _year(match: re.Match[str], _calendar: Calendar) -> Found | None:
    return Found(Day(match[1])) if _day(int(match[1]), 1, 1) else None


def _weekday(match: re.Match[str]) -> int:
    return _WEEK.index(match["weekday"].replace("天", "日"))


def _of(day: date) -> Found:
    return Found(Day(day.isoformat()))


def _only(day: Day | None) -> Found | None:
    return Found(day) if day else None


def _day(year: int, month: int, number: int) -> Day | None:
    try:
        return Day(f"{year:04}-{month:02}-{number:02}")
    except ValueError:
        return None


_Read = Callable[[re.Match[str], Calendar], Found | None]
_FORMS: tuple[tuple[str, _Read], ...] = (
    (r"(?:(?P<year>\d{4})\s*[-.年]\s*)?" + _SPAN + _UNTIL + _NO_DATE, _written),
    (r"(?P<year>\d{4})\s*/\s*" + _SLASHED + _UNTIL + _NO_DATE, _written),
    (r"(?P<year>\A)" + _SLASHED + _NO_DATE + r"(?P<month2>)(?P<day2>)", _written),  # else 实到/应到
    (r"(\d{4})(\d\d)(\d\d)(?!\d)", _compact),
    (_CHINESE, _chinese),
    (f"({'|'.join(_AWAY)})", _spoken),
    (r"(上上|上|本|这|下)个?" + _WEEKDAY, _in_week),
    (_WEEKDAY + AFTER, _last_weekday),
    (r"(上个?月|本月|这个?月|下个?月)(\d{1,2})[日号]", _in_month),
    (r"()(\d{1,2})[日号]" + AFTER, _in_month),
    (r"(?:(\d{4})\s*年\s*)?(\d{1,2})月?\s*[-—–~～至到]\s*(\d{1,2})月份?(?!\d)", _months),
    (r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})月份?(?![内底末初中前后以至到\d])", _month),
    (r"(\d{4})[-./](\d{1,2})" + AFTER, _month),
    (r"(\d{4})年度?" + AFTER, _year),
)
