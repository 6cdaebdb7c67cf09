"""The command line, run as its user runs it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from secretary_desk.paths import resources

SCHEMA = json.loads((resources() / "cli.schema.json").read_text("utf-8"))


def run(*arguments: object, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run one command in a process of its own."""
    command = [sys.executable, "-W", "error", "-m", "secretary_desk", *map(str, arguments)]
    data = given.encode() if isinstance(given, str) else given
    done = subprocess.run(command, input=data, capture_output=True, timeout=120)
    out, err = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, out, err)


def said(*arguments: object, given: str = "") -> str:
    """Run a command that succeeds and says nothing on stderr; return what it printed."""
    done = run(*arguments, given=given)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def value(shape: str, *arguments: object, given: str = "") -> Any:
    """Run a command with --json and return its value, which has the documented shape."""
    printed = json.loads(said(*arguments, "--json", given=given))
    assert_shape(shape, printed)
    return printed


def assert_shape(shape: str, printed: Any) -> None:
    """Hold a value against one shape of resources/cli.schema.json."""
    schema = {"$ref": f"#/$defs/{shape}", "$defs": SCHEMA["$defs"]}
    Draft202012Validator(schema).validate(printed)


def refusal(*arguments: object, given: str | bytes = "") -> str:
    """Run a command that fails: one sentence on stderr, nothing on stdout, exit code 2."""
    done = run(*arguments, given=given)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def new_archive(folder: Path) -> Path:
    """Make an archive through the command line."""
    path = folder / "支部.sdesk"
    said("new", path, "--branch", "第一党支部", "--secretary", "张三", "--unit-type", "国企")
    return path
