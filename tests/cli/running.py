"""The command line, run as its user runs it."""

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jsonschema import Draft202012Validator

from secretary_desk.paths import resources

_PYTHON = (sys.executable, "-W", "error")
SCHEMA = json.loads((resources() / "cli.schema.json").read_text("utf-8"))


def run(*arguments: object, given: str | bytes = "") -> subprocess.CompletedProcess[str]:
    """Run one command in a process of its own; where it can be forked, not from a cold start."""
    words = list(map(str, arguments))
    data = given.encode() if isinstance(given, str) else given
    code, out, err = _forked(words, data) if hasattr(os, "fork") else _started(words, data)
    return subprocess.CompletedProcess(words, code, out.decode("utf-8"), err.decode("utf-8"))


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


def _started(arguments: list[str], given: bytes) -> tuple[int, bytes, bytes]:
    command = [*_PYTHON, "-m", "secretary_desk", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def _forked(arguments: list[str], given: bytes) -> tuple[int, bytes, bytes]:
    with TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("in", "out", "err")]
        for stream, data in zip(streams, (given, b"", b""), strict=True):
            stream.write_bytes(data)
        asked = json.dumps([arguments, list(map(str, streams))])
        program = _loaded()
        program.stdin.write(f"{asked}\n".encode())
        program.stdin.flush()
        return int(program.stdout.readline()), streams[1].read_bytes(), streams[2].read_bytes()


@cache
def _loaded() -> subprocess.Popen[bytes]:
    command = [*_PYTHON, str(Path(__file__).with_name("loaded.py"))]
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(program.communicate)  # it ends with its stdin
    return program


def new_archive(folder: Path) -> Path:
    """Make an archive through the command line."""
    path = folder / "支部.sdesk"
    said("new", path, "--branch", "第一党支部", "--secretary", "张三", "--unit-type", "国企")
    return path
