"""One rendering of wording: what it may name, and the marks by which figures come through.

A mark is a private sequence between two noncharacters; ``Telling`` remembers which run each one
stands for, and what was read, for one rendering only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ..errors import DeskError
from ..kinds.reporter import Reporter
from ..records.fact import Number
from .document import Run, Wording

OPEN, CLOSE = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
_TAIL = "。；;，,、：:."


class WordingError(DeskError):
    """A wording that names what is not there, or prints what has no words."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One rendering: the runs behind its marks, and what it read, as shown, by key.

    ``year`` and ``as_of`` are the report's, ``me`` is who reports: I am 我 in my own report.
    """

    year: int
    as_of: date = date.max
    me: Reporter | None = None
    marks: list[Run] = field(default_factory=list)
    reads: dict[str, str | None] = field(default_factory=dict)

    def mark(self, run: Run) -> str:
        """Return the mark that stands for a run."""
        self.marks.append(run)
        return f"{OPEN}{len(self.marks) - 1}{CLOSE}"

    def runs(self, text: str) -> tuple[Run, ...]:
        """Return rendered text as runs."""
        runs: list[Run] = []
        for place, part in enumerate(_MARK.split(text)):
            if place % 2:
                runs.append(self.marks[int(part)])
            elif part:
                runs.append(Wording(part))
        return tuple(runs)


class View:
    """Anything that wording may name. Falsy when there is nothing to say."""

    def pick(self, name: str) -> "View | bool":
        """Return what stands under a name; raises WordingError for a name that means nothing."""
        raise WordingError(f"“{name}”不能从这里取")

    def __str__(self) -> str:
        raise WordingError("这里要写明取哪一项，不能写出整组")

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator["View"]:
        return iter(())

    def number(self) -> Number | None:
        """Return the number, where it is one."""
        return None

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = None  # type: ignore[assignment]

    def __lt__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine < theirs)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine > theirs)

    def __le__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine <= theirs)

    def __ge__(self, other: object) -> bool:
        return self._compared(other, lambda mine, theirs: mine >= theirs)

    def _compared(self, other: object, test: Callable[[Number, Number], bool]) -> bool:
        theirs = other.number() if isinstance(other, View) else other
        mine = self.number()
        known = mine is not None and isinstance(theirs, (int, Decimal))
        return known and test(mine, theirs)  # type: ignore[arg-type]


@dataclass(eq=False, slots=True)
class Missing(View):
    """A fact that is declared but has no entry."""

    label: str

    def pick(self, name: str) -> "Missing":
        return self

    def __str__(self) -> str:
        return gap(self.label)

    def __bool__(self) -> bool:
        return False


GAP = "【待补充："  # how every placeholder begins


def gap(what: str) -> str:
    """Return the placeholder for what is not there yet."""
    return f"{GAP}{what}】"


def in_sentence(text: str) -> str:
    """Return the user's words fit to stand inside a sentence: one line, no closing mark."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined = "".join(line if line[-1] in "。；！？：，" else f"{line}；" for line in lines)
    return joined.rstrip(_TAIL)
