"""A rehearsal as it is kept, and as it is told."""

from collections.abc import Sequence
from datetime import date

from ....kinds.rehearsal import Rehearsal, Timed
from ....records.day import Day
from ....report.speech import Target, Timing, length


def recorded(year: int, on: date, timings: Sequence[Timing], seconds: Sequence[float]) -> Rehearsal:
    """Return the record of a rehearsal of a year's speech: the sections that were spoken."""
    taken = (
        Timed(part=timing.key, heading=timing.heading, seconds=max(1, int(spoken)))
        for timing, spoken in zip(timings, seconds, strict=True)
        if spoken
    )
    return Rehearsal(year=year, held_on=Day(on.isoformat()), sections=tuple(taken))


def last_seconds(earlier: Sequence[Rehearsal]) -> dict[str, int]:
    """Return what the sections took in the latest rehearsal, by their keys."""
    last = sorted(earlier, key=lambda each: each.held_on or "")[-1:]
    return {row.part: row.seconds for each in last for row in each.sections if row.seconds}


def outcome(seconds: float, target: Target) -> str:
    """Return what came of a rehearsal, beside how long it may be."""
    taken = int(seconds)
    if not taken:
        return "这次没有计时。"
    beyond = taken - target.seconds
    said = f"比{target.minutes}分钟多{length(beyond)}" if beyond > 0 else target.said
    return f"用时{length(taken)}，{said}。"
