"""Both programs start here: the command line, and the window."""

import gc
import sys


def console() -> None:
    """Run the command line."""
    from .cli.main import main  # each program loads its own half

    sys.exit(main())


def window() -> None:
    """Open the desk."""
    gc.disable()  # a start makes little garbage; the desk goes over to collecting when it stands
    from .desk.app import main as run  # Qt is loaded only where a window is wanted

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    console()
