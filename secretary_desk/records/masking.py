"""Private values as they are shown unasked: enough to tell which one it is, not what it says."""

import re
from typing import Any

from .specs import Line, Spec
from .text import halfwidth

HIDDEN = "●●●"  # says not even how long it is
_BLANKS = re.compile(r"[\s-]")
_IDENTITY = re.compile(r"(\d{4})\d{10}(\d{3}[\dXx])|(\d{4})\d{7}(\d{4})", re.ASCII)
_MOBILE = re.compile(r"(1\d{2})\d{4}(\d{4})", re.ASCII)
_OTHER = re.compile(r"\d{7,}[\dXx]", re.ASCII)
_MOST = 4  # characters told at an end


def masked(spec: Spec, value: Any) -> str:
    """Return a field's value as people read it, a private one masked; empty when it is empty.

    An identity number is ``1101**********1234`` and a mobile one ``138****5678``, as offices
    write them; of another number a quarter at each end, up to four characters, when it is long
    enough; of anything else nothing is told but that it is there.
    """
    if not spec.private:
        return spec.show(value)
    if value == spec.empty or value is None:
        return ""
    return _of_number(value) if isinstance(spec, Line) else HIDDEN


def _of_number(text: str) -> str:
    number = _BLANKS.sub("", halfwidth(text))
    if found := _IDENTITY.fullmatch(number) or _MOBILE.fullmatch(number):
        first, last = filter(None, found.groups())
        return f"{first}{'*' * (len(number) - len(first) - len(last))}{last}"
    if _OTHER.fullmatch(number):
        told = min(_MOST, len(number) // 4)
        return f"{number[:told]}{'*' * (len(number) - 2 * told)}{number[-told:]}"
    return HIDDEN
