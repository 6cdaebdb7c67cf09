"""The resources are found wherever the program runs from, and the wheel holds nothing else."""

import os
import subprocess
import sys
from pathlib import Path
from sysconfig import get_path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
OFFLINE = ("--no-deps", "--no-build-isolation", "--no-index")
ASK = """
import site, sys
site.addsitedir(sys.argv[1])
sys.path.append(sys.argv[2])
from secretary_desk import paths
print(paths.__file__)
print(paths.resources())
print(*sorted(p.relative_to(paths.resources()).as_posix()
              for p in paths.resources().rglob("*") if p.is_file()))
"""


def run(*command):
    quiet = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=quiet)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def resources():
    folder = ROOT / "resources"
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def found_from(site):
    """Return where an interpreter that knows only this site finds package and resources."""
    alone = (sys.executable, "-I", "-S", "-X", "utf8", "-c", ASK)
    module, folder, files = run(*alone, str(site), get_path("purelib")).splitlines()
    return Path(module).parent, Path(folder), files.split(" ")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", *OFFLINE, "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def test_a_source_tree_finds_its_resources():
    assert found_from(ROOT) == (ROOT / "secretary_desk", ROOT / "resources", resources())


def test_an_editable_install_finds_the_source_trees_resources(tmp_path):
    run(*PIP, "install", *OFFLINE, "--target", str(tmp_path), "--editable", str(ROOT))
    assert found_from(tmp_path) == (ROOT / "secretary_desk", ROOT / "resources", resources())


def test_an_installed_wheel_finds_its_own_resources(tmp_path, wheel):
    run(*PIP, "install", *OFFLINE, "--target", str(tmp_path), str(wheel))
    package = tmp_path / "secretary_desk"
    assert found_from(tmp_path) == (package, package / "resources", resources())


def test_the_wheel_holds_the_package_and_its_resources_and_nothing_else(wheel):
    names = [name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name]
    package = ROOT / "secretary_desk"
    modules = {p.relative_to(ROOT).as_posix() for p in package.rglob("*.py")}
    assert set(names) == modules | {f"secretary_desk/resources/{name}" for name in resources()}
