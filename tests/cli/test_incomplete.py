"""A program that a scanner took a file away from says so in one sentence."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample import sample_archive

ROOT = Path(__file__).parents[2]
TEMPLATE = Path("resources", "report", "template")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program from which a file can be taken."""
    folder = tmp_path_factory.mktemp("program")
    for part in ("secretary_desk", "resources"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return sample_archive(tmp_path)


def refusal(program: Path, *arguments: object) -> str:
    command = [sys.executable, "-W", "error", "-m", "secretary_desk", *map(str, arguments)]
    done = subprocess.run(command, cwd=program, capture_output=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


@pytest.fixture
def whole_again(program: Path):
    yield
    shutil.copytree(ROOT / "resources", program / "resources", dirs_exist_ok=True)


@pytest.mark.usefixtures("whole_again")
@pytest.mark.parametrize("part", ["[Content_Types].xml", "word/document.xml", "word/styles.xml"])
def test_without_a_part_of_the_word_template_nothing_is_written(program, archive, tmp_path, part):
    (program / TEMPLATE / part).unlink()
    out = tmp_path / "述职报告.docx"
    said = refusal(program, "report", archive, "--year", 2026, "-o", out)
    assert part in said
    assert "重新安装" in said
    assert not out.exists()


@pytest.mark.usefixtures("whole_again")
def test_without_its_page_style_a_report_is_a_sentence(program, archive, tmp_path):
    (program / "resources" / "report" / "style.toml").unlink()
    out = tmp_path / "述职报告.docx"
    assert "重新安装" in refusal(program, "report", archive, "--year", 2026, "-o", out)
    assert not out.exists()


def test_without_one_of_its_libraries_a_command_is_a_sentence(program, archive, tmp_path):
    (program / "docx.py").write_text("raise ImportError('DLL load failed')", "utf-8")
    out = tmp_path / "述职报告.docx"
    said = refusal(program, "report", archive, "--year", 2026, "-o", out)
    assert "重新安装" in said
    assert not out.exists()
