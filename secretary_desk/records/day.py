"""Dates as precise as they are known: a year, a month, a day, or a minute."""

import calendar
import re
from datetime import date
from functools import lru_cache
from typing import Self

from ..errors import Unreadable
from .text import halfwidth

FIRST_YEAR, LAST_YEAR = 1900, 2200
_QUOTED = 20  # characters of what was typed that an error repeats
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?", re.ASCII)
_TIME = r"(?:[T\s]*(\d{1,2})[:时](\d{1,2})(?:[:分]\d{0,2}(?:\.\d+)?)?分?)?"
_FULL = re.compile(rf"(\d{{4}})\s*[-./年]\s*(\d{{1,2}})\s*[-./月]\s*(\d{{1,2}})\s*[日号]?{_TIME}")
_COMPACT = re.compile(rf"(\d{{4}})(\d\d)(\d\d){_TIME}")
_MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?")
_YEAR = re.compile(r"(\d{4})\s*年?度?")
_NO_YEAR = re.compile(rf"(\d{{1,2}})\s*[-./月]\s*(\d{{1,2}})\s*[日号]?{_TIME}")
_RANGE = re.compile(r"(\d{4}\D\d{1,2}\D\d{1,2}[日号]?)\s*[-—~～至到]+\s*.+")


class Day(str):
    """A date as ISO text, as precise as known; it sorts as text.

    Forms: ``2026``, ``2026-03``, ``2026-03-05``, ``2026-03-05T14:30``. Anything else raises
    ValueError; ``Day.read`` takes what people type.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        if not _ISO.fullmatch(text):
            raise ValueError(f"not a date: {text!r}")
        day = str.__new__(cls, text)
        if not FIRST_YEAR <= day.first().year <= LAST_YEAR:
            raise ValueError(f"year out of range: {text!r}")
        hour, minute = int(text[11:13] or 0), int(text[14:16] or 0)
        if hour > 23 or minute > 59:
            raise ValueError(f"no such time: {text!r}")
        return day

    @classmethod
    def trusted(cls, text: str) -> Self:
        """Return text that was a Day when it was stored, without looking at it again."""
        return str.__new__(cls, text)

    @classmethod
    def read(cls, text: str, year: int | None = None) -> Self:
        """Return the date that text names; ``year`` completes ``3月5日``. Raises Unreadable."""
        plain = halfwidth(text)
        if span := _RANGE.fullmatch(plain):
            plain = span[1]
        for form, given in ((_FULL, 3), (_COMPACT, 3), (_MONTH, 2), (_YEAR, 1)):
            if found := form.fullmatch(plain):
                return cls._built(text, *found.groups()[:given], time=found.groups()[given:])
        if (found := _NO_YEAR.fullmatch(plain)) and year:
            return cls._built(text, str(year), *found.groups()[:2], time=found.groups()[2:])
        raise Unreadable(f"{quoted(text)}不是日期；可写成 {_forms(year)}")

    @classmethod
    def _built(cls, text: str, *parts: str, time: tuple[str | None, ...] = ()) -> Self:
        iso = "-".join(part.zfill(2) for part in parts)
        if time and time[0] and (int(time[0]), int(time[1] or 0)) != (0, 0):
            iso += f"T{int(time[0]):02}:{int(time[1] or 0):02}"
        try:
            return cls(iso)
        except ValueError:
            raise Unreadable(f"{quoted(text)}不是日历上有的日期") from None

    @property
    def whole(self) -> bool:
        """Whether the day itself is known, not only its month or year."""
        return len(self) >= 10

    def first(self) -> date:
        """Return the first calendar day this may mean."""
        return _first(self)

    def last(self) -> date:
        """Return the last calendar day this may mean."""
        if self.whole:
            return self.first()
        year, month = int(self[:4]), int(self[5:7] or 12)
        return date(year, month, calendar.monthrange(year, month)[1])

    def show(self) -> str:
        """Return ``2026年3月5日``, as much of it as is known, the time after a blank."""
        text = f"{int(self[:4])}年"
        if len(self) >= 7:
            text += f"{int(self[5:7])}月"
        if self.whole:
            text += f"{int(self[8:10])}日"
        return f"{text} {self[11:]}" if len(self) > 10 else text

    def show_short(self) -> str:
        """Return ``2026.3.5``, as ledgers have it."""
        return ".".join(str(int(part)) for part in self[:10].split("-"))

    def show_in_year(self) -> str:
        """Return ``3月5日`` or ``3月``; a bare year stays ``2026年``."""
        text = self.show().split(" ")[0]
        return text.split("年", 1)[1] or text


@lru_cache(maxsize=10_000)
def _first(text: str) -> date:
    return date(int(text[:4]), int(text[5:7] or 1), int(text[8:10] or 1))


def before(day: Day | None, other: Day | None) -> bool:
    """Whether both are known and day is surely the earlier one."""
    return day is not None and other is not None and day.last() < other.first()


def known_by(day: Day | None, on: date) -> Day | None:
    """Return a day that had come by another; None for what lay ahead."""
    return day if day is not None and day.first() <= on else None


def quoted(text: str) -> str:
    """Return what was typed between quotation marks, cut where it is long."""
    return f"“{text}”" if len(text) <= _QUOTED else f"“{text[: _QUOTED - 1]}…”"


def _forms(year: int | None) -> str:
    """Return how a date may be written; the short forms only where a year completes them."""
    if year is None:
        return "2026-03-05、2026年3月5日、2026年3月或 2026"
    return f"3.5、3月5日、{year}年3月5日、{year}0305 或 {year}年3月"
