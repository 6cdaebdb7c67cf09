"""What stands in a paper, whoever wrote it."""

import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

_PAGE_NUMBER = re.compile(r"^\s*[—–-]\s*\d+\s*[—–-]\s*$", re.MULTILINE)


def word_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a Word file by name, without the one that holds the time of writing."""
    with ZipFile(path) as parts:
        names = [name for name in parts.namelist() if name != "docProps/core.xml"]
        return {name: parts.read(name) for name in sorted(names)}


def pdf_text(path: Path) -> str:
    """Return a PDF's text without blanks and page numbers: lines may break elsewhere."""
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    return "".join(_PAGE_NUMBER.sub("", done.stdout.decode("utf-8")).split())
