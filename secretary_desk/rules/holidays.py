"""Public holidays and the days worked in exchange for them, in the years that are known."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Special:
    """A day unlike others of its weekday: free for a holiday, or worked in exchange for one."""

    holiday: str
    is_free: bool


def special(on: date) -> Special | None:
    """Return what sets a day apart; None for an ordinary one and in a year that is not known."""
    from chinese_calendar import Holiday, get_holiday_detail  # takes 20 ms to load

    try:
        is_free, name = get_holiday_detail(on)
    except NotImplementedError:
        return None
    # A weekend within a holiday belongs to it; one that is worked bears its name too.
    return Special(Holiday(name).chinese, is_free) if name else None
