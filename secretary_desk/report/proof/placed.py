"""Figures where they are told: in which line, at which place, typed over or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..document import Figure, Own
from ..template import reference
from .numbers import amount
from .text import Line


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as it is told at a place of a line, or typed over there."""

    key: str
    text: str
    is_typed: bool
    line: Line
    start: int

    def differs(self, other: "Told") -> bool:
        """Whether another number of the same things stands there."""
        one, two = amount(self.text), amount(other.text)
        return bool(one and two and one.family == two.family and one.value != two.value)

    def says(self) -> str:
        """Return how it is written, for people."""
        return f"手填{self.text}" if self.is_typed else f"写{self.text}"


def told_in(lines: Sequence[Line]) -> Iterator[Told]:
    """Yield the figures in passages, and the numbers typed over figures."""
    for line in lines:
        at = 0
        for run in line.runs if line.passage else ():
            if isinstance(run, (Figure, Own)) and (key := _key(run)):
                yield Told(key, run.text, isinstance(run, Own), line, at)
            at += len(run.text)


def _key(run: Figure | Own) -> str:
    """Return what is told, whatever its form in words; empty where it is none of the year's."""
    try:
        return str(reference(run.fact).bare()) if run.fact else ""
    except ValueError:
        return ""
