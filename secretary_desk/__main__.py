"""Both programs start here: the command line, and the window."""

import sys

from .cli.main import main


def console() -> None:
    """Run the command line."""
    sys.exit(main())


def window() -> None:
    """Open the desk. It is not built yet; until then this says what to use instead."""
    print("窗口还没有做好，请先用命令行：secretary-desk --help", file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    console()
