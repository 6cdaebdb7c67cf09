"""The program loaded once: every command is a fork of it, and so a process of its own."""

import json
import os
import sys

from secretary_desk.__main__ import console
from secretary_desk.cli import main  # noqa: F401 – what console would load


def serve() -> None:
    """Run each command that a line of stdin asks for; answer with a line, its exit code."""
    while line := sys.stdin.buffer.readline():
        child = os.fork()
        if child == 0:
            _become(*json.loads(line))
            return
        _, status = os.waitpid(child, 0)
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(status))


def _become(arguments: list[str], streams: list[str]) -> None:
    """Run a command whose stdin, stdout and stderr are the files named in ``streams``."""
    for number, path in enumerate(streams):
        os.dup2(os.open(path, os.O_RDWR), number)
    sys.argv = ["secretary-desk", *arguments]
    console()


if __name__ == "__main__":
    serve()
