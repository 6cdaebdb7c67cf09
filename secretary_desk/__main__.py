"""Both programs start here: the command line, and the window."""

import sys

from .cli.main import main


def console() -> None:
    """Run the command line."""
    sys.exit(main())


def window() -> None:
    """Open the desk."""
    from .desk.app import main as run  # Qt is loaded only where a window is wanted

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    console()
