"""How far a long piece of work is: told step by step, and ended by whoever listens."""

from collections.abc import Callable


class Progress:
    """Tells ``told`` what is being done, in words, and the share of it that is done, 0 to 1.

    What ``told`` raises ends the work, which then leaves nothing behind; a DeskError of its own
    would be taken for trouble with the file.
    """

    def __init__(self, told: Callable[[str, float], object] = lambda what, share: None) -> None:
        self._told, self._what, self._total, self._done = told, "", 0, 0

    def begin(self, what: str, total: int) -> None:
        """Begin a part of the work, of ``total`` bytes."""
        self._what, self._total, self._done = what, total, 0
        self.step(0)

    def step(self, size: int) -> None:
        """Have done ``size`` bytes more."""
        self._done += size
        self._told(self._what, min(self._done / max(self._total, 1), 1.0))
