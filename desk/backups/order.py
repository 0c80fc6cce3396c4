"""Which backup is the newest: by their own count, for the clock of a PC goes wrong."""

from collections.abc import Iterable
from datetime import datetime

from desk.backups.backup import Backup


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """Sort by number; one that does not tell its number stands where its moment puts it."""
    count, ranked = 0, list[tuple[int, Backup]]()
    for one in sorted(backups, key=lambda one: (one.taken, len(one.path.name), one.path.name)):
        count = one.number or count
        ranked.append((count, one))
    ranked.sort(key=lambda pair: pair[0])
    return [one for _count, one in reversed(ranked)]


def newest_of(backups: Iterable[Backup], now: datetime) -> Backup | None:
    """The newest that can be used; where none tells its number, not one from the future."""
    usable = newest_first(one for one in backups if not one.fault)
    if usable and usable[0].number:
        return usable[0]
    past = [one for one in usable if one.taken <= now]
    return next(iter(past or usable), None)


def next_number(backups: Iterable[Backup], records: int) -> int:
    """The number of the next backup of a store whose trail has so many records.

    It grows from one to the next also where the store went back to an earlier state, and on
    another PC, where no earlier backup lies, as long as the trail grows.
    """
    return max([records, 1, *(one.number + 1 for one in backups)])
