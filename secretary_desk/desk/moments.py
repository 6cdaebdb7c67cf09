"""Times of the archive as people say them."""

from datetime import datetime, timedelta


def spoken(at: str, now: datetime) -> str:
    """Return a UTC time in ISO form in local words: 今天 14:03, 昨天 9:20, 11月6日 9:20.

    ``now`` is the local time on the user's wall; of another year's days the hour is left out.
    """
    day = spoken_day(at, now)
    is_past = local(at, now).year != now.year and day not in ("今天", "昨天")
    return day if is_past else f"{day} {spoken_clock(at, now)}"


def spoken_local(at: datetime, now: datetime) -> str:
    """Return a time by the clock on the wall in the words of ``spoken``."""
    return spoken(at.astimezone().isoformat(), now)


def local(at: str, now: datetime) -> datetime:
    """Return a UTC time in ISO form as the clock on the wall had it."""
    return datetime.fromisoformat(at).astimezone(now.tzinfo).replace(tzinfo=None)


def spoken_day(at: str, now: datetime) -> str:
    """Return the day of a UTC time in local words: 今天, 昨天, 11月6日, 2025年12月31日."""
    on = local(at, now)
    match now.date() - on.date():
        case timedelta(days=0):
            return "今天"
        case timedelta(days=1):
            return "昨天"
    day = f"{on.month}月{on.day}日"
    return day if on.year == now.year else f"{on.year}年{day}"


def spoken_clock(at: str, now: datetime) -> str:
    """Return the time of day of a UTC time in local words: 14:03."""
    on = local(at, now)
    return f"{on.hour}:{on.minute:02}"
