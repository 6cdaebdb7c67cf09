"""Times of the archive as people say them."""

from datetime import datetime, timedelta


def spoken(at: str, now: datetime) -> str:
    """Return a UTC time in ISO form in local words: 今天 14:03, 昨天 9:20, 11月6日 9:20.

    ``now`` is the local time on the user's wall; of another year's days the hour is left out.
    """
    local = datetime.fromisoformat(at).astimezone(now.tzinfo).replace(tzinfo=None)
    clock = f"{local.hour}:{local.minute:02}"
    match now.date() - local.date():
        case timedelta(days=0):
            return f"今天 {clock}"
        case timedelta(days=1):
            return f"昨天 {clock}"
    day = f"{local.month}月{local.day}日"
    return f"{day} {clock}" if local.year == now.year else f"{local.year}年{day}"
