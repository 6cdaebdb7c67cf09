"""Both programs start here: the command line, and the window."""

import sys

from .cli.main import main


def console() -> None:
    """Run the command line."""
    sys.exit(main())


def window() -> None:
    """Open the desk."""
    sys.exit(main())


if __name__ == "__main__":
    console()
