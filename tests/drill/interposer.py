"""Stand between this process and the disk: every call that changes a file passes through here.

The C library's functions are replaced where the loaded programs jump to them (their relocations),
so that SQLite's writes are seen as well as Python's; neither a compiler nor a tracer is needed.
Linux on 64 bits. A process that was interposed should end soon: nothing is put back.
"""

import ctypes
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from struct import iter_unpack, unpack_from
from types import MappingProxyType

_INT, _SIZE, _PTR, _TEXT = ctypes.c_int, ctypes.c_size_t, ctypes.c_void_p, ctypes.c_char_p
_OFFSET, _MODE = ctypes.c_int64, ctypes.c_uint
CALLS = {  # name: result and arguments
    "open": (_INT, _TEXT, _INT, _MODE),
    "open64": (_INT, _TEXT, _INT, _MODE),
    "openat": (_INT, _INT, _TEXT, _INT, _MODE),
    "openat64": (_INT, _INT, _TEXT, _INT, _MODE),
    "write": (ctypes.c_ssize_t, _INT, _PTR, _SIZE),
    "pwrite": (ctypes.c_ssize_t, _INT, _PTR, _SIZE, _OFFSET),
    "pwrite64": (ctypes.c_ssize_t, _INT, _PTR, _SIZE, _OFFSET),
    "ftruncate": (_INT, _INT, _OFFSET),
    "ftruncate64": (_INT, _INT, _OFFSET),
    "fsync": (_INT, _INT),
    "fdatasync": (_INT, _INT),
    "rename": (_INT, _TEXT, _TEXT),
    "unlink": (_INT, _TEXT),
    "unlinkat": (_INT, _INT, _TEXT, _INT),
    "mkdir": (_INT, _TEXT, _MODE),
    "rmdir": (_INT, _TEXT),
    "sendfile": (ctypes.c_ssize_t, _INT, _INT, _PTR, _SIZE),
    "sendfile64": (ctypes.c_ssize_t, _INT, _INT, _PTR, _SIZE),
    "copy_file_range": (ctypes.c_ssize_t, _INT, _PTR, _INT, _PTR, _SIZE, _MODE),
}
READS = {
    "read": (ctypes.c_ssize_t, _INT, _PTR, _SIZE),
    "pread": (ctypes.c_ssize_t, _INT, _PTR, _SIZE, _OFFSET),
    "pread64": (ctypes.c_ssize_t, _INT, _PTR, _SIZE, _OFFSET),
}
_WANTED = {1, 6, 7, 257, 1025, 1026}  # relocations that hold a function's address, x86 and ARM
_LOAD, _DYNAMIC = 1, 2
_STRTAB, _SYMTAB, _RELA, _RELASZ, _PLTRELSZ, _JMPREL = 5, 6, 7, 8, 2, 23
_PAGE, _READ_WRITE = os.sysconf("SC_PAGESIZE"), 3

Real = Callable[..., int]
Hook = Callable[..., int]  # (name, real, *arguments)

_LIBRARY = ctypes.CDLL(None, use_errno=True)
_kept: list[object] = []  # what C code may call must not be collected


def interpose(hook: Hook, more: Mapping[str, tuple] = MappingProxyType({})) -> None:
    """Let the hook answer for each call; it may call the real function, which comes with it."""
    calls = CALLS | dict(more)
    addresses = {
        name: _callback(name, calls[name], hook) for name in calls if hasattr(_LIBRARY, name)
    }
    for program, base in _programs():
        for slot, name in _slots(program, base):
            if name in addresses:
                _put(slot, addresses[name])


def failed(error: int) -> int:
    """What a hook returns instead of calling: minus one, and why."""
    ctypes.set_errno(error)
    return -1


def _callback(name: str, form: tuple, hook: Hook) -> int:
    kind = ctypes.CFUNCTYPE(*form, use_errno=True)
    real = kind((name, _LIBRARY))
    made = kind(lambda *arguments: hook(name, real, *arguments))
    _kept.extend((real, made))
    return ctypes.cast(made, _PTR).value or 0


def _programs() -> Iterator[tuple[Path, int]]:
    """Python itself and the database driver, with where they are loaded."""
    seen = set()
    for line in Path("/proc/self/maps").read_text().splitlines():
        words = line.split(maxsplit=5)
        path = Path(words[5]) if len(words) > 5 else None
        if path is None or path in seen:
            continue
        if "python" in path.name or "sqlcipher3" in path.parts:
            seen.add(path)
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path, int(words[0].split("-")[0], 16)


def _slots(program: Path, base: int) -> Iterator[tuple[int, str]]:
    """Where addresses of functions stand in memory, with the functions' names."""
    data = program.read_bytes()
    (start,) = unpack_from("<Q", data, 32)
    size, count = unpack_from("<HH", data, 54)
    heads = [unpack_from("<IIQQQQ", data, start + n * size) for n in range(count)]
    base -= next(head[3] for head in heads if head[0] == _LOAD) // _PAGE * _PAGE

    def in_file(address: int) -> int:
        return next(
            h[2] + address - h[3] for h in heads if h[0] == _LOAD and h[3] <= address < h[3] + h[5]
        )

    place = next(head for head in heads if head[0] == _DYNAMIC)
    about = dict(iter_unpack("<qQ", data[place[2] : place[2] + place[5]]))
    names, symbols = in_file(about[_STRTAB]), in_file(about[_SYMTAB])
    for table, length in ((_RELA, _RELASZ), (_JMPREL, _PLTRELSZ)):
        if table not in about:
            continue
        at = in_file(about[table])
        for offset, info, _ in iter_unpack("<QQq", data[at : at + about[length]]):
            if info & 0xFFFFFFFF in _WANTED:
                (name,) = unpack_from("<I", data, symbols + (info >> 32) * 24)
                begin = names + name
                yield base + offset, data[begin : data.index(0, begin)].decode()


def _put(slot: int, address: int) -> None:
    page = slot // _PAGE * _PAGE
    _LIBRARY.mprotect(_PTR(page), _SIZE(2 * _PAGE), _READ_WRITE)
    ctypes.c_uint64.from_address(slot).value = address
