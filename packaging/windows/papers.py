"""What stands in a paper, whoever wrote it."""

import subprocess
from pathlib import Path
from zipfile import ZipFile


def word_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a Word file by name, without the one that holds the time of writing."""
    with ZipFile(path) as parts:
        names = [name for name in parts.namelist() if name != "docProps/core.xml"]
        return {name: parts.read(name) for name in sorted(names)}


def pdf_text(path: Path) -> str:
    """Return a PDF's text as it stands on its pages."""
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")
