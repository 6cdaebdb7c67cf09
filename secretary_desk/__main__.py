"""Both programs start here: the command line, and the window."""

import gc
import sys

# Both need them, and before Qt: PySide reads the source of every module imported after it.
from .facts import due, load  # noqa: F401
from .store import backup  # noqa: F401


def console() -> None:
    """Run the command line."""
    from .cli.main import main  # each program loads its own half

    sys.exit(main())


def window() -> None:
    """Open the desk."""
    gc.disable()  # a start makes little garbage; the desk collects by itself when it stands
    from .desk.app import main as run  # Qt is loaded only where a window is wanted

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    console()
