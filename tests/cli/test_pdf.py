"""report -o X.pdf in a process of its own, with and without a screen and fonts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.running import new_archive
from judges.needs import needs
from sample import sample_archive

YEAR = 2026
NO_CHINESE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>{folder}<cachedir>{cache}</cachedir></fontconfig>
"""
LATIN = "<dir>/usr/share/fonts/truetype/liberation</dir>"

on_linux = needs("" if sys.platform == "linux" else "fontconfig 只在 Linux 上")


def report(archive: Path, out: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Write a report without a screen, unless the environment names one."""
    command = [sys.executable, "-W", "error", "-m", "secretary_desk", "report", str(archive)]
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    own = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [*command, "--year", str(YEAR), "-o", str(out)],
        env=own | {"PYTHONIOENCODING": "utf-8"} | environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "gone"}])
def test_a_pdf_is_written_without_a_screen_or_with_one_out_of_reach(tmp_path, screen):
    out = tmp_path / "报告.pdf"
    done = report(sample_archive(tmp_path), out, **screen)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"已写出：{out}（")
    data = out.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def test_an_empty_year_has_a_pdf_too(tmp_path):
    out = tmp_path / "空.PDF"
    done = report(new_archive(tmp_path), out)
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")


@on_linux
@pytest.mark.parametrize("folder", ["", LATIN])
def test_without_a_chinese_font_nothing_is_written_and_one_sentence_says_why(tmp_path, folder):
    config = tmp_path / "fonts.conf"
    config.write_text(NO_CHINESE.format(folder=folder, cache=tmp_path / "cache"), "utf-8")
    out = tmp_path / "报告.pdf"
    done = report(sample_archive(tmp_path), out, FONTCONFIG_FILE=str(config))
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有中文字体" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()


@needs("" if shutil.which("pdftotext") else "poppler（pdftotext）未安装")
def test_the_pdf_holds_the_reports_text(tmp_path):
    archive, out = sample_archive(tmp_path), tmp_path / "报告.pdf"
    report(archive, out)
    report(archive, tmp_path / "报告.txt")
    read = ["pdftotext", str(out), "-"]
    printed = subprocess.run(read, check=True, capture_output=True, encoding="utf-8").stdout
    plain = "".join(printed.split())
    lines = (tmp_path / "报告.txt").read_text("utf-8").split("附件1\n")[0].splitlines()
    found = ["".join(line.split())[:20] in plain for line in lines]
    assert len(found) > 50
    assert all(found)


@on_linux
def test_without_qts_plugin_nothing_is_written_and_one_sentence_says_why(tmp_path):
    lost = "import PySide6.QtCore as q; q.QCoreApplication.setLibraryPaths([])"
    run = "from secretary_desk.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    archive, out = sample_archive(tmp_path), tmp_path / "报告.pdf"
    command = [sys.executable, "-c", f"{lost}; {run}", "report", str(archive)]
    done = subprocess.run(
        [*command, "--year", str(YEAR), "-o", str(out)],
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "重新安装" in done.stderr
    assert not out.exists()
