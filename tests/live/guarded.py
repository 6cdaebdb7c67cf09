"""Runs Python's command line in a process that dies at the first socket to a network.

The kernel itself watches (seccomp): every thread, every library, every child process. A socket of
another family than AF_UNIX, as for a name look-up too, ends the process with SIGSYS.
"""

import ctypes
import os
import platform
import sys

_AF_UNIX = 1
# The number of socket(2), and how the kernel calls the processor (linux/audit.h).
_MACHINES = {"x86_64": (41, 0xC000003E), "aarch64": (198, 0xC00000B7)}
_SET_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF: a word of what is asked; compared; the answer
_NUMBER, _ARCHITECTURE, _FAMILY = 0, 4, 16  # where struct seccomp_data has them
_ALLOW, _KILL = 0x7FFF0000, 0x80000000


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("then", ctypes.c_uint8),
        ("otherwise", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Step)))


def guard() -> None:
    """Let this process and its children end at a socket to a network; raises OSError."""
    number, architecture = _MACHINES[platform.machine()]
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
        (_EQUAL, 0, 2, number),
        (_LOAD, 0, 0, _FAMILY),
        (_EQUAL, 0, 1, _AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    )
    array = (_Step * len(steps))(*steps)
    program = _Program(len(steps), array)
    kernel = ctypes.CDLL(None, use_errno=True)
    done = kernel.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    done = done or kernel.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0)
    if done:
        raise OSError(ctypes.get_errno(), "the kernel does not watch over sockets")


if __name__ == "__main__":
    guard()
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
