"""The places of a report that are to be seen to: what is missing, what has changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...report.document import text_of
from ...report.parts import Part
from ...report.passage import Passage
from ...report.telling import GAP

Told = Callable[[Part], Sequence[Passage]]


class Stop(NamedTuple):
    """A passage of a part by their keys; without one, the part itself."""

    part: str
    passage: str = ""


def next_gap(parts: Mapping[str, Part], told: Told, here: Stop) -> Stop | None:
    """Return the next place that lacks something, the part itself where no passage of it does."""

    def lacks(part: Part, passage: Passage | None) -> bool:
        aside = part.gaps > 0 and not any(map(_lacks, told(part)))
        return _lacks(passage) if passage else aside

    return _next(parts, told, here, lacks)


def next_drift(parts: Mapping[str, Part], told: Told, here: Stop) -> Stop | None:
    """Return the next passage that has changed since the user wrote his version of it."""
    return _next(parts, told, here, lambda _part, passage: bool(passage and passage.drift))


def _next(
    parts: Mapping[str, Part],
    told: Told,
    here: Stop,
    wanted: Callable[[Part, Passage | None], bool],
) -> Stop | None:
    every = list(_every(parts, told))
    stops = [stop for stop, *_ in every]
    at = stops.index(here) + 1 if here in stops else 0
    around = (*every[at:], *every[:at])
    return next((stop for stop, part, passage in around if wanted(part, passage)), None)


def _every(parts: Mapping[str, Part], told: Told) -> Iterator[tuple[Stop, Part, Passage | None]]:
    for key, part in parts.items():
        yield Stop(key), part, None
        for passage in told(part):
            yield Stop(key, passage.key), part, passage


def _lacks(passage: Passage) -> bool:
    return any(GAP in text_of(runs) for runs in passage.paragraphs)
