"""A clock that only the test moves."""

from datetime import datetime, timedelta


class Clock:
    """What is called for the time; ``go`` moves it, also back."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def __call__(self) -> datetime:
        return self.time

    def go(self, **span: float) -> None:
        """Move on by a span, as ``days=1``."""
        self.time += timedelta(**span)
