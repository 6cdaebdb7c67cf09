"""Numbers written in Chinese."""

_DIGITS = "零一二三四五六七八九"
_UNITS = {1000: "千", 100: "百", 10: "十", 1: ""}


def chinese(number: int) -> str:
    """Return a number in Chinese from 1 to 9999, 十二, 一百零五, 三千二百; others in digits."""
    if not 0 < number < 10_000:
        return str(number)
    text, zero = "", False
    for place, digit in zip(_UNITS, f"{number:04d}", strict=True):
        if digit == "0":
            zero = bool(text)
            continue
        one = digit == "1" and place == 10 and not text  # 十二, but 一百一十二
        text += "零" * zero + ("" if one else _DIGITS[int(digit)]) + _UNITS[place]
        zero = False
    return text
