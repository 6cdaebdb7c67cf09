"""The day of each month that a branch keeps free for 主题党日, read from the branch's own words."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..facts.rhythm import Month
from ..records.numerals import chinese
from ..records.text import halfwidth
from .workdays import is_known, working_on_or_after, working_on_or_before

_LAST = -1
_MOST = 5  # of one weekday in a month
_WEEKDAYS = {name: place for place, name in enumerate("一二三四五六日")} | {"天": 6}
_NUMBERS = {chinese(number): number for number in range(1, 32)}
_NUMBER = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_DATE = re.compile(rf"{_NUMBER}\s*[日号]")
_NTH = re.compile(rf"(?:第\s*{_NUMBER}|(最后一?))\s*个?\s*(?:星期|礼拜|周)\s*([一二三四五六日天])")
# What says more than one day, or not each month's: no day can be told from it.
_OTHERWISE = re.compile(r"季|单月|双月|隔月|每周|至|~|—|或者?|工作日")


class Shift(StrEnum):
    """Where the day goes when it is not worked."""

    STAYS = ""
    LATER = "顺延"
    EARLIER = "提前"


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The ``number``-th day of a month, or of one ``weekday`` (Monday is 0) in it; -1 the last."""

    number: int
    weekday: int | None = None
    shift: Shift = Shift.STAYS

    def on(self, month: Month) -> date:
        """Return the day meant in a month; one that the month does not have is its last.

        A weekday's fifth time in a month that has four is its fourth. Where a year's holidays
        are not known only weekends move the day.
        """
        found = self._plain(month)
        match self.shift:
            case Shift.LATER:
                return working_on_or_after(found)
            case Shift.EARLIER:
                return working_on_or_before(found)
        return found

    def is_sure(self, month: Month) -> bool:
        """Whether no holiday that is not known yet can move the day."""
        return self.shift is Shift.STAYS or is_known(self._plain(month))

    def _plain(self, month: Month) -> date:
        first, days = calendar.monthrange(*month)
        if self.weekday is None:
            return date(*month, days if self.number == _LAST else min(self.number, days))
        every = range(1 + (self.weekday - first) % 7, days + 1, 7)
        place = self.number if self.number == _LAST else min(self.number, len(every)) - 1
        return date(*month, every[place])


def read_fixed_day(words: str) -> FixedDay | None:
    """Return the day that words such as 每月6日，遇节假日顺延 or 每月第一个周五 name.

    None where they name no day, or more than one.
    """
    plain = halfwidth(words)
    main = re.split(r"[,，;；。(（]", plain)[0]
    dates, weekdays = _DATE.findall(main), _NTH.findall(main)
    if _OTHERWISE.search(main) or len(dates) + len(weekdays) != 1:
        return None
    shift = _shift(plain)
    if dates:
        number = _number(dates[0])
        return FixedDay(number, shift=shift) if 1 <= number <= 31 else None
    which, last, weekday = weekdays[0]
    number = _LAST if last else _number(which)
    known = number == _LAST or 1 <= number <= _MOST
    return FixedDay(number, _WEEKDAYS[weekday], shift) if known else None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBERS.get(text, 0)


def _shift(words: str) -> Shift:
    if re.search(r"顺延|延后|往后|推迟", words):
        return Shift.LATER
    return Shift.EARLIER if re.search(r"提前|往前", words) else Shift.STAYS
