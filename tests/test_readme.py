"""The README's two commands are those that CI runs."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COMMANDS = (
    "python -m pip install . && secretary-desk demo",
    'python -m pip install -e ".[test]" && python -m pytest -n auto',
)


@pytest.mark.parametrize("command", COMMANDS)
def test_ci_runs_what_the_readme_tells_people_to_run(command):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert command in (line.strip(" $`") for line in readme.splitlines())
    assert command in (ROOT / ".ci" / "run").read_text("utf-8")
