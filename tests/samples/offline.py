"""Run a program that dies at once if it, or a child of it, opens a network socket.

Linux's seccomp does it without any tool: the filter is set before the program starts and cannot be
taken off. Local sockets (AF_UNIX) are those of the desktop, its buses and our own second start.

    python -m tests.samples.offline PROGRAM ARGUMENT…
"""

import ctypes
import os
import platform
import struct
import sys

_SOCKET = {"x86_64": 41, "aarch64": 198}
_ARCHITECTURE = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_IO_URING = 425  # could open sockets by itself; the same number everywhere
_AF_UNIX = 1
_LOAD, _EQUAL, _ABOVE, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _ARCHITECTURE_AT, _FAMILY_AT = 0, 4, 16
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_X32 = 0x40000000  # another table of calls on x86_64
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def _program() -> bytes:
    machine = platform.machine()
    steps = (
        (_LOAD, 0, 0, _ARCHITECTURE_AT),
        (_EQUAL, 0, 7, _ARCHITECTURE[machine]),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_ABOVE, 5, 0, _X32),
        (_EQUAL, 4, 0, _IO_URING),
        (_EQUAL, 0, 2, _SOCKET[machine]),
        (_LOAD, 0, 0, _FAMILY_AT),
        (_EQUAL, 0, 1, _AF_UNIX),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    )
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def go_offline() -> None:
    """Take the network from this process and all its children, for ever."""
    steps = _program()
    kept = ctypes.create_string_buffer(steps, len(steps))
    program = struct.pack("HxxxxxxP", len(steps) // 8, ctypes.addressof(kept))
    libc = ctypes.CDLL(None, use_errno=True)
    for option, value, extra in (
        (_NO_NEW_PRIVILEGES, 1, None),
        (_SECCOMP, _FILTER, ctypes.c_char_p(program)),
    ):
        if libc.prctl(option, value, extra, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    go_offline()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - the caller's program
