"""Chinese numbering: computed here, so that it is the same in every format."""

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """Return a number from 1 on in Chinese up to 99, 一, 十二, 二十; in digits beyond."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def ordinal(place: int) -> str:
    """Return 一是, 二是 … for a place counted from nought."""
    return f"{chinese(place + 1)}是"


def heading_number(level: int, place: int) -> str:
    """Return a heading's number (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）."""
    match level:
        case 1:
            return f"{chinese(place + 1)}、"
        case 2:
            return f"（{chinese(place + 1)}）"
        case 3:
            return f"{place + 1}."
        case 4:
            return f"（{place + 1}）"
    raise ValueError(level)
