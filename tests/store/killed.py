"""A child that works until SIGKILL ends it."""

import contextlib
import os
import select
import signal
import time
from collections.abc import Callable

Say = Callable[[str], None]


def told_until_killed(work: Callable[[Say], None], after: float) -> list[str]:
    """Let a child work and kill it ``after`` seconds past its first line; returns the lines that
    it said whole."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with contextlib.suppress(BaseException):
            work(lambda line: _write(writer, line))
        os._exit(1)
    os.close(writer)
    select.select([reader], [], [], 10)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read().decode().split("\n")[:-1]


def _write(writer: int, line: str) -> None:
    os.write(writer, f"{line}\n".encode())
