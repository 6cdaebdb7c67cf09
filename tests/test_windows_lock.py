"""What goes into the Windows program is pinned, and is what pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
WINDOWS = ROOT / "packaging" / "windows"
PINNED = re.compile(r"([A-Za-z0-9_.-]+)==(\d[\w.]*) --hash=sha256:[0-9a-f]{64}")


def lines(name: str) -> list[str]:
    text = (WINDOWS / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_wheel_and_the_python_are_pinned_by_version_and_hash():
    for line in (*lines("requirements.txt"), *lines("python.txt")):
        assert PINNED.fullmatch(line), line


def test_every_dependency_has_its_wheel():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {plain(re.match(r"[\w.-]+", each)[0]) for each in project["dependencies"]}
    pinned = {plain(PINNED.fullmatch(line)[1]) for line in lines("requirements.txt")}
    assert wanted <= pinned
