"""LibreOffice turns a docx into pages; poppler says which fonts arrived on them."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from .needs import found, needs

# Which free font stands for which of ours in fonts.conf, by its name inside a PDF.
FONTS = {
    "方正小标宋简体": "NotoSerifCJK",
    "仿宋_GB2312": "UMing",
    "黑体": "WenQuanYiZenHei",
    "楷体_GB2312": "UKai",
    "宋体": "NotoSansCJK",
}

_SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
_MISSING = "LibreOffice 或 poppler（pdftotext、pdffonts）未安装，无法把 docx 排成页面来检查"
_ALL = _SOFFICE and shutil.which("pdftotext") and shutil.which("pdffonts")

needs_libreoffice = needs("" if _ALL else _MISSING)


def to_pdf(files: Sequence[Path], folder: Path, *, timeout: float = 180) -> list[Path]:
    """Convert files to PDF in ``folder`` with one start of LibreOffice; return the PDFs."""
    return converted(files, folder, "pdf", timeout=timeout)


def converted(
    files: Sequence[Path], folder: Path, form: str, *, timeout: float = 180
) -> list[Path]:
    """Convert files to ``pdf``, or to ``fodt``, which is one file of XML; return the results."""
    command = [found(_SOFFICE, _MISSING), f"-env:UserInstallation={_profile()}", "--headless"]
    command += ["--convert-to", form, "--outdir", str(folder), *map(str, files)]
    fonts = Path(__file__).with_name("fonts.conf")
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=timeout, env=environment)
    results = [folder / f"{file.stem}.{form}" for file in files]
    unconverted = [result.stem for result in results if not result.is_file()]
    assert not unconverted, f"LibreOffice did not convert {unconverted}"
    return results


def fonts_in(pdf: Path) -> set[str]:
    """Return the names of the fonts that a PDF embeds, without their subset tags."""
    program = found(shutil.which("pdffonts"), _MISSING)
    listing = subprocess.run([program, pdf], check=True, capture_output=True, text=True).stdout
    return {line.split()[0].split("+")[-1] for line in listing.splitlines()[2:]}


@cache
def _profile() -> str:
    # Our own profile: a LibreOffice that is open already would answer instead and do nothing.
    return Path(_folder().name).as_uri()


@cache
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True)
