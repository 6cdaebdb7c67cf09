"""Slips of the pen in an identity number, told without telling the number."""

import re

from .text import halfwidth

_BLANKS = re.compile(r"[\s-]")
_FORM = re.compile(r"\d{15}|\d{17}[\dXx]", re.ASCII)
# GB 11643-1999: the weighted sum of the first 17 digits, modulo 11, names the last one.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST = "10X98765432"


def slip(written: str) -> str:
    """Return why a number can be nobody's, in a sentence; empty when it may be, or is empty."""
    number = _BLANKS.sub("", halfwidth(written)).upper()
    if not number:
        return ""
    if len(number) not in (15, 18):
        return f"身份证号应为18位（旧证15位），现在是{len(number)}位，请核对"
    if not _FORM.fullmatch(number):
        return "身份证号里有不是数字的字，请核对"
    if len(number) == 18 and number[-1] != _last(number):
        return "身份证号的最后一位与前面对不上，可能有一位填错，请核对"
    return ""


def _last(number: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _LAST[total % 11]
