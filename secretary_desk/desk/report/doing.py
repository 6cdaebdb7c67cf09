"""A step of the archive that may fail: then the user is told why, and all is as it was."""

from collections.abc import Callable

from ...errors import DeskError
from ..ask import Ask


def done(ask: Ask, step: Callable[[], object]) -> bool:
    """Do a step; False where the archive cannot be written."""
    try:
        step()
    except DeskError as error:
        ask.tell(str(error))
        return False
    return True
