"""CI builds the Windows program where what it hangs on has changed, and where nobody can tell."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from judges.needs import needs

RUN = Path(__file__).parent.parent / ".ci" / "run"
ASK = 'eval "$(sed -n "/^windows_changed/,/^}/p" "$0")"; windows_changed && echo yes || echo no'

pytestmark = needs("" if shutil.which("git") else "git 未安装")


def environment(folder: Path) -> dict[str, str]:
    """Git's own world: no settings of this machine, no repository around the folder."""
    nobody = {"NAME": "nobody", "EMAIL": "nobody@example.invalid"}
    people = {f"GIT_{who}_{k}": v for who in ("AUTHOR", "COMMITTER") for k, v in nobody.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return {**os.environ, **people, **alone, "GIT_CEILING_DIRECTORIES": str(folder.parent)}


def said(folder: Path, *command: str | Path) -> str:
    own = environment(folder)
    done = subprocess.run(command, cwd=folder, env=own, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def builds(folder: Path) -> bool:
    return said(folder, "bash", "-euo", "pipefail", "-c", ASK, RUN) == "yes"


def change(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(name, "utf-8")
    said(folder, "git", "add", ".")
    said(folder, "git", "commit", "-m", name)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    folder = tmp_path / "tree"
    folder.mkdir()
    said(folder, "git", "init", "--quiet")
    change(folder, "secretary_desk/desk/app.py")
    return folder


def test_it_is_built_without_git_without_a_tag_and_without_a_history(tree: Path, tmp_path: Path):
    assert builds(tree)
    said(tree, "git", "tag", "v1")
    change(tree, "README.md")
    assert not builds(tree)
    said(tmp_path, "git", "clone", "--quiet", "--depth=1", f"file://{tree}", "shallow")
    assert builds(tmp_path / "shallow")
    shutil.rmtree(tree / ".git")
    assert builds(tree)


@pytest.mark.parametrize(
    "name", ["packaging/windows/build", "pyproject.toml", "secretary_desk/desk/pages.py"]
)
def test_it_is_built_where_its_parts_have_changed_since_the_last_tag(tree: Path, name: str):
    said(tree, "git", "tag", "v1")
    assert not builds(tree)
    change(tree, name)
    assert builds(tree)
    said(tree, "git", "tag", "v2")
    assert not builds(tree)
