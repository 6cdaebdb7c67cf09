"""A stopwatch for a speech: one section after the other, each with its own time."""

from collections.abc import Callable
from time import monotonic

_EXACT = 3  # decimals of a second that are a clock's, not a sum's of floats


class Stopwatch:
    """Counts the seconds of the section that is spoken; sections count from 0.

    After the last section it is ``done``, and stands. What it has counted is whole seconds, so
    that sections and sum agree wherever they are told; what is over goes to what is counted next.
    """

    def __init__(self, sections: int, now: Callable[[], float] = monotonic) -> None:
        self._now, self._seconds = now, [0.0] * sections
        self._since: float | None = None
        self._over = 0.0
        self.section = 0

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._since is not None

    @property
    def done(self) -> bool:
        """Whether the last section is over."""
        return self.section == len(self._seconds)

    @property
    def times(self) -> list[float]:
        """The seconds of every section so far."""
        return [self.seconds(section) for section in range(len(self._seconds))]

    @property
    def total(self) -> float:
        """The seconds of all sections together."""
        return sum(self.times)

    def seconds(self, section: int) -> float:
        """Return the seconds of a section so far."""
        running = self._over + self._now() - self._since if self._since is not None else 0.0
        return self._seconds[section] + (running if section == self.section else 0.0)

    def start(self) -> None:
        """Count from now on."""
        if not self.running and not self.done:
            self._since = self._now()

    def pause(self) -> None:
        """Stop counting; what was counted stays."""
        if self._since is not None:
            counted = round(self.seconds(self.section), _EXACT)
            self._seconds[self.section], self._over = float(int(counted)), counted % 1
            self._since = None

    def go_to(self, section: int) -> None:
        """Count for another section; beyond the last it is done."""
        was_running = self.running
        self.pause()
        self.section = max(0, min(section, len(self._seconds)))
        if was_running:
            self.start()

    def restart(self) -> None:
        """Stand at nought before the first section."""
        self._since, self._over, self.section = None, 0.0, 0
        self._seconds = [0.0] * len(self._seconds)
