"""Numbers in running text: Arabic and Chinese, half-width and full, with their measure words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...records.text import rounded

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}
_CHINESE = "".join((*_DIGITS, *_PLACES, *_SCALES))
_WIDE = str.maketrans("０１２３４５６７８９．％", "0123456789.%")

# The longer first. Those that count the same things are of one family.
MEASURES = (
    "人次|场次|个百分点|学时|课时|小时|分钟|公里|平方米|毫米|名|人|位|次|场|个|项|条|件|批|篇|期|堂|节|户"
    "|支|天|份|元|米|组|台|处|块|环|栋|吨|家|票|%|成"
)
_FAMILIES = {"场": "次", "场次": "次", "名": "人", "位": "人", "项": "个"}
_NUMBER = re.compile(
    rf"(?<![\d.第{_CHINESE}])"
    rf"(?:百分之(?P<percent>[\d.]+|[{_CHINESE}]+)"
    rf"|(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<scale>[百千万亿]?)"
    rf"|(?P<chinese>[{_CHINESE}]+))"
    rf"(?P<over>余|多|来|几)?(?P<unit>{MEASURES})?"
)
_LONGEST, _MOST, _FINEST = 24, 10**15, 6  # characters, value, decimals of a number
_LESS_SURE = re.compile("(?:约|近|将近|超过|超|逾|不足|不到|接近|大约)$")
_MORE_OR_LESS = re.compile("左右|上下|以上|多|余")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at its place; ``places`` are its decimals, ``about`` says that it is a round one."""

    value: Decimal
    unit: str
    start: int
    end: int
    places: int = 0
    about: bool = False
    is_chinese: bool = False

    @property
    def family(self) -> str:
        """Its measure word, or the one that counts the same things."""
        return _FAMILIES.get(self.unit, self.unit)


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text, in order; ordinals are none, nor is a row of digits."""
    plain = text.translate(_WIDE)
    for found in _NUMBER.finditer(plain):
        start, end = found.span()
        if (value := _value(found)) is None:
            continue
        number, places = value
        unit = "%" if found["percent"] else found["unit"] or ""
        about = bool(
            found["over"]
            or _LESS_SURE.search(plain, max(0, start - 2), start)
            or _MORE_OR_LESS.match(plain, end)
        )
        yield Amount(number, unit, start, end, places, about, bool(found["chinese"]))


def amount(text: str) -> Amount | None:
    """Return the first number of a text."""
    return next(amounts(text), None)


def agree(typed: Amount, known: Decimal) -> bool:
    """Whether a number says what is known: rounded as it is, or near it where it is round."""
    if typed.unit == "成":
        return abs(known - typed.value * 10) <= 10
    if not typed.about:
        return typed.value == rounded(known, typed.places)
    return abs(typed.value - known) < max(_step(typed.value), known / 10)


def chinese_value(text: str) -> int:
    """Return the value of a Chinese number: 十五, 一百零五, 三万二千, 二〇二六."""
    if not set(text) - set(_DIGITS):
        return int("".join(str(_DIGITS[char]) for char in text))
    whole = section = number = 0
    for char in text:
        if char in _DIGITS:
            number = _DIGITS[char]
        elif char in _PLACES:
            section += (number or 1) * _PLACES[char]
            number = 0
        else:
            whole = (whole + section + number) * _SCALES[char]
            section = number = 0
    return whole + section + number


def _value(found: re.Match[str]) -> tuple[Decimal, int] | None:
    """Return a number with its decimals; None for one that cannot be reckoned with."""
    text = found["percent"] or found["digits"] or found["chinese"]
    value = _read(text, found["scale"] or "") if len(text) <= _LONGEST else None
    return value if value and value[0] < _MOST and value[1] <= _FINEST else None


def _read(text: str, scale_word: str) -> tuple[Decimal, int]:
    if text[0] in _CHINESE:
        return Decimal(chinese_value(text)), 0
    plain = text.replace(",", "").strip(".") or "0"
    whole, _, decimals = plain.partition(".")
    scale = (_PLACES | _SCALES).get(scale_word, 1)
    value = Decimal(f"{whole}.{decimals.replace('.', '') or 0}") * scale
    return value, 0 if scale > 1 else len(decimals)


def _step(value: Decimal) -> Decimal:
    """Return how much a round number leaves open: 100 for 1500."""
    digits = str(int(value))
    return Decimal(10 ** (len(digits) - len(digits.rstrip("0"))))
