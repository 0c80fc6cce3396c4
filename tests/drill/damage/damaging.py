"""Damage a store's file in six ways; see that it is noticed, and that a backup comes back."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from db.engine import PAGE_BYTES
from db.safekeeping import FileSafekeeping
from db.store import SqlStore
from desk.errors import DamagedError
from desk.jobs import finish
from desk.paths import Paths
from tests.samples.invariants import faults

Damage = Callable[[bytearray, Random], None]


def flip(data: bytearray, chance: Random) -> None:
    """One bit anywhere."""
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def blank(data: bytearray, chance: Random) -> None:
    """A page of zeros."""
    at = chance.randrange(len(data) // PAGE_BYTES) * PAGE_BYTES
    data[at : at + PAGE_BYTES] = bytes(PAGE_BYTES)


def cut(data: bytearray, chance: Random) -> None:
    """The end missing."""
    del data[chance.randrange(1, len(data)) :]


def swap(data: bytearray, chance: Random) -> None:
    """Two pages in each other's place."""
    first, last = (
        slice(n * PAGE_BYTES, (n + 1) * PAGE_BYTES)
        for n in chance.sample(range(len(data) // PAGE_BYTES), 2)
    )
    data[first], data[last] = data[last], data[first]


def behead(data: bytearray, chance: Random) -> None:
    """One byte of the header."""
    data[chance.randrange(100)] ^= chance.randrange(1, 256)


def scrawl(data: bytearray, chance: Random) -> None:
    """Random bytes over some of it."""
    size = chance.randrange(16, 20_000)
    at = chance.randrange(max(1, len(data) - size))
    data[at : at + size] = chance.randbytes(min(size, len(data) - at))


KINDS: dict[str, Damage] = {
    "bit flipped": flip,
    "page zeroed": blank,
    "cut short": cut,
    "pages swapped": swap,
    "header byte": behead,
    "random bytes": scrawl,
}


@dataclass
class Tally:
    """What came of damaging so many files in one way."""

    files: int = 0
    noticed: int = 0  # before anything was served
    looked_over: int = 0  # where the file's time was as before: behind the window
    restored: int = 0
    salvaged: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def figures(self) -> dict[str, int]:
        """Its row in the table."""
        names = ("files", "noticed", "looked_over", "restored", "salvaged")
        return {name: getattr(self, name) for name in names} | {"failed": len(self.failed)}


def drill(source: Path, folder: Path, kind: str, files: int, seed: int) -> Tally:
    """Damage copies of a data folder with a backup in it; every other one keeps its file's time."""
    chance, tally = Random(f"{kind}{seed}"), Tally()  # noqa: S311 - places
    for number in range(files):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(source, folder)
        paths = Paths(folder)
        is_silent = bool(number % 2)
        _spoil(paths.store, KINDS[kind], chance, is_silent=is_silent)
        tally.files += 1
        tally.noticed += _is_noticed(paths, tally, is_silent=is_silent)
        if number % 5 == 0:
            tally.salvaged += _comes_back(paths, tally, lambda at: FileSafekeeping().salvage(at))
            shutil.rmtree(folder)
            shutil.copytree(source, folder)
            _spoil(paths.store, KINDS[kind], chance, is_silent=False)
        tally.restored += _comes_back(
            paths, tally, lambda at: FileSafekeeping().restore(at, _newest(at)), sound=True
        )
    return tally


def _spoil(store: Path, damage: Damage, chance: Random, *, is_silent: bool) -> None:
    before, data = store.stat(), bytearray(store.read_bytes())
    whole = bytes(data)
    while data == whole:
        damage(data, chance)
    store.write_bytes(data)
    if is_silent:
        os.utime(store, ns=(before.st_atime_ns, before.st_mtime_ns))


def _is_noticed(paths: Paths, tally: Tally, *, is_silent: bool) -> bool:
    try:
        store = SqlStore.open(paths)
    except DamagedError:
        return True
    try:
        found = finish(store.look_over()) if is_silent else []
    except DamagedError:
        found = ["met before it was looked for"]
    finally:
        store.close()
    tally.looked_over += bool(found)
    return bool(found)


def _newest(paths: Paths) -> Path:
    keeper = FileSafekeeping()
    return next(one.path for one in keeper.kept(paths) if not keeper.examine(one.path).fault)


def _comes_back(paths: Paths, tally: Tally, act: Callable, *, sound: bool = False) -> bool:
    try:
        finish(act(paths))
        store = SqlStore.open(paths)
    except Exception as error:  # noqa: BLE001 - whatever it is, it did not come back
        tally.failed.append(repr(error))
        return False
    try:
        found = faults(store) if sound else store.verify()
    finally:
        store.close()
    tally.failed += found
    return not found
