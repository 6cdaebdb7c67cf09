"""Who may import whom, as pyproject.toml's contracts say it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)
BREACHES = {
    "records import kinds": ("records/text.py", "from .. import kinds"),
    "kinds import the store": ("kinds/plan.py", "from ..store import store"),
    "facts import the report": ("facts/gather.py", "from ..report import document"),
    "Qt in the records": ("records/text.py", "import PySide6.QtCore"),
    "SQL in the facts": ("facts/gather.py", "import sqlite3"),
    "Word in the report": ("report/document.py", "import docx"),
    "Workbooks in the store": ("store/store.py", "import openpyxl"),
    "platformdirs in the store": ("store/store.py", "import platformdirs"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold the contracts in a process of their own: they put an end to other programs' logs."""
    return subprocess.run([sys.executable, "-c", LINT], cwd=folder, capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "secretary_desk"
    shutil.copytree(ROOT / package.name, package, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_every_import_keeps_to_its_layer():
    found = lint(ROOT)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_found(copy, breach):
    module, line = BREACHES[breach]
    path = copy / "secretary_desk" / module
    path.write_text(f"{path.read_text('utf-8')}\n{line}\n", "utf-8")
    found = lint(copy)
    assert found.returncode == 1, found.stdout + found.stderr
    assert "BROKEN" in found.stdout


def test_a_folder_without_a_layer_is_found(copy):
    (copy / "secretary_desk" / "helpers.py").write_text('"""Of no layer."""\n', "utf-8")
    found = lint(copy)
    assert found.returncode == 1, found.stdout + found.stderr
