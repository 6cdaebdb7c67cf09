"""Write down what a bundle installs, for the installer to remove it: ``python listing.py BUNDLE``.

One name a line, ``F FILE`` and then ``D FOLDER``, the deepest first, with backslashes.
"""

import sys
from pathlib import Path

NAME = "installed.txt"


def main(bundle: Path) -> None:
    """Write the list into the bundle, itself included."""
    found = sorted(bundle.rglob("*"))
    files = [f"F {_name(path, bundle)}" for path in found if path.is_file()]
    folders = [path for path in found if path.is_dir()]
    folders.sort(key=lambda path: -len(path.parts))
    lines = [*files, f"F {NAME}", *(f"D {_name(path, bundle)}" for path in folders)]
    # The installer reads ASCII; a name beyond that must not stay behind unnoticed.
    (bundle / NAME).write_text("".join(f"{line}\r\n" for line in lines), "ascii", newline="")


def _name(path: Path, bundle: Path) -> str:
    return str(path.relative_to(bundle)).replace("/", "\\")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
