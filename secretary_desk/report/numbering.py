"""Chinese numbering: computed here, so that it is the same in every format."""

import re
from dataclasses import dataclass, field
from functools import cache

from ..kinds.own_outline import Numbering
from ..records.numerals import chinese

# ① to ⑳, ㉑ to ㉟ and ㊱ to ㊿ stand in three places of Unicode.
_CIRCLED = tuple(map(chr, (*range(9312, 9332), *range(12881, 12896), *range(12977, 12992))))
_FORM = re.compile("（?[一1][、.）]")


def ordinal(place: int) -> str:
    """Return 一是, 二是 … for a place counted from nought."""
    return f"{chinese(place + 1)}是"


def heading_number(level: int, place: int, numbering: Numbering = Numbering.STANDARD) -> str:
    """Return a heading's number (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）.

    Other ways to number leave a form out. The level below their last form is ①; what is deeper
    still, and everything where nothing is numbered, has no number.
    """
    forms, number = _forms(numbering), place + 1
    if not 1 <= level <= len(forms):
        return ""
    match forms[level - 1]:
        case "①":
            return _CIRCLED[place] if number <= len(_CIRCLED) else f"（{number}）"
        case form if "一" in form:
            return form.replace("一", chinese(number))
        case form:
            return form.replace("1", str(number))


@dataclass(slots=True)
class Places:
    """Counts the headings that stand side by side, each level on its own.

    Where a level is left out, the deeper headings begin anew after each that stands higher.
    """

    taken: dict[int, int] = field(default_factory=dict)

    def number(self, level: int, numbering: Numbering) -> str:
        """Return the number of the next heading of a level."""
        place = self.taken.get(level, 0)
        self.taken = {known: n for known, n in self.taken.items() if known < level}
        self.taken[level] = place + 1
        return heading_number(level, place, numbering)


@cache
def _forms(numbering: Numbering) -> tuple[str, ...]:
    """Return the form of each level; the name of a way to number is made of them."""
    found = tuple(_FORM.findall(numbering))
    return (*found, "①") if found else ()
