"""Private values as they are shown unasked: enough to tell which one it is, not what it says."""

import re
from typing import Any

from .specs import Line, Spec
from .text import halfwidth

HIDDEN = "●●●"  # says not even how long it is
_BLANKS = re.compile(r"[\s-]")
_IDENTITY = re.compile(r"(\d{4})\d{10}(\d{3}[\dXx])|(\d{4})\d{7}(\d{4})", re.ASCII)
_MOBILE = re.compile(r"(1\d{2})\d{4}(\d{4})", re.ASCII)


def masked(spec: Spec, value: Any) -> str:
    """Return a field's value as people read it, a private one masked; empty when it is empty.

    An identity number is ``1101**********1234`` and a mobile one ``138****5678``, as offices
    write them; of anything else nothing is told but that it is there.
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
    return HIDDEN
