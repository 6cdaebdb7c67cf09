"""One person's way into the Party on a day: 25 steps, what is done and what comes next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..kinds.development import Development, Step, StepRow
from ..records.day import LAST_YEAR, Day
from .bounds import Bound, Side, bounds
from .steps import NUMBER, PAPERS, PHASE, STEPS, Phase
from .values import Values
from .workdays import is_known, working_on_or_after, working_on_or_before


class State(StrEnum):
    """What became of a step."""

    DONE = "已完成"
    MISSED = "未登记"  # a later step is done
    NEXT = "下一步"
    PLANNED = "已定日期"
    LATER = "以后"
    CLOSED = "不再办理"


@dataclass(frozen=True, slots=True)
class PathStep:
    """One of the 25 steps, with the times for it and a day that may suit."""

    step: Step
    state: State
    row: StepRow
    bounds: tuple[Bound, ...] = ()
    suggested: date | None = None
    provisional: bool = False

    @property
    def number(self) -> int:
        """Its place among the 25."""
        return NUMBER[self.step]

    @property
    def phase(self) -> Phase:
        """Its phase."""
        return PHASE[self.step]

    @property
    def papers(self) -> str:
        """The papers that it commonly leaves."""
        return PAPERS[self.step]

    @property
    def on(self) -> Day | None:
        """The day on record."""
        return self.row.on

    @property
    def earliest(self) -> Bound | None:
        """What keeps it longest."""
        found = [each for each in self.bounds if each.side is Side.EARLIEST]
        return max(found, key=lambda each: each.day, default=None)

    @property
    def latest(self) -> Bound | None:
        """What presses most."""
        found = [each for each in self.bounds if each.side is Side.LATEST]
        return min(found, key=lambda each: each.day, default=None)


@dataclass(frozen=True, slots=True)
class Path:
    """The whole way."""

    way: Development
    steps: tuple[PathStep, ...]

    @property
    def next(self) -> PathStep | None:
        """What is to be done now; None where nothing is."""
        return next((step for step in self.steps if step.state is State.NEXT), None)

    def of(self, phase: Phase) -> list[PathStep]:
        """Return the steps of a phase."""
        return [step for step in self.steps if step.phase is phase]


def path(way: Development, values: Values, today: date) -> Path:
    """Return where someone stands on a day; what is dated later is not done yet."""
    rows = {row.step: row for row in reversed(way.steps)}
    done = {step for step, row in rows.items() if row.on and row.on.first() <= today}
    reached = max((place for place, step in enumerate(STEPS) if step in done), default=-1)
    is_closed = bool(way.stopped_on and way.stopped_on.first() <= today)
    found = []
    for place, step in enumerate(STEPS):
        row = rows.get(step) or StepRow(step=step)
        if step in done:
            found.append(PathStep(step, State.DONE, row))
        elif is_closed:
            found.append(PathStep(step, State.CLOSED, row))
        elif place == reached + 1:
            found.append(_timed(way, State.NEXT, row, values, today))
        else:
            found.append(_timed(way, _waiting(row, place < reached), row, values, today))
    return Path(way, tuple(found))


def _waiting(row: StepRow, is_passed: bool) -> State:
    if is_passed:
        return State.MISSED
    return State.PLANNED if row.on else State.LATER


def _timed(way: Development, state: State, row: StepRow, values: Values, today: date) -> PathStep:
    assert row.step is not None
    found = bounds(way, row.step, values, today)
    plain = PathStep(row.step, state, row, found)
    if state is not State.NEXT or row.step is Step.APPLICATION:  # which is the person's own act
        return plain
    day = _suggested(plain, today)
    if day.year > LAST_YEAR:
        return plain
    return PathStep(row.step, state, row, found, day, not is_known(day))


def _suggested(step: PathStep, today: date) -> date:
    """Return the first working day from when it may be, or the last one by when it must."""
    earliest, latest = step.earliest, step.latest
    least = max(today, earliest.day) if earliest else today
    day = working_on_or_after(least)
    if latest and day > latest.day:
        last = working_on_or_before(latest.day)
        return last if last >= least else day
    return day
