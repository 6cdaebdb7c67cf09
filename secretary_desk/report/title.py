"""The title: its words, and its lines broken so that they are balanced."""

from itertools import combinations, pairwise

from ..records.text import width
from .document import Run, Runs, Value, Wording
from .views import gap

_WORDS = ("书记", "抓基层党建工作", "述职报告")
LINE = 20  # characters of 二号 (22 pt) that a line of 156 mm holds


def title_lines(year: str, branch: str) -> tuple[Runs, ...]:
    """Return the title in as few lines as hold it, the lines as even as words allow."""
    name: Run = Value(branch, "支部名称") if branch else Wording(gap("支部名称"))
    pieces: list[Run] = [Value(year, "年度"), name, *(Wording(word) for word in _WORDS)]
    for count in range(1, len(pieces) + 1):
        fitting = [lines for lines in _broken(pieces, count) if max(map(_width, lines)) <= LINE]
        if fitting:
            return min(fitting, key=_unevenness)
    return tuple((piece,) for piece in pieces)


def _broken(pieces: list[Run], count: int) -> list[tuple[Runs, ...]]:
    cuts = combinations(range(1, len(pieces)), count - 1)
    places = [(0, *cut, len(pieces)) for cut in cuts]
    return [tuple(tuple(pieces[a:b]) for a, b in pairwise(p)) for p in places]


def _width(line: Runs) -> float:
    return sum(width(run.text) for run in line)


def _unevenness(lines: tuple[Runs, ...]) -> float:
    widths = [_width(line) for line in lines]
    return max(widths) - min(widths)
