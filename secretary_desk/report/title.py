"""The title: its words, and its lines broken so that they are balanced."""

from itertools import combinations, pairwise
from math import ceil

from ..records.text import width
from .document import Run, Runs, Value, Wording
from .telling import gap

_WORDS = ("书记", "抓基层党建工作", "述职报告")
LINE = 20  # characters of 二号 (22 pt) that a line of 156 mm holds


def title_lines(year: str, branch: str) -> tuple[Runs, ...]:
    """Return the title in as few lines as hold it, the lines as even as words allow."""
    names: list[Run] = [Value(part, "支部名称") for part in _parts(branch)]
    pieces: list[Run] = [Value(year, "年度"), *(names or [Wording(gap("支部名称"))])]
    pieces += [Wording(word) for word in _WORDS]
    for count in range(1, len(pieces) + 1):
        fitting = [lines for lines in _broken(pieces, count) if max(map(_width, lines)) <= LINE]
        if fitting:
            return min(fitting, key=_unevenness)
    return tuple((piece,) for piece in pieces)


def _parts(name: str) -> list[str]:
    """Return a name whole, or in even parts where it is longer than a line."""
    parts = ceil(width(name) / LINE)
    size = ceil(len(name) / parts) if parts else 1
    return [name[at : at + size] for at in range(0, len(name), size)]


def _broken(pieces: list[Run], count: int) -> list[tuple[Runs, ...]]:
    cuts = combinations(range(1, len(pieces)), count - 1)
    places = [(0, *cut, len(pieces)) for cut in cuts]
    return [tuple(tuple(pieces[a:b]) for a, b in pairwise(p)) for p in places]


def _width(line: Runs) -> float:
    return sum(width(run.text) for run in line)


def _unevenness(lines: tuple[Runs, ...]) -> tuple[bool, float]:
    """Rank lines: 书记 stays with the branch where it can, then the evener the better."""
    parted = any(line[0].text == _WORDS[0] for line in lines)
    widths = [_width(line) for line in lines]
    return parted, max(widths) - min(widths)
